// GraphQL in, GraphQL out.
import { z } from "zod";
import { orWithdraw } from "../../platform/effects.ts";
import { badInput, forbidden, NotFound, orRefusal } from "../../platform/errors.ts";
import { signedIn } from "../../platform/identity.ts";
import { parseInput, text, uuidOrNull } from "../../platform/input.ts";
import { countOf, cursorKey, connectionOf, pageRequest } from "../../platform/pagination.ts";
import { rows, sql } from "../../platform/sql.ts";
import type { SubgraphContext } from "../../platform/subgraph.ts";
import { actsAs, readsAs } from "../../schema/roles.ts";
import { abandonDecision, beginDecision, finishDecision, type Decision } from "./commands/decide-review.ts";
import { mayReadFindings, type RiskAssessment } from "./entities/risk-assessment.ts";
import { NotInReview } from "./errors.ts";
import type { Loaders } from "./loaders.ts";
import type { OrdersClient } from "./orders-client.ts";
import type { Resolvers } from "./schema.generated.ts";

type Context = SubgraphContext<Loaders>;

const cursorSchema = z.object({ assessedAt: cursorKey.time, id: cursorKey.id });

export function createResolvers(orders: OrdersClient): Resolvers<Context> {
  async function decide(context: Context, decision: Decision): Promise<void> {
    const { database } = context;
    if (!(await database.transaction((tx) => beginDecision(tx, decision)))) return;
    // Nothing happened there, so nothing shall happen later. After a time-out the job finds out.
    const accepted = await orWithdraw(orders.decideOrder(decision), () =>
      database.transaction((tx) => abandonDecision(tx, decision)),
    );
    await database.transaction((tx) => finishDecision(tx, decision, accepted));
    if (!accepted) throw new NotInReview();
  }

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
            await decide(context, {
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
