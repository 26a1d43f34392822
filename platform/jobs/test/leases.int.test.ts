// A job is run by the process that has its lease, until the lease expires.
import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { lookNow } from "../due.ts";
import {
  LeaseLost,
  schedule,
  scheduleMany,
  startJobs,
  type Job,
  type JobContext,
  type JobKind,
  type JobRunner,
} from "../jobs.ts";

const logger = createLogger("jobs", "silent");
const bakery = {
  name: "bakery",
  entities: [],
  migrations: [{ name: "001-bakery", statements: "create table bread (baker text not null)" }],
};
let made: TestDatabase;
let database: Database;
let runners: JobRunner[] = [];

beforeAll(async () => {
  made = await createTestDatabase(serversOfThisRun().adminUrl, bakery);
  database = await openDatabase({ ...bakery, url: made.url, logger });
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
  await rows(database.read(), sql`delete from bread`);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

/** A process that runs jobs. */
function start(run: (context: JobContext, job: Job) => Promise<void>, others: JobKind[] = []): JobRunner {
  const kinds: JobKind[] = [{ kind: "bake", run: run as JobKind["run"] }, ...others];
  const runner = startJobs({ subgraph: "bakery", database, kinds, recurring: [], logger });
  runners.push(runner);
  return runner;
}
const begin = (kind = "bake") =>
  database.transaction((tx) => schedule(tx, "bakery", kind, randomUUID(), {}, { inSeconds: 0 }));
const bake = (baker: string, { complete }: JobContext) =>
  database.transaction(async (tx) => {
    await rows(tx, sql`insert into bread (baker) values (${baker})`);
    await complete(tx);
  });
const baked = async () =>
  (await rows<{ baker: string }>(database.read(), sql`select baker from bread`)).map(({ baker }) => baker);
const lease = async () =>
  (await row<{ until: Date }>(database.read(), sql`select lease_until as until from job where kind = 'bake'`))!.until;

test("who has slept through a lease finds that another has taken over, and leaves no effect", async () => {
  const woken = Promise.withResolvers<void>();
  let ended: unknown;
  let isAsleep = false;
  const sleeper = start(async (context) => {
    isAsleep = true;
    await woken.promise;
    await bake("sleeper", context).catch((error: unknown) => {
      ended = error;
      throw error;
    });
  });
  await begin();
  await until(() => isAsleep, "the job is begun");
  // It takes no other job, and not this one again.
  const stopping = sleeper.stop();
  const attempts: number[] = [];
  start(async (context, job) => {
    attempts.push(job.attempts);
    await bake("other", context);
  });
  await rows(database.read(), sql`update job set lease_until = now() - interval '1 s'`);
  lookNow();
  await until(async () => (await baked()).length > 0, "the other has taken over");
  woken.resolve();
  await stopping;
  expect(ended).toBeInstanceOf(LeaseLost);
  expect([attempts, await baked()]).toEqual([[2], ["other"]]);
});

test("a process that has lost a lease begins the job again only after its first run has ended", async () => {
  const woken = Promise.withResolvers<void>();
  let underWay = 0;
  let most = 0;
  const attempts: number[] = [];
  start(
    async (context, job) => {
      attempts.push(job.attempts);
      most = Math.max(most, ++underWay);
      if (job.attempts === 1) await woken.promise;
      await bake(`attempt ${job.attempts}`, context).finally(() => underWay--);
    },
    [{ kind: "knead", run: (context) => bake("kneader", context) }],
  );
  await begin();
  await until(() => underWay === 1, "the job is begun");
  await rows(database.read(), sql`update job set lease_until = now() - interval '1 s'`);
  // Claimed after the lease has expired.
  await begin("knead");
  await until(async () => (await baked()).includes("kneader"), "another job is done");
  expect(attempts).toEqual([1]);
  woken.resolve();
  await until(async () => (await baked()).length === 2, "the job is done");
  expect([attempts, most, await baked()]).toEqual([[1, 2], 1, ["kneader", "attempt 2"]]);
});

test("a job that takes long keeps its lease, and nobody else begins it", async () => {
  const done = Promise.withResolvers<void>();
  let begun = 0;
  const slowly = async (context: JobContext) => {
    begun++;
    await done.promise;
    await bake("first", context);
  };
  start(slowly);
  start(slowly);
  await begin();
  await until(() => begun === 1, "the job is begun");
  const first = await lease();
  await until(async () => (await lease()) > first, "the lease is longer");
  lookNow();
  done.resolve();
  await until(async () => (await baked()).length > 0, "it is done");
  expect([begun, await baked()]).toEqual([1, ["first"]]);
});

test("a job that fails is tried again after ever longer pauses, until it is done", async () => {
  const triedAt: number[] = [];
  start(async (context, job) => {
    triedAt.push(performance.now());
    expect(job.attempts).toBe(triedAt.length);
    if (triedAt.length < 4) throw new Error("the oven is cold");
    await bake("patient", context);
  });
  await begin();
  await until(async () => (await baked()).length > 0, "it is done");
  const pauses = triedAt.slice(1).map((at, index) => at - triedAt[index]!);
  // A quarter less than 0.2, 0.4 and 0.8 seconds at least.
  for (const [index, atLeast] of [150, 300, 600].entries()) expect(pauses[index]).toBeGreaterThanOrEqual(atLeast);
});

test("errands wait for each other, and nothing else waits for them", async () => {
  const back = Promise.withResolvers<void>();
  let away = 0;
  let most = 0;
  const errand: JobKind = {
    kind: "deliver",
    isExternal: true,
    run: async (context) => {
      most = Math.max(most, ++away);
      await back.promise;
      away--;
      await bake("courier", context);
    },
  };
  start((context) => bake("baker", context), [errand]);
  for (let n = 0; n < 3; n++) await begin("deliver");
  await until(() => away === 2, "two are under way");
  await begin();
  await until(async () => (await baked()).length > 0, "the bread is baked");
  expect([await baked(), most]).toEqual([["baker"], 2]);
  back.resolve();
  await until(async () => (await baked()).length === 4, "all are delivered");
});

test("jobs that are scheduled together under one key are one job, the first, also where it was given up before", async () => {
  const jobs = ["white", "rye", "spelt"].map((flour, index) => ({ key: `bread ${index % 2}`, body: { flour } }));
  const scheduled = () => database.transaction((tx) => scheduleMany(tx, "bakery", "knead", jobs));
  const kept = () =>
    rows(database.read(), sql`select key, body, given_up_at from job where kind = 'knead' order by key`);
  const expected = [
    { key: "bread 0", body: { flour: "white" }, givenUpAt: null },
    { key: "bread 1", body: { flour: "rye" }, givenUpAt: null },
  ];
  await scheduled();
  expect(await kept()).toEqual(expected);
  await scheduled();
  expect(await kept()).toEqual(expected);
  await rows(database.read(), sql`update job set given_up_at = now(), body = '{}' where kind = 'knead'`);
  await scheduled();
  expect(await kept()).toEqual(expected);
});

test("a recurring job that fails is tried again soon, and then when it is due", async () => {
  let tries = 0;
  const oven = {
    name: "heat the oven",
    every: { ms: 3_600_000 },
    run: async () => {
      tries += 1;
      if (tries < 3) throw new Error("no gas");
      return 1;
    },
  };
  runners.push(startJobs({ subgraph: "bakery", database, kinds: [], recurring: [oven], logger }));
  await until(() => tries === 3, "it was done");
});
