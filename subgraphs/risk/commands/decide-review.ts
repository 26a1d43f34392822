// A person decides. That takes two databases: what is meant is written first; then orders is asked, for the order may
// end at this very moment; then the decision is written. Whoever dies in between leaves a job that asks again.
import type { Tx } from "../../../platform/database.ts";
import { schedule, unschedule } from "../../../platform/jobs.ts";
import { change, row, rows, sql } from "../../../platform/sql.ts";
import { NotInReview } from "../errors.ts";

export const DECIDE = "decide-review";
const TAKE_OVER_SECONDS = 6;

export interface Decision {
  assessmentId: string;
  orderId: string;
  decision: "ALLOW" | "BLOCK";
  decidedBy: string;
  note: string | null;
}

/** False if it was decided like this before. @throws NotInReview if it is over, or somebody is deciding otherwise */
export async function beginDecision(tx: Tx, intended: Decision): Promise<boolean> {
  const { assessmentId, decision, decidedBy, note } = intended;
  const assessment = await row<{ decision: string; decidedBy: string | null; reviewedAt: Date | null }>(
    tx,
    sql`select decision, decided_by, reviewed_at from assessment where id = ${assessmentId} for update`,
  );
  if (!assessment) throw new NotInReview();
  if (assessment.decidedBy !== null && assessment.decision === decision) return false;
  if (assessment.decision !== "REVIEW" || assessment.reviewedAt !== null) throw new NotInReview();
  const before = await row<{ decision: string }>(
    tx,
    sql`select decision from intended_decision where assessment_id = ${assessmentId}`,
  );
  if (before && before.decision !== decision) throw new NotInReview();
  await rows(
    tx,
    sql`insert into intended_decision (assessment_id, decision, decided_by, note) values (${assessmentId}, ${decision}, ${decidedBy}, ${note})
        on conflict (assessment_id) do update set attempts = intended_decision.attempts + 1`,
  );
  await schedule(tx, "risk", DECIDE, assessmentId, intended, { inSeconds: TAKE_OVER_SECONDS });
  return true;
}

/** The job asks once more. */
export async function countAttempt(em: Tx, { assessmentId }: Decision): Promise<void> {
  await rows(em, sql`update intended_decision set attempts = attempts + 1 where assessment_id = ${assessmentId}`);
}

/**
 * What was asked of orders never arrived there: nothing is meant any more. False if somebody else has asked the same of it, and may
 * have been heard.
 */
export async function abandonDecision(tx: Tx, { assessmentId }: Decision): Promise<boolean> {
  const gone = await change(
    tx,
    sql`delete from intended_decision where assessment_id = ${assessmentId} and attempts = 1`,
  );
  if (gone > 0) await unschedule(tx, DECIDE, assessmentId);
  return gone > 0;
}

/** Orders has let it through, or not. */
export async function finishDecision(tx: Tx, intended: Decision, accepted: boolean): Promise<void> {
  const { assessmentId, decision, decidedBy, note } = intended;
  await rows(tx, sql`delete from intended_decision where assessment_id = ${assessmentId}`);
  await unschedule(tx, DECIDE, assessmentId);
  if (accepted) {
    await rows(
      tx,
      sql`update assessment set decision = ${decision}, decided_by = ${decidedBy}, note = ${note}, reviewed_at = now() where id = ${assessmentId} and decided_by is null`,
    );
  } else
    await rows(tx, sql`update assessment set reviewed_at = coalesce(reviewed_at, now()) where id = ${assessmentId}`);
}

/** The order has ended without a decision: nobody needs to decide any more. */
export async function endReview(tx: Tx, orderId: string): Promise<void> {
  await rows(tx, sql`insert into ended_order (order_id) values (${orderId}) on conflict do nothing`);
  await rows(tx, sql`update assessment set reviewed_at = now() where order_id = ${orderId} and reviewed_at is null`);
}
