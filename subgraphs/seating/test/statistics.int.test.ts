// Plans depend on statistics, which autovacuum updates some time after a large sale opens. Plans for the first buyers must be good before
// that.
import { randomUUID } from "node:crypto";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import { until } from "../../../testkit/until.ts";
import type { SeatPlan } from "../../../domain/seat-plan.ts";
import { blockSeats, unblockSeats } from "../commands/block-seats.ts";
import { convertHolds, sellSeats } from "../commands/order-seats.ts";
import { pricesOfHolds } from "../queries/prices.ts";
import { ask, openEvent, openHall, planOf, type Hall } from "./hall.ts";

const SECTIONS = 20;
const PURCHASES = 20;
const SEATS = SECTIONS * 1_000;

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
  const admin = await connectTo(hall.testDatabase.url);
  const { rows } = await admin.query(
    `select format('alter table %s set (autovacuum_enabled = off)', oid::regclass) as text from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  for (const { text } of rows) await admin.query(text);
  await admin.end();
});
afterEach(() => hall.close());

async function arena(): Promise<string> {
  const plan = planOf(Array.from({ length: 10 }, () => 100));
  const [section] = plan.sections as [SeatPlan["sections"][number]];
  const sections = Array.from({ length: SECTIONS }, () => ({ ...section, id: randomUUID() }));
  return openEvent(hall.database, { ...plan, sections });
}

/** Holds seats and sells every second hold. The others are released, and their seats are blocked for a while. */
async function sell(eventId: string, seats: number): Promise<void> {
  const [engine] = hall.engines as [Hall["engines"][number]];
  for (let no = 1; no < seats; no += 2) {
    const buyerId = randomUUID();
    const holdId = await ask(engine, eventId, [no, no + 1], { buyerId });
    const orderId = randomUUID();
    expect(await pricesOfHolds(hall.database, [holdId])).toMatchObject([{ no }, { no: no + 1 }]);
    if (no % 4 === 1) {
      const [converted] = await convertHolds(hall.database, engine, [{ holdId, orderId, buyerId }]);
      expect(converted).toMatchObject({ refusal: null, seats: [{ no }, { no: no + 1 }] });
      expect(await sellSeats(hall.database, engine, silent, [orderId])).toEqual([true]);
    } else {
      await engine.change({ eventId, holdId, verb: "RELEASE" });
      await hall.database.transaction((tx) => blockSeats(tx, silent, eventId, [no, no + 1]));
      await hall.database.transaction((tx) => unblockSeats(tx, silent, eventId, [no, no + 1]));
    }
  }
}

async function seatsRead(): Promise<number> {
  const admin = await connectTo(serversOfThisRun().adminUrl);
  // A connection reports its statistics when it ends.
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    hall.testDatabase.name,
  ]);
  await admin.end();
  const reader = await connectTo(hall.testDatabase.url);
  let read: { updated: number; n: number } | undefined;
  await until(async () => {
    const { rows } = await reader.query(
      `select n_tup_upd::int as updated, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_user_tables where relname = 'seat'`,
    );
    read = rows[0];
    return read!.updated > 0;
  }, "told");
  await reader.end();
  return read!.n;
}

test("in the first hall of all, no statement of a purchase reads all seats", async () => {
  await sell(await arena(), 4 * PURCHASES);
  expect(await seatsRead()).toBeLessThan(SEATS);
});

test("in a large hall after small ones, no statement of a purchase reads all seats", async () => {
  await sell(await openEvent(hall.database, planOf([40])), 40);
  const admin = await connectTo(hall.testDatabase.url);
  await admin.query("analyze");
  await admin.end();
  await sell(await openEvent(hall.database, planOf([40])), 40);
  await sell(await arena(), 4 * PURCHASES);
  expect(await seatsRead()).toBeLessThan(SEATS);
});
