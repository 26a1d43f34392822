// The outbox by months: how it becomes so, and how months begin.
import { openDatabase } from "../../postgres/database.ts";
import { createOutboxReader } from "../outbox-reader.ts";
import { keepMonths } from "../outbox-months.ts";
import { platformMigrations } from "../../postgres/migrations.ts";
import { runMigrations } from "../../postgres/migrator.ts";
import { clientConfig } from "../../postgres/postgres-login.ts";
import { row, sql } from "../../postgres/sql.ts";
import { setClockOffset } from "../../../testkit/databases.ts";
import { createDatabase } from "../../../local/servers/postgres.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import { connect, ids, logger, monthsWithTable, openWarehouse, ParcelSent, send, undo, undoAll } from "./warehouse.ts";

const { adminUrl } = serversOfThisRun();
afterEach(undoAll);

test("a filled outbox gets months while others publish: nothing is rewritten, lost or refused, and the previous version still works", async () => {
  const name = `months_${process.pid}_${Date.now()}`;
  await createDatabase(adminUrl, { name, role: name, password: "boxoffice" });
  const url = `postgres://${name}:boxoffice@${new URL(adminUrl).host}/${name}`;
  const admin = await connect(adminUrl);
  undo.push(() => admin.query(`drop database ${name} with (force)`));
  const before = platformMigrations.filter((one) => !one.name.includes("months"));
  expect(before.length).toBeLessThan(platformMigrations.length);
  await runMigrations(url, clientConfig({ url, otherPassword: undefined }), before, logger);
  const looking = await connect(url);
  const INSERT =
    "insert into outbox (message_id, name, key, body) select gen_random_uuid(), $1, n, '{}' from generate_series(1, $2::int) n returning id";
  await looking.query(INSERT, [ParcelSent.name, 20_000]);
  const fileOf = async (table: string) =>
    (await looking.query("select pg_relation_filenode($1) as node", [table])).rows[0].node;
  const node = await fileOf("outbox");

  let isDone = false;
  const written: string[] = [];
  const writers = Array.from({ length: 3 }, async () => {
    const client = await connect(url);
    while (!isDone) {
      const { rows: inserted } = await client.query({ name: "insert", text: INSERT, values: [ParcelSent.name, 2] });
      written.push(...inserted.map(({ id }) => id));
    }
  });
  const reading = createOutboxReader(
    async (key, { text, values }) => (await looking.query({ name: key, text, values })).rows,
  );
  await until(() => written.length > 100, "others publish");
  const database = await openDatabase({ url, entities: [], migrations: [], logger });
  undo.push(() => database.close());
  const atMigration = written.length;
  await until(() => written.length > atMigration + 100, "others continue");
  expect(await keepMonths(database)).toBe(5);
  const atMonth = written.length;
  await until(() => written.length > atMonth + 100, "others continue in the month");
  isDone = true;
  await Promise.all(writers);

  expect(await fileOf("outbox_before")).toBe(node);
  const all = (await ids(database)).map(({ id }) => id);
  expect(all).toHaveLength(20_000 + written.length);
  expect(new Set(all).size).toBe(all.length);
  const isOfMonth = (id: number) => id > 2e15;
  expect(all.filter(isOfMonth).length).toBeGreaterThan(100);
  expect(all.filter((id) => !isOfMonth(id)).at(-1)).toBeLessThan(1e6);
  // The same session as before the migration reads them all, in their order.
  const read: number[] = [];
  for (let last = 0; read.length < all.length; last = read.at(-1)!)
    read.push(...(await reading.read(last, 5_000)).messages.map(({ id }) => id));
  expect(read).toEqual(all);

  // As the version before numbers and reads them.
  await looking.query(
    `with fresh as (select id, row_number() over (order by id) as n from outbox where pub_seq is null order by id limit 100000),
       top as (select coalesce(max(pub_seq), 0) as n from outbox)
     update outbox set pub_seq = top.n + fresh.n from fresh, top where outbox.id = fresh.id`,
  );
  const { rows: numbered } = await looking.query("select id from outbox where pub_seq > 0 order by pub_seq");
  expect(numbered.map(({ id }) => Number(id))).toEqual(all);
});

test("ids tell their month, a month begins once, and an insert never depends on what the clock says", async () => {
  const warehouse = await openWarehouse();
  const { database, made } = warehouse;
  await send(database, "before");
  await Promise.all([keepMonths(database), keepMonths(database), keepMonths(database)]);
  expect(await keepMonths(database)).toBe(0);
  await send(database, "now");
  const digits = (await row<{ d: string }>(
    database.read(),
    sql`select to_char(now() at time zone 'UTC', 'YYYYMM') as d`,
  ))!.d;
  const [first, second] = await ids(database);
  expect([first!.id, second!.id]).toEqual([1, Number(digits) * 1e10]);
  expect(await monthsWithTable(database)).toHaveLength(5);

  // Nobody has made the month that the clock is in, nor the ones before it.
  for (const years of [40, 40_000]) {
    await setClockOffset(adminUrl, made.name, years * 365 * 86_400, [database]);
    await send(database, `in ${years} years`);
    await keepMonths(database);
    await send(database, `in ${years} years, kept`);
  }
  await setClockOffset(adminUrl, made.name, 0, [database]);
  expect(await keepMonths(database)).toBe(0);
  await send(database, "back again");
  const all = await ids(database);
  expect(all.map(({ key }) => key)).toEqual([
    "before",
    "now",
    "in 40 years",
    "in 40 years, kept",
    "in 40000 years",
    "in 40000 years, kept",
    "back again",
  ]);
  expect(all.every(({ id }) => Number.isSafeInteger(id))).toBe(true);
});

test("a month begins after the last open transaction of the month before", async () => {
  const { database, made } = await openWarehouse();
  const writing = await connect(made.url);
  await writing.query("begin");
  await writing.query(
    "insert into outbox (message_id, name, key, body) values (gen_random_uuid(), 'a.A', 'early', '{}')",
  );
  await expect(keepMonths(database)).rejects.toThrow(/lock timeout/);
  await send(database, "goes on");
  await writing.query("commit");
  await keepMonths(database);
  await send(database, "later");
  const all = await ids(database);
  expect(all.map(({ key, id }) => [key, id > 2e15])).toEqual([
    ["early", false],
    ["goes on", false],
    ["later", true],
  ]);
});

test("a message pays for one index, its id's, also in months that the version before has made", async () => {
  const { database, made } = await openWarehouse();
  await keepMonths(database);
  const looking = await connect(made.url);
  const indexes = async () =>
    (
      await looking.query<{ name: string }>(
        `select indexrelid::regclass::text as name from pg_inherits join pg_index on indrelid = inhrelid
         where inhparent = 'outbox'::regclass and inhrelid <> 'outbox_before'::regclass`,
      )
    ).rows.map(({ name }) => name);
  const own = await indexes();
  const months = (await monthsWithTable(database)).length - 1;
  expect([own.length, own.filter((name) => /^outbox_\d+_\d+_pkey$/.test(name)).length]).toEqual([months, months]);
  const table = own[0]!.replace("_pkey", "");
  await looking.query(`create index ${table}_unnumbered on ${table} (id) where pub_seq is null`);
  await looking.query(`create index ${table}_numbered on ${table} (pub_seq) where pub_seq is not null`);
  const last = platformMigrations.find(({ name }) => name === "000-platform-months-unnumbered")!;
  if (!("statements" in last)) throw new Error("It runs in a transaction.");
  await looking.query(last.statements);
  expect((await indexes()).toSorted()).toEqual(own.toSorted());
});
