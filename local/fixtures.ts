// Fixtures through the public API: signed-in users, an organization, an event on sale.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Client, Data } from "./client.ts";
import { prepare } from "./preparations.ts";

export interface Person {
  id: string;
  email: string;
  client: Client;
  refreshToken: string;
}

export const PASSWORD = "correct horse battery";

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { __typename ... on Session { accessToken refreshToken user { id } } ... on Error { message } }
}`;

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on Session { accessToken refreshToken user { id } } ... on Error { message } }
}`;

/** A new account, signed in. */
export async function signUp(
  connect: (token?: string) => Client,
  displayName = "Somebody",
  email = `${randomUUID()}@example.org`,
): Promise<Person> {
  const session = await newSession(connect(), { email, password: PASSWORD, displayName });
  if (session.__typename !== "Session") throw new Error(session.message);
  return { id: session.user.id, email, client: connect(session.accessToken), refreshToken: session.refreshToken };
}

/** The first request of a new system may time out on a busy machine, and nevertheless have created the account. */
async function newSession(
  client: Client,
  input: { email: string; password: string; displayName: string },
): Promise<Data> {
  try {
    return (await client.ask(SIGN_UP, { input })).signUp;
  } catch (error) {
    if (!(error as Error).message.startsWith("TIMEOUT: ")) throw error;
    const { signUp: repeated } = await client.ask(SIGN_UP, { input });
    if (repeated.__typename !== "EmailTaken") return repeated;
    const { email, password } = input;
    return (await client.ask(SIGN_IN, { input: { email, password } })).signIn;
  }
}

/**
 * Signs in the account that PLATFORM_STAFF names. That variable is set before sign-up is possible, so the account is created in the
 * database.
 */
export async function signInAsStaff(
  supergraph: {
    client(token?: string): Client;
    query(subgraph: string, text: string, values?: unknown[]): Promise<unknown>;
  },
  id: string,
): Promise<Person> {
  const connect = (token?: string) => supergraph.client(token);
  const like = await signUp(connect);
  const email = "chief@example.org";
  await supergraph.query(
    "users",
    `insert into app_user (id, display_name, email, email_key, password_hash, status)
     select $1, 'Chief', $3, $3, password_hash, 'ACTIVE' from app_user where id = $2`,
    [id, like.id, email],
  );
  return signIn(connect, { id, email });
}

/** With its own session. */
export async function signIn(
  connect: (token?: string) => Client,
  { id, email }: Pick<Person, "id" | "email">,
): Promise<Person> {
  const { signIn: session } = await connect().ask(
    `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Session { accessToken refreshToken } } }`,
    { input: { email, password: PASSWORD } },
  );
  return { id, email, client: connect(session.accessToken), refreshToken: session.refreshToken };
}

export async function createOrganization(
  owner: Client,
  name = "Stadthalle",
  idempotencyKey: string = randomUUID(),
): Promise<string> {
  const { createOrganization: made } = await owner.ask(
    `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { __typename ... on Organization { id } } }`,
    { input: { name, idempotencyKey } },
  );
  return made.id;
}

export async function setMember(
  owner: Client,
  organizationId: string,
  userId: string,
  role: string | null,
): Promise<void> {
  await owner.ask(
    `mutation ($o: ID!, $u: ID!, $r: Role) { setMember(organizationId: $o, userId: $u, role: $r) { __typename } }`,
    { o: organizationId, u: userId, r: role },
  );
}

export interface SectionInput {
  name: string;
  kind: "SEATED" | "GENERAL_ADMISSION";
  rank?: number;
  shape?: { x: number; y: number }[];
  rows?: {
    label: string;
    seats?: number;
    labels?: string[];
    aislesAfter?: number[];
    wheelchair?: number[];
    curve?: object;
    points?: { x: number; y: number }[];
  }[];
  capacity?: number;
}

export async function createVenue(
  owner: Client,
  organizationId: string,
  sections: SectionInput[],
  rest: Record<string, unknown> = {},
): Promise<string> {
  const { createVenue: made } = await owner.ask(
    `mutation ($input: CreateVenueInput!) { createVenue(input: $input) { __typename ... on Venue { id } ... on Error { message } } }`,
    {
      input: {
        organizationId,
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections,
        idempotencyKey: randomUUID(),
        ...rest,
      },
    },
  );
  if (made.__typename !== "Venue") throw new Error(made.message);
  return made.id;
}

export interface TierInput {
  name: string;
  price: { amount: number; currency: string };
  sections: string[];
  standardName?: string;
  prices?: { name: string; price: { amount: number; currency: string } }[];
}

export async function createEvent(
  owner: Client,
  organizationId: string,
  venueId: string,
  priceTiers: TierInput[],
  rest: Record<string, unknown> = {},
): Promise<string> {
  const { createEvent: made } = await owner.ask(
    `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename ... on Event { id } ... on Error { message } } }`,
    {
      input: {
        organizationId,
        venueId,
        name: "Concert",
        category: "CONCERT",
        startsAt: inDays(30),
        priceTiers,
        idempotencyKey: randomUUID(),
        ...rest,
      },
    },
  );
  if (made.__typename !== "Event") throw new Error(made.message);
  return made.id;
}

