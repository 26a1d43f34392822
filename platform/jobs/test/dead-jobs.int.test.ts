// Work that can never succeed ends, and is kept for a person.
import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { discard, listDeadJobs, retryDeadJobs } from "../../messaging/dead-letters.ts";
import { RefusedForGood } from "../../core/errors.ts";
import { schedule, startJobs, type JobKind, type JobRunner } from "../jobs.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { rows, sql } from "../../postgres/sql.ts";

const logger = createLogger("jobs", "silent");
let testDatabase: TestDatabase;
let database: Database;
let runner: JobRunner;
let isAllowed = false;
const tries = { refused: 0, bounded: 0, patient: 0 };

const kind = (name: keyof typeof tries, problem: () => Error, rest: Partial<JobKind> = {}): JobKind => ({
  kind: name,
  ...rest,
  run: async ({ database: db, complete }) => {
    tries[name]++;
    if (!isAllowed) throw problem();
    await db.transaction((tx) => complete(tx));
  },
});

beforeAll(async () => {
  const warehouse = { name: "warehouse", entities: [], migrations: [] };
  testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, warehouse);
  database = await openDatabase({ ...warehouse, url: testDatabase.url, logger });
  runner = startJobs({
    subgraph: "warehouse",
    database,
    kinds: [
      kind("refused", () => new RefusedForGood("seating refused openSales: plan is not valid")),
      kind("bounded", () => new Error("no answer"), { mostAttempts: 3 }),
      kind("patient", () => new Error("no answer")),
    ],
    recurring: [],
    logger,
  });
});
afterAll(async () => {
  await runner.stop();
  await database.close();
  await testDatabase.drop();
});

const begin = (name: string, key: string = randomUUID()) =>
  database.transaction((tx) => schedule(tx, "warehouse", name, key, {})).then(() => key);
const dead = async () => (await listDeadJobs(database)).map(({ kind: name, attempts }) => ({ name, attempts }));

test("what is refused for good is tried once, what has a limit as often as that, and what must not be lost is retried", async () => {
  const key = await begin("refused");
  await begin("bounded");
  await begin("patient");
  await until(() => tries.patient > 3, "tried more often");
  await until(async () => (await dead()).length === 2, "two are given up");
  expect(await dead()).toEqual(
    expect.arrayContaining([
      { name: "refused", attempts: 1 },
      { name: "bounded", attempts: 3 },
    ]),
  );
  expect((await listDeadJobs(database)).find((job) => job.key === key)).toMatchObject({
    lastError: "Error: seating refused openSales: plan is not valid",
  });
  expect(tries).toMatchObject({ refused: 1, bounded: 3 });

  // A second schedule retries it.
  isAllowed = true;
  await begin("refused", key);
  await until(async () => (await dead()).length === 1, "done");
  const [left] = await listDeadJobs(database);
  expect(await retryDeadJobs(database, randomUUID())).toBe(0);
  expect(await retryDeadJobs(database, left!.id)).toBe(1);
  await until(async () => (await rows(database.read(), sql`select 1 from job`)).length === 0, "all are done");
});

test("what a person discards is not done", async () => {
  isAllowed = false;
  await begin("refused");
  await until(async () => (await dead()).length === 1, "given up");
  const [job] = await listDeadJobs(database);
  expect(await discard(database, job!.id)).toBe(1);
  expect(await listDeadJobs(database)).toEqual([]);
});

test("the outbox is never emptied", async () => {
  for (const statement of [sql`truncate outbox`, sql`delete from outbox`])
    await expect(rows(database.read(), statement)).rejects.toThrow("outbox is never emptied");
});
