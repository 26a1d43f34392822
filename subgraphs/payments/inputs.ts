// Validation of inputs.
import { z } from "zod";
import { idempotencyKey, isStorable, line } from "../../platform/core/input.ts";
import { NO_METHOD } from "./entities/payment.ts";
import { period } from "../../platform/spreadsheets/input.ts";

export const payOrderInput = z.object({
  orderId: z.string(),
  paymentMethod: z
    .string()
    .refine(
      (token) => token.length >= 1 && token.length <= 200 && isStorable(token),
      "must be a token of 1 to 200 characters",
    )
    .nullish()
    .transform((token) => token ?? NO_METHOD),
  returnUrl: z
    .url({ protocol: /^https?$/, error: "must be an https URL" })
    .refine((url) => /^(https:|http:\/\/localhost[:/])/.test(url), "must be an https URL, or http on localhost")
    .max(2_000, "must have at most 2,000 characters")
    .nullish()
    .transform((url) => url ?? undefined),
  idempotencyKey,
});

export const ledgerPeriod = period;
export type Period = z.infer<typeof period>;

/** Largest integer of GraphQL's Int, and of a ledger entry. */
const MOST = 2 ** 31 - 1;

/** @param now the period that is settled is over by then */
export const recordPayoutInput = (now: Date) =>
  z
    .object({
      organizationId: z.string(),
      amount: z.int().min(1, "must be at least 1").max(MOST, `must be at most ${MOST}: record several payouts`),
      currency: z.string(),
      from: z.date().nullish(),
      until: z.date().refine((until) => until <= now, "must not be in the future"),
      reference: line(140),
      idempotencyKey,
    })
    .refine(({ from, until }) => !from || from < until, { path: ["from"], message: "must be before until" });

export const returnPayoutReason = line(500);
