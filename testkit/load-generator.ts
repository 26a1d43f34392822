// Continuous load: some users browse, some buy, one follows the live map. It records their failures.
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { Agent } from "undici";
import { KEEP_IDLE_MS } from "../platform/http/http.ts";
import { withHeartbeatTimeout } from "../platform/core/heartbeat.ts";
import { connectClient, type Answer, type Client } from "../local/client.ts";
import {
  allSeats,
  buy,
  createEvent,
  createOrganization,
  createVenue,
  publishEvent,
  signUp,
} from "../local/fixtures.ts";

/** With 50 seats each enough for some ten minutes of two buyers. */
const ROWS = 120;
const SEATS_PER_ROW = 50;
const READERS = 3;
const BUYERS = 2;
/** Timeout of a follower for the gateway's acknowledgement. */
const ANSWERS_WITHIN_MS = 3_000;
const CONNECTS_AGAIN_MS = 50;

export interface Customers {
  /** IDs of paid orders. */
  bought: string[];
  /** Unexpected results, in order of occurrence. */
  problems: Problem[];
  /** Requested seats. */
  wanted(): string[];
  /** Seats in messages to followers of a gateway. */
  received(url: string): ReadonlySet<string>;
  /** Completes running purchases. @returns the number of requests */
  stop(): Promise<{ reads: number; purchases: number }>;
}

export interface Problem {
  at: number;
  what: unknown;
}

/** Like our own clients: its idle timeout is shorter than the drain of a process. */
function customerAgent(): Agent {
  return new Agent({ keepAliveTimeout: KEEP_IDLE_MS, keepAliveMaxTimeout: KEEP_IDLE_MS });
}

/**
 * Opens a hall and generates load while `work` runs. `urls`: of the gateways; buyers and readers use them in turn, and one follower
 * connects to each.
 */
export async function withCustomers<T>(urls: string[], work: (customers: Customers) => Promise<T>): Promise<T> {
  const agent = customerAgent();
  const following: { stop(): Promise<void> }[] = [];
  const customers = await sendCustomers(urls, agent, following);
  try {
    return await work(customers);
  } finally {
    await customers.stop();
    await Promise.all(following.map(({ stop }) => stop()));
    await agent.close();
  }
}

async function sendCustomers(urls: string[], agent: Agent, followers: { stop(): Promise<void> }[]): Promise<Customers> {
  let turn = 0;
  const connect = (token?: string): Client => connectClient(urls[turn++ % urls.length]!, token, agent);
  const { eventId, seatIds } = await openHall(connect);
  const problems: Problem[] = [];
  const note = (what: unknown) => void problems.push({ at: Date.now(), what });
  let isOver = false;

  // Followers get all changes after the first message.
  const following = urls.map((url) => follow(url, eventId));
  followers.push(...following);
  await Promise.all(following.map(({ begun }) => begun));

  async function repeatedly(ask: () => Promise<unknown>): Promise<number> {
    let asked = 0;
    for (; !isOver; asked++) await ask().catch((error: unknown) => note(String((error as Error).cause ?? error)));
    return asked;
  }

  const LOOK = `query ($id: ID!) { event(id: $id) { name venue { name } availability { available } seats(first: 5) { nodes { status } } } }`;
  const reading = Array.from({ length: READERS }, () =>
    repeatedly(async () => {
      const { errors = [] }: Answer = await connect().send(LOOK, { id: eventId });
      for (const { message, extensions } of errors) note({ message, code: extensions.code });
    }),
  );

  let next = 0;
  const bought: string[] = [];
  const buying = Array.from({ length: BUYERS }, () =>
    repeatedly(async () => {
      const seatId = seatIds[next++];
      if (seatId === undefined) throw new Error("The hall is sold out: the test needs a larger one.");
      const buyer = await signUp(connect);
      const { order, payment } = await buy(buyer.client, eventId, [seatId]);
      if (payment.__typename !== "Payment") throw new Error(payment.message);
      bought.push(order.id);
    }),
  );

  return {
    bought,
    problems,
    wanted: () => seatIds.slice(0, next),
    received: (url) => following[urls.indexOf(url)]!.received,
    stop: async () => {
      isOver = true;
      const sum = async (counts: Promise<number>[]) => (await Promise.all(counts)).reduce((all, one) => all + one, 0);
      return { reads: await sum(reading), purchases: await sum(buying) };
    },
  };
}

/** Resumes after every disconnection, as a web page does. `hear` gets each message, `begun` the first one. */
export function follow(
  url: string,
  eventId: string,
  hear: () => void = () => {},
): { received: ReadonlySet<string>; begun: Promise<void>; stop(): Promise<void> } {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const sockets = createClient({
    url: url.replace("http", "ws"),
    // The library would repeat the initial cursor, and miss later changes.
    retryAttempts: 0,
    ...withHeartbeatTimeout(ANSWERS_WITHIN_MS, () => sockets.terminate()),
  });
  const received = new Set<string>();
  let cursor: string | null = null;
  let isOver = false;
  const once = () =>
    new Promise<void>((resolve) => {
      sockets.subscribe<{ seatsChanged: { cursor: string; seats: { id: string }[] } }>(
        {
          query: `subscription ($id: ID!, $after: String) { seatsChanged(eventId: $id, after: $after) { cursor seats { id } } }`,
          variables: { id: eventId, after: cursor },
        },
        {
          next: ({ data }) => {
            if (!data) return;
            cursor = data.seatsChanged.cursor;
            begin();
            hear();
            for (const { id } of data.seatsChanged.seats) received.add(id);
          },
          error: () => resolve(),
          complete: () => resolve(),
        },
      );
    });
  const following = (async () => {
    while (!isOver) {
      await once();
      await delay(CONNECTS_AGAIN_MS);
    }
  })();
  return {
    received,
    begun,
    stop: async () => {
      isOver = true;
      await sockets.dispose();
      await following;
    },
  };
}

/** An event with enough seats on sale. */
export async function openHall(connect: (token?: string) => Client): Promise<{ eventId: string; seatIds: string[] }> {
  const { client: owner } = await signUp(connect, "Owner");
  const organizationId = await createOrganization(owner);
  const rows = Array.from({ length: ROWS }, (_, row) => ({ label: String(row + 1), seats: SEATS_PER_ROW }));
  const venueId = await createVenue(owner, organizationId, [{ name: "Hall", kind: "SEATED", rows }]);
  const tier = { name: "All", price: { amount: 4500, currency: "EUR" }, sections: ["Hall"] };
  const eventId = await createEvent(owner, organizationId, venueId, [tier]);
  await publishEvent(owner, eventId);
  return { eventId, seatIds: (await allSeats(owner, eventId)).map(({ id }: { id: string }) => id) };
}
