// Validation of input about transfers and codes of tickets.
import { z } from "zod";
import { orNull } from "../../../platform/core/input.ts";

export const transferPolicyInput = z
  .object({
    mode: z.enum(["FREE", "ONCE", "RETURN_ONLY", "NONE"]),
    notBefore: orNull(z.date()),
    until: orNull(z.date()),
    coolOffSeconds: orNull(z.int().min(0, "must be 0 to 2592000").max(2_592_000, "must be 0 to 2592000")).transform(
      Number,
    ),
    mostPerHolder: orNull(z.int().min(1, "must be 1 to 100").max(100, "must be 1 to 100")),
  })
  .refine(({ notBefore, until }) => !notBefore || !until || notBefore < until, {
    path: ["until"],
    message: "must be after notBefore",
  });

const minutes = "must be 1 to 525600";
export const codeRuleInput = z.object({ minutesBefore: orNull(z.int().min(1, minutes).max(525_600, minutes)) });
