/** Payments at the counter: no provider has them. */
export const counter = {
  name: "012-counter",
  statements: `
-- How the customer paid the clerk; null for a payment at the provider.
alter table payment add column tender text check (tender in ('CASH', 'TERMINAL', 'COMPLIMENTARY'));
-- Number on the slip of the terminal.
alter table payment add column tender_reference text;
alter table payment add constraint payment_counter_unknown_to_provider check (tender is null or provider_reference is null) not valid;
`,
};
