// One subgraph alone, on its own database, called like the gateway or another service would.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadSigner, signForService, signForViewer, type Viewer } from "../platform/identity/identity.ts";
import { startSubgraph, type RunningSubgraph } from "../platform/subgraph.ts";
import type { Answer, Data } from "../local/client.ts";
import { createTestDatabase, setClockOffset } from "./databases.ts";
import { signingNames, systemEnvironment, type Env } from "../operations/environment.ts";
import { ensureKeys } from "../operations/keys.ts";
import { limitRedis } from "./limited-redis.ts";
import { freePorts } from "../local/servers/ports.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { serversOfThisRun } from "./supergraph.ts";

export interface Asked {
  /** Of another process. */
  url?: string;
  /** Where from, under a name. */
  network?: string;
  headers?: Record<string, string>;
}

export interface Alone {
  running: RunningSubgraph;
  /** Its REDIS_URL may do everything; the subgraph has another one. */
  env: Env;
  /** Sends a request as the gateway, for a viewer or anonymous. */
  as(viewer: Partial<Viewer> | null, query: string, variables?: Record<string, unknown>, how?: Asked): Promise<Answer>;
  /** Asks as another subgraph does. */
  asService(name: string, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Sends a request with an arbitrary header. */
  with(authorization: string | undefined, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Another process of the same subgraph, on the same database. */
  replicate(overrides?: Env): Promise<RunningSubgraph>;
  advance(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** `through`: another URL of its database. */
export async function startAlone(
  name: string,
  overrides: Env = {},
  through: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<Alone> {
  const { adminUrl, redisUrl } = serversOfThisRun();
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const keys = ensureKeys(folder, signingNames());
  const [port, providerPort] = await freePorts(2);
  const upper = name.toUpperCase();
  const given = {
    [`${upper}_PORT`]: String(port),
    PROVIDER_PORT: String(providerPort),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    ...overrides,
  };
  const env = systemEnvironment(given, keys, {
    redisUrl,
    redisPrefix: `alone-${randomUUID()}`,
    databaseUrl: () => "postgres://unused",
  });
  const limited = overrides.REDIS_URL ? undefined : await limitRedis(redisUrl, env.REDIS_PREFIX!);
  const create = (others: Env = {}) =>
    subgraphs[name]!({ ...env, ...(limited && { REDIS_URL: limited.urlOf(name) }), ...others });
  const database = await createTestDatabase(adminUrl, create());
  env[`${upper}_DATABASE_URL`] = await through(database.url);
  const running = await startSubgraph(create());
  const all = [running];
  const gateway = loadSigner("gateway", keys.signingKeyFile("gateway"));

  const send = async (
    authorization: string | undefined,
    query: string,
    variables: Record<string, unknown> = {},
    { url = running.url, headers = {} }: Asked = {},
  ): Promise<Answer> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers, ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Answer;
    return { ...body, status: response.status, headers: response.headers };
  };
  return {
    running,
    env,
    as: async (viewer, query, variables, how = {}) => {
      const whole = viewer && { userId: "", sessionId: "", staff: false, verified: true, memberships: {}, ...viewer };
      return send(`Bearer ${await signForViewer(gateway, name, whole, how.network)}`, query, variables, how);
    },
    asService: async (service, query, variables) => {
      const answer = await send(
        `Bearer ${await signForService(loadSigner(service, keys.signingKeyFile(service)), name)}`,
        query,
        variables,
      );
      if (answer.errors) throw new Error(answer.errors[0]!.message);
      return answer.data;
    },
    with: send,
    replicate: async (others = {}) => {
      const [replicaPort] = await freePorts(1);
      const replica = await startSubgraph(create({ [`${upper}_PORT`]: String(replicaPort), ...others }));
      all.push(replica);
      return replica;
    },
    advance: (seconds) =>
      setClockOffset(
        adminUrl,
        database.name,
        seconds,
        all.map((one) => one.database),
      ),
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      await limited?.end();
    },
  };
}
