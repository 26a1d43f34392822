// What risk tells the others.
import { z } from "zod";
import { defineMessage } from "../../platform/core/contracts.ts";

/** What the rules say of an order that was paid for. */
export const OrderAssessed = defineMessage("risk.OrderAssessed", {
  assessmentId: z.uuid(),
  orderId: z.uuid(),
  decision: z.enum(["ALLOW", "REVIEW", "BLOCK"]),
  score: z.int(),
});
