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

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("risk");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("risk");
