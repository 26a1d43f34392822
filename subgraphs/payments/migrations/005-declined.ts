export const declined = {
  name: "005-declined",
  beside: {
    index: "payment_declined_of_buyer",
    definition: "on payment (buyer_id, created_at) where status = 'FAILED'",
  },
};
