import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { RiskDecision } from "../enums.generated.ts";
import type { Reason } from "../scoring/score.ts";

export const RiskAssessmentEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "RiskAssessment",
    tableName: "assessment",
    properties: {
      id: p.uuid().primary(),
      orderId: p.uuid().unique(),
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
  }),
);

export type RiskAssessment = InferEntity<typeof RiskAssessmentEntity>;
