export const verifiedBuyers = {
  name: "012-verified-buyers",
  statements: `
-- Whether guests, and accounts whose address is not verified, may not hold or order seats.
alter table event add column verified_buyers_only boolean not null default false;
`,
};
