export const networks = {
  name: "007-networks",
  statements: `
-- Who tries out stolen cards or guesses promo codes uses many accounts: payments and guesses also count by network, under the
-- opaque name that gateways give it.
alter table paid_order add column network text;
alter table declined_payment add column network text;
create table guessing_network (
  guess_id uuid primary key,
  network text not null,
  guessed_at timestamptz not null default now()
);
create index guessing_network_name on guessing_network (network, guessed_at);
`,
};

export const paidByNetwork = {
  name: "008-paid-by-network",
  beside: { index: "paid_order_by_network", definition: "on paid_order (network, paid_at) where network is not null" },
};

export const declinedByNetwork = {
  name: "009-declined-by-network",
  beside: {
    index: "declined_payment_by_network",
    definition: "on declined_payment (network, declined_at) where network is not null",
  },
};
