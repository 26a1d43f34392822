// Whole purchases through the gateway: 200 buyers at once hold two seats of one event, place the order, pay, and follow it until it is
// confirmed and has its tickets. Each has an account and buys at most six seats.
import { randomUUID } from "node:crypto";
import { createClient, type Client as SocketClient } from "graphql-ws";
import { Pool } from "undici";
import { WebSocket } from "ws";
import { connectClient, type Data } from "../../local/client.ts";
import { ticketsTooMany } from "../../testkit/inspect.ts";
import { pidOf, processNames } from "../../testkit/temporary-system.ts";
import { createEvent, createOrganization, createVenue, publishEvent, signUp } from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import { cpuOf, cpuOfFamily } from "../cpu.ts";
import { quantile } from "../statistics.ts";

const BUYERS_AT_ONCE = 200;
const PURCHASES_PER_ACCOUNT = 3;
const SECTIONS = 20;
const ROWS = 20;
const SEATS_PER_ROW = 50;
const SEATS = SECTIONS * ROWS * SEATS_PER_ROW;
const WARM_UP_SECONDS = 5;
/** Sign-ups at once: each takes a password's worth of CPU. */
const SIGN_UPS_AT_ONCE = 8;
const CONFIRMED_WITHIN_MS = 60_000;

const STEPS = ["hold", "place", "pay", "confirmed"] as const;
type Step = (typeof STEPS)[number];

interface Tally {
  purchases: number;
  other: Record<string, number>;
  times: Record<Step, number[]>;
}

export async function openHall(system: System): Promise<string> {
  const { client: owner } = await signUp((token) => connectClient(system.url, token), "Owner");
  const organizationId = await createOrganization(owner);
  const sections = Array.from({ length: SECTIONS }, (_, section) => ({
    name: `Block ${section + 1}`,
    kind: "SEATED" as const,
    rows: Array.from({ length: ROWS }, (__, row) => ({ label: String(row + 1), seats: SEATS_PER_ROW })),
  }));
  const venueId = await createVenue(owner, organizationId, sections);
  const tier = { name: "All", price: { amount: 4500, currency: "EUR" }, sections: sections.map(({ name }) => name) };
  const eventId = await createEvent(owner, organizationId, venueId, [tier], { maxSeatsPerBuyer: 6 });
  await publishEvent(owner, eventId);
  return eventId;
}

export async function accounts(system: System, count: number): Promise<string[]> {
  const tokens: string[] = [];
  const signUps = Array.from({ length: SIGN_UPS_AT_ONCE }, async () => {
    while (tokens.length < count) {
      const { client } = await signUp((token) => connectClient(system.url, token), "Buyer");
      tokens.push(client.token!);
    }
  });
  await Promise.all(signUps);
  return tokens;
}

const HOLD = `mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id } ... on Error { message } } }`;
const PLACE = `mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { id } ... on Error { message } } }`;
const PAY = `mutation Pay($input: PayOrderInput!) { payOrder(input: $input) { __typename ... on Payment { id } ... on Error { message } } }`;
const FOLLOW = `subscription Follow($id: ID!) { orderChanged(orderId: $id) { status tickets { id } } }`;
const UNDER_WAY = ["AWAITING_PAYMENT", "PROCESSING"];

/** What the buyers did within the time that was measured. */
export interface Sold {
  purchases: number;
  ordersPerMinute: number;
  /** Purchases that ended otherwise, by how. */
  other: Record<string, number>;
  oversold: number;
  p50Ms: Record<Step, number>;
  p99Ms: Record<Step, number>;
  cpuMsPerPurchase: Record<string, number>;
}

/**
 * Runs purchases for `forSeconds` after a warm-up. `measured` is called when the measured time begins; what it returns, when it ends.
 * @throws Error if seats or accounts ran out before: there are accounts for this many purchases a minute
 */
