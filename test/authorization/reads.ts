// Who may read what: the expectations of the authorization tests for everything that is not public (schema/contracts.yaml). They are taken from
// the descriptions in the schema. A specimen is one object of the scene; each field of its type is listed with the viewers who see a value.
// Other viewers get the empty value of the field: null, an empty list, 0 or false.
import {
  BOX_OFFICE,
  BOX_OFFICE_READERS,
  EVERYBODY,
  MANAGER_READERS,
  MANAGERS,
  MEMBERS,
  OWNER,
  SCANNER_READERS,
  SCANNERS,
  STAFF,
  without,
  type Viewers,
} from "./viewers.ts";

/** Fields, separated by blanks, and the viewers who see a value in them. */
type Row = readonly [Viewers, string];

export interface Specimen {
  type: string;
  /** Its id, by its name in the scene. */
  id: string;
  /** How the gateway is asked for it; `@` stands for what is read of it. */
  path: string;
  /** Who gets it by that path. */
  reachedBy: Viewers;
  /** Subgraphs show the same by reference. Absent for a specimen of which this path shows more or less than a reference. */
  isReference?: true;
  fields: readonly Row[];
}

/** The field is empty in this specimen; another specimen of the type has to show it. */
const EMPTY: Viewers = [];

const ORDER: Viewers = ["buyer", ...BOX_OFFICE_READERS];
const THEIR_ORDER: Viewers = ["otherBuyer", ...BOX_OFFICE_READERS];
const TICKET: Viewers = ["holder", ...SCANNER_READERS];
const OWN_TICKET: Viewers = ["buyer", ...SCANNER_READERS];

