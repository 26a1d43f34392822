import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { readsAs, type Member } from "../../../domain/roles.ts";
import type { RiskDecision } from "../schema.generated.ts";
import type { Reason } from "../scoring/score.ts";

export const RiskAssessmentEntity = defineEntity({
  name: "RiskAssessment",
  tableName: "assessment",
  properties: {
    id: p.uuid().primary(),
    orderId: p.uuid(),
    buyerId: p.uuid(),
    organizationId: p.uuid(),
    score: p.integer(),
    decision: p.text().$type<RiskDecision>(),
    reasons: p.json<Reason[]>(),
    assessedAt: p.datetime(),
    reviewedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    note: p.text().nullable(),
  },
});

export type RiskAssessment = InferEntity<typeof RiskAssessmentEntity>;

type Reader = (Member & { userId: string }) | null;

/** For whom the order is for. */
export function mayRead(viewer: Reader, assessment: Pick<RiskAssessment, "buyerId" | "organizationId">): boolean {
  return viewer !== null && (viewer.userId === assessment.buyerId || mayReadFindings(viewer, assessment));
}

/** Score, reasons and who decided: a buyer is told the decision alone. */
export function mayReadFindings(viewer: Reader, assessment: Pick<RiskAssessment, "organizationId">): boolean {
  return readsAs(viewer, "BOX_OFFICE", assessment.organizationId);
}
