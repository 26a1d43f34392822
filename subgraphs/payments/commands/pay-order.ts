// Begins a payment. What is meant is written first, under the payment's own id; then orders is asked whether and for
// how much; then the provider is called, outside any transaction; then what it said is written. Whoever dies in between
// leaves a job that asks again: orders and the provider both know the payment by its id and do nothing twice.
import type { Tx } from "../../../platform/database.ts";
import { rateLimited, type DomainError } from "../../../platform/errors.ts";
import { claimKey, resourceOf, settleKey, type IdempotentRequest } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { schedule, unschedule } from "../../../platform/jobs.ts";
import { change, row, rows, sql } from "../../../platform/sql.ts";
import type { PaymentPermission } from "../orders-client.ts";

export const JOBS = {
  settle: "settle-payment",
  capture: "capture-payment",
  void: "void-payment",
  letGo: "let-go",
  refund: "refund-payment",
  check: "check-books",
  nightlyCheck: "check-books-nightly",
} as const;
/** Well after the request itself would have ended it. */
const TAKE_OVER_SECONDS = 6;

export interface PayOrder {
  orderId: string;
  paymentMethod: string;
  /** Where the buyer's browser goes after an action at the provider's. */
  returnUrl?: string | undefined;
  idempotencyKey: string;
}

export interface Attempt {
  paymentId: string;
  orderId: string;
  buyerId: string;
  request: IdempotentRequest;
}

/** Declined tries in a day: a buyer mistypes a few times, and who tries out stolen cards needs many. */
const MOST_DECLINED = { order: 5, buyer: 20 };
const DECLINED_WITHIN_SECONDS = 86_400;

/**
 * Answers with the settled payment's id instead if the key was used before.
 * @throws the first refusal; IdempotencyKeyReused; GraphQLError RATE_LIMITED after too many declined tries
 */
export async function beginAttempt(
  tx: Tx,
  buyerId: string,
  { idempotencyKey, ...input }: PayOrder,
  network?: string,
): Promise<{ settledId: string } | { attempt: Attempt }> {
  const request: IdempotentRequest = { userId: buyerId, mutation: "payOrder", key: idempotencyKey, input };
  const { outcome, pendingId: paymentId } = await claimKey(tx, request, uuid);
  if (outcome) return { settledId: resourceOf(outcome) };
  const attempt: Attempt = { paymentId, orderId: input.orderId, buyerId, request };
  const since = sql`created_at > now() - ${`${DECLINED_WITHIN_SECONDS} s`}::interval`;
  const made = await row<{ isNew: boolean; ofOrder: number; ofBuyer: number; secondsToWait: number }>(
    tx,
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, return_url, network, created_at)
        values (${paymentId}, ${input.orderId}, ${buyerId}, 'REQUESTED', ${input.paymentMethod}, ${input.returnUrl ?? null}, ${network ?? null}, date_trunc('milliseconds', now()))
        on conflict (id) do update set attempts = payment.attempts + 1
        returning xmax = 0 as is_new,
          (select count(*)::int from payment where order_id = ${input.orderId} and status = 'FAILED' and ${since}) as of_order,
          (select count(*)::int from payment where buyer_id = ${buyerId} and status = 'FAILED' and ${since}) as of_buyer,
          (select ceil(${DECLINED_WITHIN_SECONDS} - extract(epoch from now() - min(created_at)))::int
           from payment where buyer_id = ${buyerId} and status = 'FAILED' and ${since}) as seconds_to_wait`,
  );
  if (made?.isNew && (made.ofOrder >= MOST_DECLINED.order || made.ofBuyer >= MOST_DECLINED.buyer))
    throw rateLimited(
      made.secondsToWait,
      "Too many payments were declined: ask your bank, or try again later with another order.",
    );
  if (made?.isNew) await schedule(tx, "payments", JOBS.settle, paymentId, attempt, { inSeconds: TAKE_OVER_SECONDS });
  return { attempt };
}

/** Payments of the order that failed: they have no lease on it any more. */
export async function endedPayments(tx: Tx, orderId: string): Promise<string[]> {
  const ended = await rows<{ id: string }>(
    tx,
    sql`select id from payment where order_id = ${orderId} and status in ('FAILED', 'CANCELLED')`,
  );
  return ended.map(({ id }) => id);
}

/** The job asks once more. */
export async function countAttempt(em: Tx, paymentId: string): Promise<void> {
  await rows(em, sql`update payment set attempts = attempts + 1 where id = ${paymentId} and status = 'REQUESTED'`);
}

/**
 * What was asked of orders never arrived there: nothing is meant any more, and the key is free. False if somebody else has asked
 * the same of it, and may have been heard.
 */
export async function abandonAttempt(tx: Tx, { paymentId, request }: Attempt): Promise<boolean> {
  const gone = await change(
    tx,
    sql`delete from payment where id = ${paymentId} and status = 'REQUESTED' and attempts = 1`,
  );
  if (gone === 0) return false;
  await unschedule(tx, JOBS.settle, paymentId);
  await rows(
    tx,
    sql`delete from idempotency_key where user_id = ${request.userId} and mutation = ${request.mutation} and key = ${request.key}`,
  );
  return true;
}

/** Orders said no. */
export async function refuseAttempt(tx: Tx, attempt: Attempt, refusal: DomainError): Promise<void> {
  await settleKey(tx, attempt.request, { refusal });
  await rows(tx, sql`delete from payment where id = ${attempt.paymentId} and status = 'REQUESTED'`);
  await unschedule(tx, JOBS.settle, attempt.paymentId);
}

/** Orders said yes: the intent to charge this much is written before the provider hears of it. */
export async function admitAttempt(tx: Tx, { paymentId }: Attempt, permission: PaymentPermission): Promise<void> {
  await row(
    tx,
    sql`update payment set status = 'PENDING', amount = ${permission.amount}, currency = ${permission.currency}, organization_id = ${permission.organizationId}, event_id = ${permission.eventId}
        where id = ${paymentId} and status = 'REQUESTED'`,
  );
}
