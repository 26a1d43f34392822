// The whole system in one process on separate databases, for tests: the same subgraphs and gateway that `npm start` runs as processes.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { startGateway, type RunningGateway } from "../gateway/gateway.ts";
import { loadConfig as gatewayConfig } from "../gateway/config.ts";
import { consumeBatch } from "../platform/messaging/inbox.ts";
import { row, sql } from "../platform/postgres/sql.ts";
import type { Envelope } from "../platform/core/contracts.ts";
import { loadSigner, signForService, signForViewer, type Viewer } from "../platform/identity/identity.ts";
import { startSubgraph, type RunningSubgraph } from "../platform/subgraph.ts";
import { connectClient, type Client, type Data } from "../local/client.ts";
import { SHARED_READING } from "./shared-reading.ts";
import { createTestDatabase, setClockOffset, type TestDatabase } from "./databases.ts";
import { systemEnvironment, signingNames, type Env } from "../operations/environment.ts";
import { ensureKeys, type Keys } from "../operations/keys.ts";
import { limitRedis } from "./limited-redis.ts";
import { startProvider, type RunningProvider } from "../local/stand-ins/provider.ts";
import { freePorts } from "../local/servers/ports.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { ROOT } from "../operations/topology.ts";

export interface TestSupergraph {
  url: string;
  /** Its REDIS_URL may do everything; each process has another one. */
  env: Env;
  keys: Keys;
  subgraphs: Record<string, RunningSubgraph>;
  databases: Record<string, TestDatabase>;
  provider: RunningProvider;
  /** An anonymous client, or one with the token's viewer. */
  client(token?: string): Client;
  /** Waits until outboxes, streams and due jobs are drained and nothing moves any more. */
  settle(): Promise<void>;
  /** Moves the clocks of all databases forward, in all. */
  advance(seconds: number): Promise<void>;
  /** Stops a subgraph, as if its process had been ended. */
  pause(subgraph: string): Promise<void>;
  /** Starts a subgraph that was stopped. */
  resume(subgraph: string): Promise<void>;
  /** Starts another process of a subgraph, on the same database; returns its URL. */
  startAnother(subgraph: string, overrides?: Env): Promise<string>;
  startAnotherGateway(overrides?: Env): Promise<RunningGateway>;
  /** A token that identifies the viewer to a subgraph; signed with the key of `signer`, by default the gateway's. */
  viewerToken(viewer: Partial<Viewer> | null, subgraph: string, signer?: string): Promise<string>;
  /** A token for calls between subgraphs. */
  serviceToken(name: string, subgraph: string): Promise<string>;
  /** Queries a subgraph's database, for data outside the API. */
  query<Row = Data>(subgraph: string, text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** PostgreSQL and Redis of a test run. */
export interface Servers {
  adminUrl: string;
  /** Log of PostgreSQL. */
  logFile: string;
  redisUrl: string;
}

export function serversOfThisRun(): Servers {
  const { TEST_POSTGRES_URL: adminUrl, TEST_POSTGRES_LOG: logFile, TEST_REDIS_URL: redisUrl } = process.env;
  if (!adminUrl || !logFile || !redisUrl)
    throw new Error("Run the tests with `npm test`: it starts PostgreSQL and Redis.");
  return { adminUrl, logFile, redisUrl };
}

/** @throws Error if the database does not let its user in. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // Callers get the error; a server may also fail between two queries.
  client.on("error", () => {});
  await client.connect();
  return client;
}

let started = 0;

export async function startSupergraph(overrides: Env = {}): Promise<TestSupergraph> {
  const { adminUrl, redisUrl } = serversOfThisRun();
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const names = Object.keys(subgraphs);
  const keys = ensureKeys(folder, signingNames());
  const ports = await freePorts(names.length + 2);
  const portEnv = Object.fromEntries(names.map((name, index) => [`${name.toUpperCase()}_PORT`, String(ports[index])]));
  const given = {
    ...portEnv,
    PROVIDER_PORT: String(ports[names.length]),
    GATEWAY_PORT: "0",
    GATEWAY_SUPERGRAPH_FILE: path.join(ROOT, "schema/supergraph.graphql"),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    ...overrides,
  };
  const backing = {
    redisUrl,
    redisPrefix: `test-${process.pid}-${started++}-${Date.now()}`,
    databaseUrl: () => "postgres://unused",
  };
  const env = systemEnvironment(given, keys, backing);
  const limited = overrides.REDIS_URL ? undefined : await limitRedis(redisUrl, env.REDIS_PREFIX!);
  const envOf = (process: string): Env => ({ ...env, ...(limited && { REDIS_URL: limited.urlOf(process) }) });

  const databases: Record<string, TestDatabase> = {};
  const running: Record<string, RunningSubgraph> = {};
  await Promise.all(
    Object.entries(subgraphs).map(async ([name, create]) => {
      const database = await createTestDatabase(adminUrl, create(env));
      databases[name] = database;
      env[`${name.toUpperCase()}_DATABASE_URL`] = database.url;
      running[name] = await startSubgraph(create(envOf(name)));
    }),
  );
  const provider = await startProvider({
    host: "127.0.0.1",
    port: Number(env.PROVIDER_PORT),
    secrets: [env.PAYMENTS_PROVIDER_SECRET!],
    webhookUrl: `http://127.0.0.1:${env.PAYMENTS_PORT}/webhooks/payments`,
    logLevel: env.LOG_LEVEL!,
  });
  const gateway = await startGateway(gatewayConfig(envOf("gateway")), SHARED_READING);
  const gateways = [gateway];
  const others: RunningSubgraph[] = [];
  const clients: Client[] = [];

  /** Connections for queries outside of the API. */
  const inspectors = new Map<string, Promise<pg.Client>>();
  const inspecting = (subgraph: string): Promise<pg.Client> => {
    const open = inspectors.get(subgraph);
    if (open) return open;
    const opening = connectTo(databases[subgraph]!.url);
    inspectors.set(subgraph, opening);
    const forget = () => inspectors.delete(subgraph);
    opening.then((client) => client.once("end", forget), forget);
    return opening;
  };

  const settle = async () => {
    const deadline = Date.now() + 120_000;
    // Subgraphs are inspected at different moments: a message in transit is found by its traces.
    const moved = () =>
      Promise.all(
        Object.values(running).map(({ database }) =>
          row(
            database.read(),
            sql`select (select count(*) from inbox) as taken, (select max(id) from outbox) as published,
                  (select jsonb_object_agg(origin, taken) from inbox_range) as ranges`,
          ),
        ),
      );
    for (let before: unknown; ; await delay(20)) {
      // An error, such as a lost connection, counts as not settled.
      const now = await moved().catch(() => undefined);
      const busy = await Promise.all(Object.values(running).map(dueOf));
      const isQuiet = now !== undefined && busy.every((n) => n === 0);
      if (isQuiet && isDeepStrictEqual(now, before)) return;
      before = isQuiet ? now : undefined;
      if (Date.now() > deadline) throw new Error(`The system did not settle: ${JSON.stringify(busy)}`);
    }
  };
  return {
    url: gateway.url,
    env,
    keys,
    subgraphs: running,
    databases,
    provider,
    client: (token) => {
      const client = connectClient(gateway.url, token);
      clients.push(client);
      return client;
    },
    settle,
    advance: async (seconds) =>
      void (await Promise.all(
        Object.entries(databases).map(([subgraph, { name }]) =>
          setClockOffset(adminUrl, name, seconds, [running[subgraph]!.database]),
        ),
      )),
    pause: (name) => running[name]!.stop(),
    resume: async (name) => {
      running[name] = await startSubgraph(subgraphs[name]!(envOf(name)));
    },
    startAnother: async (name, settings = {}) => {
      const [port] = await freePorts(1);
      const another = await startSubgraph(
        subgraphs[name]!({ ...envOf(name), [`${name.toUpperCase()}_PORT`]: String(port), ...settings }),
      );
      others.push(another);
      return another.url;
    },
    startAnotherGateway: async (others = {}) => {
      const another = await startGateway(
        gatewayConfig({ ...envOf(others.GATEWAY_NAME ?? "gateway"), ...others }),
        SHARED_READING,
      );
      gateways.push(another);
      return another;
    },
    viewerToken: (viewer, subgraph, signer = "gateway") =>
      signForViewer(
        loadSigner(signer, keys.signingKeyFile(signer)),
        subgraph,
        viewer && { userId: "", sessionId: "", staff: false, verified: true, memberships: {}, ...viewer },
      ),
    serviceToken: (name, subgraph) => signForService(loadSigner(name, keys.signingKeyFile(name)), subgraph),
    query: async (subgraph, text, values = []) =>
      (await inspecting(subgraph)).query(text, values).then(({ rows }) => rows),
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await Promise.all(gateways.map((one) => one.stop()));
      await Promise.all([...Object.values(running), ...others].map((subgraph) => subgraph.stop()));
      await provider.stop();
      await Promise.all([...inspectors.values()].map(async (inspector) => (await inspector).end()));
      await Promise.all(Object.values(databases).map((database) => database.drop()));
      rmSync(folder, { recursive: true, force: true });
      await limited?.end();
    },
  };
}

