// Disputes and fraud warnings by the buyer's bank. Events may arrive twice and in any order; a closed dispute stays closed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { idOf, v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { DisputeEnded, FraudWarned, PaymentDisputed } from "../../../schema/messages/payments.ts";
import { DisputeEntity } from "../entities/dispute.ts";
import { PaymentEntity, type Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import type { ProviderEvent } from "../providers/provider.ts";
import { book } from "./book.ts";
import { creditsFrom, noteAtSource } from "./credits.ts";
import { addRefunded } from "./refunded.ts";
import { settleCaptures } from "./settle-captures.ts";

type Said = Extract<ProviderEvent, { about: "dispute" }>["dispute"];

const lockedPayment = statement((db, { reference }: { reference: string }) =>
  payments(db).where("p.providerReference", "=", reference).forUpdate(),
);

function lockByReference(tx: Tx, reference: string): Promise<Payment | undefined> {
  return lockedPayment.row(tx, { reference });
}

export async function settleDispute(tx: Tx, reference: string, said: Said): Promise<void> {
  const payment = await lockByReference(tx, reference);
  if (!payment) return;
  const { id: paymentId, orderId, organizationId } = payment;
  const known = await tx.findOne(DisputeEntity, { reference: said.id });
  const disputeId = known?.id ?? uuid();
  if (!known) {
    await tx.insert(DisputeEntity, {
      ...{ id: disputeId, reference: said.id, paymentId, organizationId },
      ...{ amount: said.amount, reason: said.reason, status: "OPEN", openedAt: new Date() },
    });
    await publish(tx, PaymentDisputed, paymentId, { paymentId, orderId, disputeId, amount: said.amount });
    for (const credit of await creditsFrom(tx, paymentId)) {
      const of = { paymentId: credit.id, orderId: credit.orderId, disputeId: ofCredit(disputeId, credit) };
      await publish(tx, PaymentDisputed, credit.id, { ...of, amount: said.amount });
    }
  }
  if (said.status === "OPEN" || (known && known.status !== "OPEN")) return;
  const isLost = said.status === "LOST";
  const amount = isLost ? Math.min(said.amount, payment.amount - payment.refunded) : 0;
  const ofCredits = await endForCredits(tx, payment, { disputeId, isLost, amount: isLost ? said.amount - amount : 0 });
  const closed = { status: said.status, chargedBack: amount + ofCredits, closedAt: new Date() };
  await tx.nativeUpdate(DisputeEntity, { id: disputeId }, closed);
  if (amount > 0) {
    // Only captured money can be charged back, so the capture happened; it may not be recorded yet.
    if (payment.status === "AUTHORIZED") await settleCaptures(tx, [{ paymentId }]);
    await addRefunded(tx, paymentId, amount);
    await book(tx, disputeId, "CHARGEBACK", payment, amount);
  }
  await publish(tx, DisputeEnded, paymentId, { paymentId, orderId, disputeId, isLost, amount });
}

/** Orders have one ID for each disputed order. */
const ofCredit = (disputeId: string, { id }: Pick<Payment, "id">) => idOf(`dispute ${disputeId} ${id}`);

/** Charges back what exchanged tickets paid for other orders with the disputed money. Returns the sum. */
async function endForCredits(
  tx: Tx,
  payment: Payment,
  { disputeId, isLost, amount }: { disputeId: string; isLost: boolean; amount: number },
): Promise<number> {
  let left = amount;
  for (const credit of await creditsFrom(tx, payment.id)) {
    const part = Math.min(left, credit.amount - credit.refunded);
    const { id: paymentId, orderId } = credit;
    if (part > 0) {
      await addRefunded(tx, paymentId, part);
      await book(tx, ofCredit(disputeId, credit), "CHARGEBACK", credit, part);
      await noteAtSource(tx, payment, "CHARGEBACK", part);
    }
    left -= part;
    const ended = { paymentId, orderId, disputeId: ofCredit(disputeId, credit), isLost, amount: part };
    await publish(tx, DisputeEnded, paymentId, ended);
  }
  return amount - left;
}

export async function noteFraudWarning(tx: Tx, reference: string, kind: string): Promise<void> {
  const payment = await lockByReference(tx, reference);
  if (!payment || payment.fraudWarning !== null) return;
  const { id: paymentId, orderId } = payment;
  await tx.nativeUpdate(PaymentEntity, { id: paymentId }, { fraudWarning: kind.slice(0, 100) });
  await publish(tx, FraudWarned, paymentId, { paymentId, orderId });
}
