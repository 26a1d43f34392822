// Old messages in files: no consumer misses one, whichever process dies.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { createOutboxReader } from "../outbox-reader.ts";
import { createProgress, NUMBERED_FROM } from "../progress.ts";
import { rebuild } from "../projection.ts";
import { archiveOld, listArchives } from "../retention.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import { ROOT } from "../../../operations/topology.ts";
import {
  acknowledged,
  ids,
  monthsWithTable,
  openWarehouse,
  ParcelLost,
  ParcelSent,
  rebuilt,
  send,
  stored,
  threeMonths,
  undoAll,
  wait,
  type Warehouse,
} from "./warehouse.ts";

afterEach(undoAll);

test("messages that a consumer has not handled stay, then old months become files, oldest first, and empty tables are dropped", async () => {
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

test("an archiver that dies anywhere loses nothing, and the next one continues; read models are made of files and tables", async () => {
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
});

test("numbers in the stream continue as if nothing had been archived, for a group that comes then too", async () => {
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
