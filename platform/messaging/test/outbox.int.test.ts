// The order and the completeness of what is published, and what is remembered of what was taken.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { Redis } from "ioredis";
import pg from "pg";
import { z } from "zod";
import { startConsumer, type Consumer } from "../consumer.ts";
import { defineMessage, type Envelope } from "../../core/contracts.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { consumeBatch, takeOrPark } from "../inbox.ts";
import { sizeOf, type Ranges } from "../inbox-ranges.ts";
import { createOutboxReader, type OutboxReader } from "../outbox-reader.ts";
import { on, onAll, onEvery, type MessageHandler } from "../handlers.ts";
import { publish, publishMany } from "../outbox.ts";
import { createRedisTransport } from "../redis-streams.ts";
import { startRelay, type Relay } from "../relay.ts";
import { streamName, valueOf, FIELDS, type StreamEntry } from "../signed-batches.ts";
import { rawSql, rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
const { redisUrl, adminUrl } = serversOfThisRun();
const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
const ParcelLost = defineMessage("warehouse.ParcelLost", { parcel: z.string() });
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const trustedKeys = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "warehouse" }] } as JSONWebKeySet;

let made: TestDatabase[];
let warehouse: Database;
let shop: Database;
let redis: Redis;
let redisPrefix: string;
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  made = await Promise.all(
    ["warehouse", "shop"].map((name) => createTestDatabase(adminUrl, { name, entities: [], migrations: [] })),
  );
  warehouse = await open(made[0]!.url);
  shop = await open(made[1]!.url);
  await rows(shop.read(), rawSql("create table parcel (name text, at int generated always as identity)"));
  redis = new Redis(redisUrl);
  redisPrefix = `outbox-${randomUUID()}`;
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  redis.disconnect();
  await Promise.all([warehouse.close(), shop.close()]);
  await Promise.all(made.map((database) => database.drop()));
});

const open = (url: string) => openDatabase({ url, entities: [], migrations: [], logger });
const send = (...parcels: string[]) =>
  warehouse.transaction((tx) =>
    publishMany(
      tx,
      ParcelSent,
      parcels.map((parcel) => ({ key: parcel, body: { parcel } })),
    ),
  );
const reader = () => createOutboxReader(warehouse.prepared);
const keysIn = async (from: OutboxReader, after = 0) => (await from.read(after, 100)).messages.map(({ key }) => key);

/** A transaction that is left open. */
async function begin(): Promise<pg.Client> {
  const client = new pg.Client(made[0]!.url);
  await client.connect();
  stops.push(() => client.end());
  await client.query("begin");
  return client;
}
const insert = (client: pg.Client, parcel: string) =>
  client.query("insert into outbox (message_id, name, key, body) values (gen_random_uuid(), $1, $2, $3)", [
    ParcelSent.name,
    parcel,
    { parcel },
  ]);

const transport = () => createRedisTransport({ redisUrl, redisPrefix, trustedKeys, logger });

function relay(database = made[0]!.url, of = warehouse, consumers = ["shop"]): Relay {
  const one = startRelay({
    subgraph: "warehouse",
    signer: { name: "warehouse", key: privateKey },
    consumers,
    database: of,
    databaseUrl: database,
    transport: transport(),
    logger,
  });
  stops.unshift(one.stop);
  return one;
}

const store = onAll(ParcelSent, async (tx, received) => {
  await rows(tx, sql`insert into parcel (name) select unnest(${received.map(({ body }) => body.parcel)}::text[])`);
});

function consumer(handlers: MessageHandler[] = [store], instance = "one"): Consumer {
  const one = startConsumer({
    subgraph: "shop",
    instance,
    handlers,
    database: shop,
    transport: transport(),
    logger,
  });
  stops.unshift(one.stop);
  return one;
}

const stored = async () =>
  (await rows<{ name: string }>(shop.read(), sql`select name from parcel order by at`)).map(({ name }) => name);
const areStored = (count: number) =>
  until(async () => (await stored()).length >= count, `${count} parcels are stored`, 20_000);
