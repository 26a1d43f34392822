// What PostgreSQL has done so far, of all databases of a system.
import { readFileSync } from "node:fs";
import path from "node:path";
import { connectTo } from "../../testkit/supergraph.ts";
import type { System } from "../../local/system.ts";

export interface Counters {
  walBytes: number;
  /** Of the write-ahead log. */
  fsyncs: number;
  commits: number;
}

/** Settings that decide whether what was acknowledged survives. */
const DURABILITY = ["fsync", "synchronous_commit", "full_page_writes"];

async function ask<Row>(system: System, ...texts: string[]): Promise<Row[]> {
  const password = readFileSync(path.join(system.dataDir, "keys", "postgres.secret"), "utf8").trim();
  const { port } = new URL(system.env.ORDERS_DATABASE_URL!);
  const client = await connectTo(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  try {
    let found: Row[] = [];
    for (const text of texts) found = (await client.query(text)).rows as Row[];
    return found;
  } finally {
    await client.end();
  }
}

export async function countersOf(system: System): Promise<Counters> {
  const [counters] = await ask<Counters>(
    system,
    `select (select wal_bytes::float8 from pg_stat_wal) as "walBytes",
            (select sum(fsyncs)::float8 from pg_stat_io where object = 'wal') as fsyncs,
            (select sum(xact_commit)::float8 from pg_stat_database where datname like 'boxoffice%') as commits`,
  );
  return counters!;
}

export async function durabilityOf(system: System): Promise<Record<string, string>> {
  const settings = await ask<{ name: string; setting: string }>(
    system,
    `select name, setting from pg_settings where name in (${DURABILITY.map((name) => `'${name}'`).join(", ")})`,
  );
  return Object.fromEntries(settings.map(({ name, setting }) => [name, setting]));
}

/** From its next start PostgreSQL counts statements, which costs it some CPU. */
export async function countStatementsFromNextStart(system: System): Promise<void> {
  await ask(system, "alter system set shared_preload_libraries = 'pg_stat_statements'");
}

/** Statements that clients have sent, BEGIN and COMMIT among them. */
export async function statementsOf(system: System): Promise<number> {
  const [counted] = await ask<{ calls: number }>(
    system,
    "create extension if not exists pg_stat_statements",
    `select coalesce(sum(s.calls), 0)::float8 as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where s.toplevel and d.datname like 'boxoffice%'`,
  );
  return counted!.calls;
}