export const SPECIMENS: Record<string, Specimen> = {
  "the buyer": {
    type: "User",
    id: "buyer",
    path: `user(id: $buyer) { @ }`,
    reachedBy: ["buyer", "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName status kind"],
      [["buyer", "staff"], "email emailVerified orders purchases supportViews tickets"],
      [["buyer"], "dataExport preferences sessions hasTotp passkeys recoveryCodesLeft identities appAccess"],
      [EMPTY, "emailCode interventions pendingEmail memberships"],
    ],
  },
  "the buyer, by way of the order": {
    type: "User",
    id: "buyer",
    path: `order(id: $order) { buyer { @ } }`,
    reachedBy: ORDER,
    fields: [
      [EVERYBODY, "id displayName status kind"],
      [["buyer", "staff"], "email emailVerified orders purchases supportViews tickets"],
      [["buyer"], "dataExport preferences sessions hasTotp passkeys recoveryCodesLeft identities appAccess"],
      [EMPTY, "emailCode interventions pendingEmail memberships"],
    ],
  },
  "a member": {
    type: "User",
    id: "manager",
    path: `user(id: $manager) { @ }`,
    reachedBy: [...MEMBERS, "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [[...MEMBERS, "staff"], "memberships"],
      [["manager", "staff"], "email emailVerified orders purchases tickets"],
      [["manager"], "preferences sessions"],
      [
        EMPTY,
        "dataExport emailCode hasTotp interventions passkeys pendingEmail recoveryCodesLeft supportViews identities appAccess",
      ],
    ],
  },
  "a person whose address is not verified": {
    type: "User",
    id: "unverified",
    path: `user(id: $unverified) { @ }`,
    reachedBy: ["unverified", "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [["unverified", "staff"], "email orders purchases tickets"],
      [["unverified"], "preferences emailCode pendingEmail sessions"],
      [
        EMPTY,
        "dataExport emailVerified hasTotp interventions memberships passkeys recoveryCodesLeft supportViews identities appAccess",
      ],
    ],
  },
  "a suspended person": {
    type: "User",
    id: "outcast",
    path: `user(id: $outcast) { @ }`,
    reachedBy: STAFF,
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [STAFF, "email emailVerified interventions orders purchases tickets"],
      [
        EMPTY,
        "dataExport emailCode hasTotp memberships passkeys pendingEmail preferences recoveryCodesLeft sessions supportViews identities appAccess",
      ],
    ],
  },
  "the organization": {
    type: "Organization",
    id: "organization",
    path: `organization(id: $organization) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [EVERYBODY, "events"],
      [[...MEMBERS, "staff"], "members status"],
      [OWNER, "invitations apps"],
      [MANAGERS, "apiKeys devices"],
      [["owner", "auditor", "staff"], "audit"],
      [EMPTY, "interventions suspensionReason"],
      [BOX_OFFICE_READERS, "failedRefunds openDisputes orders pricing sales statements"],
    ],
  },
  "a suspended organization": {
    type: "Organization",
    id: "suspended",
    path: `organization(id: $suspended) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [["otherOwner", "staff"], "audit members status suspensionReason"],
      [["otherOwner", "staff"], "failedRefunds openDisputes orders pricing sales"],
      [EVERYBODY, "events"],
      [STAFF, "interventions"],
      [EMPTY, "apiKeys devices invitations statements apps"],
    ],
  },
  "an event on sale": {
    type: "Event",
    id: "event",
    path: `event(id: $event) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [BOX_OFFICE_READERS, "availabilityReport"],
      [SCANNERS, "checkInBundle"],
      [SCANNER_READERS, "admissions entryRule gates scanConflicts"],
      [MANAGER_READERS, "promoCodes salesChannels"],
      [EMPTY, "cancellation interventions"],
    ],
  },
  "a cancelled event": {
    type: "Event",
    id: "cancelled",
    path: `event(id: $cancelled) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [BOX_OFFICE_READERS, "availabilityReport cancellation"],
      [MANAGER_READERS, "promoCodes"],
      [STAFF, "interventions"],
      [SCANNERS, "checkInBundle"],
      [SCANNER_READERS, "admissions entryRule scanConflicts"],
      [EMPTY, "gates salesChannels"],
    ],
  },
  "a series": {
    type: "Series",
    id: "series",
    path: `series(id: $series) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [EVERYBODY, "events"],
      [MANAGER_READERS, "lastChange"],
    ],
  },
  "a venue": {
    type: "Venue",
    id: "venue",
    path: `venue(id: $venue) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [[MANAGER_READERS, "sharedWith"]],
  },
  "an order": {
    type: "Order",
    id: "order",
    path: `order(id: $order) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [
        ORDER,
        "breakdown buyer createdAt event history id items letters notifications number payments promoCode refunded risk status tickets total",
      ],
      [BOX_OFFICE_READERS, "statement"],
      [STAFF, "interventions"],
      [["buyer", ...BOX_OFFICE], "pdf"],
      [EMPTY, "expiresAt"],
    ],
  },
  "an order that awaits payment": {
    type: "Order",
    id: "open",
    path: `order(id: $open) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "breakdown buyer createdAt event expiresAt history id items number payments refunded status total"],
      [EMPTY, "interventions letters notifications pdf promoCode risk statement tickets"],
    ],
  },
  "an order of which another person has a ticket": {
    type: "Order",
    id: "order",
    path: `ticket(id: $handedOn) { order { @ } }`,
    reachedBy: TICKET,
    fields: [
      [TICKET, "breakdown createdAt event id number refunded status tickets total"],
      [without(TICKET, "scanner"), "items letters notifications"],
      [BOX_OFFICE_READERS, "buyer history payments promoCode risk statement"],
      [STAFF, "interventions"],
      [["holder", ...SCANNERS], "pdf"],
      [EMPTY, "expiresAt"],
    ],
  },
  "a ticket that was handed on": {
    type: "Ticket",
    id: "handedOn",
    path: `ticket(id: $handedOn) { @ }`,
    reachedBy: TICKET,
    isReference: true,
    fields: [
      [TICKET, "frozen holder id order orderNumber seat status"],
      [["holder", ...SCANNERS], "code pdf qr wallet"],
      [SCANNER_READERS, "transfers"],
      [EMPTY, "inside offer holderName passages"],
    ],
  },
  "a ticket that was checked in": {
    type: "Ticket",
    id: "entered",
    path: `ticket(id: $entered) { @ }`,
    reachedBy: ["otherBuyer", ...SCANNER_READERS],
    isReference: true,
    fields: [
      [["otherBuyer", ...SCANNER_READERS], "holder id inside order orderNumber seat status"],
      [["otherBuyer", ...SCANNERS], "code qr wallet"],
      [SCANNER_READERS, "passages"],
      [EMPTY, "frozen holderName offer pdf transfers"],
    ],
  },
  "a ticket that is offered": {
    type: "Ticket",
    id: "kept",
    path: `ticket(id: $kept) { @ }`,
    reachedBy: OWN_TICKET,
    isReference: true,
    fields: [
      [OWN_TICKET, "frozen holder holderName id order orderNumber seat status"],
      [["buyer", ...SCANNERS], "code pdf qr wallet"],
      [["buyer"], "offer"],
      [EMPTY, "inside passages transfers"],
    ],
  },
  "a hold": {
    type: "Hold",
    id: "hold",
    path: `hold(id: $hold) { @ }`,
    reachedBy: ["buyer"],
    isReference: true,
    fields: [[["buyer"], "breakdown event expiresAt extendableUntil id items promoCode seats status total"]],
  },
  "a payment": {
    type: "Payment",
    id: "payment",
    path: `payment(id: $payment) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt id order refunded refunds status"],
      [BOX_OFFICE_READERS, "disputes fraudWarning"],
      [EMPTY, "failureCode nextAction"],
    ],
  },
  "a payment that was declined": {
    type: "Payment",
    id: "declined",
    path: `payment(id: $declined) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt failureCode id order refunded status"],
      [EMPTY, "disputes fraudWarning nextAction refunds"],
    ],
  },
  "a payment that waits for the buyer": {
    type: "Payment",
    id: "pending",
    path: `payment(id: $pending) { @ }`,
    reachedBy: ORDER,
    isReference: true,
    fields: [
      [ORDER, "amount createdAt id order refunded status"],
      [["buyer"], "nextAction"],
      [EMPTY, "disputes failureCode fraudWarning refunds"],
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
