// Payments at the counter: the clerk has the money, so they are stored as captured, and refunds as done. No provider is asked.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Received } from "../../../platform/messaging/handlers.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { PaymentCaptured } from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import type { Tender } from "../enums.generated.ts";
import { bookAll } from "./book.ts";

interface PaidAtCounter {
  orderId: string;
  paymentId: string;
  buyerId: string;
  organizationId: string;
  eventId: string;
  amount: number;
  currency: string;
  tender: Tender;
  reference?: string | undefined;
}

/** Stores and books the payments, each once. Repeated messages publish the outcome again. SQL: one statement for a batch. */
export async function takeAtCounter(tx: Tx, received: Received<PaidAtCounter>[]): Promise<void> {
  const of = <Value>(value: (paid: PaidAtCounter) => Value) => received.map(({ body }) => value(body));
  const made = await rows<Payment>(
    tx,
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, tender, tender_reference, amount, currency, organization_id, event_id, created_at)
        select id, order_id, buyer_id, 'SUCCEEDED', lower(tender), tender, reference, amount, currency, organization_id, event_id, date_trunc('milliseconds', now())
        from unnest(${of(({ paymentId }) => paymentId)}::uuid[], ${of(({ orderId }) => orderId)}::uuid[], ${of(({ buyerId }) => buyerId)}::uuid[],
                    ${of(({ tender }) => tender)}::text[], ${of(({ reference }) => reference ?? null)}::text[], ${of(({ amount }) => amount)}::int[],
                    ${of(({ currency }) => currency)}::text[], ${of(({ organizationId }) => organizationId)}::uuid[], ${of(({ eventId }) => eventId)}::uuid[])
             as q(id, order_id, buyer_id, tender, reference, amount, currency, organization_id, event_id)
        order by id on conflict (id) do nothing returning *`,
  );
  await bookAll(
    tx,
    made.map((payment) => ({ groupId: payment.id, what: "CAPTURE", payment, amount: payment.amount })),
  );
  await publishMany(
    tx,
    PaymentCaptured,
    received.map(({ body: { paymentId, orderId, amount }, correlationId }) => ({
      key: paymentId,
      correlationId,
      body: { paymentId, orderId, amount },
    })),
  );
  reach("counter payment stored, not committed");
}
