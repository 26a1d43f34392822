// Disputes and fraud warnings by the buyer's bank. Events may arrive twice and in any order; a closed dispute stays closed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { DisputeEnded, FraudWarned, PaymentDisputed } from "../../../schema/messages/payments.ts";
import { DisputeEntity } from "../entities/dispute.ts";
import { PaymentEntity, type Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import type { ProviderEvent } from "../providers/provider.ts";
import { chargeBack, leftOf } from "./charge-back.ts";
import { endForCredits, openForCredits } from "./dispute-credits.ts";
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
    await openForCredits(tx, payment, disputeId, said.amount);
  }
  if (said.status === "OPEN" || (known && known.status !== "OPEN")) return;
  const isLost = said.status === "LOST";
  const amount = isLost ? Math.min(said.amount, leftOf(payment)) : 0;
  const ofCredits = await endForCredits(tx, payment, { disputeId, isLost, amount: isLost ? said.amount - amount : 0 });
  const closed = { status: said.status, chargedBack: amount + ofCredits, closedAt: new Date() };
  await tx.nativeUpdate(DisputeEntity, { id: disputeId }, closed);
  if (amount > 0) {
    // Only captured money can be charged back, so the capture happened; it may not be recorded yet.
    if (payment.status === "AUTHORIZED") await settleCaptures(tx, [{ paymentId }]);
    await chargeBack(tx, { payment, source: payment }, amount, disputeId);
  }
  await publish(tx, DisputeEnded, paymentId, { paymentId, orderId, disputeId, isLost, amount });
}

export async function noteFraudWarning(tx: Tx, reference: string, kind: string): Promise<void> {
  const payment = await lockByReference(tx, reference);
  if (!payment || payment.fraudWarning !== null) return;
  const { id: paymentId, orderId } = payment;
  await tx.nativeUpdate(PaymentEntity, { id: paymentId }, { fraudWarning: kind.slice(0, 100) });
  await publish(tx, FraudWarned, paymentId, { paymentId, orderId });
}
