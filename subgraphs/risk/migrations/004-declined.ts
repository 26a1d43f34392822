export const declined = {
  name: "004-declined",
  statements: `
-- Payments that were declined, for who tries out stolen cards.
create table declined_payment (
  payment_id uuid primary key,
  buyer_id uuid not null,
  card_fingerprint text,
  declined_at timestamptz not null default now()
);
create index declined_payment_of_buyer on declined_payment (buyer_id, declined_at);
create index declined_payment_by_card on declined_payment (card_fingerprint, declined_at) where card_fingerprint is not null;
`,
};
