// Assesses an order that was paid for, once: the message may come again, the verdict stays.
import type { Tx } from "../../../platform/database.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { publish } from "../../../platform/outbox.ts";
import { change, row, rows, sql } from "../../../platform/sql.ts";
import { OrderAssessed } from "../../../schema/messages/risk.ts";
import { score, type Features } from "../score.ts";

export interface PaidOrder {
  orderId: string;
  buyerId: string;
  organizationId: string;
  amount: number;
  card: { fingerprint: string; riskLevel: Features["cardRiskLevel"] };
}

export async function assessOrder(tx: Tx, order: PaidOrder): Promise<void> {
  const { orderId, buyerId, organizationId, amount, card } = order;
  await rows(
    tx,
    sql`insert into paid_order (order_id, buyer_id, card_fingerprint, amount) values (${orderId}, ${buyerId}, ${card.fingerprint}, ${amount}) on conflict do nothing`,
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

/** Remembers a declined payment, for the buyer's next one and the card's. */
export async function noteDeclined(
  tx: Tx,
  declined: { paymentId: string; buyerId?: string | undefined; cardFingerprint?: string | undefined },
): Promise<void> {
  const { paymentId, buyerId, cardFingerprint = null } = declined;
  if (buyerId === undefined) return;
  await rows(
    tx,
    sql`insert into declined_payment (payment_id, buyer_id, card_fingerprint) values (${paymentId}, ${buyerId}, ${cardFingerprint}) on conflict do nothing`,
  );
}

/** Remembers that a buyer reached the limit of wrong promo codes, for the next assessment. */
export async function noteGuessedCodes(
  tx: Tx,
  { guessId, buyerId }: { guessId: string; buyerId: string },
): Promise<void> {
  await rows(tx, sql`delete from guessed_codes where buyer_id = ${buyerId} and guessed_at <= now() - interval '1 day'`);
  await rows(
    tx,
    sql`insert into guessed_codes (guess_id, buyer_id) values (${guessId}, ${buyerId}) on conflict do nothing`,
  );
}

async function featuresOf(tx: Tx, { buyerId, amount, card }: PaidOrder): Promise<Features> {
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
  const declined = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (
          select payment_id from declined_payment where buyer_id = ${buyerId} and declined_at > now() - interval '1 day'
          union select payment_id from declined_payment where card_fingerprint = ${card.fingerprint} and declined_at > now() - interval '1 day') d`,
  );
  const guessed = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from guessed_codes where buyer_id = ${buyerId} and guessed_at > now() - interval '1 day'`,
  );
  return {
    codesGuessedInDay: guessed?.n ?? 0,
    declinedInDay: declined?.n ?? 0,
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
