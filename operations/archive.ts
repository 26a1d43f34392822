// `npm run archive -- list | tables | write [MONTHS] | prune <subgraph> <month> --lose-for-ever`: lists, archives and prunes old messages of a running system.
import type { Database } from "../platform/postgres/database.ts";
import {
  archiveOld,
  IMPOSSIBLE_THEN,
  KEPT_MONTHS,
  listArchives,
  prune,
  type Outbox,
} from "../platform/messaging/retention.ts";
import { keptKeys, tableSizes } from "../platform/jobs/kept-rows.ts";
import { listMonths } from "../platform/messaging/outbox-months.ts";
import type { Subgraph } from "../platform/subgraph.ts";
import { environmentOfSystem, openDatabaseOf } from "./system-databases.ts";
import { subgraphs } from "./subgraphs.ts";

const HELP = `Usage: npm run archive -- COMMAND
  list                                      months of each subgraph's messages, in tables and in files
  write [MONTHS]                            archives messages older than MONTHS (default ${KEPT_MONTHS}) to files, and drops their tables
  tables                                    all other tables: sizes and retention of rows
  prune SUBGRAPH MONTH --lose-for-ever      deletes the file of the oldest month. Then ${IMPOSSIBLE_THEN.join(", ")}`;

const [verb, ...rest] = process.argv.slice(2);
const env = environmentOfSystem(process.env);
const known = Object.entries(subgraphs).map(([name, create]): [string, Subgraph] => [name, create(env)]);

async function withDatabases(names: string[], work: (databases: Record<string, Database>) => Promise<void>) {
  const databases: Record<string, Database> = {};
  try {
    for (const name of names) databases[name] = await openDatabaseOf(name, env);
    await work(databases);
  } finally {
    await Promise.all(Object.values(databases).map((database) => database.close()));
  }
}

const outboxOf = ([name, { consumers }]: [string, Subgraph], database: Database): Outbox => ({
  subgraph: name,
  consumers,
  database,
  folder: env.ARCHIVE_DIR!,
});
const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

async function list(): Promise<void> {
  for (const [name] of known)
    await withDatabases([name], async ({ [name]: database }) => {
      for (const { month, messages, bytes, file, prunedAt } of await listArchives(database!.read()))
        console.log(
          `${name}  ${month}  ${messages} messages  ${prunedAt ? `pruned ${prunedAt.toISOString()}` : `${inMegabytes(bytes)}  ${file}`}`,
        );
      for (const { name: month, bytes, table } of await listMonths(database!.read()))
        console.log(`${name}  ${month}  ${inMegabytes(bytes)}  table ${table}`);
    });
}

async function tables(): Promise<void> {
  for (const [name, { keptRows = [] }] of known)
    await withDatabases([name], async ({ [name]: database }) => {
      const policies = new Map([keptKeys, ...keptRows].map(({ table, policy }) => [table, policy]));
      for (const { table, rows, bytes } of await tableSizes(database!.read())) {
        const kept = policies.get(table);
        console.log(
          `${name}  ${table}  ${inMegabytes(bytes)}  ${rows < 0 ? "not counted yet" : `about ${rows} rows`}${kept ? `  kept: ${kept}` : ""}`,
        );
      }
    });
}

async function write(kept: number): Promise<void> {
  for (const one of known)
    await withDatabases([one[0]], async ({ [one[0]]: database }) => {
      for (const outcome of await archiveOld(outboxOf(one, database!), kept))
        console.log(
          `${one[0]}  ${outcome.month}  ${"whyNot" in outcome ? `stays: ${outcome.whyNot}` : `${outcome.archived} messages archived`}`,
        );
    });
}

async function pruneOne(of: [string, Subgraph], month: string): Promise<void> {
  const [name, { consumers, projections = [] }] = of;
  await withDatabases([...new Set([name, ...consumers])], async (databases) => {
    const hearers = consumers.map((hearer) => ({
      name: hearer,
      database: databases[hearer]!,
      isBackfilled: name in (subgraphs[hearer]!(env).backfillFrom ?? {}),
    }));
    const { messages, bytes } = await prune(outboxOf(of, databases[name]!), projections, hearers, month);
    console.log(
      `${name}  ${month}  ${messages} messages deleted, ${inMegabytes(bytes)}: ${IMPOSSIBLE_THEN.join(", ")}`,
    );
  });
}

try {
  const months = rest[0] === undefined ? KEPT_MONTHS : Number(rest[0]);
  const [subgraph, month, consent] = rest;
  const pruned = known.find(([name]) => name === subgraph);
  if (verb === "list" && rest.length === 0) await list();
  else if (verb === "tables" && rest.length === 0) await tables();
  else if (verb === "write" && rest.length <= 1 && Number.isInteger(months) && months >= 0) await write(months);
  else if (verb === "prune" && pruned && month !== undefined && consent === undefined)
    throw new Error(`Once ${month} is pruned, ${IMPOSSIBLE_THEN.join(", ")}. To confirm, add --lose-for-ever.`);
  else if (verb === "prune" && pruned && month !== undefined && consent === "--lose-for-ever")
    await pruneOne(pruned, month);
  else throw new Error(HELP);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
