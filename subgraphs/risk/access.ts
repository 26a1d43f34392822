// Access rules.
import { forbidden } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { actsAs, readsAs } from "../../domain/roles.ts";
import type { RiskAssessment } from "./entities/risk-assessment.ts";

/** Access to score, reasons and reviewer. Buyers see only the decision. */
export function mayReadFindings(viewer: Viewer | null, assessment: Pick<RiskAssessment, "organizationId">): boolean {
  return readsAs(viewer, "BOX_OFFICE", assessment.organizationId);
}

/** For the order's buyer, and for readers of the findings. */
export function mayReadAssessment(
  viewer: Viewer | null,
  assessment: Pick<RiskAssessment, "buyerId" | "organizationId">,
): boolean {
  return viewer !== null && (viewer.userId === assessment.buyerId || mayReadFindings(viewer, assessment));
}

/** Access to open reviews. @throws GraphQLError FORBIDDEN */
export function requireReviewReader(viewer: Viewer, organizationId: string): void {
  if (!readsAs(viewer, "MANAGER", organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}

/** Permission to decide a review. @throws GraphQLError FORBIDDEN */
export function requireReviewer(viewer: Viewer, { organizationId }: Pick<RiskAssessment, "organizationId">): void {
  if (!actsAs(viewer, "MANAGER", organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}
