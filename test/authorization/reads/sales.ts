// Who may read what of holds, orders, tickets and payments.
import { BOX_OFFICE, BOX_OFFICE_READERS, SCANNER_READERS, SCANNERS, STAFF, without, type Viewers } from "../viewers.ts";
import { EMPTY, ORDER, type Specimen } from "./specimen.ts";

const THEIR_ORDER: Viewers = ["otherBuyer", ...BOX_OFFICE_READERS];
const TICKET: Viewers = ["holder", ...SCANNER_READERS];
const OWN_TICKET: Viewers = ["buyer", ...SCANNER_READERS];

export const SALES: Record<string, Specimen> = {
  "an order": {
    type: "Order",
    id: "order",
    path: `order(id: $order) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [
        ORDER,
        "amountDue answers breakdown buyer createdAt event events history id invoiceAddress invoices items letters notifications number payments promoCode refundOffer refundOffers refunded risk status tickets total",
      ],
      [BOX_OFFICE_READERS, "statement"],
      [STAFF, "interventions"],
      [["buyer", ...BOX_OFFICE], "pdf"],
      [["buyer"], "returnQuote"],
      [EMPTY, "asksInvoiceAddress counterSale exchange expiresAt"],
    ],
  },
  "an order that awaits payment": {
    type: "Order",
    id: "open",
    path: `order(id: $open) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [
        ORDER,
        "amountDue asksInvoiceAddress breakdown buyer createdAt event events expiresAt history id items number payments refunded status total",
      ],
      [["buyer"], "returnQuote"],
      [
        EMPTY,
        "answers counterSale exchange interventions invoiceAddress invoices letters notifications pdf promoCode refundOffer refundOffers risk statement tickets",
      ],
    ],
  },
  "an order that was sold at the counter": {
    type: "Order",
    id: "counterOrder",
    path: `order(id: $counterOrder) { @ }`,
    reachedBy: BOX_OFFICE_READERS,
    isReference: true,
    fields: [
      [
        BOX_OFFICE_READERS,
        "amountDue breakdown counterSale createdAt event events history id invoices items number payments refundOffer refundOffers refunded status tickets total",
      ],
      [BOX_OFFICE, "pdf"],
      [
        EMPTY,
        "answers asksInvoiceAddress buyer exchange expiresAt interventions invoiceAddress letters notifications promoCode returnQuote risk statement",
      ],
    ],
  },
  "an order of which another person has a ticket": {
    type: "Order",
    id: "order",
    path: `ticket(id: $handedOn) { order { @ } }`,
    reachedBy: TICKET,
    fields: [
      [TICKET, "amountDue breakdown createdAt event events id number refunded status tickets total"],
      [without(TICKET, "scanner"), "items letters notifications"],
      [
        BOX_OFFICE_READERS,
        "answers buyer history invoiceAddress invoices payments promoCode refundOffer refundOffers risk statement",
      ],
      [STAFF, "interventions"],
      [["holder", ...SCANNERS], "pdf"],
      [EMPTY, "asksInvoiceAddress counterSale exchange expiresAt returnQuote"],
    ],
  },
  "a ticket that was handed on": {
    type: "Ticket",
    id: "handedOn",
    path: `ticket(id: $handedOn) { @ }`,
    reachedBy: TICKET,
    isReference: true,
    fields: [
      [TICKET, "event frozen holder id order orderNumber seat status"],
      [["holder", ...BOX_OFFICE_READERS], "answers"],
      [["holder", ...SCANNERS], "code pdf qr wallet"],
      [SCANNER_READERS, "transfers"],
      [EMPTY, "inside offer holderName passages priceName"],
    ],
  },
  "a ticket that was checked in": {
    type: "Ticket",
    id: "entered",
    path: `ticket(id: $entered) { @ }`,
    reachedBy: ["otherBuyer", ...SCANNER_READERS],
    isReference: true,
    fields: [
      [["otherBuyer", ...SCANNER_READERS], "event holder id inside order orderNumber seat status"],
      [["otherBuyer", ...SCANNERS], "code qr wallet"],
      [SCANNER_READERS, "passages"],
      [EMPTY, "answers frozen holderName offer pdf priceName transfers"],
    ],
  },
  "a ticket that is offered": {
    type: "Ticket",
    id: "kept",
    path: `ticket(id: $kept) { @ }`,
    reachedBy: OWN_TICKET,
    isReference: true,
    fields: [
      [OWN_TICKET, "event frozen holder holderName id order orderNumber seat status"],
      [["buyer", ...SCANNERS], "code pdf qr wallet"],
      [["buyer"], "offer"],
      [EMPTY, "answers inside passages priceName transfers"],
    ],
  },
  "a hold": {
    type: "Hold",
    id: "hold",
    path: `hold(id: $hold) { @ }`,
    reachedBy: ["buyer"],
    isReference: true,
    fields: [
      [["buyer"], "breakdown event exchangeQuote expiresAt extendableUntil id items promoCode seats status total"],
      [EMPTY, "accessCodeName package packageHoldIds"],
    ],
  },
  "a payment": {
    type: "Payment",
    id: "payment",
    path: `payment(id: $payment) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt credited id order refunded refunds status"],
      [BOX_OFFICE_READERS, "disputes fraudWarning"],
      [EMPTY, "failureCode isCredit nextAction tender tenderReference"],
    ],
  },
  "a payment at the counter": {
    type: "Payment",
    id: "counterPayment",
    path: `payment(id: $counterPayment) { @ }`,
    reachedBy: BOX_OFFICE_READERS,
    isReference: true,
    fields: [
      [BOX_OFFICE_READERS, "amount createdAt credited id order status tender tenderReference refunded"],
      [EMPTY, "disputes failureCode fraudWarning isCredit nextAction refunds"],
    ],
  },
  "a payment that was declined": {
    type: "Payment",
    id: "declined",
    path: `payment(id: $declined) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt credited failureCode id order refunded status"],
      [EMPTY, "disputes fraudWarning isCredit nextAction refunds tender tenderReference"],
    ],
  },
  "a payment that waits for the buyer": {
    type: "Payment",
    id: "pending",
    path: `payment(id: $pending) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt credited id order refunded status"],
      [["buyer"], "nextAction"],
      [EMPTY, "tender tenderReference disputes failureCode fraudWarning isCredit refunds"],
    ],
  },
  "a refund that failed": {
    type: "Refund",
    id: "refund",
    path: `order(id: $unlucky) { payments { refunds { @ } } }`,
    reachedBy: THEIR_ORDER,
    isReference: true,
    fields: [[THEIR_ORDER, "amount createdAt failureCode id payment reason status"]],
  },
  "an assessment": {
    type: "RiskAssessment",
    id: "assessment",
    path: `order(id: $order) { risk { @ } }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "assessedAt decision id order"],
      [BOX_OFFICE_READERS, "decidedBy reasons score"],
    ],
  },
};
