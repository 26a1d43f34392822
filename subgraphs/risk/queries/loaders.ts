import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { mayReadAssessment } from "../access.ts";
import { RiskAssessmentEntity } from "../entities/risk-assessment.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Assessments that the viewer may read. */
export function createLoaders(database: Database, viewer: Viewer | null) {
  return {
    assessment: byId(
      async (ids) =>
        (await database.read().find(RiskAssessmentEntity, { id: { $in: [...ids] } })).filter((assessment) =>
          mayReadAssessment(viewer, assessment),
        ),
      (assessment) => assessment.id,
    ),
    assessmentOfOrder: byId(
      async (ids) =>
        (await database.read().find(RiskAssessmentEntity, { orderId: { $in: [...ids] } })).filter((assessment) =>
          mayReadAssessment(viewer, assessment),
        ),
      (assessment) => assessment.orderId,
    ),
  };
}
