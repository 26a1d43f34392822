// Whether hot rows stay hot: how large the tables that change with every hold are after a hundred thousand holds and
// releases, and after a million. What only grows (holds, messages, keys) is not looked at: it is kept on purpose.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../platform/postgres/sql.ts";
import { openEvent, withEngine, type Bench } from "./seats.ts";

const FIRST = 100_000;
const LAST = 1_000_000;
const BUYERS = 256;
const PAIRS = 10_000;
const HOT_TABLES = ["seat", "sale", "sale_tier"];

/** Holds two seats and lets them go, so many times. */
async function churn({ engine }: Bench, eventId: string, times: number): Promise<void> {
  let next = 0;
  const buy = async (buyer: number) => {
    for (let turn = 0; next++ < times; turn++) {
      const pair = (turn * BUYERS + buyer) % PAIRS;
      const seatNos = [pair * 2 + 1, pair * 2 + 2];
      const key = randomUUID();
      const { holdId } = await engine.hold({
        eventId,
        buyerId: randomUUID(),
        mutation: "holdSeats",
        key,
        input: seatNos,
        selection: { seatNos },
      });
      await engine.change({ eventId, holdId, verb: "RELEASE" });
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, (_, buyer) => buy(buyer)));
}

async function sizes({ database }: Bench): Promise<Record<string, number>> {
  const found = await rows<{ name: string; bytes: number }>(
    database.read(),
    sql`select name, pg_relation_size(name::regclass)::float8 as bytes from unnest(${HOT_TABLES}::text[]) as t(name)
        union all
        select indexrelid::regclass::text, pg_relation_size(indexrelid)::float8 from pg_index where indrelid = any(${HOT_TABLES}::regclass[])`,
  );
  return Object.fromEntries(found.map(({ name, bytes }) => [name, bytes]));
}

export async function benchChurn(): Promise<Record<string, unknown>> {
  return withEngine(async (bench) => {
    const eventId = await openEvent(bench.database);
    const begun = performance.now();
    await churn(bench, eventId, FIRST);
    const early = await sizes(bench);
    await churn(bench, eventId, LAST - FIRST);
    const late = await sizes(bench);
    const hot = await row<{ hot: number }>(
      bench.database.read(),
      sql`select sum(n_tup_hot_upd)::float8 / sum(n_tup_upd) as hot from pg_stat_user_tables where relname = any(${HOT_TABLES}::text[])`,
    );
    const total = (bytes: Record<string, number>) => Object.values(bytes).reduce((sum, one) => sum + one, 0);
    return {
      growthInAll: total(late) / total(early),
      holdsAndReleasesPerSecond: Math.round(LAST / ((performance.now() - begun) / 1_000)),
      growth: Object.fromEntries(Object.keys(late).map((name) => [name, late[name]! / early[name]!])),
      bytes: late,
      heapOnlyUpdates: hot!.hot,
    };
  });
}
