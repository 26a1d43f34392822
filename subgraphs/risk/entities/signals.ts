// Signals about buyers, cards and networks, for assessments.
import { entity } from "../../../platform/postgres/entities.ts";

export const BuyerEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Buyer",
    tableName: "buyer",
    properties: { userId: p.uuid().primary(), emailDomain: p.text(), registeredAt: p.datetime() },
  }),
);

/** Domain of the buyer's last verified address. */
export const VerifiedEmailEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "VerifiedEmail",
    tableName: "verified_email",
    properties: { userId: p.uuid().primary(), emailDomain: p.text(), verifiedAt: p.datetime() },
  }),
);

export const PaidOrderEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "PaidOrder",
    tableName: "paid_order",
    properties: {
      orderId: p.uuid().primary(),
      buyerId: p.uuid(),
      cardFingerprint: p.text(),
      amount: p.integer(),
      paidAt: p.datetime().defaultRaw("now()"),
      network: p.text().nullable(),
    },
  }),
);

export const EndedOrderEntity = entity(({ defineEntity, p }) =>
  defineEntity({ name: "EndedOrder", tableName: "ended_order", properties: { orderId: p.uuid().primary() } }),
);

/** An order with a dispute or fraud warning of a bank. */
export const TroubledOrderEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "TroubledOrder",
    tableName: "troubled_order",
    properties: {
      orderId: p.uuid().primary(),
      what: p.text().$type<"DISPUTED" | "FRAUD_WARNING">().primary(),
      heardAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export const DeclinedPaymentEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "DeclinedPayment",
    tableName: "declined_payment",
    properties: {
      paymentId: p.uuid().primary(),
      buyerId: p.uuid(),
      cardFingerprint: p.text().nullable(),
      declinedAt: p.datetime().defaultRaw("now()"),
      network: p.text().nullable(),
    },
  }),
);

/** A person who joined a queue with a review. */
export const QueueEntrantEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "QueueEntrant",
    tableName: "queue_entrant",
    properties: {
      entryId: p.text().primary(),
      eventId: p.uuid(),
      userId: p.uuid(),
      network: p.text().nullable(),
      joinedAt: p.datetime(),
    },
  }),
);

export const QueueAssessmentEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "QueueAssessment",
    tableName: "queue_assessment",
    properties: {
      eventId: p.uuid().primary(),
      heard: p.integer().default(0),
      entries: p.integer().nullable(),
      assessedAt: p.datetime().nullable(),
    },
  }),
);

/** A buyer reached the limit of wrong promo codes. */
export const GuessedCodesEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "GuessedCodes",
    tableName: "guessed_codes",
    properties: { guessId: p.uuid().primary(), buyerId: p.uuid(), guessedAt: p.datetime().defaultRaw("now()") },
  }),
);

/** The buyers of a network together reached their limit of wrong promo codes. */
export const GuessingNetworkEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "GuessingNetwork",
    tableName: "guessing_network",
    properties: { guessId: p.uuid().primary(), network: p.text(), guessedAt: p.datetime().defaultRaw("now()") },
  }),
);
