// Begins a payment: stores the intent under the payment's ID, asks orders for permission, then stores the payment. The provider is called
// after that. Orders is idempotent by the payment's ID. A batch of requests is one SQL statement: one round trip instead of one each.
// Its lateral joins and its insertion into two tables would be SQL fragments in Kysely.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { NotFound, rateLimited, type DomainError } from "../../../platform/core/errors.ts";
import { forgetKey, resourceOf, settleKeys, type RequestKey } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { createIntents, type Answered } from "../../../platform/jobs/intents.ts";
import { createKeyedIntents, outcomeOfKey, type IntentRequest } from "../../../platform/jobs/keyed-intents.ts";
import { leaseEnd, type WorkItem, type WorkKind } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Payment } from "../entities/payment.ts";
import { statement } from "../entities/tables.ts";
import { OrderNotPayable } from "../errors.ts";
import type { OrdersClient, PaymentPermission } from "../clients/orders.ts";
import { PAY_WORK, PAYMENT_WORK } from "../job-names.ts";

export interface PayOrder {
  orderId: string;
  paymentMethod: string;
  /** Redirect target after an action at the provider. */
  returnUrl?: string | undefined;
  idempotencyKey: string;
}

export interface Attempt {
  orderId: string;
  buyerId: string;
  paymentMethod: string;
  returnUrl: string | null;
  /** Network of the buyer, as named by the gateways. */
  network: string | null;
  request: RequestKey;
}

/** Permission of orders, or KNOWN if the payment is stored already. */
type Admission = PaymentPermission | "KNOWN";
/** The new payment, the ID of a known one, or a refusal. */
type Admitted = { payment: Payment } | { paymentId: string } | { refusal: DomainError };

export interface Paying {
  /**
   * Begins a payment. Returns it, or the ID of the payment that the same request began before.
   * Refusals: NotFound, OrderNotPayable, PaymentDeclined, IdempotencyKeyReused
   * @throws GraphQLError RATE_LIMITED after too many declined payments
   */
  begin(buyerId: string, order: PayOrder, network?: string): Promise<{ payment: Payment } | { paymentId: string }>;
  work: WorkKind;
}

export function createPaying(database: () => Database, orders: OrdersClient): Paying {
  const begin = createKeyedIntents<Attempt>({
    database,
    kind: PAY_WORK,
    check: (requests) => tooManyDeclined(database(), requests),
  });
  const intents = createIntents<Attempt, Admission, Admitted>(database, {
    subgraph: "payments",
    kind: PAY_WORK,
    ask: (all) => admissions(database(), orders, all),
    settle: settleAdmissions,
    outcomeOf: async ({ id, body }) => {
      const outcome = await outcomeOfKey(database(), body.request).catch(() => ({ resourceId: id }));
      return "refusal" in outcome ? outcome : { paymentId: outcome.resourceId };
    },
    withdraw: (tx, { body }) => forgetKey(tx, body.request),
  });
  return {
    begin: async (buyerId, { idempotencyKey, ...input }, network) => {
      const key: RequestKey = { userId: buyerId, mutation: "payOrder", key: idempotencyKey };
      const { orderId, paymentMethod, returnUrl = null } = input;
      const body: Attempt = { orderId, buyerId, paymentMethod, returnUrl, network: network ?? null, request: key };
      const begun = await begin({ request: { ...key, input }, id: uuid(), body });
      if ("outcome" in begun) return { paymentId: resourceOf(begun.outcome) };
      const admitted = await intents.pursue(begun.intent);
      if ("refusal" in admitted) throw admitted.refusal;
      return admitted;
    },
    work: intents.work as WorkKind,
  };
}

/** Limits of declined payments in a day: above typing errors, below what tests of stolen cards need. */
const MOST_DECLINED = { order: 5, buyer: 20 };
const DECLINED_WITHIN_SECONDS = 86_400;

async function tooManyDeclined(database: Database, requests: IntentRequest<Attempt>[]): Promise<(Error | undefined)[]> {
  const counted = await database.prepared<{ ofOrder: number; ofBuyer: number; secondsToWait: number }>(
    "declined payments",
    sql`select o.declined as of_order, b.declined as of_buyer, b.seconds_to_wait
        from unnest(${requests.map(({ body }) => body.orderId)}::uuid[], ${requests.map(({ body }) => body.buyerId)}::uuid[])
               with ordinality as q(order_id, buyer_id, n)
          cross join lateral (
            select count(*)::int as declined from payment p
            where p.order_id = q.order_id and p.status = 'FAILED' and p.created_at > now() - ${`${DECLINED_WITHIN_SECONDS} s`}::interval) o
          cross join lateral (
            select count(*)::int as declined, ceil(${DECLINED_WITHIN_SECONDS} - extract(epoch from now() - min(created_at)))::int as seconds_to_wait
            from payment p where p.buyer_id = q.buyer_id and p.status = 'FAILED' and p.created_at > now() - ${`${DECLINED_WITHIN_SECONDS} s`}::interval) b
        order by q.n`,
  );
  return counted.map(({ ofOrder, ofBuyer, secondsToWait }) =>
    ofOrder >= MOST_DECLINED.order || ofBuyer >= MOST_DECLINED.buyer
      ? rateLimited(
          secondsToWait,
          "Too many payments were declined: ask your bank, or try again later with another order.",
        )
      : undefined,
  );
}