const taken = async () =>
  (await rows<{ taken: string }>(shop.read(), sql`select taken::text from inbox_range order by origin`)).map(
    (one) => one.taken,
  );
async function envelopes(): Promise<Envelope[]> {
  const entries = (await redis.xrange(streamName(redisPrefix, "warehouse"), "-", "+")) as StreamEntry[];
  return entries.map(([, fields]) => JSON.parse(valueOf(fields, FIELDS.text)!) as Envelope);
}

test("a message waits for those that may come before it, and for no other transaction", async () => {
  const from = reader();
  await send("a");
  expect(await keysIn(from)).toEqual(["a"]);
  const early = await begin();
  await insert(early, "b");
  await send("c");
  // It has an older transaction id than any message, and writes none.
  const other = await begin();
  await other.query("select pg_current_xact_id()");
  expect(await from.read(1, 100)).toEqual({ messages: [], isBlocked: true });
  const undone = await begin();
  await insert(undone, "never");
  await send("d");
  expect((await from.read(1, 100)).isBlocked).toBe(true);
  await early.query("commit");
  // Up to what was there when it was waited for.
  expect(await keysIn(from, 1)).toEqual(["b", "c"]);
  expect(await from.read(3, 100)).toEqual({ messages: [], isBlocked: true });
  await undone.query("rollback");
  expect(await keysIn(from, 3)).toEqual(["d"]);
  expect(await from.read(5, 100)).toEqual({ messages: [], isBlocked: false });
  expect(await keysIn(reader())).toEqual(["a", "b", "c", "d"]);
});

test("writers without end, of which some are undone, hold nothing back, and nothing is left out", async () => {
  const received: string[] = [];
  const from = reader();
  let last = 0;
  let isDone = false;
  const reading = (async () => {
    for (let isAtEnd = false; !isAtEnd;) {
      const wasDone = isDone;
      const { messages, isBlocked } = await from.read(last, 7);
      received.push(...messages.map(({ key }) => key));
      last = messages.at(-1)?.id ?? last;
      isAtEnd = wasDone && messages.length === 0 && !isBlocked;
    }
  })();
  const meant: string[] = [];
  let mostBehind = 0;
  await Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 40; n++) {
        const name = `${writer}.${n}`;
        const isUndone = (writer + n) % 5 === 0;
        await warehouse
          .transaction(async (tx) => {
            await publish(tx, ParcelSent, name, { parcel: name });
            await rows(tx, sql`select pg_sleep(${((writer * 7 + n) % 4) / 1_000})`);
            if (isUndone) throw new Error("undone");
          })
          .catch(() => {});
        if (!isUndone) meant.push(name);
        mostBehind = Math.max(mostBehind, meant.length - received.length);
      }
    }),
  );
  isDone = true;
  await reading;
  expect(received.toSorted()).toEqual(meant.toSorted());
  // In the order of each writer's.
  for (let writer = 0; writer < 6; writer++) {
    const own = received.filter((name) => name.startsWith(`${writer}.`)).map((name) => Number(name.split(".")[1]));
    expect(own).toEqual(own.toSorted((one, other) => one - other));
  }
  expect(mostBehind).toBeLessThan(meant.length / 2);
});

test("an outbox row is never updated, and what was taken is one range, whatever was undone or is of no interest", async () => {
  await rows(
    warehouse.read(),
    rawSql("create trigger t before update on outbox for each statement execute function is_never_emptied()"),
  );
  relay();
  const received: string[] = [];
  consumer([
    store,
    onEvery("warehouse", async (_, all) => void received.push(...all.map(({ envelope }) => envelope.key))),
  ]);
  await send("a");
  const undone = await begin();
  await insert(undone, "never");
  await undone.query("rollback");
  await warehouse.transaction((tx) => publish(tx, ParcelLost, "lost", { parcel: "lost" }));
  await send("b", "c");
  await areStored(3);
  expect(received).toEqual(["a", "lost", "b", "c"]);
  await until(async () => (await taken()).join() === "{[1,6)}", "one range");
  expect((await envelopes()).map(({ after }) => after)).toEqual([0, 1, 3, 4]);
});

