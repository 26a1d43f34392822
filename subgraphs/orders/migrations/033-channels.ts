/** Name of the sales channel that a seat was sold through. */
export const channels = {
  name: "033-channels",
  statements: "alter table order_item add column channel text;",
};
