// A person's decision on a review. It changes two databases: risk stores the intent under the assessment's ID, asks orders, because the
// order may end concurrently, and then stores the decision.
import { correlationId } from "../../../platform/telemetry/correlation.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { createIntents } from "../../../platform/jobs/intents.ts";
import { adoptWork, beginWork, type WorkItem, type WorkKind } from "../../../platform/jobs/work.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { IntendedDecisionEntity, type Decision } from "../entities/intended-decision.ts";
import { audit } from "../commands/audit.ts";
import { RiskAssessmentEntity } from "../entities/risk-assessment.ts";
import { statement } from "../entities/tables.ts";
import { NotInReview } from "../errors.ts";
import { DECIDE } from "../job-names.ts";
import type { OrdersClient } from "../clients/orders.ts";

export interface Deciding {
  /** @throws NotInReview if the review is over or another decision is in progress; the errors of the intent's `pursue` */
  decide(decision: Decision): Promise<void>;
  work: WorkKind;
}

export function createDeciding(database: () => Database, orders: OrdersClient): Deciding {
  const intents = createIntents<Decision, boolean, boolean>(database, {
    subgraph: "risk",
    kind: DECIDE,
    ask: (all) => Promise.all(all.map(({ body }) => orders.decideOrder(body).catch((error: Error) => error))),
    settle: async (tx, answered) => {
      for (const { intent, answer } of answered) await finishDecision(tx, intent.body, answer);
      return answered.map(({ answer }) => answer);
    },
    outcomeOf: async ({ body: { assessmentId, decision } }) => {
      const decided = { id: assessmentId, decidedBy: { $ne: null } };
      const found = await database().read().findOne(RiskAssessmentEntity, decided);
      return found?.decision === decision;
    },
  });
  return {
    decide: async (decision) => {
      const intent = await database().transaction((tx) => beginDecision(tx, decision));
      if (intent && !(await intents.pursue(intent))) throw new NotInReview();
    },
    work: intents.work as WorkKind,
  };
}

/** Null if the same decision was made before. @throws NotInReview if the review is over or another decision is in progress */
export async function beginDecision(tx: Tx, intended: Decision): Promise<WorkItem<Decision> | null> {
  const { assessmentId, decision } = intended;
  const assessment = await tx.findOne(RiskAssessmentEntity, { id: assessmentId }, LOCKED);
  if (!assessment) throw new NotInReview();
  if (assessment.decidedBy && assessment.decision === decision) return null;
  if (assessment.decision !== "REVIEW" || assessment.reviewedAt) throw new NotInReview();
  const intent = await beginWork(tx, DECIDE, {
    id: assessmentId,
    body: intended,
    correlationId: correlationId() ?? null,
    attempts: 1,
  });
  if (intent.body.decision !== decision) throw new NotInReview();
  return intent;
}

/** Turns a decision of the previous version into an intent. */
export async function adoptDecision(tx: Tx, intended: Decision): Promise<void> {
  const { assessmentId } = intended;
  await tx.nativeDelete(IntendedDecisionEntity, { assessmentId });
  await adoptWork(tx, DECIDE, { id: assessmentId, body: intended });
}

/** Stores the decision if orders accepted it; otherwise closes the review. */
async function finishDecision(tx: Tx, intended: Decision, accepted: boolean): Promise<void> {
  const { assessmentId, decision, decidedBy, note } = intended;
  const assessment = await tx.findOneOrFail(RiskAssessmentEntity, { id: assessmentId }, LOCKED);
  if (!accepted) assessment.reviewedAt ??= new Date();
  else if (!assessment.decidedBy) {
    Object.assign(assessment, { decision, decidedBy, note, reviewedAt: new Date() });
    const { organizationId, orderId } = assessment;
    const action = { organizationId, action: "decideReview", subject: assessmentId };
    await audit(tx, { ...action, detail: { orderId, decision }, reason: note }, intended.by);
  }
}

const addEnded = statement((db, { orderId }: { orderId: string }) =>
  db
    .insertInto("ended_order")
    .values({ orderId })
    .onConflict((known) => known.doNothing()),
);

const endReviewOf = statement((db, { orderId }: { orderId: string }, { sql }) =>
  db
    .updateTable("assessment")
    .set({ reviewedAt: sql`now()` })
    .where("orderId", "=", orderId)
    .where("reviewedAt", "is", null),
);

/** Closes the review of an order that has ended. */
export async function endReview(tx: Tx, orderId: string): Promise<void> {
  await addEnded.change(tx, { orderId });
  await endReviewOf.change(tx, { orderId });
}