/** All of the outbox, as the relay would publish it. */
async function published(): Promise<Envelope[]> {
  const { messages } = await reader().read(0, 10_000);
  return messages.map(({ id, ...message }, index) => ({ ...message, seq: id, after: messages[index - 1]?.id ?? 0 }));
}

/** As the consumer does: a batch that others were faster than too often is taken in halves. */
const take = (handlers: MessageHandler[], batch: Envelope[]) =>
  takeOrPark(shop, handlers, batch, new Map(), async (_, error) => {
    throw error;
  });

test("messages that several processes take at once, in other batches, have one effect each", async () => {
  const names = Array.from({ length: 200 }, (_, n) => `p${n}`);
  await send(...names);
  const all = await published();
  const slow = onAll(ParcelSent, async (tx, received) => {
    await store.handleAll(tx, received as never[]);
    await rows(tx, sql`select pg_sleep(0.002)`);
  });
  await Promise.all(
    [7, 11, 16, 25].map(async (size) => {
      for (let at = 0; at < all.length; at += size) await take([slow], all.slice(at, at + size));
    }),
  );
  expect((await stored()).toSorted()).toEqual(names.toSorted());
  expect(await taken()).toEqual(["{[1,201)}"]);
});

test("a batch of which others take one message after the other meanwhile has each effect once, and parks none", async () => {
  const names = Array.from({ length: 16 }, (_, n) => `p${n}`);
  await send(...names);
  const all = await published();
  const others = [...all];
  let tries = 0;
  const losing = onAll(ParcelSent, async (tx, received) => {
    await store.handleAll(tx, received as never[]);
    const next = others.findIndex(({ key }) => received.some(({ body }) => body.parcel === key));
    await consumeBatch(shop, [store], others.splice(next, 1));
    tries++;
  });
  await expect(consumeBatch(shop, [losing], all)).rejects.toThrow("Another process handled messages");
  expect(tries).toBe(5);
  await take([losing], all);
  expect((await stored()).toSorted()).toEqual(names.toSorted());
});

test("a group that was away while Redis lost the stream still gets all that the others have taken since", async () => {
  const MESSAGES = 2_500;
  const publishing = relay(undefined, undefined, ["shop", "till"]);
  const listening = consumer();
  await send("a");
  await areStored(1);
  const progress = async () =>
    (await rows<{ id: number }>(warehouse.read(), sql`select id from stream_progress where consumer_group = 'shop'`))[0]
      ?.id ?? 0;
  await until(async () => (await progress()) === 1, "what the shop has taken is remembered");
  await listening.stop();
  stops.splice(stops.indexOf(listening.stop), 1);
  const stream = streamName(redisPrefix, "warehouse");
  await redis.del(stream);
  await send(...Array.from({ length: MESSAGES }, (_, n) => `b${n}`));
  await until(async () => (await publishing.waiting()).messages === 0, "published", 20_000);
  // The other group takes all of it, more than is kept for onlookers.
  await redis.xgroup("CREATE", stream, "till", "0");
  const read = await redis.xreadgroup("GROUP", "till", "one", "COUNT", 10_000, "STREAMS", stream, ">");
  const [[, entries]] = read as [[string, StreamEntry[]]];
  await redis.xack(stream, "till", ...entries.map(([id]) => id));
  await send("c");
  const tillHas = async () =>
    (
      await rows(
        warehouse.read(),
        sql`select 1 from stream_progress where consumer_group = 'till' and id > ${MESSAGES}`,
      )
    ).length;
  await until(async () => (await tillHas()) === 1, "what the till has taken is remembered, and the stream trimmed");
  consumer();
  await areStored(MESSAGES + 2);
  expect(new Set(await stored()).size).toBe(MESSAGES + 2);
});

