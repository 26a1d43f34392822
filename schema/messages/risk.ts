// Messages of risk.
import { z } from "zod";
import { defineAudited, defineErasureDone, defineMessage } from "../../platform/core/contracts.ts";

/** Risk assessment of a paid order. */
export const OrderAssessed = defineMessage("risk.OrderAssessed", {
  assessmentId: z.uuid(),
  orderId: z.uuid(),
  decision: z.enum(["ALLOW", "REVIEW", "BLOCK"]),
  score: z.int(),
});

/** Entries of a queue that a person should look at before they are drawn. Several messages make up an assessment. */
export const QueueAssessed = defineMessage("risk.QueueAssessed", {
  eventId: z.uuid(),
  /** From 1 to `parts`. */
  part: z.int().positive(),
  parts: z.int().positive(),
  suspicious: z.array(
    z.object({
      /** Pseudonym in the draw, in hexadecimal. */
      entryId: z.string().regex(/^[0-9a-f]{32}$/),
      /** Highest weight first. They name no person, no address and no network. */
      reasons: z.array(z.object({ code: z.string(), detail: z.string() })),
    }),
  ),
});

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("risk");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("risk");
