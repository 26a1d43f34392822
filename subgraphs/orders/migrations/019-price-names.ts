/** Name of the price of a seat, of an event with several prices. */
export const priceNames = {
  name: "019-price-names",
  statements: "alter table order_item add column price_name text;",
};
