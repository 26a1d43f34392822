// What processes say of themselves, with a Redis and a way to PostgreSQL of their own that are taken from them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadConfig } from "../../gateway/config.ts";
import { startGateway, type RunningGateway } from "../../gateway/gateway.ts";
import { healthRoutes, READY_FOR_REQUESTS } from "../../platform/http/health.ts";
import { listen } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import type { RunningSubgraph } from "../../platform/subgraph.ts";
import { startAlone, type Alone } from "../../testkit/isolated-subgraph.ts";
import { startForward, type Forward } from "../../testkit/servers/forward.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { connectTo, serversOfThisRun } from "../../testkit/supergraph.ts";
import { ROOT } from "../topology.ts";
import { until } from "../../testkit/until.ts";

const dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
const postgres = new URL(serversOfThisRun().adminUrl);
let isPostgresThere = true;
let redisPort: number;
let redis: EmbeddedRedis;
let wayToPostgres: Forward;
let alone: Alone;
let orders: RunningSubgraph;
let gateway: RunningGateway;

const startOwnRedis = async () => {
  redis = await startRedis({ dir, port: redisPort, cache: path.join(ROOT, ".data", "cache", "redis") });
};

async function ask({ url }: { url: string }, question = "/health/ready") {
  const response = await fetch(new URL(question, url));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const says = async (process: { url: string }, wanted: Record<string, unknown>) => {
  const { body } = await ask(process);
  return Object.entries(wanted).every(([name, value]) => body[name] === value);
};
const ALL = { database: true, migrations: true, redis: true, consumer: true, relay: true, jobs: true };
const areBothReady = async () => (await ask(orders)).status === 200 && (await ask(gateway)).status === 200;

beforeAll(async () => {
  const [port, wayPort] = await freePorts(2);
  redisPort = port!;
  await startOwnRedis();
  wayToPostgres = await startForward({ host: "127.0.0.1", port: wayPort! }, () =>
    isPostgresThere ? { host: postgres.hostname, port: Number(postgres.port) } : undefined,
  );
  alone = await startAlone("orders");
  const way = new URL(alone.env.ORDERS_DATABASE_URL!);
  way.host = `127.0.0.1:${wayPort}`;
  orders = await alone.replicate({ REDIS_URL: redis.url, ORDERS_DATABASE_URL: way.href });
  gateway = await startGateway(
    loadConfig({
      ...alone.env,
      REDIS_URL: redis.url,
      GATEWAY_PORT: "0",
      GATEWAY_SUPERGRAPH_FILE: path.join(ROOT, "schema/supergraph.graphql"),
    }),
  );
});
afterAll(async () => {
  await gateway.stop();
  await alone.stop();
  await wayToPostgres.stop();
  await redis.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("a process is ready once its database, its migrations, Redis and its consumer are", async () => {
  await until(areBothReady, "both ready");
  expect((await ask(orders)).body).toEqual({ status: "ok", ...ALL });
  expect((await ask(gateway)).body).toEqual({ status: "ok", redis: true, supergraph: true });
});

test("while Redis is silent, or gone, readiness reports it, and load balancers continue", async () => {
  process.kill(redis.pid, "SIGSTOP");
  await until(
    () => says(orders, { ...ALL, redis: false, consumer: false, relay: false, status: "unavailable" }),
    "silence seen",
    30_000,
  );
  await until(() => says(gateway, { redis: false, status: "unavailable" }), "silence seen by the gateway");
  process.kill(redis.pid, "SIGKILL");
  for (const one of [orders, gateway]) {
    expect((await ask(one)).status).toBe(503);
    expect(await ask(one, READY_FOR_REQUESTS)).toMatchObject({ status: 200, body: { status: "ok", redis: false } });
    expect((await ask(one, "/health/live")).status).toBe(200);
  }
  await startOwnRedis();
  await until(areBothReady, "both ready again");
});

test("without its database it gets no requests, and lives", async () => {
  isPostgresThere = false;
  wayToPostgres.cut();
  await until(() => says(orders, { ...ALL, database: false, migrations: false, status: "unavailable" }), "seen");
  expect((await ask(orders, READY_FOR_REQUESTS)).status).toBe(503);
  expect((await ask(orders, "/health/live")).status).toBe(200);
  isPostgresThere = true;
  await until(areBothReady, "ready again");
});

test("on a database that lacks a migration it gets no requests", async () => {
  const database = await connectTo(alone.env.ORDERS_DATABASE_URL!);
  try {
    await database.query("update migration set name = 'later' where name = '001-orders'");
    expect(await ask(orders, READY_FOR_REQUESTS)).toMatchObject({ status: 503, body: { ...ALL, migrations: false } });
    await database.query("insert into migration (name) values ('001-orders')");
    // One more than this version knows.
    expect((await ask(orders)).status).toBe(200);
  } finally {
    await database.end();
  }
});

test("what never answers is not there, and keeps nobody waiting for long", async () => {
  const routes = healthRoutes({ database: () => new Promise(() => {}), redis: () => true });
  const http = await listen({ host: "127.0.0.1", port: 0, routes, logger: createLogger("health", "silent") });
  const body = { status: "unavailable", database: false, redis: true };
  expect(await ask({ url: `http://127.0.0.1:${http.port}` })).toEqual({ status: 503, body });
  await http.stop();
});

test("what can't be left out is named", async () => {
  expect(await ask(orders, "/health/ready?exclude=redis&exclude=weather")).toEqual({
    status: 400,
    body: { error: 'Unknown dependency "weather": exclude any of database, migrations, redis, consumer, relay, jobs.' },
  });
});

test("who is being stopped gets no requests, however it is asked", async () => {
  for (const one of [orders, gateway]) {
    one.drain();
    for (const question of ["/health/ready", READY_FOR_REQUESTS])
      expect(await ask(one, question)).toEqual({ status: 503, body: { status: "stopping" } });
  }
});
