import type { Discrepancy } from "./discrepancy.ts";

/** The deprecated name. */
export type BooksFinding = Discrepancy;