export async function publishEvent(owner: Client, eventId: string): Promise<void> {
  const { publishEvent: made } = await owner.ask(
    `mutation ($id: ID!) { publishEvent(eventId: $id) { __typename ... on Error { message } } }`,
    { id: eventId },
  );
  if (made.__typename !== "Event") throw new Error(made.message);
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

export interface Show {
  owner: Person;
  organizationId: string;
  venueId: string;
  eventId: string;
  /** All seats in their order. */
  seats: Data[];
}

/** An event on sale: two rows of ten seats at 45.00, and a floor for five at 30.00. */
export async function openShow(connect: (token?: string) => Client, rest: Record<string, unknown> = {}): Promise<Show> {
  const show = await openShowUnheard(connect, rest);
  await knownToOrders(show.owner.client, show.eventId);
  return show;
}

/** Without waiting for messages, for a system that delivers none. */
export const openShowUnheard: typeof openShow = (connect, rest = {}) => prepare(() => openOnce(connect, rest));

async function openOnce(connect: (token?: string) => Client, rest: Record<string, unknown>): Promise<Show> {
  const owner = await signUp(connect, "Olga Owner");
  const organizationId = await createOrganization(owner.client);
  const venueId = await createVenue(owner.client, organizationId, [
    {
      name: "Parkett",
      kind: "SEATED",
      rows: [
        { label: "1", seats: 10, aislesAfter: [5], wheelchair: [1] },
        { label: "2", seats: 10, aislesAfter: [5] },
      ],
    },
    { name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 },
  ]);
  const tiers = [
    { name: "Kategorie I", price: { amount: 4500, currency: "EUR" }, sections: ["Parkett"] },
    { name: "Standing", price: { amount: 3000, currency: "EUR" }, sections: ["Floor"] },
  ];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, rest);
  await publishEvent(owner.client, eventId);
  return { owner, organizationId, venueId, eventId, seats: await allSeats(owner.client, eventId) };
}

/** Waits until the event's message has reached orders, which answers NotFound to gates and counters before. */
async function knownToOrders(owner: Client, eventId: string): Promise<void> {
  for (const deadline = performance.now() + 120_000; ; await delay(20)) {
    const { data } = await owner.send(`query ($id: ID!) { event(id: $id) { entryRule } }`, { id: eventId });
    if (data?.event?.entryRule != null) return;
    if (performance.now() > deadline) throw new Error("The event did not reach orders in time.");
  }
}

export async function allSeats(client: Client, eventId: string): Promise<Data[]> {
  const { event } = await client.ask(
    `query ($id: ID!) { event(id: $id) { seats(first: 5000) { nodes { id row number status version wheelchair price { amount currency } section { id name } priceTier { id name } } } } }`,
    { id: eventId },
  );
  return event.seats.nodes;
}

/** Creates a promo code; returns its name. */
export async function createPromoCode(owner: Client, eventId: string, input: Record<string, unknown>): Promise<string> {
  const { createPromoCode: made } = await owner.ask(
    `mutation ($input: CreatePromoCodeInput!) { createPromoCode(input: $input) { __typename ... on PromoCode { code } ... on Error { message } } }`,
    { input: { eventId, idempotencyKey: randomUUID(), ...input } },
  );
  if (made.__typename !== "PromoCode") throw new Error(made.message);
  return made.code;
}

const HOLD = `fragment Result on HoldSeatsResult {
  __typename
  ... on Hold { id status expiresAt total { amount currency } seats { id row number status version section { name } } }
  ... on SeatsUnavailable { seats { id } }
  ... on SeatLimitReached { limit }
  ... on Error { message }
}`;

export async function holdSeats(
  buyer: Client,
  eventId: string,
  seatIds: string[],
  idempotencyKey: string = randomUUID(),
): Promise<Data> {
  const query = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ...Result } } ${HOLD}`;
  return (await buyer.ask(query, { input: { eventId, seatIds, idempotencyKey } })).holdSeats;
}

export async function holdBestAvailable(
  buyer: Client,
  eventId: string,
  quantity: number,
  rest: Record<string, unknown> = {},
): Promise<Data> {
  const query = `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { ...Result } } ${HOLD}`;
  return (await buyer.ask(query, { input: { eventId, quantity, idempotencyKey: randomUUID(), ...rest } }))
    .holdBestAvailable;
}

const PLACE_ORDER = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  __typename
  ... on Order { id number status total { amount currency } expiresAt items { seat { id row number } price { amount } } }
  ... on Error { message }
} }`;

export async function placeOrder(buyer: Client, holdId: string, rest: Record<string, unknown> = {}): Promise<Data> {
  return (await buyer.ask(PLACE_ORDER, { input: { holdId, idempotencyKey: randomUUID(), ...rest } })).placeOrder;
}

const PAY_ORDER = `mutation ($input: PayOrderInput!) { payOrder(input: $input) {
  __typename
  ... on Payment { id status amount { amount currency } failureCode }
  ... on PaymentDeclined { code: failureCode payment { id status } }
  ... on Error { message }
} }`;

export async function payOrder(
  buyer: Client,
  orderId: string,
  paymentMethod = "pm_card_visa",
  idempotencyKey: string = randomUUID(),
): Promise<Data> {
  return (await buyer.ask(PAY_ORDER, { input: { orderId, paymentMethod, idempotencyKey } })).payOrder;
}

export const ORDER = `query ($id: ID!) { order(id: $id) {
  id number status total { amount currency } refunded { amount } buyer { id displayName } event { id name } expiresAt
  items { seat { id row number status section { name } } price { amount } }
  tickets { id status holderName code seat { id row number } }
  payments { id status amount { amount } refunded { amount } failureCode }
  risk { id score decision reasons { code weight } decidedBy { displayName } }
  history { status note }
} }`;

export async function readOrder(client: Client, id: string): Promise<Data> {
  return (await client.ask(ORDER, { id })).order;
}

/** An order of these seats, placed and paid for. */
export async function buy(
  buyer: Client,
  eventId: string,
  seatIds: string[],
  paymentMethod = "pm_card_visa",
): Promise<Data> {
  const hold = await holdSeats(buyer, eventId, seatIds);
  const order = await placeOrder(buyer, hold.id);
  const payment = await payOrder(buyer, order.id, paymentMethod);
  return { hold, order, payment };
}
