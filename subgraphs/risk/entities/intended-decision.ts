import type { Acting } from "../../../platform/audit/acting.ts";
import { entity } from "../../../platform/postgres/entities.ts";
import { RiskAssessmentEntity } from "./risk-assessment.ts";

export interface Decision {
  assessmentId: string;
  orderId: string;
  decision: "ALLOW" | "BLOCK";
  decidedBy: string;
  note: string | null;
  /** Absent in decisions of the previous version. */
  by?: Acting;
}

/** A decision that the previous version began. */
export const IntendedDecisionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "IntendedDecision",
    tableName: "intended_decision",
    properties: {
      assessmentId: p.manyToOne(of(RiskAssessmentEntity)).mapToPk().name("assessment_id").primary(),
      decision: p.text().$type<"ALLOW" | "BLOCK">(),
      decidedBy: p.uuid(),
      note: p.text().nullable(),
      attempts: p.integer().default(1),
    },
  }),
);
