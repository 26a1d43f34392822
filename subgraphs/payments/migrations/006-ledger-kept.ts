// The trigger of 001 is for rows, and truncating touches none.
export const ledgerKept = {
  name: "006-ledger-kept",
  statements: `
create trigger ledger_entry_never_emptied before truncate on ledger_entry for each statement execute function ledger_is_immutable();
`,
};
