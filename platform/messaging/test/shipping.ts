// A publisher, a consumer, and an intruder who writes into the stream between them.
import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { Redis } from "ioredis";
import { z } from "zod";
import { on } from "../handlers.ts";
import { startConsumer, type Consumer } from "../consumer.ts";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { publish } from "../outbox.ts";
import { NUMBERED_FROM } from "../progress.ts";
import { createRedisTransport } from "../redis-streams.ts";
import { startRelay, type Relay } from "../relay.ts";
import { batchLabel, entryId, FIELDS, signBatch, streamName, type StreamEntry } from "../signed-batches.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { limitRedis, type LimitedRedis } from "../../../testkit/limited-redis.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
export const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
export const ParcelPaid = defineMessage("till.ParcelPaid", { parcel: z.string() });
export const { redisUrl } = serversOfThisRun();
const NAMES = ["warehouse", "till", "shop"];
export const pairs = Object.fromEntries([...NAMES, "next"].map((name) => [name, generateKeyPairSync("ed25519")]));
export const jwk = (pair: string, kid = pair) => ({ ...pairs[pair]!.publicKey.export({ format: "jwk" }), kid });
const TRUSTED = { keys: NAMES.map((name) => jwk(name)) } as JSONWebKeySet;

let made: TestDatabase[];
export let outbox: Database;
let shop: Database;
export let redis: Redis;
export let redisPrefix: string;
let limited: LimitedRedis;
export let stream: string;
export let received: string[];
export let refused: string[];
let running: { stop(): Promise<void> }[];

export async function startShipping(): Promise<void> {
  const names = ["warehouse", "shop"];
  made = await Promise.all(
    names.map((name) => createTestDatabase(serversOfThisRun().adminUrl, { name, entities: [], migrations: [] })),
  );
  [outbox, shop] = (await Promise.all(
    made.map(({ url }) => openDatabase({ url, entities: [], migrations: [], logger })),
  )) as [Database, Database];
  redis = new Redis(redisUrl);
  redisPrefix = `forged-${randomUUID()}`;
  limited = await limitRedis(redisUrl, redisPrefix, {
    warehouse: { publishes: true },
    shop: { consumes: ["warehouse", "till"] },
  });
  stream = streamName(redisPrefix, "warehouse");
  [received, refused, running] = [[], [], []];
}

export async function stopShipping(): Promise<void> {
  await Promise.all(running.map((one) => one.stop()));
  redis.disconnect();
  await Promise.all([outbox.close(), shop.close()]);
  await Promise.all(made.map((database) => database.drop()));
  await limited.end();
}

export const transportOf = (
  name: string,
  { trustedKeys = TRUSTED, unsignedUntil }: { trustedKeys?: JSONWebKeySet; unsignedUntil?: Date } = {},
) => createRedisTransport({ redisUrl: limited.urlOf(name), redisPrefix, trustedKeys, unsignedUntil, logger });

export function relay(options: { key?: KeyObject; trustedKeys?: JSONWebKeySet } = {}): Relay {
  const one = startRelay({
    subgraph: "warehouse",
    consumers: ["shop"],
    database: outbox,
    databaseUrl: made[0]!.url,
    transport: transportOf("warehouse", options),
    signer: { name: "warehouse", key: options.key ?? pairs.warehouse!.privateKey },
    logger,
  });
  running.push(one);
  return one;
}

export function consumer(options: { trustedKeys?: JSONWebKeySet; unsignedUntil?: Date } = {}): Consumer {
  const one = startConsumer({
    subgraph: "shop",
    instance: "one",
    handlers: [
      on(ParcelSent, async (_, { parcel }) => void received.push(parcel)),
      on(ParcelPaid, async (_, { parcel }) => void received.push(`${parcel}, paid`)),
    ],
    database: shop,
    transport: transportOf("shop", options),
    logger,
    onRefused: (publisher) => refused.push(publisher),
  });
  running.push(one);
  return one;
}

export const send = (...parcels: string[]) =>
  outbox.transaction(async (tx) => {
    for (const parcel of parcels) await publish(tx, ParcelSent, parcel, { parcel });
  });
export const isHeard = (...parcels: string[]) =>
  until(() => parcels.every((parcel) => received.includes(parcel)), `${parcels.join(", ")} heard`, 120_000);
export const message = (seq: number, parcel: string, name = ParcelSent.name) =>
  JSON.stringify({ messageId: randomUUID(), name, key: parcel, body: { parcel }, correlationId: null, seq });
/** The id of the nth entry that the relay writes. */
export const nth = (n: number) => entryId(NUMBERED_FROM + n);
export const entries = async () => (await redis.xrange(stream, "-", "+")) as StreamEntry[];
export const write = async (...forged: StreamEntry[]) => {
  for (const [id, fields] of forged) await redis.xadd(stream, id, ...fields!);
};
export const signed = (signer: string, of: string, first: number, texts: string[]): StreamEntry[] => {
  const signature = signBatch(
    { name: signer, key: pairs[signer]!.privateKey },
    streamName(redisPrefix, of),
    first,
    texts,
  );
  const label = batchLabel(first, texts.length);
  return texts.map((text, index) => [
    entryId(first + index),
    [FIELDS.text, text, FIELDS.batch, label, ...(index === texts.length - 1 ? [FIELDS.signature, signature] : [])],
  ]);
};
