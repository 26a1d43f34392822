// A database that was cut off: connections stay open, and nothing comes over them; new ones work. So it is when a pooler, a balancer or a
// NAT table loses its state.
import { randomUUID } from "node:crypto";
import { publish } from "../../messaging/outbox.ts";
import { schedule } from "../../jobs/jobs.ts";
import { row, rows, sql } from "../sql.ts";
import { VoidRequested } from "../../../schema/messages/orders.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { linkTo, type FaultyLink } from "../../../testkit/faulty-link.ts";
import { until } from "../../../testkit/until.ts";

/** A silent connection is given up after 7 s, and what its session has locked in the server is free by then. */
const WELL_AGAIN_WITHIN_MS = 12_000;

let link: FaultyLink;
let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", {}, async (url) => {
    link = await linkTo(url);
    return link.url;
  });
});
afterAll(async () => {
  await orders.stop();
  await link.stop();
});

async function readiness(): Promise<Record<string, unknown>> {
  return (await fetch(new URL("/health/ready", orders.running.url))).json() as Promise<Record<string, unknown>>;
}
const isReady = async () => (await readiness()).status === "ok";

/** A message and a job, in one transaction. */
const commit = (orderId: string) =>
  orders.running.database.transaction(async (tx) => {
    await publish(tx, VoidRequested, orderId, { orderId, paymentId: randomUUID() });
    await schedule(tx, "orders", "expire-order", orderId, { orderId });
  });

test("what waits for it is given up and done again, all is well within seconds, and readiness says what is not", async () => {
  const { database, relay, jobs } = orders.running;
  await until(isReady, "ready");
  // Of the pool, several connections are open and one is in the middle of a transaction.
  await Promise.all(Array.from({ length: 6 }, () => database.ping()));
  const locked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const caught = database
    .transaction(async (tx) => {
      await rows(tx, sql`lock table letter in exclusive mode`);
      locked.resolve();
      await goOn.promise;
      await rows(tx, sql`select 1`);
    })
    .then(
      () => "done",
      (error: unknown) => String(error),
    );
  await locked.promise;

  link.silence();
  const begun = performance.now();
  goOn.resolve();
  const seen = until(async () => !(await isReady()), "readiness says so", WELL_AGAIN_WITHIN_MS);
  // Every loop and a crowd of readers meet a silent connection; none waits without end.
  const crowd = await Promise.allSettled(Array.from({ length: 20 }, () => database.ping()));
  await seen;
  await link.restore();
  expect(await caught).toMatch(/Connection terminated|not queryable/);
  expect(crowd.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => "rejected"));

  const orderId = randomUUID();
  await until(
    () =>
      commit(orderId).then(
        () => true,
        () => false,
      ),
    "it commits again",
    WELL_AGAIN_WITHIN_MS,
  );
  await until(isReady, "ready again", WELL_AGAIN_WITHIN_MS);
  await until(async () => (await relay.waiting()).messages === 0, "published", WELL_AGAIN_WITHIN_MS);
  await until(async () => (await jobs.due()) === 0, "jobs are done", WELL_AGAIN_WITHIN_MS);
  // What the silent session had locked is free.
  await database.transaction((tx) => rows(tx, sql`lock table letter in exclusive mode`));
  expect(performance.now() - begun).toBeLessThan(2 * WELL_AGAIN_WITHIN_MS);

  const once = await row<{ n: number }>(
    database.read(),
    sql`select count(*)::int as n from outbox where key = ${orderId}`,
  );
  expect(once?.n).toBe(1);
});

test("a statement that takes long, but not too long, is waited for", async () => {
  await expect(orders.running.database.transaction((tx) => rows(tx, sql`select pg_sleep(4)`))).resolves.toHaveLength(1);
});
