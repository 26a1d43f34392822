// What any transport has to do for relays and consumers, and what it may do to them.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { Redis } from "ioredis";
import { z } from "zod";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { startConsumer } from "../consumer.ts";
import { publishMany } from "../outbox.ts";
import { onAll } from "../handlers.ts";
import { createRedisTransport } from "../redis-streams.ts";
import { startRelay } from "../relay.ts";
import { streamName } from "../signed-batches.ts";
import type { Publishing, Subscription, Transport } from "../transport.ts";
import { rawSql, rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
const { adminUrl, redisUrl } = serversOfThisRun();
const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const signer = { name: "warehouse", key: privateKey };
const trustedKeys = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "warehouse" }] } as JSONWebKeySet;

/** A transport, and how to make it forget everything. */
interface Made {
  transport: Transport;
  lose(): Promise<unknown>;
}

function inRedis(): Made {
  const redisPrefix = `transport-${randomUUID()}`;
  return {
    transport: createRedisTransport({ redisUrl, redisPrefix, trustedKeys, logger }),
    lose: async () => {
      const redis = new Redis(redisUrl);
      await redis.del(streamName(redisPrefix, "warehouse"));
      redis.disconnect();
    },
  };
}

/** One publisher's messages, in this process. */
function inMemory(): Made {
  let texts = new Map<number, string>();
  let last: number | undefined;
  /** By group: what it has acknowledged, and what an instance has taken and not acknowledged. */
  let groups = new Map<string, { upTo: number; taken: Map<number, string> }>();
  const groupOf = (name: string) => {
    const first = Math.min(...texts.keys(), (last ?? 0) + 1);
    const group = groups.get(name) ?? { upTo: first - 1, taken: new Map() };
    groups.set(name, group);
    return group;
  };
  const acknowledgedBy = ({ upTo, taken }: ReturnType<typeof groupOf>) =>
    Math.min(upTo, ...[...taken.keys()].map((seq) => seq - 1));
  const publishing: Publishing = {
    name: "memory",
    isThere: () => true,
    last: async () => (last === undefined ? undefined : { seq: last, text: texts.get(last) ?? "" }),
    append: async (expected, first, added) => {
      if ((last ?? 0) !== expected) return last ?? 0;
      added.forEach((text, index) => texts.set((last = first + index), text));
      return last!;
    },
    isWhole: async (end) => texts.has(end),
    acknowledged: async (end) =>
      new Map([...groups].map(([name, group]) => [name, Math.min(acknowledgedBy(group), end)])),
    trim: async (before) => {
      for (const seq of texts.keys()) if (seq < before) texts.delete(seq);
    },
    delete: async () => {
      [texts, last, groups] = [new Map(), undefined, new Map()];
    },
    wake: () => {},
    listen: () => {},
    stop: () => {},
  };
  const subscribe: Transport["subscribe"] = ({ group: name, instance }): Subscription => {
    let isStopped = false;
    return {
      begin: async () => void groupOf(name),
      read: async () => {
        await until(
          () => isStopped || (last ?? 0) > groupOf(name).upTo || groupOf(name).taken.size > 0,
          "a message",
          500,
        ).catch(() => {});
        if (isStopped) throw new Error("stopped");
        const group = groupOf(name);
        const own = [...group.taken].filter(([, by]) => by === instance).map(([seq]) => seq);
        const fresh = [...texts.keys()].filter((seq) => seq > group.upTo).slice(0, 10);
        const next = own.length > 0 ? own : fresh;
        for (const seq of next) group.taken.set(seq, instance);
        group.upTo = Math.max(group.upTo, ...next);
        return {
          deliveries: next.map((seq) => ({ id: String(seq), text: texts.get(seq)! })),
          isIdle: next.length === 0,
        };
      },
      ack: async (_, ids) => ids.forEach((id) => groupOf(name).taken.delete(Number(id))),
      lag: async () => [...texts.keys()].filter((seq) => seq > acknowledgedBy(groupOf(name))).length,
      stop: () => (isStopped = true),
    };
  };
  return { transport: { publish: () => publishing, subscribe }, lose: publishing.delete };
}

