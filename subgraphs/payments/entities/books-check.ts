import type { Reconciliation } from "./reconciliation.ts";

/** The deprecated name. */
export type BooksCheck = Reconciliation;
