// What falls due is done on time, also where another process wrote it, and a poll that finds nothing costs one statement.
import { createAlarm, lookNow, POLL_MS, whileDue } from "../due.ts";
import type { Database } from "../../postgres/database.ts";
import { change, rows, sql } from "../../postgres/sql.ts";
import { openDatabase } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

let testDatabase: TestDatabase;
let database: Database;
let statements: string[];
let done: { late: number }[];
let stopped: boolean;
let turning: Promise<void>;
const alarm = createAlarm();

beforeAll(async () => {
  const of = { name: "due", entities: [], migrations: [] };
  testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, of);
  database = await openDatabase({ ...of, url: testDatabase.url, logger: createLogger("test", "silent") });
  await rows(database.read(), sql`create table chore (due_at timestamptz not null)`);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

beforeEach(() => {
  [statements, done, stopped] = [[], [], false];
  turning = whileDue(database, alarm, () => stopped, {
    work: async () => {
      statements.push("work");
      const found = await rows<{ late: number }>(
        database.read(),
        sql`delete from chore where due_at <= app_now() returning (extract(epoch from app_now() - due_at) * 1000)::float8 as late`,
      );
      done.push(...found);
      return found.length;
    },
    next: () => {
      statements.push("next");
      return sql`select min(due_at) - app_now() from chore`;
    },
  });
});
afterEach(async () => {
  stopped = true;
  alarm.ring();
  await turning;
});

const add = (inMs: number) =>
  change(database.read(), sql`insert into chore values (app_now() + ${`${inMs} ms`}::interval)`);
const asleep = () => until(() => statements.at(-1) === "next", "asleep");

test("what another process has written is seen by the poll, and done when it is due", async () => {
  await asleep();
  await add(POLL_MS + 300);
  await until(() => done.length === 1, "done");
  expect(done[0]!.late).toBeLessThan(POLL_MS / 2);
  // Not by each poll, but at first, for the row, and after it.
  expect(statements.filter((statement) => statement === "work").length).toBeLessThanOrEqual(5);
});

test("a ring, or a clock that was moved, ends the wait", async () => {
  await asleep();
  const begun = performance.now();
  await add(0);
  alarm.ring();
  await until(() => done.length === 1, "done");
  await asleep();
  await add(0);
  lookNow();
  await until(() => done.length === 2, "done again");
  expect(performance.now() - begun).toBeLessThan(POLL_MS);
});

test("a ring before it sleeps is not lost", async () => {
  alarm.ring();
  expect(await alarm.sleep(60_000)).toBe(true);
});

test("a database that is away for a while is asked again", async () => {
  await asleep();
  await rows(database.read(), sql`alter table chore rename to away`);
  alarm.ring();
  await until(() => statements.filter((statement) => statement === "work").length >= 3, "asked again");
  await rows(database.read(), sql`alter table away rename to chore`);
  await add(0);
  await until(() => done.length === 1, "done");
});
