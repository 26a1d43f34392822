// Resolvers: validate input, check access, and call queries and workflows.
import { NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { mayReadFindings, requireReviewer, requireReviewReader } from "../access.ts";
import { decideReviewInput } from "../inputs.ts";
import { openReviews } from "../queries/reviews.ts";
import type { Deciding } from "../workflows/decide-review.ts";
import type { Loaders } from "../queries/loaders.ts";
import type { Resolvers } from "../schema.generated.ts";
import { personalData } from "../personal-data.ts";

type Context = SubgraphContext<Loaders>;

export function createResolvers(deciding: Deciding): Resolvers<Context> {
  return {
    Query: {
      personalData: (_, { userId, after }, { database }) => {
        const id = uuidOrNull(userId);
        return id ? pageOf(database, personalData, id, after) : null;
      },
      riskReviews: async (_, { organizationId, ...args }, context) => {
        const viewer = signedIn(context);
        requireReviewReader(viewer, organizationId);
        return openReviews(context.database, organizationId, args);
      },
    },
    Mutation: {
      decideReview: (_, { assessmentId, ...given }, context) =>
        toResult(
          "RiskAssessment",
          (async () => {
            const viewer = signedIn(context);
            const input = parseInput(decideReviewInput, given, "");
            const id = uuidOrNull(assessmentId);
            const assessment = id ? await context.loaders.assessment.load(id) : null;
            if (!assessment) throw new NotFound("assessment");
            requireReviewer(viewer, assessment);
            await deciding.decide({
              assessmentId: assessment.id,
              orderId: assessment.orderId,
              decidedBy: viewer.userId,
              by: context.acting,
              ...input,
            });
            context.loaders.assessment.clear(assessment.id);
            return (await context.loaders.assessment.load(assessment.id))!;
          })(),
        ),
    },
    RiskAssessment: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.assessment.load(id) : null,
      order: (assessment) => ({ id: assessment.orderId }),
      score: (assessment, _, { viewer }) => (mayReadFindings(viewer, assessment) ? assessment.score : 0),
      reasons: (assessment, _, { viewer }) => (mayReadFindings(viewer, assessment) ? assessment.reasons : []),
      decidedBy: (assessment, _, { viewer }) =>
        assessment.decidedBy && mayReadFindings(viewer, assessment) ? { id: assessment.decidedBy } : null,
    },
    Order: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      risk: ({ id }, _, context) => (uuidOrNull(id) ? context.loaders.assessmentOfOrder.load(id) : null),
    },
  };
}