describe.each([
  ["Redis Streams", inRedis],
  ["a transport in memory", inMemory],
])("%s", (_, make) => {
  let made: Made;
  let publishing: Publishing;
  let subscription: Subscription;
  beforeEach(async () => {
    made = make();
    publishing = made.transport.publish({ publisher: "warehouse", consumers: ["shop"], signer });
    subscription = subscribe("one");
    await until(publishing.isThere, "connected");
  });
  afterEach(() => {
    publishing.stop();
    subscription.stop();
  });
  const subscribe = (instance: string) =>
    made.transport.subscribe({ group: "shop", instance, publishers: ["warehouse"], onRefused: () => {} });
  const read = async (from = subscription) => {
    for (;;) {
      const { deliveries } = await from.read("warehouse");
      if (deliveries.length > 0) return deliveries;
    }
  };
  const textsOf = (deliveries: { text: string }[]) => deliveries.map(({ text }) => text);

  test("appends only where the publisher believes that it ends, and numbers continue", async () => {
    expect(await publishing.last()).toBeUndefined();
    expect(await publishing.append(0, 101, ["a", "b"])).toBe(102);
    expect(await publishing.append(0, 1, ["x"])).toBe(102);
    expect(await publishing.append(102, 103, ["c"])).toBe(103);
    expect(await publishing.last()).toEqual({ seq: 103, text: "c" });
    expect(await publishing.isWhole(103, 0)).toBe(true);
    await publishing.delete();
    expect(await publishing.last()).toBeUndefined();
  });

  test("delivers in order; what was read and not acknowledged comes again, and is not counted as taken", async () => {
    await subscription.begin("warehouse");
    await subscription.begin("warehouse");
    expect(await publishing.append(0, 1, ["a", "b"])).toBe(2);
    expect(textsOf(await read())).toEqual(["a", "b"]);
    const again = await read();
    expect(textsOf(again)).toEqual(["a", "b"]);
    expect(await publishing.acknowledged(2)).toEqual(new Map([["shop", 0]]));
    expect(await subscription.lag()).toBe(2);
    await subscription.ack("warehouse", [again[0]!.id]);
    expect(await publishing.acknowledged(2)).toEqual(new Map([["shop", 1]]));
    // Back under the same name.
    subscription.stop();
    subscription = subscribe("one");
    await publishing.append(2, 3, ["c"]);
    const rest = await read();
    expect(textsOf(rest)).toEqual(["b"]);
    await subscription.ack(
      "warehouse",
      rest.map(({ id }) => id),
    );
    const last = await read();
    expect(textsOf(last)).toEqual(["c"]);
    await subscription.ack(
      "warehouse",
      last.map(({ id }) => id),
    );
    expect(await publishing.acknowledged(3)).toEqual(new Map([["shop", 3]]));
    expect(await subscription.lag()).toBe(0);
    await publishing.trim(3);
    expect(await publishing.last()).toEqual({ seq: 3, text: "c" });
    expect(await publishing.isWhole(3, 0)).toBe(true);
  });

  test("whatever it loses, every message has its effect once, and in order", async () => {
    const open = async (name: string): Promise<{ url: string; database: Database; close(): Promise<void> }> => {
      const { url, drop } = await createTestDatabase(adminUrl, { name, entities: [], migrations: [] });
      const database = await openDatabase({ url, entities: [], migrations: [], logger });
      return { url, database, close: () => database.close().then(drop) };
    };
    const [warehouse, shop] = await Promise.all(["warehouse", "shop"].map(open));
    await rows(shop!.database.read(), rawSql("create table parcel (name text, at int generated always as identity)"));
    const { transport } = made;
    const relay = startRelay({
      subgraph: "warehouse",
      consumers: ["shop"],
      database: warehouse!.database,
      databaseUrl: warehouse!.url,
      transport,
      signer,
      logger,
    });
    let fails = 3;
    const store = onAll(ParcelSent, async (tx, received) => {
      await rows(tx, sql`insert into parcel (name) select unnest(${received.map(({ body }) => body.parcel)}::text[])`);
      if (received.length > 1 && fails-- > 0) throw Object.assign(new Error("cut off"), { code: "40001" });
    });
    const consume = () =>
      startConsumer({
        subgraph: "shop",
        instance: "one",
        handlers: [store],
        database: shop!.database,
        transport,
        logger,
      });
    let consumer = consume();
    const stored = async () =>
      (await rows<{ name: string }>(shop!.database.read(), sql`select name from parcel order by at`)).map(
        ({ name }) => name,
      );
    const send = (from: number) =>
      warehouse!.database.transaction((tx) =>
        publishMany(
          tx,
          ParcelSent,
          Array.from({ length: 50 }, (__, n) => ({ key: "k", body: { parcel: String(from + n) } })),
        ),
      );
    try {
      for (let round = 0; round < 4; round++) {
        await send(round * 50);
        if (round === 1) {
          await consumer.stop();
          consumer = consume();
        }
        if (round === 2) await made.lose();
        await until(async () => (await stored()).length >= (round + 1) * 50, "all are stored", 120_000);
      }
      expect(await stored()).toEqual(Array.from({ length: 200 }, (__, n) => String(n)));
      await until(async () => (await relay.waiting()).messages + (await consumer.lag()) === 0, "at rest");
    } finally {
      await Promise.all([relay.stop(), consumer.stop()]);
      await Promise.all([warehouse!.close(), shop!.close()]);
    }
  });
});
