// Every read of the API, and changes that one subgraph can make by itself, as its subgraph is asked for them, with lean selections: the less
// is fetched beside, the plainer it is what a list costs.
import { randomUUID } from "node:crypto";
import { encodeCursor } from "../../platform/graphql/pagination.ts";
import { cancelledEvent, idOf, lastNameOf } from "./fill.ts";
import {
  buyer,
  daysAgo,
  event,
  list,
  mutation,
  of,
  organization,
  root,
  type Field,
  type Operation,
} from "./operation.ts";

/** A cursor in the middle of a list, for a later page. */
const middle = (key: Record<string, unknown>) => `after: "${encodeCursor({ ...key, id: idOf("other", 1) })}"`;

const EVENT = "id name status startsAt category version";
const events = (filter: string, as: Field["as"] = "nobody"): Field => ({
  field: filter ? `events(filter: { ${filter} })` : "events",
  select: list(EVENT),
  as,
});

const catalog = [
  ...root("catalog", [
    {
      field: `event(id: "${event}")`,
      select: `{ ${EVENT} priceTiers { id price { amount } } venue { id name } }`,
      as: "nobody",
    },
    events(""),
    {
      field: `events(${middle({ rank: 0, startsAt: daysAgo(-250) })})`,
      select: list(EVENT),
      as: "nobody",
      name: "events, a page in the middle",
    },
    events(`city: "City 7"`),
    events(`category: SPORT`),
    events(`category: CONFERENCE`),
    events(`city: "City 7", category: SPORT`),
    events(`organizationId: "${organization}"`),
    events(`startsAfter: "${new Date(Date.now() + 30 * 86_400_000).toISOString()}"`),
    ...["DRAFT", "CANCELLED", "SALES_PAUSED", "ENDED"].map((status) => events(`status: ${status}`)),
    events(`status: DRAFT`, "member"),
    events(`status: CANCELLED`, "member"),
    events(`status: DRAFT`, "staff"),
    events(`text: "concert"`),
    events(`text: "artist7"`),
    events(`text: "zebra"`),
    events(`text: "concert", city: "City 7"`),
    { field: `venue(id: "${idOf("venue", 1)}")`, select: "{ id name sections { id name } }", as: "nobody" },
    { field: "venues", select: list("id name city"), as: "nobody" },
    { field: `venues(city: "City 7")`, select: list("id name city"), as: "nobody" },
    { field: `venues(text: "hall")`, select: list("id name city"), as: "nobody" },
    { field: `venues(text: "hall 7")`, select: list("id name city"), as: "nobody" },
    { field: `series(id: "${idOf("series", 1)}")`, select: `{ id name events ${list(EVENT)} }`, as: "nobody" },
    {
      field: `series(id: "${idOf("series", 1)}")`,
      select: `{ id name events ${list(EVENT)} }`,
      name: "series for a member",
    },
  ]),
  ...of("catalog", "Organization", organization, [
    { field: "events", select: list(EVENT), as: "nobody" },
    { field: "events", select: list(EVENT) },
    { field: "pricing", select: "{ version }" },
  ]),
  ...of("catalog", "Event", event, [
    { field: "calendar", as: "nobody" },
    { field: "interventions", select: "{ action at }", as: "staff" },
  ]),
  ...of("catalog", "PriceTier", idOf("tier", 1), [
    { field: "price", select: "{ amount } breakdown { base { amount } }", as: "nobody" },
  ]),
];

