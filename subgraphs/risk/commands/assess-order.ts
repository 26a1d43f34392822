// Assesses an order that was paid for, once: the message may come again, the verdict stays.
import type { Tx } from "../../../platform/database.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { publish } from "../../../platform/outbox.ts";
import { change, row, rows, sql } from "../../../platform/sql.ts";
import { OrderAssessed } from "../../../schema/messages/risk.ts";
import { score, type Features } from "../score.ts";
import { COUNTS_FOR } from "./note-failures.ts";

export interface PaidOrder {
  orderId: string;
  buyerId: string;
  organizationId: string;
  amount: number;
  card: { fingerprint: string; riskLevel: Features["cardRiskLevel"] };
  network?: string | undefined;
}

export async function assessOrder(tx: Tx, order: PaidOrder): Promise<void> {
  const { orderId, buyerId, organizationId, amount, card, network = null } = order;
  await rows(
    tx,
    sql`insert into paid_order (order_id, buyer_id, card_fingerprint, amount, network)
        values (${orderId}, ${buyerId}, ${card.fingerprint}, ${amount}, ${network}) on conflict do nothing`,
  );
  const { decision, reasons, score: total } = score(await featuresOf(tx, order));
  const id = uuid();
  const made = await change(
    tx,
    sql`insert into assessment (id, order_id, buyer_id, organization_id, score, decision, reasons, assessed_at, reviewed_at)
        values (${id}, ${orderId}, ${buyerId}, ${organizationId}, ${total}, ${decision}, ${JSON.stringify(reasons)}, date_trunc('milliseconds', now()),
                (select now() from ended_order where order_id = ${orderId})) on conflict (order_id) do nothing`,
  );
  if (made > 0) await publish(tx, OrderAssessed, orderId, { assessmentId: id, orderId, decision, score: total });
}

/** Remembers what a bank said of an order, for the buyer's next one and the card's. */
export async function noteTrouble(tx: Tx, orderId: string, what: "DISPUTED" | "FRAUD_WARNING"): Promise<void> {
  await rows(tx, sql`insert into troubled_order (order_id, what) values (${orderId}, ${what}) on conflict do nothing`);
}

type Failures = Pick<
  Features,
  "declinedInDay" | "codesGuessedInDay" | "networkDeclinedInDay" | "networkPaidInDay" | "networkGuessedInDay"
>;

async function featuresOf(tx: Tx, order: PaidOrder): Promise<Features> {
  const { buyerId, amount, card, network = null } = order;
  const since = sql`now() - ${COUNTS_FOR}::interval`;
  const history = await row<{ ordersInHour: number; cardsInDay: number }>(
    tx,
    sql`select count(*) filter (where paid_at > now() - interval '1 hour')::int as orders_in_hour, count(distinct card_fingerprint)::int as cards_in_day
        from paid_order where buyer_id = ${buyerId} and paid_at > now() - interval '1 day'`,
  );
  const buyer = await row<{ emailDomain: string; age: number }>(
    tx,
    sql`select coalesce(v.email_domain, b.email_domain) as email_domain, extract(epoch from now() - b.registered_at)::int as age
        from buyer b left join verified_email v on v.user_id = b.user_id where b.user_id = ${buyerId}`,
  );
  // A troubled order counts by its buyer and by its card, each once.
  const trouble = await row<{ disputes: number; fraudWarnings: number }>(
    tx,
    sql`select count(*) filter (where t.what = 'DISPUTED')::int as disputes, count(*) filter (where t.what = 'FRAUD_WARNING')::int as fraud_warnings
        from (select order_id from paid_order where buyer_id = ${buyerId} union select order_id from paid_order where card_fingerprint = ${card.fingerprint}) o
        join troubled_order t using (order_id)`,
  );
  // Free orders of a network don't count: with them anybody could make it look honest. Paid ones are counted no further than declined
  // ones, for a carrier's network has thousands.
  const failures = await row<Failures>(
    tx,
    sql`with declined as (select count(*)::int as n from declined_payment where network = ${network} and declined_at > ${since})
        select (select count(*)::int from (
                  select payment_id from declined_payment where buyer_id = ${buyerId} and declined_at > ${since}
                  union select payment_id from declined_payment where card_fingerprint = ${card.fingerprint} and declined_at > ${since}) d) as declined_in_day,
               (select count(*)::int from guessed_codes where buyer_id = ${buyerId} and guessed_at > ${since}) as codes_guessed_in_day,
               declined.n as network_declined_in_day,
               (select count(*)::int from (
                  select 1 from paid_order where network = ${network} and paid_at > ${since} and amount > 0 limit declined.n) p) as network_paid_in_day,
               (select count(*)::int from guessing_network where network = ${network} and guessed_at > ${since}) as network_guessed_in_day
        from declined`,
  );
  return {
    ...failures!,
    disputes: trouble?.disputes ?? 0,
    fraudWarnings: trouble?.fraudWarnings ?? 0,
    cardRiskLevel: card.riskLevel,
    emailDomain: buyer?.emailDomain ?? null,
    accountAgeSeconds: buyer?.age ?? null,
    ordersInHour: history?.ordersInHour ?? 1,
    cardsInDay: history?.cardsInDay ?? 1,
    amount,
  };
}
