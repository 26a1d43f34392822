// Expectations for types that are not entities.

/**
 * Types without a key: they are reached only by a field of a specimen (reads.ts), and a viewer who sees that field sees all of these.
 * Pages of a list, and refusals that have only a message, need no line.
 */
export const PARTS: Record<string, string> = {
  AvailabilityReportLine: "available blocked held priceTier section sold total",
  BlockedSeats: "seats",
  BooksCheck: "finishedAt id payments startedAt",
  BooksFinding: "detail foundAt id kind order payment resolvedAt",
  CheckInBundle: "at exceptions publicKey",
  CodeSent: "expiresAt id",
  DeletedEvent: "id",
  Dispute: "amount closedAt id openedAt payment reason status",
  EventCancellation:
    "event isFinished orders ordersDone reason refunded refundedSum refunds refundsDone refundsFailed startedAt toRefund toRefundSum",
  EventChanged: "event message",
  Fee: "amount included name rate ratePercent",
  HoldItem: "breakdown price seat",
  Intervention: "action at by reason",
  Invitation: "email expiresAt id organization role token",
  LastOwner: "message organization",
  Letter: "id kind recipient settledAt status writtenAt",
  Membership: "organization role user",
  MembershipLimitReached: "limit message",
  MoneySum: "amount currency",
  OrderIntervention: "at by note",
  OrderItem: "breakdown price seat",
  OrderStep: "at note status",
  PaymentDeclined: "failureCode message payment",
  PaymentNextAction: "clientSecret kind url",
  Pricing: "fees taxes version",
  PricingChanged: "message pricing",
  PromoCode:
    "channel code discountAmount discountPercent discountRate endsAt maxTickets maxTicketsPerBuyer priceTiers startsAt ticketsUsed",
  PromoCodeNotUsable: "message reason",
  Purchase: "confirmedAt event eventName order place returned startsAt tickets ticketsReturned total",
  RiskReason: "code detail weight",
  SalesChannel: "key name seatCount",
  SalesDay: "day event gross grossSum orders returned returnedSum tickets ticketsReturned",
  Scan: "gate id outcome problem scannedAt scanner ticket uploadedAt",
  ScanUpload: "scans",
  SeatLimitReached: "limit message",
  SeatsUnavailable: "message seats",
  Session: "accessToken accessTokenExpiresAt refreshToken user",
  Statement:
    "captured capturedSum chargedBack chargedBackSum closing closingSum entries from opening openingSum refunded refundedSum to",
  StatementEntry: "amount at balance balanceSum order payment what",
  Tax: "included name rate ratePercent",
  TicketAlreadyUsed: "message usedAt",
  TicketException: "frozen id revision status",
  TicketForOtherEvent: "event eventName message startsAt",
  TicketOffer: "code expiresAt ticket",
  TicketTransfer: "at from to",
  TooManyCompanions: "companionsPerWheelchairPlace message",
  UserPreferences: "accessibleSeating currency locale newsletter",
};
