// Validation of input about queues.
import { z } from "zod";
import { idempotencyKey, line } from "../../../platform/core/input.ts";
import { LONGEST_PROOF } from "../engine/queue/proof-of-work.ts";

const queueSize = z.int().min(0, "must be 0 to 1000000").max(1_000_000, "must be 0 to 1000000");
const perSecond = z.int().min(1, "must be 1 to 1000").max(1_000, "must be 1 to 1000");
const admissionSeconds = z.int().min(60, "must be 60 to 3600").max(3_600, "must be 60 to 3600");

const reviewSeconds = z.int().min(60, "must be 60 to 3600").max(3_600, "must be 60 to 3600");

export const openQueueInput = z.object({
  eventId: z.string(),
  opensAt: z.date().nullish(),
  drawAt: z.date(),
  maxActive: queueSize.nullish().transform((given) => given ?? 500),
  perSecond: perSecond.nullish().transform((given) => given ?? 20),
  admissionSeconds: admissionSeconds.nullish().transform((given) => given ?? 600),
  /** Absent unless true: the key of a request has the same input as before. */
  proofOfWork: z
    .boolean()
    .nullish()
    .transform((given) => given === true || undefined),
  reviewSeconds: reviewSeconds.nullish().transform((given) => given ?? undefined),
  idempotencyKey,
});
export type OpenQueue = Omit<z.infer<typeof openQueueInput>, "eventId">;

export const joinQueueInput = z.object({
  proofOfWork: z
    .string()
    .max(LONGEST_PROOF, `must have at most ${LONGEST_PROOF} characters`)
    .regex(/^[\w+/-]+={0,2}$/, "must be base64, as solvers of ALTCHA return it")
    .nullish(),
});

export const steerQueueInput = z.object({
  eventId: z.string(),
  action: z
    .enum(["PAUSE", "RESUME", "CLOSE"])
    .nullish()
    .transform((given) => given ?? undefined),
  maxActive: queueSize.nullish().transform((given) => given ?? undefined),
  perSecond: perSecond.nullish().transform((given) => given ?? undefined),
  /** Null: no message any more. Undefined: as before. */
  note: line(200).nullish(),
});
export type SteerQueue = z.infer<typeof steerQueueInput>;

export const reviewQueueEntryInput = z.object({
  eventId: z.string(),
  entryId: z.string(),
  decision: z.enum(["RELEASED", "REMOVED"]),
  note: line(500).nullish(),
});
export type ReviewQueueEntry = Omit<z.infer<typeof reviewQueueEntryInput>, "eventId">;
