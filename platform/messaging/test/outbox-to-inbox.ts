// A warehouse that publishes parcels, and a shop that stores them in the order in which it takes them.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { Redis } from "ioredis";
import pg from "pg";
import { z } from "zod";
import { startConsumer, type Consumer } from "../consumer.ts";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { createOutboxReader } from "../outbox-reader.ts";
import { onAll, type MessageHandler } from "../handlers.ts";
import { publishMany } from "../outbox.ts";
import { createRedisTransport } from "../redis-streams.ts";
import { startRelay, type Relay } from "../relay.ts";
import { rawSql, rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
const { redisUrl, adminUrl } = serversOfThisRun();
export const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
export const ParcelLost = defineMessage("warehouse.ParcelLost", { parcel: z.string() });
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const trustedKeys = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "warehouse" }] } as JSONWebKeySet;

export let made: TestDatabase[];
export let warehouse: Database;
export let shop: Database;
export let redis: Redis;
export let redisPrefix: string;
export let stops: (() => Promise<void>)[];

export async function startBoth(): Promise<void> {
  made = await Promise.all(
    ["warehouse", "shop"].map((name) => createTestDatabase(adminUrl, { name, entities: [], migrations: [] })),
  );
  warehouse = await open(made[0]!.url);
  shop = await open(made[1]!.url);
  await rows(shop.read(), rawSql("create table parcel (name text, at int generated always as identity)"));
  redis = new Redis(redisUrl);
  redisPrefix = `outbox-${randomUUID()}`;
  stops = [];
}

export async function stopBoth(): Promise<void> {
  for (const stop of stops) await stop();
  redis.disconnect();
  await Promise.all([warehouse.close(), shop.close()]);
  await Promise.all(made.map((database) => database.drop()));
}

export const open = (url: string) => openDatabase({ url, entities: [], migrations: [], logger });
/** After it was closed. */
export async function reopenWarehouse(): Promise<void> {
  warehouse = await open(made[0]!.url);
}

export const send = (...parcels: string[]) =>
  warehouse.transaction((tx) =>
    publishMany(
      tx,
      ParcelSent,
      parcels.map((parcel) => ({ key: parcel, body: { parcel } })),
    ),
  );
export const reader = () => createOutboxReader(warehouse.prepared);

/** A transaction that is left open. */
export async function begin(): Promise<pg.Client> {
  const client = new pg.Client(made[0]!.url);
  await client.connect();
  stops.push(() => client.end());
  await client.query("begin");
  return client;
}
export const insert = (client: pg.Client, parcel: string) =>
  client.query("insert into outbox (message_id, name, key, body) values (gen_random_uuid(), $1, $2, $3)", [
    ParcelSent.name,
    parcel,
    { parcel },
  ]);

const transport = () => createRedisTransport({ redisUrl, redisPrefix, trustedKeys, logger });

export function relay(database = made[0]!.url, of = warehouse, consumers = ["shop"]): Relay {
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

export const store = onAll(ParcelSent, async (tx, received) => {
  await rows(tx, sql`insert into parcel (name) select unnest(${received.map(({ body }) => body.parcel)}::text[])`);
});

export function consumer(handlers: MessageHandler[] = [store], instance = "one"): Consumer {
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

export const stored = async () =>
  (await rows<{ name: string }>(shop.read(), sql`select name from parcel order by at`)).map(({ name }) => name);
export const areStored = (count: number) =>
  until(async () => (await stored()).length >= count, `${count} parcels are stored`, 120_000);
export const taken = async () =>
  (await rows<{ taken: string }>(shop.read(), sql`select taken::text from inbox_range order by origin`)).map(
    (one) => one.taken,
  );
