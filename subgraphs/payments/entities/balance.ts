/** What an organization is owed in a currency. */
export interface Balance {
  /** Of the ledger. */
  account: string;
  currency: string;
  /** Minor units that are owed to the organization; negative if it owes them. */
  owed: number;
}
