// Entities say what the migrated tables are: their columns, with types, nulls and defaults, and their keys.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as mikroOrm from "@mikro-orm/core";
import { MikroORM, type EntityMetadata, type EntityProperty } from "@mikro-orm/postgresql";
import pg from "pg";
import { definitionOf } from "../../platform/postgres/entities.ts";
import type { Entities } from "../../platform/postgres/session.ts";
import { signingNames, systemEnvironment } from "../environment.ts";
import { ensureKeys } from "../keys.ts";
import { listedSubgraphs } from "../topology.ts";
import { subgraphs } from "../subgraphs.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { entities as registryEntities } from "../../registry/entities.ts";
import { migrations as registryMigrations } from "../../registry/migrations.ts";
import { createTestDatabase } from "../../testkit/databases.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";

/** Tables that no command loads. */
const WITHOUT_ENTITY: Record<string, RegExp> = {
  migrations: /^(migration|function_schema)$/,
  outbox: /^(outbox(_\w+)?|stream_progress|backfill)$/,
  inbox: /^(inbox(_range)?|parked_message)$/,
  jobs: /^(job|work_item)$/,
  keys: /^idempotency_key$/,
  history: /^(intervention|viewer_change)$/,
  "merged accounts": /^merged_account$/,
  "projections, written by batch statements or triggers":
    /^(sales_counted|sales_by_quarter_hour|ledger_total|ledger_uncounted)$/,
  "invoices to write and their numbers, for batch statements": /^invoice_(due|counter)$/,
};

/** Columns that triggers keep for an index to find rows by: no command reads or writes them. */
const OF_TRIGGERS: Record<string, string[]> = {
  app_user: ["search_text"],
  event: ["search", "city_key", "is_past"],
  venue: ["search"],
};

interface Table {
  columns: Record<string, string>;
  keys: string[];
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, a.atttypid::regtype::text as type, a.attnotnull as is_required, a.atthasdef or a.attidentity <> '' as has_default
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`;
/** Foreign keys of several columns are the database's alone: an entity has a property for each of these columns. */
const KEYS = `
  select c.relname as "table", case when i.indisprimary then 'primary' else 'unique' end as kind, null as target,
    (select array_agg(a.attname::text order by k.n) from unnest(i.indkey::int2[]) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and i.indisunique and i.indpred is null and i.indexprs is null
  union all
  select c.relname, 'foreign', f.confrelid::regclass::text,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(f.conkey))
  from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and cardinality(f.conkey) = 1`;

const column = (type: string, isRequired: boolean, hasDefault: boolean) =>
  `${type}${isRequired ? "" : " null"}${hasDefault ? " default" : ""}`;
const key = (kind: string, columns: string[], target?: string | null) =>
  `${kind} (${columns.join(", ")})${target ? ` to ${target}` : ""}`;

async function tablesOf(client: pg.Client): Promise<Record<string, Table>> {
  const tables: Record<string, Table> = {};
  const tableOf = (name: string) => (tables[name] ??= { columns: {}, keys: [] });
  for (const { table, name, type, is_required, has_default } of (await client.query(COLUMNS)).rows)
    if (!OF_TRIGGERS[table]?.includes(name)) tableOf(table).columns[name] = column(type, is_required, has_default);
  for (const { table, kind, columns, target } of (await client.query(KEYS)).rows)
    tableOf(table).keys.push(key(kind, columns, target));
  for (const table of Object.values(tables)) table.keys.sort();
  return tables;
}

async function describedTable(client: pg.Client, meta: EntityMetadata): Promise<Table> {
  const columns: Table["columns"] = {};
  const stored = meta.props.filter(({ persist }) => persist !== false);
  for (const prop of stored) {
    const type = prop.columnTypes[0]!.replace("bigserial", "bigint");
    const { rows } = await client.query("select $1::regtype::text as type", [type]);
    const hasDefault = prop.defaultRaw !== undefined || prop.autoincrement === true;
    columns[prop.fieldNames[0]!] = column(rows[0].type, !prop.nullable, hasDefault);
  }
  const fieldsOf = (names: string[]) =>
    names.map((name) => meta.properties[name as never] as EntityProperty).flatMap(({ fieldNames }) => fieldNames);
  const keys = [
    key("primary", fieldsOf(meta.primaryKeys)),
    ...stored.filter(({ unique }) => unique).map(({ fieldNames }) => key("unique", fieldNames)),
    ...meta.uniques.map(({ properties }) => key("unique", fieldsOf([properties ?? []].flat() as string[]))),
    ...stored
      .filter(({ kind }) => kind === "m:1")
      .map((prop) => key("foreign", prop.fieldNames, prop.targetMeta!.tableName)),
  ];
  return { columns, keys: keys.sort() };
}

type Described = Pick<Subgraph, "name" | "migrations" | "entities">;
const databases = [...listedSubgraphs().map(({ name }) => name), "registry"];

function describedBy(name: string): Described {
  if (name === "registry") return { name, migrations: registryMigrations, entities: registryEntities };
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  try {
    const nowhere = { redisUrl: "redis://127.0.0.1:1", redisPrefix: "", databaseUrl: () => "postgres://127.0.0.1:1" };
    return subgraphs[name]!(systemEnvironment({}, ensureKeys(folder, signingNames()), nowhere));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function metadataOf(entities: Entities): Promise<EntityMetadata[]> {
  const defined = entities.map((one) => definitionOf(mikroOrm, one));
  const orm = await MikroORM.init({ dbName: "none", entities: defined });
  return [...orm.getMetadata().getAll().values()];
}

test.each(databases)("the entities of %s are its tables", async (name) => {
  const of = describedBy(name);
  const made = await createTestDatabase(serversOfThisRun().adminUrl, of);
  const client = new pg.Client({ connectionString: made.url });
  try {
    await client.connect();
    const [tables, metadata] = [await tablesOf(client), await metadataOf(of.entities)];
    const described: Record<string, Table> = {};
    for (const meta of metadata) described[meta.tableName] = await describedTable(client, meta);
    const exceptions = Object.values(WITHOUT_ENTITY);
    const without = Object.keys(tables).filter((table) => exceptions.some((names) => names.test(table)));
    expect(described).toEqual(Object.fromEntries(Object.entries(tables).filter(([table]) => !without.includes(table))));
  } finally {
    await client.end();
    await made.drop();
  }
});