const users = [
  ...root("users", [
    {
      field: "me",
      select: "{ id email displayName emailCode { expiresAt } memberships { role organization { id name } } }",
      as: "buyer",
    },
    { field: `user(id: "${idOf("user", 1)}")`, select: "{ id displayName interventions { action } }", as: "staff" },
    { field: "users", select: list("id email displayName"), as: "staff" },
    { field: "users(filter: { status: SUSPENDED })", select: list("id email displayName"), as: "staff" },
    ...["anna", lastNameOf(77), `${lastNameOf(77)}@mail.example`, "anonymous"].map((text) => ({
      field: `users(filter: { text: "${text}" })`,
      select: list("id email displayName"),
      as: "staff" as const,
    })),
    {
      field: `organization(id: "${organization}")`,
      select: "{ id name status members { role user { id } } invitations { id email } }",
    },
    {
      field: `organization(id: "${organization}")`,
      select: "{ id interventions { action } }",
      name: "organization interventions",
      as: "staff",
    },
    { field: "organizations", select: list("id name"), as: "staff" },
    ...["ACTIVE", "PAUSED", "SUSPENDED", "CLOSED"].map((status) => ({
      field: `organizations(status: ${status})`,
      select: list("id name"),
      as: "staff" as const,
    })),
  ]),
];

const HOLD = idOf("hold", 1);
const seating = [
  ...root("seating", [
    { field: `hold(id: "${HOLD}")`, select: "{ id status seats { id } items { price { amount } } }", as: "buyer" },
  ]),
  ...of("seating", "Event", event, [
    { field: "availability", select: "{ total tiers { available } }", as: "nobody" },
    { field: "availabilityReport", select: "{ total }" },
    { field: "salesChannels", select: "{ name key seatCount }" },
    { field: `seat(id: "${event}.7")`, select: "{ id status }", as: "nobody" },
    { field: "seats(first: 100)", select: list("id status"), as: "nobody" },
    { field: "seats(first: 100, status: SOLD)", select: list("id status"), as: "nobody" },
    { field: `seats(first: 100, section: "${idOf("section", 3)}")`, select: list("id status"), as: "nobody" },
    { field: "promoCodes", select: list("code ticketsUsed") },
  ]),
];

const ORDER = "id number status total { amount } createdAt";
const TICKET = "id status orderNumber";
const orders = [
  ...root("orders", [
    {
      field: `order(id: "${idOf("order", 1)}")`,
      select: `{ ${ORDER} items { price { amount } } tickets { id } history { at status } notifications { kind status } }`,
      as: "buyer",
    },
    {
      field: `order(id: "${idOf("order", 1)}")`,
      select: "{ id interventions { note } }",
      name: "order interventions",
      as: "staff",
    },
    {
      field: `ticket(id: "${idOf("ticket", 2)}")`,
      select: `{ ${TICKET} seat { id } offer { code } code }`,
      as: "buyer",
    },
    { field: `ticket(id: "${idOf("ticket", 2)}")`, select: "{ id transfers { at } }", name: "ticket transfers" },
    { field: "stuckOrders", select: list(ORDER), as: "staff" },
  ]),
  ...of("orders", "User", buyer, [
    { field: "orders", select: list(ORDER), as: "buyer" },
    { field: "orders(status: EXPIRED)", select: list(ORDER), as: "buyer" },
    { field: "deletionConsequences", select: "{ validTickets openOrders }", as: "buyer" },
    { field: "purchases", select: list("order { id } eventName"), as: "buyer" },
    { field: "purchases(upcoming: true)", select: list("order { id } eventName"), as: "buyer" },
    { field: "tickets", select: list(TICKET), as: "buyer" },
    { field: "tickets(status: USED)", select: list(TICKET), as: "buyer" },
  ]),
  ...of("orders", "Organization", organization, [
    { field: "orders", select: list(ORDER) },
    {
      field: `orders(${middle({ createdAt: daysAgo(150) })})`,
      select: list(ORDER),
      name: "Organization.orders, a page in the middle",
    },
    ...["CONFIRMED", "DECLINED", "REFUNDED", "PROCESSING"].map((status) => ({
      field: `orders(status: ${status})`,
      select: list(ORDER),
    })),
    { field: "sales", select: list("day orders") },
    { field: `sales(eventId: "${event}")`, select: list("day orders") },
    { field: `sales(from: "2026-01-01", to: "2099-01-01")`, select: list("day orders") },
  ]),
  ...of("orders", "Event", event, [
    { field: "checkInBundle", select: `{ at exceptions(first: 20) ${list("id status")} }` },
    { field: "scanConflicts", select: list("outcome scannedAt") },
  ]),
  ...of("orders", "Event", cancelledEvent, [
    { field: "cancellation", select: "{ orders ordersDone refunds refundedSum { amount } }" },
  ]),
];

