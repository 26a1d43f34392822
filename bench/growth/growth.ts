// `npm run bench -- growth`: what each read, and some changes, cost with 1,000 events, orders of one organization and users, and with 100 times as many. For one
// subgraph after the other there are two processes, each with a database of its own, that are asked in turn; what counts is the CPU of the
// process and of its PostgreSQL backends.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { signingNames, systemEnvironment, type Env } from "../../operations/environment.ts";
import { ensureKeys, type Keys } from "../../operations/keys.ts";
import { openPidFiles } from "../../local/pid-files.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { createDatabase, startPostgres, type EmbeddedPostgres } from "../../local/servers/postgres.ts";
import { createProcesses } from "../../local/processes.ts";
import { startRedis } from "../../local/servers/redis.ts";
import { connectTo } from "../../testkit/supergraph.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";
import { loadSigner, signForViewer, type Signer } from "../../platform/identity/identity.ts";
import { backendsOf, cpuNanosOf } from "../cpu.ts";
import { median } from "../statistics.ts";
import { idOf, statementsFor } from "./fill.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

const SIZES = { few: 1_000, many: 100_000 };
type Size = keyof typeof SIZES;
const WARM_UP = 12; // from its third time on a statement is prepared, and planned without its parameters five times later
const CALLS = 50;
/** Until who has answered has nothing more to do. */
const REST_MS = 2;

interface Server {
  url: string;
  pid: number;
  database: string;
}

interface Asking {
  postgres: EmbeddedPostgres;
  signer: Signer;
}

interface Result {
  operation: string;
  fewMs: number;
  manyMs: number;
  ratio: number;
  isCount: boolean;
}

export async function benchGrowth(): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-growth-"));
  const [postgresPort, redisPort] = await freePorts(2);
  // A parallel worker would be a process that is gone before anybody asks what it has used.
  const settings = { max_parallel_workers_per_gather: "0" };
  const postgres = await startPostgres({
    dir: path.join(dataDir, "postgres"),
    port: postgresPort!,
    password: "bench",
    settings,
  });
  const cache = path.join(ROOT, ".data", "cache", "redis");
  const redis = await startRedis({ dir: path.join(dataDir, "redis"), port: redisPort!, cache });
  const keys = ensureKeys(path.join(dataDir, "keys"), signingNames());
  const signer = loadSigner("gateway", keys.signingKeyFile("gateway"));
  const results: Result[] = [];
  try {
    for (const { name } of listedSubgraphs()) {
      const own = operations.filter(({ subgraph }) => subgraph === name);
      results.push(...(await measureSubgraph(name, own, { dataDir, keys, redisUrl: redis.url, postgres, signer })));
    }
  } finally {
    await redis.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return summary(results);
}

function summary(results: Result[]): Record<string, unknown> {
  const worstOf = (some: Result[]) => [...some].sort((a, b) => b.ratio - a.ratio)[0];
  const worst = worstOf(results.filter(({ isCount }) => !isCount));
  const worstCount = worstOf(results.filter(({ isCount }) => isCount));
  return {
    growthWorst: worst?.ratio,
    growthWorstOperation: worst?.operation,
    operations: results.length,
    above: results.filter(({ isCount, ratio }) => !isCount && ratio > 1.5).map(({ operation }) => operation),
    totalCountWorst: worstCount?.ratio,
    totalCountWorstOperation: worstCount?.operation,
  };
}

async function measureSubgraph(
  name: string,
  own: Operation[],
  { dataDir, keys, redisUrl, ...asking }: Asking & { dataDir: string; keys: Keys; redisUrl: string },
): Promise<Result[]> {
  const sizes = Object.keys(SIZES) as Size[];
  const ports = await freePorts(sizes.length);
  const portOf = (size: Size) => ports[sizes.indexOf(size)]!;
  const databaseOf = (size: Size) => `${name}_${size}`;
  const urlOf = (size: Size) => {
    const url = new URL(asking.postgres.adminUrl);
    return `postgres://${databaseOf(size)}:bench@${url.host}/${databaseOf(size)}`;
  };
  const pids = openPidFiles(dataDir);
  const envOf = (process: string): Env => {
    const size = process.split("-")[1] as Size;
    const given = { [`${name.toUpperCase()}_PORT`]: String(portOf(size)), LOG_LEVEL: "warn" };
    return systemEnvironment(given, keys, { redisUrl, redisPrefix: process, databaseUrl: () => urlOf(size) });
  };
  const processes = createProcesses({ envOf, rootOf: () => ROOT, dataDir, pids, say: () => {} });
  try {
    const servers = {} as Record<Size, Server>;
    for (const size of sizes) {
      const database = databaseOf(size);
      await createDatabase(asking.postgres.adminUrl, { name: database, role: database, password: "bench" });
      const process = `${name}-${size}`;
      const origin = `http://127.0.0.1:${portOf(size)}`;
      // It makes the tables.
      await processes.start({ name: process, main: `subgraphs/${name}/main.ts`, readyUrl: `${origin}/health/ready` });
      await fill(urlOf(size), statementsFor(name, SIZES[size]));
      servers[size] = { url: `${origin}/graphql`, pid: pids.read(process)!, database };
    }
    const results: Result[] = [];
    for (const operation of own) results.push(await compare(operation, servers, asking));
    return results;
  } finally {
    await processes.stop();
  }
}

async function fill(url: string, statements: string[]): Promise<void> {
  const client = await connectTo(url);
  try {
    await client.query("set synchronous_commit = off; set statement_timeout = 0");
    for (const statement of statements) await client.query(statement);
    // As autovacuum would have, sooner or later.
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

async function compare(operation: Operation, servers: Record<Size, Server>, asking: Asking): Promise<Result> {
  const spent: Record<Size, number[]> = { few: [], many: [] };
  for (let call = 0; call < WARM_UP + CALLS; call++)
    for (const size of ["few", "many"] as const) {
      const used = await costOf(operation, servers[size], asking);
      if (call >= WARM_UP) spent[size].push(used);
    }
  const ms = (size: Size) => median(spent[size]) / 1e6;
  const result = {
    operation: `${operation.subgraph} ${operation.name}`,
    fewMs: ms("few"),
    manyMs: ms("many"),
    ratio: Number((ms("many") / ms("few")).toFixed(2)),
    isCount: operation.isCount,
  };
  const { fewMs, manyMs, ratio } = result;
  process.stdout.write(
    `${ratio.toFixed(2).padStart(7)}  ${fewMs.toFixed(2).padStart(7)} ms ${manyMs.toFixed(2).padStart(8)} ms  ${result.operation}\n`,
  );
  return result;
}

/** Nanoseconds of CPU of one call. @throws Error for an answer with errors */
async function costOf(operation: Operation, server: Server, { postgres, signer }: Asking): Promise<number> {
  const { subgraph, as, query, variables } = operation;
  const viewer = as && {
    userId: "",
    sessionId: idOf("other", 1),
    staff: false,
    verified: true,
    memberships: {},
    ...as,
  };
  const authorization = `Bearer ${await signForViewer(signer, subgraph, viewer)}`;
  const used = () =>
    [server.pid, ...backendsOf(postgres.pid, server.database)].reduce((sum, pid) => sum + cpuNanosOf(pid), 0);
  const before = used();
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify({ query, variables: variables() }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { message: string }[];
  };
  const refusal = Object.values(data ?? {})[0] as { message?: string } | null | undefined;
  const problem = errors?.[0]?.message ?? refusal?.message;
  if (problem !== undefined) throw new Error(`${operation.name}: ${problem}`);
  await delay(REST_MS);
  return used() - before;
}
