import type { BooksFinding } from "./books-finding.ts";

/** The public name. */
export type Discrepancy = BooksFinding;
