// Validation of inputs.
import { z } from "zod";
import { idempotencyKey, isStorable } from "../../platform/core/input.ts";

export const payOrderInput = z.object({
  orderId: z.string(),
  paymentMethod: z
    .string()
    .refine(
      (token) => token.length >= 1 && token.length <= 200 && isStorable(token),
      "must be a token of 1 to 200 characters",
    ),
  returnUrl: z
    .url({ protocol: /^https?$/, error: "must be an https URL" })
    .refine((url) => /^(https:|http:\/\/localhost[:/])/.test(url), "must be an https URL, or http on localhost")
    .max(2_000, "must have at most 2,000 characters")
    .nullish()
    .transform((url) => url ?? undefined),
  idempotencyKey,
});
