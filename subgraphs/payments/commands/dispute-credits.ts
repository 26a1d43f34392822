// A dispute is of a payment at the provider. If exchanged tickets have moved its money, it concerns the orders of the credits too: their tickets are
// frozen, and they end when the dispute is lost. A credit that arrives later than the dispute gets the same messages.
import type { Tx } from "../../../platform/postgres/database.ts";
import { idOf } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { DisputeEnded, PaymentDisputed } from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import { chargeBack, leftOf } from "./charge-back.ts";
import { creditsFrom } from "./credits.ts";

/** Orders have one ID for each disputed order. */
const idFor = (disputeId: string, { id }: Pick<Payment, "id">) => idOf(`dispute ${disputeId} ${id}`);

async function tellOpened(tx: Tx, credit: Payment, disputeId: string, amount: number): Promise<void> {
  const { id: paymentId, orderId } = credit;
  await publish(tx, PaymentDisputed, paymentId, { paymentId, orderId, disputeId: idFor(disputeId, credit), amount });
}

interface End {
  disputeId: string;
  isLost: boolean;
  /** Charged back from the credit. */
  amount: number;
}

async function tellEnded(tx: Tx, credit: Payment, { disputeId, isLost, amount }: End): Promise<void> {
  const { id: paymentId, orderId } = credit;
  const of = { paymentId, orderId, disputeId: idFor(disputeId, credit) };
  await publish(tx, DisputeEnded, paymentId, { ...of, isLost, amount });
}

export async function openForCredits(tx: Tx, payment: Payment, disputeId: string, amount: number): Promise<void> {
  for (const credit of await creditsFrom(tx, payment.id)) await tellOpened(tx, credit, disputeId, amount);
}

/** Charges back what exchanged tickets paid for other orders with the disputed money, at most `amount`. Returns the sum. */
export async function endForCredits(tx: Tx, payment: Payment, { disputeId, isLost, amount }: End): Promise<number> {
  let left = amount;
  for (const credit of await creditsFrom(tx, payment.id)) {
    const part = Math.min(left, leftOf(credit));
    if (part > 0) await chargeBack(tx, { payment: credit, source: payment }, part, idFor(disputeId, credit));
    left -= part;
    await tellEnded(tx, credit, { disputeId, isLost, amount: part });
  }
  return amount - left;
}

interface Known {
  id: string;
  amount: number;
  status: "OPEN" | "WON" | "LOST";
}

/** Tells the order of a credit that is new about disputes of its money. `taken`: what the bank took of it. The source is locked. */
export async function tellOfDisputes(tx: Tx, credit: Payment, source: Payment, taken: number): Promise<void> {
  const known = await rows<Known>(
    tx,
    sql`select id, amount, status from dispute where payment_id = ${source.id} and status <> 'WON' order by opened_at, id`,
  );
  const last = known.findLast(({ status }) => status === "LOST");
  for (const { id, amount, status } of known) {
    if (status === "OPEN") await tellOpened(tx, credit, id, amount);
    else await tellEnded(tx, credit, { disputeId: id, isLost: true, amount: id === last!.id ? taken : 0 });
  }
}
