// The promises of platform/ about databases and messages, on a real PostgreSQL.
import { dueInMs } from "../../jobs/due.ts";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { JSONWebKeySet } from "jose";
import pg from "pg";
import { z } from "zod";
import { on, onAll } from "../handlers.ts";
import { MAX_ATTEMPTS, retryParked, consumeBatch, untilNextRetry } from "../inbox.ts";
import { startConsumer } from "../consumer.ts";
import { defineMessage, type Envelope } from "../../core/contracts.ts";
import { openDatabase, type Database, type Tx } from "../../postgres/database.ts";
import { listDeadLetters, replayDeadLetters } from "../dead-letters.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { publish, publishMany } from "../outbox.ts";
import { createRedisTransport } from "../redis-streams.ts";
import { startRelay } from "../relay.ts";
import { rawSql, change, rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
const shop = {
  name: "shop",
  entities: [],
  migrations: [{ name: "001-shop", statements: "create table parcel (name text primary key, times int not null)" }],
};

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await createTestDatabase(serversOfThisRun().adminUrl, shop);
  database = await openDatabase({ url: made.url, ...shop, logger });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const count = async (parcel: string) =>
  (await rows<{ times: number }>(database.read(), sql`select times from parcel where name = ${parcel}`))[0]?.times;
const countParcels = (tx: Tx, parcels: string[]) =>
  rows(
    tx,
    sql`insert into parcel select name, count(*) from unnest(${parcels}::text[]) as p(name) group by name
        on conflict (name) do update set times = parcel.times + excluded.times`,
  );
const counting = on(ParcelSent, async (tx, { parcel }) => void (await countParcels(tx, [parcel])));
const envelope = (parcel: string): Envelope => ({
  messageId: randomUUID(),
  name: ParcelSent.name,
  key: parcel,
  body: { parcel },
  correlationId: null,
  seq: 1,
});

test("a table may change under statements that were planned before", async () => {
  const read = () => rows<{ name: string }>(database.read(), sql`select * from parcel where name = ${"z"}`);
  const readInside = () =>
    database.transaction(async (tx) => {
      await rows(tx, sql`select 1`);
      return rows<{ name: string }>(tx, sql`select * from parcel where name = ${"z"} for update`);
    });
  await rows(database.read(), sql`insert into parcel values ('z', 1)`);
  const prepared = () =>
    rows<{ n: number }>(database.read(), sql`select count(*)::int as n from pg_prepared_statements where ${1} = 1`);
  for (let index = 0; index < 20; index++) await Promise.all([read(), readInside()]);
  expect((await prepared())[0]!.n).toBeGreaterThan(0);
  for (const column of ["colour", "weight"]) {
    await rows(database.read(), rawSql(`alter table parcel add column ${column} text`));
    const found = await Promise.all([...Array.from({ length: 5 }, read), ...Array.from({ length: 5 }, readInside)]);
    for (const [parcel] of found) expect(parcel).toMatchObject({ name: "z", [column]: null });
  }
  // With others that add rows by position.
  await rows(database.read(), sql`alter table parcel drop column colour, drop column weight`);
});

test("a message is taken once, however often it comes and however many at once", async () => {
  const message = envelope("a");
  await Promise.all(Array.from({ length: 10 }, () => consumeBatch(database, [counting], [message])));
  expect(await count("a")).toBe(1);
});

test("as long as no message is parked nobody looks for one; then when the first is due", async () => {
  const dueIn = () => dueInMs(database, untilNextRetry());
  expect(await dueIn()).toBe(Infinity);
  const park = (name: string, retryAt: string) =>
    change(
      database.read(),
      sql`insert into parked_message (message_id, name, envelope, attempts, last_error, retry_at)
          values (${randomUUID()}, ${name}, '{}', 1, 'x', now() + ${retryAt}::interval)`,
    );
  await park("later", "1 hour");
  const later = await dueIn();
  expect(later).toBeGreaterThan(3_000_000);
  expect(later).toBeLessThanOrEqual(3_600_000);
  await park("due", "-1 hour");
  expect(await dueIn()).toBe(0);
  await rows(database.read(), sql`delete from parked_message`);
});

test("a message whose handler fails has no effect, is tried again, ends as a dead letter, and can be replayed", async () => {
  let broken = true;
  const handler = on(ParcelSent, async (tx, { parcel }) => {
    await countParcels(tx, [parcel]);
    if (broken) throw new Error("the shelf is full");
  });
  const message = envelope("b");
  await expect(consumeBatch(database, [handler], [message])).rejects.toThrow("the shelf is full");
  expect(await count("b")).toBeUndefined();
  await change(
    database.read(),
    sql`insert into parked_message (message_id, name, envelope, attempts, last_error, retry_at) values (${message.messageId}, ${message.name}, ${JSON.stringify(message)}, 1, 'x', now())`,
  );
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    expect(await retryParked(database, [handler], logger)).toBe(1);
    await change(database.read(), sql`update parked_message set retry_at = now() where retry_at is not null`);
  }
  expect(await listDeadLetters(database)).toEqual([
    expect.objectContaining({
      messageId: message.messageId,
      name: "warehouse.ParcelSent",
      attempts: MAX_ATTEMPTS,
      lastError: "Error: the shelf is full",
    }),
  ]);
  expect(await retryParked(database, [handler], logger)).toBe(0);
  broken = false;
  expect(await replayDeadLetters(database)).toBe(1);
  expect(await retryParked(database, [handler], logger)).toBe(1);
  expect(await count("b")).toBe(1);
  expect(await listDeadLetters(database)).toEqual([]);
});

