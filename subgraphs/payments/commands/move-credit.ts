// A credit arrives: what exchanged tickets are worth pays for another order.
import { randomUUID } from "node:crypto";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Payment } from "../entities/payment.ts";
import { bookAll } from "./book.ts";
import { chargeBack, freeUp } from "./charge-back.ts";
import { lockSourced } from "./credits.ts";
import { tellOfDisputes } from "./dispute-credits.ts";
import { addRefunded } from "./refunded.ts";

interface MovedCredit {
  creditId: string;
  orderId: string;
  fromPaymentId: string;
  buyerId: string;
  organizationId: string;
  eventId: string;
  amount: number;
  currency: string;
}

/**
 * Stores and books a credit, once. A chargeback of its money before that is booked from the credit.
 * @throws Error if the payment that it comes from is a credit that is not stored yet: the message is retried
 */
export async function moveCredit(tx: Tx, moved: MovedCredit): Promise<void> {
  const { fromPaymentId, amount } = moved;
  const known = await row<{ paymentId: string; creditedFrom: string | null }>(
    tx,
    sql`select id as payment_id, credited_from from payment where id = ${fromPaymentId}`,
  );
  const sourced = known && (await lockSourced(tx, known));
  if (!sourced) throw new Error(`Payment ${fromPaymentId} of a credit is not stored yet.`);
  const { payment: from, source } = sourced;
  const credit = await store(tx, moved, source.id);
  if (!credit || amount === 0) return;
  const taken = await freeUp(tx, sourced, amount);
  await addRefunded(tx, from.id, amount);
  await rows(tx, sql`update payment set credited = credited + ${amount}::int where id = ${from.id}`);
  await bookAll(tx, [
    { groupId: randomUUID(), what: "CREDIT_GIVEN", payment: from, amount },
    { groupId: credit.id, what: "CREDIT_TAKEN", payment: credit, amount },
  ]);
  if (taken > 0) await chargeBack(tx, { payment: credit, source }, taken);
  await tellOfDisputes(tx, credit, source, taken);
  reach("credit stored, not committed");
}

/** Undefined if it is stored already. */
function store(tx: Tx, moved: MovedCredit, sourceId: string): Promise<Payment | undefined> {
  const { creditId, orderId, buyerId, organizationId, eventId, amount, currency } = moved;
  return row<Payment>(
    tx,
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, credited_from, amount, currency, organization_id, event_id, created_at)
        values (${creditId}, ${orderId}, ${buyerId}, 'SUCCEEDED', 'exchange', ${sourceId}, ${amount}, ${currency}, ${organizationId}, ${eventId},
          date_trunc('milliseconds', now()))
        on conflict (id) do nothing returning *`,
  );
}
