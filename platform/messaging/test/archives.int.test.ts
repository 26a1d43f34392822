// Old messages in files: nobody misses one by it, whoever dies meanwhile, and what is still needed is not pruned.
import { spawn } from "node:child_process";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { JSONWebKeySet } from "jose";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase } from "../../postgres/database.ts";
import { createOutboxReader } from "../outbox-reader.ts";
import { keepMonths } from "../outbox-months.ts";
import { createProgress, NUMBERED_FROM } from "../progress.ts";
import { onAll } from "../handlers.ts";
import { publish } from "../outbox.ts";
import { rebuild, type Projection } from "../projection.ts";
import { archiveOld, listArchives, prune } from "../retention.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import { startSubgraph, type RunningSubgraph, type Subgraph } from "../../subgraph.ts";
import { createTestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { ROOT } from "../../../operations/topology.ts";
import { until } from "../../../testkit/until.ts";
import {
  acknowledged,
  ids,
  logger,
  migrations,
  monthsWithTable,
  openWarehouse,
  ParcelLost,
  ParcelSent,
  send,
  undo,
  undoAll,
  wait,
  type Warehouse,
} from "./warehouse.ts";

const { adminUrl, redisUrl } = serversOfThisRun();
afterEach(undoAll);

/** Months of messages: three, with the newest in the fourth. */
async function threeMonths(consumers?: string[]): Promise<Warehouse> {
  const warehouse = await openWarehouse(consumers);
  const { database } = warehouse;
  await keepMonths(database);
  for (const month of [1, 2, 3]) {
    const parcels = Array.from({ length: 1_500 }, (_, n) => `${month}.${n}`);
    await send(database, ...parcels);
    await database.transaction((tx) => publish(tx, ParcelLost, `lost ${month}`, { parcel: `lost ${month}` }));
    await wait(warehouse, month);
  }
  await send(database, "newest");
  return warehouse;
}

test("what somebody has still to take stays, then old months become files, oldest first, and empty tables go", async () => {
  const { database, outbox } = await threeMonths();
  const before = await monthsWithTable(database);
  expect((await archiveOld(outbox, 0)).slice(0, 2)).toEqual([
    { month: "before", archived: 0 },
    { month: before[1], whyNot: "no message was published yet" },
  ]);
  const [firstMonth] = await ids(database);
  await rows(
    database.read(),
    sql`insert into stream_progress values ('', ${NUMBERED_FROM}, 0), ('shop', ${NUMBERED_FROM}, ${firstMonth!.id})`,
  );
  expect(await archiveOld(outbox, 0)).toEqual([
    { month: before[1], whyNot: "shop may not have handled all of its messages" },
    { month: before[2], whyNot: `${before[1]} stays` },
    { month: before[3], whyNot: `${before[1]} stays` },
  ]);
  await acknowledged(database);
  expect((await archiveOld(outbox, 2)).map(({ month }) => month)).toEqual([before[1]]);
  expect(await archiveOld(outbox, 0)).toEqual([
    { month: before[2], archived: 1_501 },
    { month: before[3], archived: 1_501 },
  ]);
  expect(await archiveOld(outbox, 0)).toEqual([]);
  expect((await ids(database)).map(({ key }) => key)).toEqual(["newest"]);
  const archives = await listArchives(database.read());
  expect(archives.map(({ names }) => names)).toEqual(
    Array.from({ length: 3 }, () => ({ [ParcelSent.name]: 1_500, [ParcelLost.name]: 1 })),
  );
  // The file of a month is read without us.
  const lines = gunzipSync(readFileSync(path.join(outbox.folder, "warehouse", archives[0]!.file!)))
    .toString()
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(1_501);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    id: firstMonth!.id,
    name: ParcelSent.name,
    key: "1.0",
    body: { parcel: "1.0" },
  });
  // The newest message stays, however old it is: by it the relay knows its stream.
  const { database: quiet, outbox: ofQuiet, ...rest } = await openWarehouse();
  await send(quiet, "only one");
  await acknowledged(quiet);
  await wait({ database: quiet, outbox: ofQuiet, ...rest }, 6);
  expect(await archiveOld(ofQuiet, 0)).toEqual([
    { month: "before", whyNot: "it has the newest message, which identifies the stream" },
  ]);
});

