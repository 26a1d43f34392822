// Who may use which query and subscription: the expectations of the authorization tests for root fields.
import {
  BOX_OFFICE_READERS,
  EVERYBODY,
  MANAGER_READERS,
  MEMBERS,
  SCANNER_READERS,
  SIGNED_IN,
  STAFF,
  type Viewers,
} from "./viewers.ts";

const ORDER: Viewers = ["buyer", ...BOX_OFFICE_READERS];

export type Denial = "null" | "FORBIDDEN" | "NOT_FOUND";

export interface Root {
  /** Arguments, with the names of the scene's ids. */
  given?: string;
  seenBy: Viewers;
  /** What other viewers get. Where signed-in viewers get FORBIDDEN, an anonymous one gets UNAUTHENTICATED. */
  otherwise: Denial;
}

const forEverybody = (given = ""): Root => ({ given, seenBy: EVERYBODY, otherwise: "null" });
const forStaff: Root = { seenBy: STAFF, otherwise: "FORBIDDEN" };

export const QUERIES: Record<string, Root | readonly Root[]> = {
  balances: forStaff,
  booksChecks: forStaff,
  booksFindings: forStaff,
  discrepancies: forStaff,
  erasure: [
    forEverybody("id: $erasure, secret: $erasureSecret"),
    { given: "id: $erasure, secret: $buyer", seenBy: [], otherwise: "null" },
  ],
  event: [
    forEverybody("id: $event"),
    { given: "id: $draft", seenBy: [...MEMBERS, "staff"], otherwise: "null" },
    { given: "id: $private", seenBy: [...MEMBERS, "staff"], otherwise: "null" },
  ],
  events: forEverybody(),
  hold: { given: "id: $hold", seenBy: ["buyer"], otherwise: "null" },
  identityProviders: forEverybody(),
  letterSubscription: forEverybody("code: $letterCode"),
  me: { seenBy: SIGNED_IN, otherwise: "null" },
  order: { given: "id: $order", seenBy: ORDER, otherwise: "null" },
  organization: forEverybody("id: $organization"),
  organizations: forStaff,
  payment: { given: "id: $payment", seenBy: ORDER, otherwise: "null" },
  platformAudit: forStaff,
  reconciliations: forStaff,
  riskReviews: {
    given: "organizationId: $organization",
    seenBy: MANAGER_READERS,
    otherwise: "FORBIDDEN",
  },
  series: forEverybody("id: $series"),
  stuckOrders: forStaff,
  ticket: { given: "id: $kept", seenBy: ["buyer", ...SCANNER_READERS], otherwise: "null" },
  ticketKey: forEverybody(),
  ticketPackage: [
    forEverybody("id: $package"),
    // Nobody learns of its private event.
    { given: "id: $hiddenPackage", seenBy: [], otherwise: "null" },
  ],
  user: { given: "id: $buyer", seenBy: ["buyer", "staff"], otherwise: "null" },
  users: forStaff,
  venue: forEverybody("id: $venue"),
  venues: forEverybody(),
};

export const SUBSCRIPTIONS: Record<string, Root> = {
  admissionsChanged: { given: "eventId: $event", seenBy: SCANNER_READERS, otherwise: "NOT_FOUND" },
  eventCancellationChanged: { given: "eventId: $cancelled", seenBy: BOX_OFFICE_READERS, otherwise: "NOT_FOUND" },
  orderChanged: { given: "orderId: $order", seenBy: ORDER, otherwise: "NOT_FOUND" },
  seatsChanged: forEverybody("eventId: $event"),
  waitlistEntryChanged: { given: "entryId: $leftEntry", seenBy: ["buyer"], otherwise: "NOT_FOUND" },
};
