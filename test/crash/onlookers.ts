// Those who use the system without buying: who follow the seats live and reconnect, who try what is not theirs, and who sign out.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { SEAT_STATES, unpackChanges, unpackStates, unpackVersions } from "../../domain/seat-map/packing.ts";
import { connectClient, type Client, type Data, type Feed } from "../../local/client.ts";
import { signUp, type Person } from "../../local/fixtures.ts";
import type { World } from "./actors.ts";
import type { Follower } from "./history.ts";
import type { Random } from "../../testkit/random.ts";

const SEATS_CHANGED = `subscription ($id: ID!, $after: String) { seatsChanged(eventId: $id, after: $after) { cursor reset packed seats { id version status } } }`;
const SEATS = `query ($id: ID!) { event(id: $id) { seats(first: 5000) { nodes { id version status } } seatMap { states { packed versions } } } }`;

interface Message {
  cursor: string;
  reset: boolean;
  packed: string;
  seats: { id: string; version: number; status: string }[];
}

/**
 * Keeps a map of the seats as the API says that one may: subscribe, query, keep the higher version; after a cut continue from the last
 * cursor, and query again only if told so. `over` ends the cutting; `end` ends the following.
 */
export async function follower(world: World, random: Random, end: AbortSignal): Promise<void> {
  const me: Follower = { map: new Map(), packedMap: new Map(), subscriptions: [] };
  const { eventId } = world.show;
  world.history.followers.push(me);
  let cursor: string | undefined;
  let isKnown = false;
  while (!end.aborted) {
    const client = connectClient(world.url);
    const said: Follower["subscriptions"][number] = [];
    me.subscriptions.push(said);
    const feed = client.subscribe(SEATS_CHANGED, { id: eventId, after: cursor ?? null });
    const cutAt = world.over.aborted ? Infinity : performance.now() + 1_000 + random.below(8_000);
    for (let taken = 0; !feed.ended && !end.aborted && (performance.now() < cutAt || world.over.aborted);) {
      await delay(20);
      for (; taken < feed.messages.length; taken++) {
        const message = (feed.messages[taken] as Data).seatsChanged as Message | null | undefined;
        if (!message) continue;
        if (message.reset || cursor === undefined) isKnown = false;
        cursor = message.cursor;
        said.push(...message.seats);
        keep(me.map, message.seats);
        keep(me.packedMap, unpacked(eventId, unpackChanges(message.packed)));
      }
      if (taken > 0 && !isKnown) isKnown = await readSeats(me, client, eventId);
    }
    stop(feed, client);
    await delay(random.below(300));
  }
}

function keep(map: Follower["map"], seats: Message["seats"]): void {
  for (const seat of seats) if (seat.version >= (map.get(seat.id)?.version ?? 0)) map.set(seat.id, seat);
}

async function readSeats(me: Follower, client: Client, eventId: string): Promise<boolean> {
  const answer = await client.send(SEATS, { id: eventId }).catch(() => undefined);
  const seats = answer?.data?.event?.seats?.nodes as Message["seats"] | undefined;
  if (!answer || !seats || answer.errors) return false;
  keep(me.map, seats);
  const { packed, versions } = answer.data.event.seatMap.states as { packed: string; versions: string };
  const numbers = unpackVersions(versions, seats.length);
  const states = [...unpackStates(packed, seats.length)];
  keep(
    me.packedMap,
    unpacked(
      eventId,
      states.map((code, index) => ({ index, code, version: numbers[index]! })),
    ),
  );
  return true;
}

const unpacked = (eventId: string, changes: ReturnType<typeof unpackChanges>): Message["seats"] =>
  changes.map(({ index, code, version }) => ({ id: `${eventId}.${index + 1}`, version, status: SEAT_STATES[code]! }));

function stop(feed: Feed, client: Client): void {
  feed.stop();
  void client.close().catch(() => {});
}

const FOREIGN = [
  ["order", `query ($id: ID!) { order(id: $id) { id status } }`],
  ["payment", `query ($id: ID!) { payment(id: $id) { id status } }`],
  ["hold", `query ($id: ID!) { hold(id: $id) { id status } }`],
  ["order", `mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename ... on Error { message } } }`],
  [
    "hold",
    `mutation ($id: ID!) { placeOrder(input: { holdId: $id, idempotencyKey: "KEY" }) { __typename ... on Error { message } } }`,
  ],
  [
    "order",
    `mutation ($id: ID!) { payOrder(input: { orderId: $id, paymentMethod: "pm_card_visa", idempotencyKey: "KEY" }) { __typename ... on Error { message } } }`,
  ],
  [
    "order",
    `mutation ($id: ID!) { refundOrder(input: { orderId: $id, reason: "Mine", idempotencyKey: "KEY" }) { __typename ... on Error { message } } }`,
  ],
] as const;
const UNSURE = /TIMEOUT|UNAVAILABLE|RATE_LIMITED/;

/** Tries what belongs to others, and the same with ids that do not exist. */
export async function stranger(world: World, random: Random): Promise<void> {
  const { client } = await somebody(world);
  while (!world.over.aborted) {
    await delay(100 + random.below(400));
    const [kind, query] = random.pick(FOREIGN);
    const id = idOf(world, kind, random);
    if (id === undefined) continue;
    const ask = async (about: string) => {
      const answer = await client.send(query.replace("KEY", randomUUID()), { id: about }).catch(() => undefined);
      const text = answer && JSON.stringify({ data: answer.data, errors: answer.errors });
      return text === undefined || UNSURE.test(text) ? undefined : text.replaceAll(about, "…");
    };
    const [theirs, unknown] = [await ask(id), await ask(randomUUID())];
    if (theirs !== undefined && unknown !== undefined) world.history.foreign.push({ query, theirs, unknown });
  }
}

function idOf({ history }: World, kind: string, random: Random): string | undefined {
  const of = { order: "Order", payment: "Payment", hold: "Hold" }[kind];
  const known = history.attempts.filter(({ answer }) => answer?.__typename === of && answer.id !== undefined);
  return known.length === 0 ? undefined : (random.pick(known).answer.id as string);
}

/** Signs in, signs out, and keeps trying with the token that it had. */
export async function leaver(world: World): Promise<void> {
  while (!world.over.aborted) {
    const { client } = await somebody(world);
    const left = await client.send(`mutation { signOut }`).catch(() => undefined);
    if (left?.data?.signOut !== true) continue;
    const leftAt = performance.now();
    while (performance.now() - leftAt < 7_000 && !world.over.aborted) {
      const askedAt = performance.now();
      const answer = await client.send(`{ me { id } }`).catch(() => undefined);
      if (answer) world.history.afterSignOut.push({ afterMs: askedAt - leftAt, isIn: Boolean(answer.data?.me) });
      await delay(500);
    }
  }
}

async function somebody(world: World): Promise<Person> {
  for (;;) {
    const person = await signUp((token) => connectClient(world.url, token), "Onlooker").catch(() => undefined);
    if (person) return person;
    await delay(200);
  }
}
