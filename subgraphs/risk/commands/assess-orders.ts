// Assesses paid orders. Idempotent: after a repeated message the first verdict stays. Orders of one batch count for each other.
// SQL: one statement for a batch, instead of a round trip for each order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { isGuest } from "../../../domain/guests.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { OrderAssessed } from "../../../schema/messages/risk.ts";
import { statement } from "../entities/tables.ts";
import { score, type Features } from "../scoring/score.ts";
import { COUNTS_FOR } from "../projections/failures.ts";

export interface PaidOrder {
  orderId: string;
  buyerId: string;
  organizationId: string;
  amount: number;
  card: { fingerprint: string; riskLevel: Features["cardRiskLevel"] };
  network?: string | undefined;
}

export async function assessOrders(tx: Tx, paid: { order: PaidOrder; correlationId?: string | null }[]): Promise<void> {
  const orders = paid.map(({ order }) => order);
  const of = <Value>(value: (order: PaidOrder) => Value) => orders.map(value);
  await rows(
    tx,
    sql`insert into paid_order (order_id, buyer_id, card_fingerprint, amount, network)
        select * from unnest(${of(({ orderId }) => orderId)}::uuid[], ${of(({ buyerId }) => buyerId)}::uuid[], ${of(({ card }) => card.fingerprint)}::text[],
                             ${of(({ amount }) => amount)}::int[], ${of(({ network = null }) => network)}::text[])
        on conflict do nothing`,
  );
  const features = await featuresOf(tx, orders);
  const assessed = paid.map(({ order, correlationId }) => {
    const { hasEnded, ...known } = features.get(order.orderId)!;
    return { id: uuid(), order, correlationId, hasEnded, verdict: score(known) };
  });
  const each = <Value>(value: (one: (typeof assessed)[number]) => Value) => assessed.map(value);
  const made = await rows<{ id: string }>(
    tx,
    sql`insert into assessment (id, order_id, buyer_id, organization_id, score, decision, reasons, assessed_at, reviewed_at)
        select id, order_id, buyer_id, organization_id, score, decision, reasons::jsonb, date_trunc('milliseconds', now()), case when has_ended then now() end
        from unnest(${each(({ id }) => id)}::uuid[], ${each(({ order }) => order.orderId)}::uuid[], ${each(({ order }) => order.buyerId)}::uuid[],
                    ${each(({ order }) => order.organizationId)}::uuid[], ${each(({ verdict }) => verdict.score)}::int[], ${each(({ verdict }) => verdict.decision)}::text[],
                    ${each(({ verdict }) => JSON.stringify(verdict.reasons))}::text[], ${each(({ hasEnded }) => hasEnded)}::boolean[])
             as a(id, order_id, buyer_id, organization_id, score, decision, reasons, has_ended)
        on conflict (order_id) do nothing returning id`,
  );
  const fresh = new Set(made.map(({ id }) => id));
  await publishMany(
    tx,
    OrderAssessed,
    assessed
      .filter(({ id }) => fresh.has(id))
      .map(({ id, order: { orderId }, correlationId, verdict: { decision, score: total } }) => ({
        key: orderId,
        correlationId,
        body: { assessmentId: id, orderId, decision, score: total },
      })),
  );
}

type Trouble = "DISPUTED" | "FRAUD_WARNING";

const addTrouble = statement((db, { orderId, what }: { orderId: string; what: Trouble }) =>
  db
    .insertInto("troubled_order")
    .values({ orderId, what })
    .onConflict((known) => known.doNothing()),
);

/** Records a dispute or fraud warning, for later orders of the buyer or card. */
export async function noteAdverseSignal(tx: Tx, orderId: string, what: Trouble): Promise<void> {
  await addTrouble.change(tx, { orderId, what });
}

type Counted = Omit<Features, "cardRiskLevel" | "amount" | "isGuest"> & { orderId: string; hasEnded: boolean };

/** Features of each order when it is paid, and whether it has already ended. */
async function featuresOf(tx: Tx, orders: PaidOrder[]): Promise<Map<string, Features & { hasEnded: boolean }>> {
  const of = <Value>(value: (order: PaidOrder) => Value) => orders.map(value);
  const since = sql`now() - ${COUNTS_FOR}::interval`;
  const counted = await rows<Counted>(
    tx,
    sql`select q.order_id, history.*, buyer.*, trouble.*, failures.*, exists (select from ended_order e where e.order_id = q.order_id) as has_ended
        from unnest(${of(({ orderId }) => orderId)}::uuid[], ${of(({ buyerId }) => buyerId)}::uuid[], ${of(({ card }) => card.fingerprint)}::text[], ${of(({ network = null }) => network)}::text[])
               as q(order_id, buyer_id, card, network)
          cross join lateral (
            select count(*) filter (where paid_at > now() - interval '1 hour')::int as orders_in_hour, count(distinct card_fingerprint)::int as cards_in_day
            from paid_order where buyer_id = q.buyer_id and paid_at > now() - interval '1 day') history
          left join lateral (
            select coalesce(v.email_domain, b.email_domain) as email_domain, extract(epoch from now() - b.registered_at)::int as account_age_seconds
            from buyer b left join verified_email v on v.user_id = b.user_id where b.user_id = q.buyer_id) buyer on true
          -- A troubled order of the buyer or the card counts once.
          cross join lateral (
            select count(*) filter (where t.what = 'DISPUTED')::int as disputes, count(*) filter (where t.what = 'FRAUD_WARNING')::int as fraud_warnings
            from (select order_id from paid_order where buyer_id = q.buyer_id union select order_id from paid_order where card_fingerprint = q.card) o
              join troubled_order t using (order_id)) trouble
          -- Free orders don't count for a network: they would make it look honest at no cost. Paid orders are counted up to the number of
          -- declined payments, because a carrier's network has thousands.
          cross join lateral (
            with declined as (select count(*)::int as n from declined_payment where network = q.network and declined_at > ${since})
            select (select count(*)::int from (
                      select payment_id from declined_payment where buyer_id = q.buyer_id and declined_at > ${since}
                      union select payment_id from declined_payment where card_fingerprint = q.card and declined_at > ${since}) d) as declined_in_day,
                   (select count(*)::int from guessed_codes where buyer_id = q.buyer_id and guessed_at > ${since}) as codes_guessed_in_day,
                   declined.n as network_declined_in_day,
                   (select count(*)::int from (
                      select 1 from paid_order where network = q.network and paid_at > ${since} and amount > 0 limit declined.n) p) as network_paid_in_day,
                   (select count(*)::int from guessing_network where network = q.network and guessed_at > ${since}) as network_guessed_in_day
            from declined) failures`,
  );
  const byOrder = new Map(counted.map((one) => [one.orderId, one]));
  return new Map(
    orders.map(({ orderId, buyerId, card, amount }) => {
      const { orderId: _, ...known } = byOrder.get(orderId)!;
      return [orderId, { ...known, cardRiskLevel: card.riskLevel, amount, isGuest: isGuest(buyerId) }];
    }),
  );
}
