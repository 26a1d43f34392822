import type { Discrepancy } from "./discrepancy.ts";

/** Deprecated name. */
export type BooksFinding = Discrepancy;