/** A publisher: its database, and what its relay signs with. */
async function openWarehouse() {
  const warehouse = await createTestDatabase(serversOfThisRun().adminUrl, {
    name: "warehouse",
    entities: [],
    migrations: [],
  });
  const outbox = await openDatabase({ url: warehouse.url, entities: [], migrations: [], logger });
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const trustedKeys = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "warehouse" }] } as JSONWebKeySet;
  const signed = { subgraph: "warehouse", signer: { name: "warehouse", key: privateKey }, trustedKeys, logger };
  return { warehouse, outbox, signed };
}

test("what was committed is heard in its order, also through two relays of which the active one dies", async () => {
  const { redisUrl } = serversOfThisRun();
  const redisPrefix = `relay-${randomUUID()}`;
  const { warehouse, outbox, signed } = await openWarehouse();
  const transport = createRedisTransport({ ...signed, redisUrl, redisPrefix });
  const relay = () =>
    startRelay({ ...signed, consumers: ["shop"], database: outbox, databaseUrl: warehouse.url, transport });
  const relays = [relay(), relay()];
  const received: string[] = [];
  const consumer = startConsumer({
    subgraph: "shop",
    instance: "one",
    handlers: [on(ParcelSent, async (_, { parcel }) => void received.push(parcel))],
    database,
    transport,
    logger,
  });
  const send = (parcel: string) => outbox.transaction((tx) => publish(tx, ParcelSent, parcel, { parcel }));
  for (let n = 0; n < 50; n++) await send(`c${n}`);
  // Also the one that does not publish knows that nothing waits, though all of it is still in the outbox.
  for (const one of relays)
    await until(async () => isDeepStrictEqual(await one.waiting(), { messages: 0, seconds: 0 }), "nothing waits");
  await relays[0]!.stop();
  for (let n = 50; n < 100; n++) await send(`c${n}`);
  const deadline = Date.now() + 10_000;
  while (received.length < 100 && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  expect(received).toEqual(Array.from({ length: 100 }, (_, n) => `c${n}`));
  await relays[1]!.stop();
  await consumer.stop();
  await outbox.close();
  await warehouse.drop();
});

test("messages that were heard together are handled together; one that can't be taken is parked alone, the others have one effect", async () => {
  const { redisUrl } = serversOfThisRun();
  const redisPrefix = `batches-${randomUUID()}`;
  const { warehouse, outbox, signed } = await openWarehouse();
  const transport = createRedisTransport({ ...signed, redisUrl, redisPrefix });
  const sizes: number[] = [];
  const handler = onAll(ParcelSent, async (tx, received) => {
    const parcels = received.map(({ body }) => body.parcel);
    sizes.push(parcels.length);
    await countParcels(tx, parcels);
    if (parcels.includes("e77")) throw new Error("this one never fits");
  });
  await outbox.transaction((tx) =>
    publishMany(
      tx,
      ParcelSent,
      Array.from({ length: 100 }, (_, n) => ({ key: `e${n}`, body: { parcel: `e${n}` }, correlationId: `why-${n}` })),
    ),
  );
  const relay = startRelay({
    ...signed,
    consumers: ["shop"],
    database: outbox,
    databaseUrl: warehouse.url,
    transport,
  });
  await until(async () => (await relay.waiting()).messages === 0, "all are published");
  const consumer = startConsumer({
    subgraph: "shop",
    instance: "one",
    handlers: [handler],
    database,
    transport,
    logger,
  });
  const counted = () =>
    rows<{ name: string; times: number }>(database.read(), sql`select name, times from parcel where name like 'e%'`);
  await until(async () => (await counted()).length === 99, "99 parcels are counted");
  const parked = await rows<{ envelope: Envelope }>(
    database.read(),
    sql`select envelope from parked_message where envelope ->> 'key' like 'e%'`,
  );
  await consumer.stop();
  expect((await counted()).filter(({ name, times }) => times !== 1 || name === "e77")).toEqual([]);
  expect(parked.map(({ envelope: { key, correlationId } }) => [key, correlationId])).toEqual([["e77", "why-77"]]);
  expect(sizes[0]).toBe(100);
  // Halves, not one by one.
  expect(sizes.length).toBeLessThan(20);
  await rows(database.read(), sql`delete from parked_message`);
  await relay.stop();
  await outbox.close();
  await warehouse.drop();
});

test("a message that does not keep to its declaration is not published", async () => {
  await expect(database.transaction((tx) => publish(tx, ParcelSent, "d", { parcel: 5 } as never))).rejects.toThrow();
});

test("a pool survives the end of all its connections", async () => {
  const admin = new pg.Client({ connectionString: serversOfThisRun().adminUrl });
  await admin.connect();
  const busy = Array.from({ length: 20 }, () =>
    database.transaction((tx) => rows(tx, sql`select pg_sleep(0.2)`)).catch(() => "cut"),
  );
  await rows(database.read(), sql`select 1`).catch(() => {});
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [made.name]);
  await Promise.all(busy);
  const after = await Promise.all(
    Array.from({ length: 30 }, () => database.transaction((tx) => rows(tx, sql`select 1 as one`)).catch(() => null)),
  );
  await admin.end();
  expect(after).toEqual(Array.from({ length: 30 }, () => [{ one: 1 }]));
});
