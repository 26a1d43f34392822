export const prices = {
  name: "007-prices",
  statements: `
-- What each price is made of (domain/pricing.ts), as it was when the order was placed.
-- Null for what was ordered before: the price alone.
alter table order_item add column breakdown jsonb check ((breakdown ->> 'total')::int = price);
alter table purchase add column promo_code text;
`,
};
