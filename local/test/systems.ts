// Systems of `npm start` as processes of their own, with their commands and databases.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { type Data } from "../client.ts";
import { freePorts } from "../servers/ports.ts";
import { until } from "../../testkit/until.ts";
import { connectTo, serversOfThisRun } from "../../testkit/supergraph.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";

const NAMES = ["GATEWAY", "PROVIDER", "POSTGRES", ...listedSubgraphs().map(({ name }) => name.toUpperCase())];

export interface Running {
  url: string;
  env: Record<string, string>;
  /** Looks into a subgraph's database. */
  query(subgraph: string, text: string): Promise<Data[]>;
  databaseUrl(subgraph: string): string;
  stop(): Promise<void>;
}

export async function environment(folder: string, name: string): Promise<Record<string, string>> {
  const ports = await freePorts(NAMES.length);
  return {
    DATA_DIR: path.join(folder, name),
    REDIS_URL: serversOfThisRun().redisUrl,
    REDIS_PREFIX: `${name}-${process.pid}-${Date.now()}`,
    REGISTRY: "off",
    STOREFRONT: "off",
    MAIL_CATCHER: "off",
    ...Object.fromEntries(NAMES.map((one, index) => [`${one}_PORT`, String(ports[index])])),
  };
}

export async function start(env: Record<string, string>): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, ["local/start.ts"], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await until(() => child.exitCode !== null || said.includes("Supergraph ready"), "it starts", 120_000);
  if (child.exitCode !== null) throw new Error(`It does not start: ${said}`);
  const databaseUrl = (subgraph: string) => {
    const secret = readFileSync(path.join(env.DATA_DIR!, "keys", `database-${subgraph}.secret`), "utf8");
    return `postgres://boxoffice_${subgraph}:${secret}@127.0.0.1:${env.POSTGRES_PORT}/boxoffice_${subgraph}`;
  };
  return {
    url: `http://localhost:${env.GATEWAY_PORT}/graphql`,
    env,
    databaseUrl,
    query: async (subgraph, text) => {
      const client = await connectTo(databaseUrl(subgraph));
      const { rows } = await client.query<Data>(text);
      await client.end();
      return rows;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}

export const command = (script: string, env: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, script.includes("/") ? "" : "local", script), ...args], {
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => resolve({ code, said }));
  });

/** Unfinished orders continue automatically. */
export async function atRest({ query }: Running): Promise<void> {
  let left: unknown;
  const isAtRest = async () => {
    const [open] = await query(
      "orders",
      "select count(*)::int as n from purchase where phase is not null or status = 'PLACING'",
    );
    const [due] = await query("orders", "select count(*)::int as n from job where run_at < now()");
    const unpublished = await Promise.all(
      listedSubgraphs().map(({ name }) =>
        query(
          name,
          "select count(*)::int as n from outbox where id > (select min(id) from stream_progress where consumer_group <> '')",
        ),
      ),
    );
    left = [open, due, ...unpublished.flat()];
    return [open, due, ...unpublished.flat()].every((one) => one.n === 0);
  };
  await until(isAtRest, "it comes to rest", 120_000, 200).catch((cause: unknown) => {
    throw new Error(`Left: ${JSON.stringify(left)}`, { cause });
  });
}

export function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Tables of a subgraph with a row that has the text. */
export async function tablesWith({ query }: Running, subgraph: string, text: string): Promise<string[]> {
  const tables = await query(
    subgraph,
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [{ n }] = (await query(
      subgraph,
      `select count(*)::int as n from ${name} t where t::text ilike '%${text}%'`,
    )) as [Data];
    if (n > 0) found.push(name);
  }
  return found;
}
