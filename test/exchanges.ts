// A show with dear and cheap seats, whose buyers exchange tickets.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createVenue,
  holdSeats,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  setMember,
  signInAsStaff,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { prepare } from "../local/preparations.ts";
import { until } from "../testkit/until.ts";
import { switchInvoicesOn } from "./invoicing.ts";

export let supergraph: TestSupergraph;
export let mail: RunningMailCatcher;
export let owner: Person;
export let clerk: Person;
let staff: Person;
export let organizationId: string;
export let eventId: string;
let venueId: string;
let free: { dear: string[]; cheap: string[] };

export const DEAR = 4_500;
export const CHEAP = 3_000;
const ROW = { label: "1", seats: 20 };
const STAFF = randomUUID();
export const key = () => randomUUID();

export async function startShow(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const env = { SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org", PLATFORM_STAFF: STAFF };
  supergraph = await startSupergraph(env);
  await prepare(async () => {
    owner = await signUp(supergraph.client, "Olga Owner");
    clerk = await signUp(supergraph.client, "Clara Clerk");
    organizationId = await createOrganization(owner.client);
    await setMember(owner.client, organizationId, clerk.id, "BOX_OFFICE");
    await switchInvoicesOn(owner.client, organizationId);
    venueId = await createVenue(owner.client, organizationId, [
      { name: "Parkett", kind: "SEATED", rows: [ROW, { ...ROW, label: "2" }] },
      { name: "Balcony", kind: "SEATED", rows: [ROW, { ...ROW, label: "2" }] },
    ]);
  });
  staff = await signInAsStaff(supergraph, STAFF);
}

export async function stopShow(): Promise<void> {
  await supergraph.stop();
  await mail.stop();
}

const tiers = (currency: string) => [
  { name: "Dear", price: { amount: DEAR, currency }, sections: ["Parkett"] },
  { name: "Cheap", price: { amount: CHEAP, currency }, sections: ["Balcony"] },
];

/** Returns the seats of the new event, dear ones first. */
export async function newEvent(currency = "EUR", rest: Record<string, unknown> = {}): Promise<[string, Data[]]> {
  const id = await createEvent(owner.client, organizationId, venueId, tiers(currency), {
    maxSeatsPerBuyer: 20,
    ...rest,
  });
  await publishEvent(owner.client, id);
  await supergraph.settle();
  return [id, await allSeats(owner.client, id)];
}

/** Another event on sale, for each test. */
export async function openEvent(policy: Record<string, unknown> | null = {}): Promise<void> {
  const [id, seats] = await newEvent();
  eventId = id;
  const of = (name: string) =>
    seats.filter(({ priceTier }) => priceTier.name === name).map((seat) => seat.id as string);
  free = { dear: of("Dear"), cheap: of("Cheap") };
  if (policy) await setPolicy(policy);
}

/** Seats that nothing has used yet, two apart, so that none is left alone. */
export const seats = (kind: "dear" | "cheap", count: number): string[] => free[kind].splice(0, count);

export const setPolicy = (policy: Record<string, unknown>, id = eventId) =>
  owner.client.ask(
    `mutation ($input: SetExchangePolicyInput!) { setExchangePolicy(input: $input) { __typename ... on Event { exchangePolicy { isAllowed minutesBefore fee otherEvents } } } }`,
    { input: { eventId: id, isAllowed: true, ...policy } },
  );

export interface Bought {
  buyer: Person;
  orderId: string;
  tickets: Data[];
  ids: string[];
}

export async function bought(kind: "dear" | "cheap", count = 1, buyer?: Person): Promise<Bought> {
  const person = buyer ?? (await signUp(supergraph.client));
  const held = await holdSeats(person.client, eventId, seats(kind, count));
  const order = await placeOrder(person.client, held.id);
  await payOrder(person.client, order.id);
  await supergraph.settle();
  const { tickets } = await readOrder(person.client, order.id);
  expect(tickets).toHaveLength(count);
  return { buyer: person, orderId: order.id, tickets, ids: tickets.map(({ id }: Data) => id as string) };
}

export const hold = async (client: Client, kind: "dear" | "cheap", count = 1): Promise<string> => {
  const held = await holdSeats(client, eventId, seats(kind, count));
  expect(held.__typename).toBe("Hold");
  return held.id as string;
};

export const holdAtCounter = async (kind: "dear" | "cheap", count = 1): Promise<string> => {
  const { holdSeats: held } = await clerk.client.ask(
    `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { ... on Hold { id } ... on Error { message } } }`,
    { i: { eventId, seatIds: seats(kind, count), atCounter: true, idempotencyKey: key() } },
  );
  return held.id as string;
};

const AMOUNT = `{ amount currency }`;
export const quote = async (client: Client, holdId: string, ticketIds: string[]): Promise<Data> =>
  (
    await client.ask(
      `query ($id: ID!, $ticketIds: [ID!]!) { hold(id: $id) { exchangeQuote(ticketIds: $ticketIds) {
        __typename ... on ExchangeQuote { endsAt worth ${AMOUNT} total ${AMOUNT} difference ${AMOUNT} tickets { ticket { id } paid ${AMOUNT} fee ${AMOUNT} worth ${AMOUNT} } }
        ... on TicketsNotExchangeable { reason } ... on Error { message } } } }`,
      { id: holdId, ticketIds },
    )
  ).hold.exchangeQuote;

export const EXCHANGE = `mutation ($input: ExchangeTicketsInput!) { exchangeTickets(input: $input) {
  __typename
  ... on Order { id number status total ${AMOUNT} amountDue ${AMOUNT} exchange { status from { id } credit ${AMOUNT} refund ${AMOUNT} tickets { ticket { id } fee ${AMOUNT} } } }
  ... on TicketsNotExchangeable { reason } ... on ExchangeTotalChanged { difference ${AMOUNT} } ... on Error { message }
} }`;

export const exchange = async (
  client: Client,
  ticketIds: string[],
  holdId: string,
  expectedDifference: number,
  idempotencyKey = key(),
): Promise<Data> =>
  (await client.ask(EXCHANGE, { input: { ticketIds, holdId, expectedDifference, idempotencyKey } })).exchangeTickets;

export const refund = (orderId: string, ticketIds?: string[]) =>
  owner.client.ask(
    `mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename ... on Error { message } } }`,
    {
      i: { orderId, reason: "ill", idempotencyKey: key(), ...(ticketIds && { ticketIds }) },
    },
  );

/** Status of each ticket of the order. */
export const statusesOf = async (orderId: string): Promise<string[]> =>
  (await supergraph.query("orders", `select status from ticket where order_id = $1 order by position`, [orderId])).map(
    ({ status }) => status as string,
  );

export const checkIn = async (code: string): Promise<string> =>
  (
    await clerk.client.ask(
      `mutation ($code: String!, $eventId: ID!, $key: String!) { checkIn(code: $code, eventId: $eventId, idempotencyKey: $key) { __typename } }`,
      { code, eventId, key: key() },
    )
  ).checkIn.__typename;

/** What the provider has of the order's own payments. */
export const keptFor = (orderId: string): number =>
  supergraph.provider
    .payments()
    .filter(({ metadata }) => metadata.order_id === orderId)
    .reduce((sum, { captured, refunded, charged_back: taken }) => sum + captured - refunded - taken, 0);

/** Reconciliation takes only what is older than a quarter of an hour. */
const agePayments = async (): Promise<void> => {
  const changes = [
    `update payment set created_at = created_at - interval '20 minutes' where created_at > now() - interval '20 minutes'`,
    `update order_claim set changed_at = changed_at - interval '20 minutes' where changed_at > now() - interval '20 minutes'`,
  ];
  for (const change of changes) await supergraph.query("payments", change);
};

/** Kinds of disagreement between the ledger, the payments, the orders and the provider. */
async function discrepancies(): Promise<Data[]> {
  await agePayments();
  const { reconcile } = await staff.client.ask(`mutation { reconcile { id } }`);
  await until(async () => {
    const { reconciliations } = await staff.client.ask(`{ reconciliations(first: 1) { nodes { id finishedAt } } }`);
    return reconciliations.nodes[0].id === reconcile.id && reconciliations.nodes[0].finishedAt !== null;
  }, "the books are compared");
  const found = await staff.client.ask(`{ discrepancies(open: true) { nodes { kind detail } } }`);
  return found.discrepancies.nodes;
}

/** The ledger, the payments, the orders, the provider, the invoices and the seats say the same. */
export async function expectBooksClean(): Promise<void> {
  await supergraph.settle();
  expect(await discrepancies()).toEqual([]);
  const [exchanged] = await supergraph.query(
    "payments",
    `select coalesce(sum(amount), 0)::int as sum from ledger_entry where account like 'exchange:%'`,
  );
  expect(exchanged!.sum).toBe(0);
  const sold = await supergraph.query(
    "orders",
    `select i.seat_id from ticket t join order_item i using (order_id, position) where t.event_id = $1 and t.status <> 'CANCELLED' order by 1`,
    [eventId],
  );
  const map = await allSeats(owner.client, eventId);
  expect(
    map
      .filter(({ status }) => status === "SOLD")
      .map(({ id }) => id as string)
      .sort(),
  ).toEqual(sold.map((row) => row.seat_id as string).sort());
  const [documents] = await supergraph.query("orders", `select coalesce(sum(total), 0)::int as sum from invoice`);
  const owed = await supergraph.query(
    "payments",
    `select coalesce(sum(-amount), 0)::int as sum from ledger_entry where account = 'organization:' || $1`,
    [organizationId],
  );
  expect(owed).toEqual([documents]);
  const given = await supergraph.query("orders", "select name, last_error from parked_message");
  expect(given).toEqual([]);
}
