// Every table of every database says what it knows about people: see platform/personal-data/declaration.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import {
  answeredColumns,
  personalTables,
  PLATFORM_TABLES,
  type PersonalData,
} from "../../platform/personal-data/declaration.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { createTestDatabase } from "../../testkit/databases.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { signingNames, systemEnvironment } from "../environment.ts";
import { ensureKeys } from "../keys.ts";
import { subgraphs } from "../subgraphs.ts";
import { listedSubgraphs } from "../topology.ts";

/** Names of columns that may hold a person's id, name, address, network or device. */
const PERSONAL =
  /(^|(?<!_per)_)(users?|buyer|holder|owner|recipient|scanner|person|people|customer|member|founder|inviter|actor|names?|phone|email|mail|address|street|city|birth|ip|network|place|device|agent|by|whom|who|account)(_id|_name|_user|_key|_hash)?$/;
/** Of an event, a venue, a technical thing: no column of these names is about a person. */
const NOT_PERSONAL = new Set([
  "event.city_key",
  "event.companions_per_wheelchair_place",
  "event_facts.place",
  "ledger_entry.account",
  "ledger_total.account",
  "migration.name",
  "function_schema.name",
  "outbox.name",
  "outbox_archive.names",
  "sale.companions_per_wheelchair_place",
  "parked_message.name",
  "venue.city",
]);

interface Column {
  table: string;
  name: string;
  /** Whether it is a foreign key of a table with people. */
  refersToPerson: boolean;
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, exists (
      select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any(f.conkey)
        and f.confrelid = to_regclass('public.app_user')) as "refersToPerson"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
  order by 1, 2`;

function subgraphOf(name: string): Subgraph {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  try {
    const nowhere = { redisUrl: "redis://127.0.0.1:1", redisPrefix: "", databaseUrl: () => "postgres://127.0.0.1:1" };
    return subgraphs[name]!(systemEnvironment({}, ensureKeys(folder, signingNames()), nowhere));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withCatalog(subgraph: Subgraph, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const made = await createTestDatabase(serversOfThisRun().adminUrl, subgraph);
  const client = new pg.Client({ connectionString: made.url });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
    await made.drop();
  }
}

/** Tables and columns without an answer, and answers without a table or column. */
async function compare(client: pg.Client, declared: PersonalData): Promise<string[]> {
  const columns = (await client.query<Column>(COLUMNS)).rows;
  const named = new Set(columns.map(({ table, name }) => `${table}.${name}`));
  const tables = new Set(columns.map(({ table }) => table));
  const answers = new Map(personalTables(declared).map(([table, one]) => [table, answeredColumns(one)]));
  const isPersonal = ({ table, name, refersToPerson }: Column) =>
    refersToPerson || (PERSONAL.test(name) && !NOT_PERSONAL.has(`${table}.${name}`));
  return [
    ...[...tables].filter((table) => !(table in declared)).map((table) => `${table} has no answer`),
    ...columns
      .filter((one) => isPersonal(one) && !answers.get(one.table)?.has(one.name))
      .map(({ table, name }) => `${table}.${name} has no answer`),
    ...Object.keys(declared).flatMap((table) =>
      table in PLATFORM_TABLES || tables.has(table) ? [] : [`${table} is no table`],
    ),
    ...[...answers].flatMap(([table, answered]) =>
      [...answered, ...((declared[table] as { person?: string[] }).person ?? [])]
        .filter((name) => tables.has(table) && !named.has(`${table}.${name}`))
        .map((name) => `${table}.${name} is no column`),
    ),
  ];
}

test.each(listedSubgraphs().map(({ name }) => name))(
  "every table of %s declares its personal data, and how it is exported and erased",
  async (name) => {
    const subgraph = subgraphOf(name);
    await withCatalog(subgraph, async (client) => {
      const declared = { ...PLATFORM_TABLES, ...subgraph.personalData };
      expect(await compare(client, declared)).toEqual([]);

      await client.query("create table phone_book (id uuid primary key)");
      await client.query("create table visit (id uuid primary key, seen_by uuid, buyer_id uuid)");
      const withVisits = { ...declared, visit: { kept: { seen_by: "it is nobody's" } } };
      expect(await compare(client, withVisits)).toEqual(["phone_book has no answer", "visit.buyer_id has no answer"]);
    });
  },
);

test("a foreign key of people is declared, whatever its name is", async () => {
  const subgraph = subgraphOf("users");
  await withCatalog(subgraph, async (client) => {
    await client.query("create table favourite (id uuid primary key, fan uuid references app_user)");
    const declared: PersonalData = { ...PLATFORM_TABLES, ...subgraph.personalData, favourite: "nobody" };
    expect(await compare(client, declared)).toEqual(["favourite.fan has no answer"]);
  });
});

test("a declaration names a column, and says why or when in words", () => {
  for (const { name } of listedSubgraphs())
    for (const [table, { kept = {}, expires = {}, erasedBy = {} }] of personalTables({
      ...PLATFORM_TABLES,
      ...subgraphOf(name).personalData,
    }))
      for (const [column, reason] of Object.entries({ ...kept, ...expires, ...erasedBy }))
        expect([name, table, column, reason.length > 6]).toEqual([name, table, column, true]);
});
