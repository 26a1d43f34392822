import type { BooksCheck } from "./books-check.ts";

/** The public name. */
export type Reconciliation = BooksCheck;
