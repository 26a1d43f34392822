export const accountIndex = {
  name: "010-account-index",
  statements: `
-- An account's entries are read by currency and time (ledger_entry_by_time).
drop index ledger_entry_of_account;
`,
};