const POINTS = [
  "month copied, its file not in place",
  "month in its file, not compared",
  "month in its file, its table not dropped",
  "month's table dropped",
];

/** In a process of its own, which may die at a fault point. */
async function archiveElsewhere({ made, outbox }: Warehouse, point?: string): Promise<number | null> {
  const faults = path.join(outbox.folder, "faults");
  mkdirSync(faults, { recursive: true });
  if (point) writeFileSync(path.join(faults, "archive.armed"), point);
  const main = `
    import { openDatabase } from ${JSON.stringify(path.join(ROOT, "platform/postgres/database.ts"))};
    import { createLogger } from ${JSON.stringify(path.join(ROOT, "platform/telemetry/logger.ts"))};
    import { archiveOld } from ${JSON.stringify(path.join(ROOT, "platform/messaging/retention.ts"))};
    const database = await openDatabase({ url: ${JSON.stringify(made.url)}, entities: [], migrations: [], logger: createLogger("archive", "silent") });
    await archiveOld({ subgraph: "warehouse", consumers: ["shop"], database, folder: ${JSON.stringify(outbox.folder)} }, 0);
    await database.close();`;
  const child = spawn(
    process.execPath,
    ["--import", path.join(ROOT, "testkit/fault-injection.ts"), "--input-type=module", "--eval", main],
    { env: { FAULT_DIR: faults, FAULT_PROCESS: "archive" }, stdio: "ignore" },
  );
  return new Promise((resolve) => child.on("exit", (code) => resolve(code)));
}

const stored: Projection = {
  tables: ["parcel"],
  handlers: [
    onAll(ParcelSent, async (tx, received) => {
      await rows(tx, sql`insert into parcel select unnest(${received.map(({ body }) => body.parcel)}::text[])`);
    }),
  ],
};
async function rebuilt({ database, outbox }: Warehouse): Promise<string[]> {
  await rebuild(database, stored, path.join(outbox.folder, "warehouse"));
  return (await rows<{ name: string }>(database.read(), sql`select name from parcel`)).map(({ name }) => name);
}

