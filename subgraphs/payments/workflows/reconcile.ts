// Once a night, and whenever somebody of the platform's staff wants to know: do the ledger, the payments, the orders and the
// provider say the same? What does not agree is written down, and a person looks at it; nothing is set right by itself. Our own books are compared by
// one statement in SQL, once a night: five questions of one snapshot, most of whose text says what differs.
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { FoundDiscrepancy } from "../entities/discrepancy.ts";
import type { Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import {
  ProviderRefused,
  type PaymentProvider,
  type ProviderEntry,
  type ProviderPayment,
} from "../providers/provider.ts";

/** What the provider made so long ago, and what went back of anything within that time, is compared with it. */
const LOOK_BACK_DAYS = 3;
/** Who is younger may still be on the way. */
const SETTLED_AFTER = "15 minutes";
/** Longer than any authorization or refund should be open. */
const OPEN_AFTER = "7 days";

/** Payments that are looked up in one query. */
const COMPARED_TOGETHER = 200;

const CAPTURED = ["SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** Within the database: the ledger with the payments, and the payments with what orders has said. */
async function withinOurs(database: Database): Promise<FoundDiscrepancy[]> {
  return rows<FoundDiscrepancy>(
    database.read(),
    sql`with settled as (select * from payment where status <> 'REQUESTED' and created_at < app_now() - ${SETTLED_AFTER}::interval),
          kept as (select payment_id, sum(amount) filter (where account = 'provider:clearing') as clearing, sum(amount) as balance from ledger_entry group by payment_id),
          claimed as (select * from order_claim where changed_at < app_now() - ${SETTLED_AFTER}::interval),
          taken as (select order_id, sum(amount) filter (where status = any(${CAPTURED}::text[])) as captured, sum(refunded) as refunded,
                           bool_or(status in ('PENDING', 'AUTHORIZED')) as is_open
                    from settled group by order_id)
        select 'LEDGER_AND_PAYMENT' as kind, s.id::text as subject, s.id as payment_id, s.order_id,
               format('%s is booked, %s was kept', coalesce(k.clearing, 0), case when s.status = any(${CAPTURED}::text[]) then s.amount - s.refunded else 0 end) as detail
        from settled s left join kept k on k.payment_id = s.id
        where coalesce(k.balance, 0) <> 0 or coalesce(k.clearing, 0) <> case when s.status = any(${CAPTURED}::text[]) then s.amount - s.refunded else 0 end
        union all
        select 'PAYMENT_AND_ORDER', c.order_id::text, null, c.order_id,
               case when c.status = 'CONFIRMED' then format('the order is confirmed for %s, and %s was captured', c.total, coalesce(t.captured, 0))
                    else format('the order has ended, and %s of %s captured has gone back%s', coalesce(t.refunded, 0), coalesce(t.captured, 0), case when t.is_open then '; a payment is still open' else '' end) end
        from claimed c left join taken t using (order_id)
        where (c.status = 'CONFIRMED' and coalesce(t.captured, 0) <> c.total)
           or (c.status = 'ENDED' and (coalesce(t.captured, 0) <> coalesce(t.refunded, 0) or t.is_open))
        union all
        select 'OPEN_TOO_LONG', s.id::text, s.id, s.order_id, format('the payment has been %s since %s', s.status, s.created_at)
        from settled s where s.status in ('PENDING', 'AUTHORIZED') and s.created_at < app_now() - ${OPEN_AFTER}::interval
        union all
        select 'OPEN_TOO_LONG', r.id::text, p.id, p.order_id, format('a refund of %s has been %s since %s', r.amount, r.status, r.created_at)
        from refund r join payment p on p.id = r.payment_id where r.status <> 'DONE' and p.status <> 'REFUNDED' and r.created_at < app_now() - ${OPEN_AFTER}::interval
        union all
        select 'LEDGER_BALANCE', currency, null, null, format('all entries add up to %s', sum(amount)) from ledger_entry group by currency having sum(amount) <> 0`,
  );
}

/** How a payment of ours differs from the provider's; undefined if it does not, or is on its way. */
function difference(payment: Payment, theirs: ProviderPayment): string | undefined {
  const captured = CAPTURED.includes(payment.status) ? payment.amount : 0;
  if (theirs.captured !== captured || theirs.refunded !== payment.refunded)
    return `payments: ${captured} captured, ${payment.refunded} refunded; provider: ${theirs.captured} captured, ${theirs.refunded} refunded`;
  const isSetAside = theirs.authorization.outcome === "authorized" && theirs.captured === 0 && !theirs.isVoided;
  if (isSetAside && ["FAILED", "CANCELLED"].includes(payment.status))
    return `the payment is ${payment.status}, and the provider still has the authorization`;
  if (theirs.isVoided && payment.status === "AUTHORIZED")
    return "the payment is AUTHORIZED, and the provider has voided the authorization";
  return undefined;
}

const comparedPayments = statement((db, { ids }: { ids: string[] }, { sql }) =>
  db
    .selectFrom("payment as p")
    .selectAll("p")
    .$castTo<Payment>()
    .select((of) => {
      const isOld = of("p.createdAt", "<", sql<Date>`app_now() - ${SETTLED_AFTER}::interval`);
      return of.and([of("p.status", "<>", "REQUESTED"), isOld]).as("isSettled");
    })
    .where((of) => of("p.id", "=", of.fn.any(of.val(ids)))),
);

/** Of these, those that we know, by their ids; undefined under the id of one that may still be on its way. */
async function paymentsOf(database: Database, ids: string[]): Promise<Map<string, Payment | undefined>> {
  const found = await comparedPayments.rows(database.read(), { ids });
  return new Map(found.map((payment) => [payment.id, payment.isSettled ? payment : undefined]));
}

/** How it stands with the provider; null for what it does not know. @throws ProviderTimeout */
async function retrieveOrNull(provider: PaymentProvider, reference: string): Promise<ProviderPayment | null> {
  return provider.retrieve(reference).catch((error: unknown) => {
    if (error instanceof ProviderRefused) return null;
    throw error;
  });
}

/** Of the period, or refunded within it; but for those that were seen. */
const unseenPayments = statement((db, of: { seen: string[]; since: Date; until: Date }) =>
  payments(db)
    .where("p.providerReference", "is not", null)
    .where("p.providerReference", "not like", "refused %")
    .where("p.amount", ">", 0)
    .where((payment) => payment.not(payment("p.id", "=", payment.fn.any(payment.val(of.seen)))))
    .where("p.createdAt", "<", of.until)
    .where((payment) =>
      payment.or([
        payment("p.createdAt", ">=", of.since),
        payment.exists(
          payment
            .selectFrom("refund as r")
            .select("r.id")
            .whereRef("r.paymentId", "=", "p.id")
            .where("r.createdAt", ">=", of.since),
        ),
      ]),
    ),
);

/** With the provider's own books. Says how many payments it has compared. @throws ProviderTimeout */
async function withTheirs(
  database: Database,
  provider: PaymentProvider,
): Promise<{ compared: number; found: FoundDiscrepancy[] }> {
  const found: FoundDiscrepancy[] = [];
  const seen = new Set<string>();
  const compare = async (payment: Payment, theirs: ProviderPayment | null) => {
    seen.add(payment.id);
    if (theirs && difference(payment, theirs) === undefined) return;
    // One of them may have moved between the two looks.
    const again = (await paymentsOf(database, [payment.id])).get(payment.id);
    const theirsNow = again && (await retrieveOrNull(provider, again.providerReference!));
    const detail = theirsNow ? difference(again, theirsNow) : again && "the provider does not have the payment";
    const { id, orderId } = payment;
    if (detail !== undefined) found.push({ kind: "PAYMENT_AND_PROVIDER", subject: id, paymentId: id, orderId, detail });
  };
  const period = (await row<{ since: Date; until: Date }>(
    database.read(),
    sql`select now() - ${`${LOOK_BACK_DAYS} days`}::interval as since, app_now() - ${SETTLED_AFTER}::interval as until`,
  ))!;
  for await (const entries of batched(provider.list(period.since))) {
    const ours = await paymentsOf(
      database,
      entries.flatMap(({ paymentId }) => uuidOrNull(paymentId ?? "") ?? []),
    );
    for (const entry of entries) {
      if (entry.paymentId === null) continue;
      const payment = ours.get(entry.paymentId);
      if (payment) await compare(payment, entry);
      else if (!ours.has(entry.paymentId))
        found.push({
          kind: "UNKNOWN_TO_US",
          subject: entry.reference,
          paymentId: null,
          orderId: null,
          detail: `the provider has a payment that payments does not have, with ${entry.captured} captured`,
        });
    }
  }
  const others = await unseenPayments.rows(database.read(), { seen: [...seen], ...period });
  for (const payment of others) await compare(payment, await retrieveOrNull(provider, payment.providerReference!));
  return { compared: seen.size, found };
}

async function* batched(entries: AsyncIterable<ProviderEntry>): AsyncGenerator<ProviderEntry[]> {
  let batch: ProviderEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length === COMPARED_TOGETHER) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/** What does not agree, and how many payments were compared with the provider. @throws ProviderTimeout */
export async function checkBooks(
  database: Database,
  provider: PaymentProvider,
): Promise<{ compared: number; found: FoundDiscrepancy[] }> {
  const ours = await withinOurs(database);
  const { compared, found } = await withTheirs(database, provider);
  return { compared, found: [...ours, ...found] };
}
