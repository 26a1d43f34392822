// Message handlers.
import type { Signer } from "../../platform/identity/identity.ts";
import { on, onAll, type MessageHandler } from "../../platform/messaging/handlers.ts";
import { onMerged } from "../../platform/accounts/merged-accounts.ts";
import { onErased } from "../../platform/personal-data/erasure.ts";
import { OrderEnded, OrderPaid } from "../../schema/messages/orders.ts";
import { FraudWarned, PaymentDisputed, PaymentFailed } from "../../schema/messages/payments.ts";
import { ErasureDone } from "../../schema/messages/risk.ts";
import {
  PromoCodesGuessed,
  PromoCodesGuessedFromNetwork,
  QueueEntriesClosed,
  QueueJoined,
} from "../../schema/messages/seating.ts";
import { AccountsMerged, EmailVerified, UserErased, UserRegistered } from "../../schema/messages/users.ts";
import { assessOrders, noteAdverseSignal } from "./commands/assess-orders.ts";
import { endReview } from "./workflows/decide-review.ts";
import { mergeableAccounts } from "./entities/merged-accounts.ts";
import { personalData } from "./personal-data.ts";
import { noteDeclined, noteGuessedCodes, noteGuessingNetwork } from "./projections/failures.ts";
import { noteClosed, noteJoined } from "./projections/queue-entrants.ts";
import { forgetDomains, noteRegistered, noteVerified } from "./projections/verified-buyers.ts";

export const createHandlers = (signer: Signer): MessageHandler[] => [
  on(UserRegistered, (tx, registered) => noteRegistered(tx, registered)),
  on(EmailVerified, (tx, verified) => noteVerified(tx, verified)),
  onErased(UserErased, ErasureDone, personalData, signer, forgetDomains),
  onMerged(AccountsMerged, mergeableAccounts, (tx, { from }) => forgetDomains(tx, from)),
  onAll(OrderPaid, (tx, received) =>
    assessOrders(
      tx,
      received.map(({ body: order, correlationId }) => ({ order, correlationId })),
    ),
  ),
  on(PaymentFailed, (tx, declined) => noteDeclined(tx, declined)),
  on(PromoCodesGuessed, (tx, guessed) => noteGuessedCodes(tx, guessed)),
  on(PromoCodesGuessedFromNetwork, (tx, guessed) => noteGuessingNetwork(tx, guessed)),
  onAll(QueueJoined, (tx, received) =>
    noteJoined(
      tx,
      received.map(({ body }) => body),
    ),
  ),
  on(QueueEntriesClosed, (tx, closed) => noteClosed(tx, closed)),
  on(PaymentDisputed, (tx, { orderId }) => noteAdverseSignal(tx, orderId, "DISPUTED")),
  on(FraudWarned, (tx, { orderId }) => noteAdverseSignal(tx, orderId, "FRAUD_WARNING")),
  on(OrderEnded, (tx, { orderId }) => endReview(tx, orderId)),
];
