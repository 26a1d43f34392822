// Validation of inputs.
import { z } from "zod";
import { text } from "../../platform/core/input.ts";

export const decideReviewInput = z.object({
  decision: z.enum(["ALLOW", "BLOCK"], "must be ALLOW or BLOCK"),
  note: text(500)
    .nullish()
    .transform((note) => note ?? null),
});
