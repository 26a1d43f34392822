// Handlers of messages from other subgraphs, which update the obligations of organizations.
import { on } from "../../platform/messaging/handlers.ts";
import { EventDescribed } from "../../schema/messages/catalog.ts";
import {
  OrderConfirmed,
  OrderEnded,
  OrderPaid,
  RefundRequested,
  TicketsCancelled,
} from "../../schema/messages/orders.ts";
import { DisputeEnded, PaymentDisputed, PaymentRefunded } from "../../schema/messages/payments.ts";
import { noteClaim, noteEventEnd, noteOrder, noteOrderEnded, noteReturnedTickets } from "./projections/sales.ts";

export const handlers = [
  on(OrderPaid, (tx, order) => noteOrder(tx, { ...order, tickets: 0, isSettled: false })),
  on(OrderConfirmed, (tx, { tickets = 1, ...order }) => noteOrder(tx, { ...order, tickets, isSettled: true })),
  on(OrderEnded, (tx, { orderId }) => noteOrderEnded(tx, orderId)),
  on(TicketsCancelled, (tx, returned) => noteReturnedTickets(tx, returned)),
  on(RefundRequested, (tx, { refundId, orderId }) => noteClaim(tx, refundId, orderId, false)),
  on(PaymentRefunded, (tx, { refundId, orderId }) => noteClaim(tx, refundId, orderId, true)),
  on(PaymentDisputed, (tx, { disputeId, orderId }) => noteClaim(tx, disputeId, orderId, false)),
  on(DisputeEnded, (tx, { disputeId, orderId }) => noteClaim(tx, disputeId, orderId, true)),
  on(EventDescribed, (tx, event) => noteEventEnd(tx, event)),
];