const statements = (since: string, days: number, entries = "", of = ""): Field => ({
  field: `statements(from: "${daysAgo(days)}")`,
  select: `{ openingSum { amount currency } capturedSum { amount } closingSum { amount } ${entries} }`,
  name: `Organization.statements ${since}${of}`,
});
const ENTRIES = `entries ${list("at what amount { amount } balanceSum { amount }")}`;
const payments = [
  ...root("payments", [
    {
      field: `payment(id: "${idOf("payment", 7)}")`,
      select: "{ id status refunds { id status } disputes { id status } }",
    },
    { field: "reconciliations", select: list("startedAt"), as: "staff" },
    { field: "discrepancies", select: list("kind detail"), as: "staff" },
    { field: "discrepancies(open: true)", select: list("kind detail"), as: "staff" },
    { field: "discrepancies(open: false)", select: list("kind detail"), as: "staff" },
  ]),
  ...of("payments", "Organization", organization, [
    statements("of a month", 30),
    statements("of all", 400),
    statements("of a month", 30, ENTRIES, ", entries"),
    statements("of all", 400, ENTRIES, ", entries"),
    statements("of a month", 30, "entries { totalCount }", ", totalCount"),
    { field: "failedRefunds", select: list("id status") },
    { field: "openDisputes", select: list("id status") },
  ]),
  ...of("payments", "Order", idOf("order", 7), [
    { field: "payments", select: "{ id status }" },
    { field: "statement", select: `{ closingSum { amount } ${ENTRIES} }` },
  ]),
];

const risk = [
  ...root("risk", [{ field: `riskReviews(organizationId: "${organization}")`, select: list("id decision score") }]),
  ...of("risk", "Order", idOf("order", 7), [{ field: "risk", select: "{ decision score }" }]),
];

let seatNo = 300; // those before are sold
const UNLESS_REFUSED = "{ __typename ... on Error { message } }";
const withKey = (input: Record<string, unknown>) => ({ input: { ...input, idempotencyKey: randomUUID() } });
const mutations = [
  mutation("users", "buyer", "$input: UpdateProfileInput!", "updateProfile(input: $input)", "{ id }", () => ({
    input: { displayName: `Person ${randomUUID()}` },
  })),
  mutation("catalog", "member", "$input: CreateVenueInput!", "createVenue(input: $input)", UNLESS_REFUSED, () =>
    withKey({
      organizationId: organization,
      name: "Hall",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 10 }],
    }),
  ),
  mutation("catalog", "member", "$input: CreateEventInput!", "createEvent(input: $input)", UNLESS_REFUSED, () =>
    withKey({
      organizationId: organization,
      venueId: idOf("venue", 1),
      name: "Concert",
      category: "CONCERT",
      startsAt: daysAgo(-100),
      priceTiers: [{ name: "All", price: { amount: 4500, currency: "EUR" }, sections: ["Floor"] }],
    }),
  ),
  mutation("seating", "buyer", "$input: HoldSeatsInput!", "holdSeats(input: $input)", UNLESS_REFUSED, () =>
    withKey({ eventId: event, seatIds: [`${event}.${(seatNo += 1)}`] }),
  ),
  mutation(
    "orders",
    "buyer",
    "$ticketId: ID!, $name: String!",
    "nameTicket(ticketId: $ticketId, name: $name)",
    UNLESS_REFUSED,
    () => ({ ticketId: idOf("ticket", 2), name: "Somebody" }),
  ),
  mutation("orders", "buyer", "$input: OfferTicketInput!", "offerTicket(input: $input)", UNLESS_REFUSED, () =>
    withKey({ ticketId: idOf("ticket", 3) }),
  ),
];

export const operations: Operation[] = [
  ...users,
  ...catalog,
  ...seating,
  ...orders,
  ...payments,
  ...risk,
  ...mutations,
];
