// Handlers of messages from other subgraphs, which update the obligations of organizations, and receipts of erasures.
import type { JSONWebKeySet } from "jose";
import { on, onAll, type MessageHandler } from "../../platform/messaging/handlers.ts";
import {
  Audited as DoneAtCatalog,
  ErasureDone as ErasedAtCatalog,
  EventDescribed,
} from "../../schema/messages/catalog.ts";
import {
  Audited as DoneAtOrders,
  ErasureDone as ErasedAtOrders,
  OrderConfirmed,
  OrderEnded,
  OrderPaid,
  RefundRequested,
  TicketsCancelled,
} from "../../schema/messages/orders.ts";
import {
  Audited as DoneAtPayments,
  DisputeEnded,
  ErasureDone as ErasedAtPayments,
  PaymentDisputed,
  PaymentRefunded,
} from "../../schema/messages/payments.ts";
import { Audited as DoneAtRisk, ErasureDone as ErasedAtRisk } from "../../schema/messages/risk.ts";
import { Audited as DoneAtSeating, ErasureDone as ErasedAtSeating } from "../../schema/messages/seating.ts";
import { appendActions } from "./commands/audit-log.ts";
import { openGuestCode } from "./commands/guest-codes.ts";
import { keepReceipt } from "./commands/erasure-receipts.ts";
import type { Tokens } from "./credentials/tokens.ts";
import type { Verification } from "./entities/user.ts";
import {
  noteClaim,
  noteEventEnd,
  noteOrder,
  noteOrderEnded,
  noteReturnedTickets,
  partsOf,
} from "./projections/sales.ts";

export interface HandlerServices {
  trustedKeys: JSONWebKeySet;
  tokens: Tokens;
  verification: Verification;
}

export const createHandlers = ({ trustedKeys, tokens, verification }: HandlerServices): MessageHandler[] => [
  on(OrderPaid, (tx, order) => noteOrder(tx, { ...order, tickets: 0, isSettled: false })),
  on(OrderConfirmed, async (tx, { orderId, organizationId, buyerId, tickets = 1, ...order }) => {
    for (const { id, ...part } of partsOf(orderId, { ...order, tickets }))
      await noteOrder(tx, { ...part, orderId: id, organizationId, isSettled: true });
    await openGuestCode(tx, tokens, verification, buyerId);
  }),
  on(OrderEnded, (tx, { orderId }) => noteOrderEnded(tx, orderId)),
  on(TicketsCancelled, async (tx, { cancellationId, organizationId, ...returned }) => {
    for (const { id, ...part } of partsOf(cancellationId, returned))
      await noteReturnedTickets(tx, { ...part, cancellationId: id, organizationId });
  }),
  on(RefundRequested, (tx, { refundId, orderId }) => noteClaim(tx, refundId, orderId, false)),
  on(PaymentRefunded, (tx, { refundId, orderId }) => noteClaim(tx, refundId, orderId, true)),
  on(PaymentDisputed, (tx, { disputeId, orderId }) => noteClaim(tx, disputeId, orderId, false)),
  on(DisputeEnded, (tx, { disputeId, orderId }) => noteClaim(tx, disputeId, orderId, true)),
  on(EventDescribed, (tx, event) => noteEventEnd(tx, event)),
  ...[DoneAtCatalog, DoneAtSeating, DoneAtOrders, DoneAtPayments, DoneAtRisk].map((done) =>
    onAll(done, (tx, received) =>
      appendActions(
        tx,
        received.map(({ body }) => body),
      ),
    ),
  ),
  ...[ErasedAtCatalog, ErasedAtSeating, ErasedAtOrders, ErasedAtPayments, ErasedAtRisk].map((done) =>
    on(done, (tx, { erasureId, receipt }) =>
      keepReceipt(tx, trustedKeys, erasureId, { publisher: done.publisher, receipt }),
    ),
  ),
];
