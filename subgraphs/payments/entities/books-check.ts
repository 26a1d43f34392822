import type { Reconciliation } from "./reconciliation.ts";

/** Deprecated name. */
export type BooksCheck = Reconciliation;
