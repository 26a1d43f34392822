// What each process may do in Redis: what it does, by the code that does it, and nothing else.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { Redis } from "ioredis";
import { z } from "zod";
import { on } from "../../platform/messaging/handlers.ts";
import { startConsumer } from "../../platform/messaging/consumer.ts";
import { defineMessage } from "../../platform/core/contracts.ts";
import { openDatabase, type Database } from "../../platform/postgres/database.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { publish } from "../../platform/messaging/outbox.ts";
import { connectNotifier, notificationChannel } from "../../platform/redis/pubsub.ts";
import { createRateLimits, rateKey } from "../../platform/redis/rate-limits.ts";
import { connectRedis } from "../../platform/redis/redis.ts";
import { wakeChannel } from "../../platform/messaging/redis-channels.ts";
import { createRedisTransport } from "../../platform/messaging/redis-streams.ts";
import { startRelay } from "../../platform/messaging/relay.ts";
import { streamName } from "../../platform/messaging/signed-batches.ts";
import { redisAccess } from "../../schema/redis-access.ts";
import { createTestDatabase, type TestDatabase } from "../../testkit/databases.ts";
import { limitRedis, type LimitedRedis } from "../../testkit/limited-redis.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { until } from "../../testkit/until.ts";

const { adminUrl, redisUrl } = serversOfThisRun();
const logger = createLogger("test", "silent");
const all = Object.entries(redisAccess);
const publishers = all.flatMap(([name, { publishes }]) => (publishes ? [name] : []));
const topics = [...new Set(all.flatMap(([, { sends = [], listens = [] }]) => [...sends, ...listens]))];
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const trustedKeys = {
  keys: publishers.map((kid) => ({ ...publicKey.export({ format: "jwk" }), kid })),
} as JSONWebKeySet;
const transportOf = (name: string) =>
  createRedisTransport({ redisUrl: limited.urlOf(name), redisPrefix: prefix, trustedKeys, logger });
const signerOf = (name: string) => ({ name, key: privateKey });
const once = (topic: string) => topic.replace("*", "one");

let prefix: string;
let limited: LimitedRedis;
beforeEach(async () => {
  prefix = `access-${randomUUID()}`;
  limited = await limitRedis(redisUrl, prefix);
});

