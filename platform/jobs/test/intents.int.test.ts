// The protocol of platform/messaging: an intent, the question to another service, what it has come to. On a real PostgreSQL.
import { randomUUID } from "node:crypto";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { discard, listDeadJobs, retryDeadJobs } from "../../messaging/dead-letters.ts";
import { DomainError, unavailable } from "../../core/errors.ts";
import { forgetKey, resourceOf, settleKeys, type RequestKey } from "../../postgres/idempotency.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { createIntents, type Intents } from "../intents.ts";
import { createKeyedIntents, outcomeOfKey, type Begun } from "../keyed-intents.ts";
import { endWork, startWork, type WorkItem, type WorkKind, type WorkRunner } from "../work.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const logger = createLogger("test", "silent");
const library = {
  name: "library",
  entities: [],
  migrations: [
    {
      name: "001-library",
      statements: "create table loan (id uuid primary key, book text not null, times int not null)",
    },
  ],
};

class BookGone extends DomainError {}

interface Loan {
  book: string;
  request: RequestKey;
}
type Outcome = { id: string } | { refusal: DomainError };

let made: TestDatabase;
let database: Database;
/** What the other service is asked, and what it does. */
let asked: string[][] = [];
let answer: (book: string) => boolean | Error = () => true;
let open: Promise<void> = Promise.resolve();

const begin = createKeyedIntents<Loan>({ database: () => database, kind: "lend" });
const intents: Intents<Loan, Outcome> = createIntents<Loan, boolean, Outcome>(() => database, {
  subgraph: "library",
  kind: "lend",
  ask: async (all) => {
    asked.push(all.map(({ body }) => body.book));
    await open;
    return all.map(({ body }) => answer(body.book));
  },
  settle: async (tx, answered) => {
    const lent = answered.filter((one) => one.answer);
    await rows(
      tx,
      sql`insert into loan select id, book, 1 from unnest(${lent.map(({ intent }) => intent.id)}::uuid[], ${lent.map(({ intent }) => intent.body.book)}::text[]) as l(id, book)
          on conflict (id) do update set times = loan.times + 1`,
    );
    const outcomes = answered.map((one): Outcome =>
      one.answer ? { id: one.intent.id } : { refusal: new BookGone("It is gone.") },
    );
    await settleKeys(
      tx,
      answered.map(({ intent }, index) => {
        const outcome = outcomes[index]!;
        return { request: intent.body.request, outcome: "id" in outcome ? { resourceId: outcome.id } : outcome };
      }),
    );
    return outcomes;
  },
  outcomeOf: async ({ body }) => {
    const outcome = await outcomeOfKey(database, body.request);
    return "refusal" in outcome ? outcome : { id: outcome.resourceId };
  },
  withdraw: (tx, { body }) => forgetKey(tx, body.request),
});

beforeAll(async () => {
  made = await createTestDatabase(serversOfThisRun().adminUrl, library);
  database = await openDatabase({ url: made.url, ...library, logger });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});
beforeEach(() => {
  asked = [];
  answer = () => true;
  open = Promise.resolve();
});

const requestOf = (key: string): RequestKey => ({ userId: "reader", mutation: "lend", key });
const beginLoan = (book: string, key: string = randomUUID()) => {
  const request = requestOf(key);
  return begin({ request: { ...request, input: { book } }, id: randomUUID(), body: { book, request } });
};
function intentOf(begun: Begun<Loan>): WorkItem<Loan> {
  if (!("intent" in begun)) throw new Error("The key is settled.");
  return begun.intent;
}
async function lend(book: string, key?: string): Promise<string> {
  const begun = await beginLoan(book, key);
  if ("outcome" in begun) return resourceOf(begun.outcome);
  const outcome = await intents.pursue(begun.intent);
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.id;
}
const loansOf = (book: string) =>
  rows<{ id: string; times: number }>(database.read(), sql`select id, times from loan where book = ${book}`);
const left = async (book: string) =>
  (await rows(database.read(), sql`select 1 from work_item where body ->> 'book' = ${book}`)).length;
const keyOf = (key: string) => row(database.read(), sql`select 1 from idempotency_key where key = ${key}`);

async function withRunner(work: WorkKind[], check: (runner: WorkRunner) => Promise<void>): Promise<void> {
  const runner = startWork({ subgraph: "library", database, kinds: work, logger });
  try {
    await check(runner);
  } finally {
    await runner.stop();
  }
}

test("what comes at the same time is asked and settled together, and each gets its own answer", async () => {
  answer = (book) => book !== "t3";
  const all = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => lend(`t${n}`)));
  expect(all.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([3]);
  expect(asked.length).toBeLessThan(10);
  for (const [n, one] of all.entries())
    if (one.status === "fulfilled") expect(await loansOf(`t${n}`)).toEqual([{ id: one.value, times: 1 }]);
});

test("the same key at once, and again, has one effect and one answer; with another input it is refused", async () => {
  const key = randomUUID();
  const ids = await Promise.all(Array.from({ length: 8 }, () => lend("same", key)));
  ids.push(await lend("same", key));
  expect(new Set(ids).size).toBe(1);
  expect(await loansOf("same")).toEqual([{ id: ids[0], times: 1 }]);
  await expect(lend("another", key)).rejects.toMatchObject({ typename: "IdempotencyKeyReused" });
  expect(await left("same")).toBe(0);
});