/** Asks orders for permission for payments that are not stored yet. */
async function admissions(
  database: Database,
  orders: OrdersClient,
  all: WorkItem<Attempt>[],
): Promise<(Admission | Error)[]> {
  const found = await database.prepared<{ id: string | null; orderId: string | null; ended: string[] }>(
    "payments to begin",
    sql`select p.id, null::uuid as order_id, null::uuid[] as ended from payment p where p.id = any(${all.map(({ id }) => id)}::uuid[]) and p.status <> 'REQUESTED'
        union all
        -- Leases of failed payments no longer count.
        select null, p.order_id, array_agg(p.id) from payment p
        where p.order_id = any(${all.map(({ body }) => body.orderId)}::uuid[]) and p.status in ('FAILED', 'CANCELLED') group by p.order_id`,
  );
  const known = new Set(found.map(({ id }) => id));
  const ended = new Map(found.map((one) => [one.orderId, one.ended]));
  const unknown = all.filter(({ id }) => !known.has(id));
  const permissions =
    unknown.length === 0
      ? []
      : await orders.beginPayments(
          unknown.map(({ id, body: { orderId, buyerId } }) => ({
            paymentId: id,
            orderId,
            buyerId,
            ended: ended.get(orderId) ?? [],
          })),
        );
  const byId = new Map(unknown.map(({ id }, index) => [id, permissions[index]!]));
  return all.map(({ id }) => byId.get(id) ?? "KNOWN");
}

type Answer = Answered<Attempt, Admission>;
type Granted = Answer & { answer: PaymentPermission };

const isGranted = (one: Answer): one is Granted => one.answer !== "KNOWN" && one.answer.refusal === null;

const requestedPayments = statement((db, { ids }: { ids: string[] }) =>
  db
    .deleteFrom("payment")
    .where("status", "=", "REQUESTED")
    .where((of) => of("id", "=", of.fn.any(of.val(ids)))),
);

/** Stores granted payments before the provider is called, and refusals as results of their idempotency keys. */
async function settleAdmissions(tx: Tx, answered: Answer[]): Promise<Admitted[]> {
  const payments = await writePayments(tx, answered.filter(isGranted));
  const admitted = answered.map(({ intent: { id }, answer }): Admitted => {
    if (answer !== "KNOWN" && answer.refusal !== null)
      return { refusal: answer.refusal === "NOT_FOUND" ? new NotFound("order") : new OrderNotPayable() };
    const payment = payments.get(id);
    return payment ? { payment } : { paymentId: id };
  });
  const refused = answered.flatMap(({ intent }, index) => {
    const outcome = admitted[index]!;
    return "refusal" in outcome ? [{ intent, outcome }] : [];
  });
  await settleKeys(
    tx,
    refused.map(({ intent, outcome }) => ({ request: intent.body.request, outcome })),
  );
  // The previous version stores the payment before it asks orders.
  if (refused.length > 0) await requestedPayments.change(tx, { ids: refused.map(({ intent }) => intent.id) });
  return admitted;
}

/** Stores new payments, each with a work item that calls the provider. */
async function writePayments(tx: Tx, granted: Granted[]): Promise<Map<string, Payment>> {
  if (granted.length === 0) return new Map();
  const of = <Value>(value: (one: Granted) => Value) => granted.map(value);
  const made = await rows<Payment>(
    tx,
    sql`with made as (
          insert into payment as p (id, order_id, buyer_id, status, payment_method, return_url, network, paid_by_key, amount, currency, organization_id, event_id, created_at)
          select id, order_id, buyer_id, 'PENDING', payment_method, return_url, network, key, amount, currency, organization_id, event_id, date_trunc('milliseconds', now())
          from unnest(${of(({ intent }) => intent.id)}::uuid[], ${of(({ intent }) => intent.body.orderId)}::uuid[], ${of(({ intent }) => intent.body.buyerId)}::uuid[],
                      ${of(({ intent }) => intent.body.paymentMethod)}::text[], ${of(({ intent }) => intent.body.returnUrl)}::text[], ${of(({ intent }) => intent.body.network)}::text[],
                      ${of(({ intent }) => intent.body.request.key)}::text[], ${of(({ answer }) => answer.amount)}::int[], ${of(({ answer }) => answer.currency)}::text[],
                      ${of(({ answer }) => answer.organizationId)}::uuid[], ${of(({ answer }) => answer.eventId)}::uuid[])
               as q(id, order_id, buyer_id, payment_method, return_url, network, key, amount, currency, organization_id, event_id)
          order by id
          -- Stored by the previous version.
          on conflict (id) do update set status = excluded.status, paid_by_key = excluded.paid_by_key, amount = excluded.amount, currency = excluded.currency,
            organization_id = excluded.organization_id, event_id = excluded.event_id
          where p.status = 'REQUESTED'
          returning p.*
        ), waiting as (
          insert into work_item (id, kind, due_at) select id, ${PAYMENT_WORK}, ${leaseEnd} from made on conflict do nothing
        )
        select * from made`,
  );
  return new Map(made.map((payment) => [payment.id, payment]));
}