describe.each(all)("%s", (name, { publishes, consumes = [], sends = [], listens = [], counts }) => {
  test("may do what it does", async () => {
    const made: TestDatabase[] = [];
    const stops: (() => Promise<unknown>)[] = [];
    const open = async (owner: string): Promise<Database> => {
      const database = await createTestDatabase(adminUrl, { name: owner, entities: [], migrations: [] });
      made.push(database);
      const opened = await openDatabase({ url: database.url, entities: [], migrations: [], logger });
      stops.push(() => opened.close());
      return opened;
    };
    try {
      const notifier = connectNotifier(limited.urlOf(name), prefix, logger);
      const others = connectNotifier(redisUrl, prefix, logger);
      stops.unshift(notifier.stop, others.stop);
      await until(() => notifier.isAvailable() && others.isAvailable(), "connected");
      const received: string[] = [];
      for (const topic of sends) others.listen(once(topic), (about) => received.push(`${topic} ${about}`));
      const unlisten = listens.map((topic) =>
        notifier.listen(once(topic), (about) => received.push(`${topic} ${about}`)),
      );
      await until(() => {
        for (const topic of sends) notifier.notify(once(topic), "sent");
        for (const topic of listens) others.notify(once(topic), "told");
        const wanted = [...sends.map((topic) => `${topic} sent`), ...listens.map((topic) => `${topic} told`)];
        return wanted.every((one) => received.includes(one));
      }, "hints are heard");
      for (const stop of unlisten) stop();

      if (publishes) {
        const Said = defineMessage(`${name}.Said`, { what: z.string() });
        const database = await open("outbox");
        const relay = startRelay({
          subgraph: name,
          consumers: [],
          database,
          databaseUrl: made.at(-1)!.url,
          transport: transportOf(name),
          signer: signerOf(name),
          logger,
        });
        stops.unshift(relay.stop);
        await database.transaction((tx) => publish(tx, Said, "a", { what: "a" }));
        await until(async () => relay.isRunning() && (await relay.waiting()).messages === 0, "published");
        await relay.pause();
        const stream = transportOf(name).publish({ publisher: name, consumers: ["somebody"], signer: signerOf(name) });
        stops.unshift(async () => stream.stop());
        await until(stream.isThere, "connected");
        const { seq } = (await stream.last())!;
        expect(await stream.append(seq, seq + 1, ["x"])).toBe(seq + 1);
        const anybody = new Redis(redisUrl);
        await anybody.xgroup("CREATE", stream.name, "somebody", "0");
        anybody.disconnect();
        expect(await stream.isWhole(seq + 1, 0)).toBe(true);
        expect(await stream.acknowledged(seq + 1)).toEqual(new Map([["somebody", 0]]));
        await stream.trim(seq + 1);
        await stream.delete();
        expect(await stream.last()).toBeUndefined();
      }
      if (consumes.length > 0) {
        const taken: string[] = [];
        const refused: string[] = [];
        const consumer = startConsumer({
          subgraph: name,
          instance: "one",
          handlers: consumes.map((publisher) =>
            on(defineMessage(`${publisher}.Said`, { by: z.string() }), async (_, { by }) => void taken.push(by)),
          ),
          database: await open("inbox"),
          transport: transportOf(name),
          logger,
          onRefused: (publisher) => refused.push(publisher),
        });
        stops.unshift(consumer.stop);
        await until(consumer.isRunning, "every stream is read");
        for (const publisher of consumes) {
          const stream = transportOf(publisher).publish({ publisher, consumers: [], signer: signerOf(publisher) });
          const redis = connectRedis(limited.urlOf(publisher), logger, "waits");
          stops.unshift(async () => {
            stream.stop();
            redis.disconnect();
          });
          await until(stream.isThere, "connected");
          const message = { messageId: randomUUID(), name: `${publisher}.Said`, key: "k", correlationId: null, seq: 1 };
          await stream.append(0, 1, [JSON.stringify({ ...message, body: { by: publisher } })]);
          // Forged: the publisher is asked to check its stream.
          await redis.xadd(stream.name, "2-0", "message", "x");
        }
        await until(() => consumes.every((publisher) => taken.includes(publisher)), "taken");
        await until(() => consumes.every((publisher) => refused.includes(publisher)), "refused");
        await until(async () => (await consumer.lag()) === consumes.length, "acknowledged");
      }
      if (counts) {
        const rates = createRateLimits({ redisUrl: limited.urlOf(name), prefix, process: name, logger });
        stops.unshift(rates.stop);
        await until(rates.areShared, "connected");
        const limit = { name: "tries", limit: 1, windowSeconds: 60 };
        expect(await rates.takeExactly(limit, "somebody")).toBe(0);
        expect(await rates.takeExactly(limit, "somebody")).toBeGreaterThan(0);
        expect(rates.areShared()).toBe(true);
      }
      expect(notifier.isAvailable()).toBe(true);
    } finally {
      for (const stop of stops) await stop();
      for (const database of made) await database.drop();
    }
    await limited.end();
  });

  test("may do nothing else", async () => {
    const stream = (publisher: string) => streamName(prefix, publisher);
    const addTo = (key: string) => `return redis.call('XADD', '${key}', '*', 'message', 'x')`;
    const foreign = publishers.filter((one) => one !== name);
    const unread = publishers.filter((one) => !consumes.includes(one));
    const counters = all.flatMap(([one, access]) => (access.counts && !(counts && one === name) ? [one] : []));
    const unsent = [
      ...publishers.filter((one) => one !== name && !consumes.includes(one)).map((one) => wakeChannel(prefix, one)),
      ...topics.filter((topic) => !sends.includes(topic)).map((topic) => notificationChannel(prefix, once(topic))),
    ];
    const unheard = [
      ...foreign.map((one) => wakeChannel(prefix, one)),
      ...topics.filter((topic) => !listens.includes(topic)).map((topic) => notificationChannel(prefix, once(topic))),
    ];
    const tries = [
      ...foreign.flatMap((one) => [
        ["XADD", stream(one), "*", "message", "x"],
        ["DEL", stream(one)],
        ["XTRIM", stream(one), "MAXLEN", "0"],
        ["EVAL", addTo(stream(one)), "1", stream(one)],
        ["EVAL", addTo(stream(one)), "0"],
      ]),
      ...unread.flatMap((one) => [
        ["XREADGROUP", "GROUP", name, "one", "STREAMS", stream(one), ">"],
        ["XACK", stream(one), name, "1-0"],
        ["XGROUP", "CREATE", stream(one), name, "0", "MKSTREAM"],
        ["XAUTOCLAIM", stream(one), name, "one", "0", "0"],
      ]),
      ...unread.filter((one) => one !== name).map((one) => ["XRANGE", stream(one), "-", "+"]),
      ...publishers.flatMap((one) => [
        ["XGROUP", "DESTROY", stream(one), name],
        ["XGROUP", "SETID", stream(one), name, "$"],
        ["XDEL", stream(one), "1-0"],
        ["XREAD", "STREAMS", stream(one), "0"],
        ["RENAME", stream(one), "x"],
        ["COPY", stream(one), stream(name)],
        ["SET", stream(one), "x"],
        ["XADD", streamName("another", one), "*", "message", "x"],
      ]),
      ...unsent.map((channel) => ["PUBLISH", channel, "x"]),
      ...unheard.map((channel) => ["SUBSCRIBE", channel]),
      ["PSUBSCRIBE", "*"],
      ["PUBSUB", "CHANNELS"],
      ...counters.flatMap((one) => [
        ["GET", rateKey(prefix, one, "{tries:somebody}:1")],
        ["INCRBY", rateKey(prefix, one, "{tries:somebody}:1"), "-1"],
        ["EVAL", "return redis.call('INCRBY', KEYS[1], 1)", "1", rateKey(prefix, one, "{tries:somebody}:1")],
      ]),
      ["DEL", rateKey(prefix, name, "{tries:somebody}:1")],
      ["SET", `${prefix}:anything`, "x"],
      ["EVAL", "return redis.call('FLUSHALL')", "0"],
      ...["KEYS *", "SCAN 0", "RANDOMKEY", "DBSIZE", "FLUSHALL", "FLUSHDB", "SWAPDB 0 1", "SHUTDOWN ABORT", "SAVE"],
      ...[
        "BGREWRITEAOF",
        "MONITOR",
        "CONFIG GET *",
        "CONFIG SET maxmemory 1",
        "ACL LIST",
        "ACL WHOAMI",
        "ACL DELUSER x",
      ],
      ...["CLIENT LIST", "CLIENT KILL ID 0", "SCRIPT FLUSH", "FUNCTION FLUSH", "MODULE LIST"],
      ...["REPLICAOF NO ONE", "SLOWLOG GET", "LATENCY LATEST", "MEMORY STATS", "CLUSTER RESET", "COMMAND DOCS"],
    ].map((one) => (typeof one === "string" ? one.split(" ") : one));
    const redis = new Redis(limited.urlOf(name), { disableClientInfo: true });
    try {
      const answers = await Promise.all(
        tries.map(([command, ...args]) =>
          redis.call(command!, ...args).then(
            () => "allowed",
            (error: Error) => error.message,
          ),
        ),
      );
      const allowed = tries.filter((_, index) => !/NOPERM|user executing the script can't/.test(answers[index]!));
      expect(allowed).toEqual([]);
    } finally {
      redis.disconnect();
      await expect(limited.end()).rejects.toThrow(`Redis denied commands of a process:\n${prefix}-${name}: `);
    }
  });
});