export async function sell(
  system: System,
  forSeconds: number,
  perMinute: number,
  measured: () => Promise<() => Promise<void>> = async () => async () => {},
): Promise<Sold> {
  const eventId = await openHall(system);
  const pairs = shuffled(seatPairs(eventId));
  const purchases = Math.min((perMinute * (WARM_UP_SECONDS + forSeconds)) / 60 + BUYERS_AT_ONCE, pairs.length);
  const tokens = await accounts(system, Math.ceil(purchases / PURCHASES_PER_ACCOUNT));
  const { origin, pathname } = new URL(system.url);
  const pool = new Pool(origin, { connections: BUYERS_AT_ONCE });

  async function ask(token: string, query: string, input: object): Promise<Data> {
    const response = await pool.request({
      method: "POST",
      path: pathname,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { input: { ...input, idempotencyKey: randomUUID() } } }),
    });
    const { data, errors } = (await response.body.json()) as { data: Data; errors?: Data[] };
    const answer = data && Object.values(data as object)[0];
    if (errors || !answer) throw new Error(String(errors?.[0]?.extensions?.code ?? "no data"));
    return answer;
  }

  const newTally = (): Tally => ({ purchases: 0, other: {}, times: { hold: [], place: [], pay: [], confirmed: [] } });
  let tally = newTally();

  async function timed<T>(step: Step, work: Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await work;
    tally.times[step].push(performance.now() - begun);
    return result;
  }

  async function purchase(token: string, socket: SocketClient): Promise<string> {
    const seatIds = pairs.pop()!;
    const hold = await timed("hold", ask(token, HOLD, { eventId, seatIds }));
    if (hold.__typename !== "Hold") return `hold: ${hold.__typename}`;
    const order = await timed("place", ask(token, PLACE, { holdId: hold.id }));
    if (order.__typename !== "Order") return `place: ${order.__typename}`;
    const begun = performance.now();
    const settled = settlement(socket, order.id as string);
    settled.catch(() => {});
    const payment = await timed("pay", ask(token, PAY, { orderId: order.id, paymentMethod: "pm_card_visa" }));
    if (payment.__typename !== "Payment") return `pay: ${payment.__typename}`;
    const { status, tickets } = await settled;
    if (status !== "CONFIRMED" || tickets !== seatIds.length) return `${status} with ${tickets} tickets`;
    tally.times.confirmed.push(performance.now() - begun);
    return "CONFIRMED";
  }

  let over = false;
  async function buyer(): Promise<void> {
    while (!over && tokens.length > 0) {
      const token = tokens.pop()!;
      const socket = createClient({
        url: system.url.replace("http", "ws"),
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
      });
      for (let count = 0; count < PURCHASES_PER_ACCOUNT && !over && pairs.length > 0; count++) {
        const outcome = await purchase(token, socket).catch((error: Error) => error.message);
        if (outcome === "CONFIRMED") tally.purchases += 1;
        else tally.other[outcome] = (tally.other[outcome] ?? 0) + 1;
      }
      await socket.dispose();
    }
  }

  const buyers = Array.from({ length: BUYERS_AT_ONCE }, buyer);
  await seconds(WARM_UP_SECONDS);
  const ended = await measured();
  const before = { cpu: cpuByProcess(system), at: performance.now() };
  tally = newTally();
  await seconds(forSeconds);
  const found = tally;
  const minutes = (performance.now() - before.at) / 60_000;
  const after = cpuByProcess(system);
  const ranOut = tokens.length === 0 || pairs.length === 0;
  await ended();
  over = true;
  await Promise.all(buyers);
  await pool.destroy();
  if (ranOut) throw new Error(`Not enough seats or accounts: ${found.purchases} purchases in ${minutes} minutes.`);
  return {
    purchases: found.purchases,
    ordersPerMinute: Math.round(found.purchases / minutes),
    other: found.other,
    oversold: await ticketsTooMany(system),
    p50Ms: perStep(found, 0.5),
    p99Ms: perStep(found, 0.99),
    cpuMsPerPurchase: Object.fromEntries<number>(
      processNames().map((name) => [name, round(((after[name]! - before.cpu[name]!) * 1_000) / found.purchases)]),
    ),
  };
}

/** How the order ends, as its buyer hears it. */
function settlement(socket: SocketClient, id: string): Promise<{ status: string; tickets: number }> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("not settled in time")), CONFIRMED_WITHIN_MS);
    const stop = socket.subscribe<{ orderChanged: { status: string; tickets: unknown[] } }>(
      { query: FOLLOW, variables: { id } },
      {
        next: ({ data }) => {
          const order = data?.orderChanged;
          if (!order || UNDER_WAY.includes(order.status)) return;
          clearTimeout(timer);
          stop();
          resolve({ status: order.status, tickets: order.tickets.length });
        },
        error: () => reject(new Error("the subscription failed")),
        complete: () => {},
      },
    );
  });
}

export function cpuByProcess(system: System): Record<string, number> {
  // Each connection of PostgreSQL is a process of its own.
  const cpu = (name: string) => (name === "postgres" ? cpuOfFamily : cpuOf)(pidOf(system, name));
  return Object.fromEntries(processNames().map((name) => [name, cpu(name)]));
}

const perStep = ({ times }: Tally, share: number) =>
  Object.fromEntries(STEPS.map((step) => [step, Math.round(quantile(times[step], share))])) as Record<Step, number>;
export const seatPairs = (eventId: string) =>
  Array.from({ length: SEATS / 2 }, (_, pair) => [`${eventId}.${2 * pair + 1}`, `${eventId}.${2 * pair + 2}`]);
const round = (value: number) => Number(value.toFixed(2));
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

function shuffled<T>(values: T[]): T[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [values[at], values[other]] = [values[other]!, values[at]!];
  }
  return values;
}