/** What is still to be done, or an error's message. One question after the other: each at once would open a connection. */
async function dueOf({ relay, consumer, jobs, work }: RunningSubgraph): Promise<number | string> {
  try {
    const { messages } = await relay.waiting();
    return messages + (await consumer.lag()) + (await jobs.due()) + (await work.due());
  } catch (error) {
    return (error as Error).message;
  }
}

/** Redelivers every published message to all consumers; returns their number. */
export async function redeliver(supergraph: TestSupergraph, how: "as they were" | "under new names"): Promise<number> {
  let delivered = 0;
  for (const publisher of Object.keys(supergraph.subgraphs)) {
    const messages = await supergraph.query<Envelope>(
      publisher,
      `select message_id as "messageId", name, key, body, correlation_id as "correlationId", id::float8 as seq from outbox order by id`,
    );
    for (const message of messages) {
      const envelope = how === "as they were" ? message : { ...message, messageId: randomUUID() };
      for (const { database, handlers } of Object.values(supergraph.subgraphs))
        await consumeBatch(database, handlers, [envelope]);
      delivered++;
    }
  }
  return delivered;
}

/** Deletes all Redis keys of this supergraph; returns their number. */
export async function forgetEverything({ env }: TestSupergraph): Promise<number> {
  const redis = new Redis(env.REDIS_URL!);
  const keys = await redis.keys(`${env.REDIS_PREFIX}:*`);
  const gone = keys.length > 0 ? await redis.del(keys) : 0;
  redis.disconnect();
  return gone;
}

const RATES_KEPT_SECONDS = 120;

/** Keys of Redis whose name or content has the text. Rate limits count an address for a minute. */
export async function keysWith(supergraph: TestSupergraph, text: string): Promise<string[]> {
  const redis = new Redis(supergraph.env.REDIS_URL!);
  const found: string[] = [];
  for (const key of await redis.keys(`${supergraph.env.REDIS_PREFIX}:*`)) {
    const type = await redis.type(key);
    const seconds = await redis.ttl(key);
    if (key.includes(":rate:") && seconds > -1 && seconds <= RATES_KEPT_SECONDS) continue;
    const content =
      type === "stream" ? await redis.xrange(key, "-", "+") : type === "string" ? await redis.get(key) : [];
    if (JSON.stringify([key, content]).toLowerCase().includes(text.toLowerCase())) found.push(key);
  }
  redis.disconnect();
  return found;
}