test("a refusal is remembered, and nothing is left", async () => {
  const key = randomUUID();
  answer = () => false;
  await expect(lend("gone", key)).rejects.toMatchObject({ typename: "BookGone" });
  answer = () => true;
  await expect(lend("gone", key)).rejects.toMatchObject({ typename: "BookGone" });
  expect([await loansOf("gone"), await left("gone")]).toEqual([[], 0]);
});

test("if the other service was not reached, the intent and its key are taken back", async () => {
  const key = randomUUID();
  answer = () => unavailable("shelves");
  await expect(lend("away", key)).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect([await left("away"), await keyOf(key)]).toEqual([0, undefined]);
});

test("an intent that another request has begun too is not withdrawn: that request may have been received", async () => {
  const key = randomUUID();
  const first = intentOf(await beginLoan("joined", key));
  const second = intentOf(await beginLoan("joined", key));
  expect(second).toEqual({ ...first, attempts: 2, correlationId: null });
  answer = () => unavailable("shelves");
  await expect(intents.pursue(first)).rejects.toMatchObject({ extensions: { code: "TIMEOUT" } });
  expect(await left("joined")).toBe(1);
  answer = () => true;
  await withRunner([intents.work as WorkKind], async () => {
    await until(async () => (await loansOf("joined")).length === 1, "the runner has gone on with it");
  });
  expect(await lend("joined", key)).toBe(first.id);
});

test("an intent whose process died is taken over within five seconds, and ended once", async () => {
  const begunAt = performance.now();
  const { id } = intentOf(await beginLoan("left"));
  await withRunner([intents.work as WorkKind], async () => {
    await until(async () => (await loansOf("left")).length === 1, "another process has continued it");
  });
  expect(performance.now() - begunAt).toBeLessThan(8_000);
  expect(await loansOf("left")).toEqual([{ id, times: 1 }]);
});

test("two that continue the same intent have one effect, and the same answer", async () => {
  const intent = intentOf(await beginLoan("both"));
  const { promise, resolve } = Promise.withResolvers<void>();
  open = promise;
  const both = [intents.pursue(intent), intents.pursue({ ...intent, attempts: 2 })];
  resolve();
  expect(await Promise.all(both)).toEqual([{ id: intent.id }, { id: intent.id }]);
  expect(await loansOf("both")).toEqual([{ id: intent.id, times: 1 }]);
});

test("an intent that is pursued twice at once is asked about once", async () => {
  const intent = intentOf(await beginLoan("twice"));
  await Promise.all([intents.pursue(intent), intents.pursue({ ...intent, attempts: 2 })]);
  expect(asked).toEqual([["twice"]]);
});

test("while its request is under way nobody takes an intent over", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  open = promise;
  await withRunner([intents.work as WorkKind], async () => {
    const lending = lend("slow");
    await until(async () => (await left("slow")) === 1, "the intent is written");
    const dueAt = async () =>
      (await row<{ dueAt: Date }>(database.read(), sql`select due_at from work_item where body ->> 'book' = 'slow'`))!
        .dueAt;
    const first = await dueAt();
    await until(async () => (await dueAt()) > first, "the lease is renewed");
    await until(async () => (await dueAt()).getTime() > first.getTime() + 2_000, "and again");
    expect(asked).toEqual([["slow"]]);
    resolve();
    await lending;
  });
});

test("a runner takes more items than it works on at once, and none of them waits without end", async () => {
  const ids = Array.from({ length: 600 }, () => randomUUID());
  await rows(
    database.read(),
    sql`insert into work_item (id, kind, attempts, due_at) select id, 'count', 0, now() from unnest(${ids}::uuid[]) as i(id)`,
  );
  const count: WorkKind = {
    kind: "count",
    run: async (items) => {
      const some = items.map((one) => one.id);
      await database.transaction((tx) => endWork(tx, "count", some));
      return items.map(() => undefined);
    },
  };
  await withRunner([count], async () => {
    const open = () => rows(database.read(), sql`select 1 from work_item where kind = 'count'`);
    await until(async () => (await open()).length === 0, "all are done");
  });
});

test("work that can never succeed becomes a dead letter, and does not block other work", async () => {
  const stubborn: WorkKind = {
    kind: "shelve",
    maxAttempts: 2,
    run: async (items) => items.map(() => new Error("The shelf is full.")),
  };
  const id = randomUUID();
  await rows(
    database.read(),
    sql`insert into work_item (id, kind, attempts, due_at) values (${id}, 'shelve', 0, now())`,
  );
  const item = () =>
    row<{ attempts: number; givenUpAt: Date | null; lastError: string }>(
      database.read(),
      sql`select attempts, given_up_at, last_error from work_item where id = ${id}`,
    );
  await withRunner([stubborn, intents.work as WorkKind], async () => {
    await until(async () => (await item())?.givenUpAt !== null, "it is given up");
    await lend("beside");
  });
  expect(await item()).toMatchObject({ attempts: 2, lastError: "Error: The shelf is full." });
  expect(await listDeadJobs(database)).toMatchObject([{ id, kind: "shelve", attempts: 2 }]);
  expect(await retryDeadJobs(database, id)).toBe(1);
  expect(await item()).toMatchObject({ givenUpAt: null });
  await rows(database.read(), sql`update work_item set given_up_at = now() where id = ${id}`);
  expect(await discard(database, id)).toBe(1);
  expect(await item()).toBeUndefined();
});