test("an archiver that dies anywhere loses nothing, and the next one goes on; read models are made of files and tables", async () => {
  const warehouse = await threeMonths();
  const { database, outbox } = warehouse;
  await acknowledged(database);
  const all = await rebuilt(warehouse);
  expect(all).toHaveLength(4_501);
  for (const point of POINTS) {
    expect([point, await archiveElsewhere(warehouse, point)]).toEqual([point, null]);
    expect(await rebuilt(warehouse)).toEqual(all);
  }
  expect(await archiveElsewhere(warehouse)).toBe(0);
  expect(await rebuilt(warehouse)).toEqual(all);
  const archives = await listArchives(database.read());
  expect(archives).toHaveLength(3);
  const files = readdirSync(path.join(outbox.folder, "warehouse")).filter((file) => !file.includes(".unfinished"));
  expect(files.toSorted()).toEqual(archives.flatMap(({ file }) => [file, `${file}.index.json`]).toSorted());

  // What is not as it was is not taken for messages.
  const [file] = archives.map((one) => path.join(outbox.folder, "warehouse", one.file!));
  const content = readFileSync(file!);
  content[content.length - 20]! ^= 1;
  writeFileSync(file!, content);
  await expect(rebuilt(warehouse)).rejects.toThrow(/differs from the archived file/);
  rmSync(file!);
  await expect(rebuilt(warehouse)).rejects.toThrow(/can't be read in .*restore the file there/);
  await expect(rebuild(database, stored)).rejects.toThrow(/set ARCHIVE_DIR/);
}, 60_000);

test("numbers in the stream go on as if nothing had been archived, for a group that comes then too", async () => {
  const warehouse = await threeMonths(["shop", "till"]);
  const { database, outbox } = warehouse;
  await acknowledged(database);
  await acknowledged(database, "till");
  await archiveOld({ ...outbox }, 0);
  const ask = <Row>(_: string, statement: Parameters<typeof rows>[1]) => rows<Row>(database.read(), statement);
  const progress = createProgress(ask, createOutboxReader(ask), ["shop", "till", "late"]);
  const at = async (group: string) =>
    row<{ seq: number; id: number }>(
      database.read(),
      sql`select seq, id from stream_progress where consumer_group = ${group}`,
    );
  const end = { seq: NUMBERED_FROM + 4_504, id: (await ids(database)).at(-1)!.id };
  expect(await at("shop")).toEqual(end);
  // Those that were archived are counted by where the numbers begin.
  expect((await at(""))!.seq).toBe(NUMBERED_FROM + 4_503);
  await rows(database.read(), sql`delete from stream_progress where consumer_group in ('shop', 'till')`);
  await progress.register("late", end.id);
  expect(await at("late")).toEqual(end);
  await send(database, "one", "two");
  const newest = (await ids(database)).at(-1)!.id;
  await progress.record(new Map([["shop", end.seq + 1]]), { seq: end.seq + 2, id: newest });
  expect(await at("shop")).toEqual({ seq: end.seq + 1, id: newest - 1 });
});

const NAMES = ["warehouse", "shop", "late"];
const pairs = Object.fromEntries(NAMES.map((name) => [name, generateKeyPairSync("ed25519")]));
const trustedKeys = {
  keys: NAMES.map((kid) => ({ ...pairs[kid]!.publicKey.export({ format: "jwk" }), kid })),
} as JSONWebKeySet;

async function start(
  name: string,
  databaseUrl: string,
  redisPrefix: string,
  of: Partial<Subgraph>,
  archiveDir?: string,
): Promise<RunningSubgraph> {
  const running = await startSubgraph({
    name,
    config: {
      host: "127.0.0.1",
      port: 0,
      databaseUrl,
      databaseReadUrl: undefined,
      otherDatabasePassword: undefined,
      redisUrl,
      redisPrefix,
      trustedKeys,
      signer: { name, key: pairs[name]!.privateKey },
      unsignedUntil: undefined,
      archiveDir,
      logLevel: "silent",
      introspection: false,
      tracing: { endpoint: undefined, share: 0 },
    },
    typeDefs: "type Query { parcels: Int }",
    resolvers: {},
    entities: [],
    migrations,
    createLoaders: () => ({}),
    consumers: [],
    ...of,
  });
  undo.push(running.stop);
  return running;
}

test("a subgraph that comes late hears what is archived, what is in tables and what is published meanwhile, once each; then months may be pruned", async () => {
  const redisPrefix = `months-${randomUUID()}`;
  const warehouse = await threeMonths();
  const { database, made, outbox: known } = warehouse;
  const outbox = { ...known, consumers: ["shop", "late"] };
  const [shop, late] = await Promise.all(
    ["shop", "late"].map(async (name) => {
      const one = await createTestDatabase(adminUrl, { name, entities: [], migrations });
      undo.push(() => one.drop());
      return one;
    }),
  );
  const earlier = await start("warehouse", made.url, redisPrefix, { consumers: ["shop"] });
  const hearing = await start("shop", shop!.url, redisPrefix, { handlers: stored.handlers });
  const parcels = async (of: RunningSubgraph) =>
    row<{ n: number; different: number }>(
      of.database.read(),
      sql`select count(*)::int as n, count(distinct name)::int as different from parcel`,
    );
  const has = (of: RunningSubgraph, n: number) =>
    until(async () => (await parcels(of))!.n >= n, `${n} are taken`, 30_000);
  await has(hearing, 4_501);
  const shopHasAll = async () => {
    const found = await row(
      database.read(),
      sql`select 1 from stream_progress where consumer_group = 'shop' and id = (select max(id) from outbox)`,
    );
    return found !== undefined;
  };
  await until(shopHasAll, "what the shop has taken is remembered");
  // The group that is listed and has not come yet keeps them from being archived; afterwards it reads them.
  expect(await archiveOld(outbox, 0)).toContainEqual(
    expect.objectContaining({ whyNot: expect.stringMatching(/^late may not have handled/) }),
  );
  expect((await archiveOld(known, 0)).filter((one) => "archived" in one && one.archived > 0)).toHaveLength(3);

  // A version that knows the other group.
  await earlier.stop();
  undo.splice(undo.indexOf(earlier.stop), 1);
  const publisher = await start("warehouse", made.url, redisPrefix, { consumers: outbox.consumers }, outbox.folder);
  const months = (await listArchives(database.read())).map(({ month }) => month);
  const hearers = [
    { name: "shop", database: hearing.database, isBackfilled: false },
    {
      name: "late",
      database: await openDatabase({ url: late!.url, entities: [], migrations, logger }),
      isBackfilled: true,
    },
  ];
  undo.push(() => hearers[1]!.database.close());
  await expect(prune(known, [stored], hearers, months[1]!)).rejects.toThrow(
    `${months[1]} of warehouse is kept: parcel could not be rebuilt; late has not read all of it; ${months[0]} is older, and not pruned.`,
  );
  await expect(prune(outbox, [], [], months[0]!)).rejects.toThrow(/late has not handled all of its messages/);

  const taking = await start("late", late!.url, redisPrefix, {
    handlers: stored.handlers,
    backfillFrom: { warehouse: publisher.url },
  });
  await send(database, "meanwhile");
  await has(taking, 4_502);
  await until(async () => (await taking.consumer.lag()) === 0, "nothing is left to take");
  expect(await parcels(taking)).toEqual({ n: 4_502, different: 4_502 });
  const isKnown = async () =>
    (await row(database.read(), sql`select from stream_progress where consumer_group = 'late'`)) !== undefined;
  await until(isKnown, "the publisher knows that it has come");

  const [{ id: firstId }] = (await rows<{ id: number }>(
    database.read(),
    sql`select first_id as id from outbox_archive order by first_id`,
  )) as [{ id: number }];
  const origin = (await row<{ origin: string }>(database.read(), sql`select origin from outbox_origin`))!.origin;
  const messageId = `${origin}8${firstId.toString(16).padStart(15, "0")}`;
  await rows(
    hearing.database.read(),
    sql`insert into parked_message (message_id, name, envelope, attempts, last_error) values (${messageId}::uuid, ${ParcelSent.name}, '{}', 8, 'x')`,
  );
  await expect(prune(outbox, [], hearers, months[0]!)).rejects.toThrow(/shop has not completed warehouse.ParcelSent/);
  await rows(hearing.database.read(), sql`delete from parked_message`);
  const unheard: Projection = {
    tables: ["other"],
    handlers: [{ ...stored.handlers[0]!, message: defineMessage("warehouse.Other", {}) as never }],
  };
  expect(await prune(outbox, [unheard], hearers, months[0]!)).toMatchObject({ messages: 1_501 });
  expect(readdirSync(path.join(outbox.folder, "warehouse"))).toHaveLength(4);
  // Again, as after a crash.
  await prune(outbox, [], hearers, months[0]!);
  await expect(rebuilt(warehouse)).rejects.toThrow(`Required messages of ${months[0]} were pruned.`);
  await expect(prune(outbox, [], hearers, "2001-01")).rejects.toThrow("2001-01 of warehouse is not archived.");
}, 60_000);
