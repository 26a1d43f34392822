// What is read from a replica is never less than what was acknowledged, and without the replica the primary is read.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { openDatabase, type Database } from "../database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { row, rows, sql } from "../sql.ts";
import { startReplicated, type ReplicatedPostgres } from "../../../testkit/servers/replicated-postgres.ts";
import { connectTo } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const NAME = "thing";
const WRITES = 300;
const SEVERAL_LOOKS_MS = 2_500;

let dir: string;
let postgres: ReplicatedPostgres;
let database: Database;
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  postgres = await startReplicated(dir, [NAME]);
  database = await openDatabase({
    url: postgres.url(NAME),
    readUrl: postgres.readUrl(NAME),
    entities: [],
    migrations: [
      { name: "001-thing", statements: "create table thing (n int not null); insert into thing values (0)" },
    ],
    logger: createLogger("replica", "silent"),
  });
});
afterAll(async () => {
  await database?.close();
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const write = (n: number) => database.transaction((tx) => rows(tx, sql`update thing set n = ${n}`));
const isWritten = (n: number) =>
  write(n).then(
    () => true,
    () => false,
  );
const read = async () => (await database.reading((em) => row<{ n: number }>(em, sql`select n from thing`)))?.n;
const isFromReplica = async () =>
  (await database.reading((em) => row<{ yes: boolean }>(em, sql`select pg_is_in_recovery() as yes`)))?.yes;

test("what is acknowledged is read there at once", async () => {
  await until(async () => (await isFromReplica()) === true, "the replica is read");
  const seen: unknown[] = [];
  for (let n = 1; n <= WRITES; n++) {
    await write(n);
    seen.push(await read());
  }
  expect(seen).toEqual(Array.from({ length: WRITES }, (_, index) => index + 1));
  expect(await isFromReplica()).toBe(true);
});

test("when it is gone, the primary is read, and written to once it waits no more; when it is back, it is read again", async () => {
  process.kill(postgres.replica().pid, "SIGKILL");
  expect(await read()).toBe(WRITES);
  await postgres.untilAwaited(false);
  await until(async () => (await isFromReplica()) === false, "it is not read any more");
  await until(() => isWritten(-1), "the primary continues alone");
  expect([await read(), await isFromReplica()]).toEqual([-1, false]);
  await postgres.bringBackReplica();
  await until(async () => (await isFromReplica()) === true, "the replica is read again");
  expect(await read()).toBe(-1);
});

test("one that follows again and is behind is not read, until it has all that was written without it", async () => {
  const admin = await connectTo(postgres.replica().adminUrl);
  const change = async (...settings: string[]) => {
    for (const setting of settings) await admin.query(`alter system ${setting}`);
    await admin.query("select pg_reload_conf()");
  };
  const { primary_conninfo: primary } = (await admin.query("show primary_conninfo")).rows[0];
  await change("set recovery_min_apply_delay = '1h'", "set primary_conninfo = ''");
  await postgres.untilAwaited(false);
  await write(WRITES);
  await change(`set primary_conninfo = ${pg.escapeLiteral(primary)}`);
  await postgres.untilAwaited(true);
  const seen = new Set<unknown>();
  for (let n = 0; n < 100; n++) {
    seen.add(await read()).add(await isFromReplica());
    await delay(SEVERAL_LOOKS_MS / 100);
  }
  expect(seen).toEqual(new Set([WRITES, false]));

  await change("reset recovery_min_apply_delay");
  await until(async () => (await isFromReplica()) === true, "the replica is read again");
  expect(await read()).toBe(WRITES);
  await admin.end();
});

test("when the primary is gone, the replica takes its place with all that was acknowledged", async () => {
  await write(-2);
  process.kill(postgres.primary.pid, "SIGKILL");
  const next = await connectTo(postgres.replica().adminUrl);
  // What the old primary had begun may still end, acknowledged by both.
  await until(
    async () => (await next.query("select pg_is_in_recovery() as yes")).rows[0].yes === false,
    "the replica is the primary",
  );
  await next.end();
  await until(
    () =>
      read().then(
        (found) => found === -2,
        () => false,
      ),
    "what was acknowledged is read",
  );
  await until(() => isWritten(-3), "it is written to");
  expect([await read(), await isFromReplica()]).toEqual([-3, false]);
});
