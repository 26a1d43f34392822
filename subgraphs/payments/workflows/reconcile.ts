// Reconciliation compares the ledger, payments, orders and the provider: nightly, and at the request of platform staff.
// Discrepancies are stored for a person; nothing is corrected automatically. The comparison within the database is one SQL statement:
// five queries on one snapshot, mostly texts.
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { FoundDiscrepancy } from "../entities/discrepancy.ts";
import { refundedAtProvider, type Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import {
  ProviderRefused,
  type PaymentProvider,
  type ProviderEntry,
  type ProviderPayment,
} from "../providers/provider.ts";

/** Payments and refunds of this period are compared with the provider. */
const LOOK_BACK_DAYS = 3;
/** Newer records may still be in progress. */
const SETTLED_AFTER = "15 minutes";
/** Maximum age of an open payment or refund. */
const OPEN_AFTER = "7 days";

/** Payments per query. */
const COMPARED_TOGETHER = 200;

const CAPTURED = ["SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** Compares the ledger with payments, and payments with orders; reports what is open for too long. */
async function withinOurs(database: Database): Promise<FoundDiscrepancy[]> {
  return rows<FoundDiscrepancy>(
    database.read(),
    sql`with settled as (select * from payment where status <> 'REQUESTED' and created_at < app_now() - ${SETTLED_AFTER}::interval),
          kept as (select payment_id, sum(amount) filter (where account = 'provider:clearing' or account like 'counter:%' and account not like '%:sales') as clearing,
                          sum(amount) filter (where account like 'exchange:%') as exchanged, sum(amount) as balance from ledger_entry group by payment_id),
          expected as (select s.*, case when s.credited_from is null then coalesce(k.clearing, 0) else coalesce(k.exchanged, 0) end as booked, coalesce(k.balance, 0) as balance,
                              case when s.status = any(${CAPTURED}::text[]) then s.amount - s.refunded + case when s.credited_from is null then s.credited - s.credit_refunded else 0 end else 0 end as kept
                       from settled s left join kept k on k.payment_id = s.id),
          claimed as (select * from order_claim where changed_at < app_now() - ${SETTLED_AFTER}::interval),
          taken as (select order_id, sum(amount) filter (where status = any(${CAPTURED}::text[])) as captured, sum(refunded) as refunded,
                           bool_or(status in ('PENDING', 'AUTHORIZED')) as is_open
                    from settled group by order_id)
        select 'LEDGER_AND_PAYMENT' as kind, s.id::text as subject, s.id as payment_id, s.order_id,
               format('%s is booked, %s was kept', s.booked, s.kept) as detail
        from expected s where s.balance <> 0 or s.booked <> s.kept
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

/** Difference between a payment and the provider's record; undefined if they agree or the payment is in progress. */
function difference(payment: Payment, theirs: ProviderPayment): string | undefined {
  const captured = CAPTURED.includes(payment.status) ? payment.amount : 0;
  const refunded = refundedAtProvider(payment);
  if (theirs.captured !== captured || theirs.refunded !== refunded)
    return `payments: ${captured} captured, ${refunded} refunded; provider: ${theirs.captured} captured, ${theirs.refunded} refunded`;
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

/** Known payments by ID; undefined for one that may still be in progress. */
async function paymentsOf(database: Database, ids: string[]): Promise<Map<string, Payment | undefined>> {
  const found = await comparedPayments.rows(database.read(), { ids });
  return new Map(found.map((payment) => [payment.id, payment.isSettled ? payment : undefined]));
}

/** The provider's record; null for an unknown payment. @throws ProviderTimeout */
async function retrieveOrNull(provider: PaymentProvider, reference: string): Promise<ProviderPayment | null> {
  return provider.retrieve(reference).catch((error: unknown) => {
    if (error instanceof ProviderRefused) return null;
    throw error;
  });
}

/** Payments that were created or refunded in the period and are not compared yet. */
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

/** Compares payments with the provider; `compared` is their number. @throws ProviderTimeout */
async function withTheirs(
  database: Database,
  provider: PaymentProvider,
): Promise<{ compared: number; found: FoundDiscrepancy[] }> {
  const found: FoundDiscrepancy[] = [];
  const seen = new Set<string>();
  const compare = async (payment: Payment, theirs: ProviderPayment | null) => {
    seen.add(payment.id);
    if (theirs && difference(payment, theirs) === undefined) return;
    // One of them may have changed between the two reads: read both again.
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

/** Discrepancies, and the number of payments compared with the provider. @throws ProviderTimeout */
export async function checkBooks(
  database: Database,
  provider: PaymentProvider,
): Promise<{ compared: number; found: FoundDiscrepancy[] }> {
  const ours = await withinOurs(database);
  const { compared, found } = await withTheirs(database, provider);
  return { compared, found: [...ours, ...found] };
}
