// Messages of risk.
import { z } from "zod";
import { defineMessage } from "../../platform/core/contracts.ts";

/** Risk assessment of a paid order. */
export const OrderAssessed = defineMessage("risk.OrderAssessed", {
  assessmentId: z.uuid(),
  orderId: z.uuid(),
  decision: z.enum(["ALLOW", "REVIEW", "BLOCK"]),
  score: z.int(),
});
