// GraphQL in, GraphQL out.
import { z } from "zod";
import { badInput, forbidden, NotFound, orRefusal } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { parseInput, text, uuidOrNull } from "../../../platform/core/input.ts";
import { countOf, cursorKey, connectionOf, pageRequest } from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { actsAs, readsAs } from "../../../domain/roles.ts";
import type { Deciding } from "../workflows/decide-review.ts";
import { mayReadFindings, type RiskAssessment } from "../entities/risk-assessment.ts";
import type { Loaders } from "./loaders.ts";
import type { Resolvers } from "../schema.generated.ts";

type Context = SubgraphContext<Loaders>;

const cursorSchema = z.object({ assessedAt: cursorKey.time, id: cursorKey.id });

export function createResolvers(deciding: Deciding): Resolvers<Context> {
  return {
    Query: {
      riskReviews: async (_, { organizationId, ...args }, context) => {
        const viewer = signedIn(context);
        if (!readsAs(viewer, "MANAGER", organizationId)) throw forbidden("This is for managers of the organization.");
        const request = pageRequest(args, cursorSchema);
        const waiting = sql`organization_id = ${uuidOrNull(organizationId)}::uuid and decision = 'REVIEW' and reviewed_at is null`;
        const beyond = request.after
          ? sql`(assessed_at, id) > (${request.after.assessedAt}::timestamptz, ${request.after.id}::uuid)`
          : sql`true`;
        const em = context.database.read();
        const found = await rows<RiskAssessment>(
          em,
          sql`select * from assessment where ${waiting} and ${beyond} order by assessed_at, id limit ${request.first + 1}`,
        );
        return connectionOf(
          found,
          request,
          () => countOf(em, sql`assessment where ${waiting}`),
          ({ assessedAt, id }) => ({
            assessedAt: assessedAt.toISOString(),
            id,
          }),
        );
      },
    },
    Mutation: {
      decideReview: (_, { assessmentId, decision, note }, context) =>
        orRefusal(
          "RiskAssessment",
          (async () => {
            const viewer = signedIn(context);
            if (decision === "REVIEW") throw badInput("decision", "must be ALLOW or BLOCK");
            const why = parseInput(text(500).nullish(), note, "note") ?? null;
            const id = uuidOrNull(assessmentId);
            const assessment = id ? await context.loaders.assessment.load(id) : null;
            if (!assessment) throw new NotFound("assessment");
            if (!actsAs(viewer, "MANAGER", assessment.organizationId))
              throw forbidden("This is for managers of the organization.");
            await deciding.decide({
              assessmentId: assessment.id,
              orderId: assessment.orderId,
              decision,
              decidedBy: viewer.userId,
              note: why,
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
