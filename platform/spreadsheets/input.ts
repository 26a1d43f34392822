// Parameters of exports.
import { z } from "zod";

const time = z.iso
  .datetime({ offset: true, error: "must be a time with its offset, such as 2026-01-01T00:00:00Z" })
  .transform((given) => new Date(given));

/** Times from (inclusive) and to (exclusive), both optional. */
export const period = z
  .object({ from: time.optional(), to: time.optional() })
  .refine(({ from, to }) => !from || !to || from < to, { path: ["to"], message: "must be after from" });