test("messages that nothing reacts to are remembered before they become many ranges", async () => {
  await send(...Array.from({ length: 240 }, (_, n) => `p${n}`));
  const all = await published();
  const deaf = on(ParcelLost, async () => {});
  const passed: Ranges = new Map();
  // Every second one, as where another process takes the rest.
  for (const [index, one] of all.entries()) if (index % 2 === 0) await consumeBatch(shop, [deaf], [one], passed);
  const [ranges] = await rows<{ n: number }>(
    shop.read(),
    sql`select count(*)::int as n from inbox_range, unnest(taken)`,
  );
  expect([ranges!.n, sizeOf(passed)]).toEqual([100, 20]);
});

test("what the version before has taken is not taken again, nor the other way round", async () => {
  await send("a", "b", "c");
  const [a, b, c] = await published();
  /** As it remembers a message: the row is there if it is fresh. */
  const asBefore = async ({ messageId }: Envelope) =>
    (
      await rows(
        shop.read(),
        sql`insert into inbox (message_id) select unnest(${[messageId]}::uuid[]) on conflict do nothing returning message_id`,
      )
    ).length;
  expect(await asBefore(a!)).toBe(1);
  await consumeBatch(shop, [store], [a!, b!]);
  expect(await stored()).toEqual(["b"]);
  expect([await asBefore(a!), await asBefore(b!), await asBefore(c!)]).toEqual([0, 0, 1]);
  await consumeBatch(shop, [store], [c!, b!, a!]);
  expect(await stored()).toEqual(["b"]);
  // Ids of before have no number.
  const old = { ...a!, messageId: randomUUID() };
  for (let times = 0; times < 2; times++) await consumeBatch(shop, [store], [old, old]);
  expect(await stored()).toEqual(["b", "a"]);
});

test("messages under another publisher's origin are not taken, and take nothing from it", async () => {
  await send("a", "b");
  const [a, b] = await published();
  await consumeBatch(shop, [store], [a!]);
  const Stolen = defineMessage("thief.Stolen", { parcel: z.string() });
  const steal = on(Stolen, async () => {});
  await expect(consumeBatch(shop, [steal], [{ ...b!, name: Stolen.name }])).rejects.toThrow(/another publisher/);
  await consumeBatch(shop, [store], [b!]);
  expect(await stored()).toEqual(["a", "b"]);
});

test.each(["under another name", "in the place of the one that it was copied from"])(
  "a database that is restored to an earlier state %s gives no number of lost messages to others",
  async (where) => {
    const first = relay();
    consumer();
    await send("a");
    await areStored(1);
    await until(async () => (await first.waiting()).messages === 0, "published");
    await first.stop();
    stops.splice(stops.indexOf(first.stop), 1);
    await warehouse.close();
    const copy = new URL(made[0]!.url);
    copy.pathname = `/${made[0]!.name}_copy`;
    const admin = new pg.Client(adminUrl);
    await admin.connect();
    try {
      await admin.query(`create database ${made[0]!.name}_copy template ${made[0]!.name}`);
      warehouse = await open(made[0]!.url);
      const second = relay();
      await send("b", "c");
      await areStored(3);
      await second.stop();
      stops.splice(stops.indexOf(second.stop), 1);

      if (where !== "under another name") {
        const client = new pg.Client(copy.href);
        await client.connect();
        await client.query("update outbox_origin set history = outbox_history()");
        await client.end();
      }
      const restored = await open(copy.href);
      try {
        const third = relay(copy.href, restored);
        await until(async () => third.isRunning() && (await third.waiting()).messages === 0, "publishes");
        await restored.transaction((tx) => publish(tx, ParcelSent, "d", { parcel: "d" }));
        await restored.transaction((tx) => publish(tx, ParcelSent, "e", { parcel: "e" }));
        await restored.transaction((tx) => publish(tx, ParcelSent, "f", { parcel: "f" }));
        await areStored(6);
        expect(await stored()).toEqual(["a", "b", "c", "d", "e", "f"]);
        await third.stop();
        stops.splice(stops.indexOf(third.stop), 1);
      } finally {
        await restored.close();
      }
    } finally {
      await admin.query(`drop database if exists ${made[0]!.name}_copy with (force)`);
      await admin.end();
    }
  },
);
