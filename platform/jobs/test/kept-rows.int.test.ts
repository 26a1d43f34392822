// Rows that are not needed any more are deleted in batches; rows that may be needed stay.
import { randomUUID } from "node:crypto";
import type { Database } from "../../postgres/database.ts";
import { forgetting, keptKeys, tableSizes, type KeptRows } from "../kept-rows.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { rawSql, rows, sql } from "../../postgres/sql.ts";
import { keptHolds } from "../../../subgraphs/seating/commands/end-holds.ts";
import { keptSessions } from "../../../subgraphs/users/commands/sessions.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";

let alone: Alone;
let database: Database;
const begin = async (name: string) => {
  alone = await startAlone(name);
  database = alone.running.database;
};
afterEach(() => alone.stop());

/** The subgraph does so too, when it starts, and what the one has locked the other passes over. */
async function forget(kept: KeptRows, left: number): Promise<void> {
  const { run } = forgetting(kept);
  const isDone = async () => {
    await run(database, createLogger("test", "silent"));
    const [found] = await rows<{ n: number }>(database.read(), rawSql(`select count(*)::int as n from ${kept.table}`));
    return found!.n <= left;
  };
  await until(isDone, `${left} are left in ${kept.table}`);
  await run(database, createLogger("test", "silent"));
}
const namesIn = async (statement: ReturnType<typeof sql>) =>
  (await rows<{ name: string }>(database.read(), statement)).map(({ name }) => name);

test("sessions that nobody can carry on go with their last token", async () => {
  await begin("users");
  const user = randomUUID();
  const session = { over: randomUUID(), alive: randomUUID(), late: randomUUID(), asked: randomUUID() };
  // In one transaction, for the subgraph's own job may delete at any time.
  await database.transaction(async (tx) => {
    await rows(tx, sql`insert into app_user (id, display_name, status) values (${user}, 'somebody', 'DELETED')`);
    await rows(
      tx,
      sql`insert into session (id, user_id) select id, ${user} from unnest(${Object.values(session)}::uuid[]) id`,
    );
    await rows(
      tx,
      sql`insert into refresh_token (token_hash, session_id, expires_at) values
            ('over 1', ${session.over}, now() - interval '50 days'), ('over 2', ${session.over}, now() - interval '31 days'),
            ('alive 1', ${session.alive}, now() - interval '31 days'), ('alive 2', ${session.alive}, now() + interval '1 day'),
            ('late', ${session.late}, now() - interval '29 days'), ('asked', ${session.asked}, now() - interval '31 days')`,
    );
    await rows(
      tx,
      sql`insert into refresh_token (token_hash, session_id, expires_at)
          select 'many ' || n, ${session.over}, now() - interval '40 days' from generate_series(1, 2500) n`,
    );
  });
  await forget(keptSessions, 2);
  expect(await namesIn(sql`select token_hash as name from refresh_token order by 1`)).toEqual(["alive 2", "late"]);
  expect((await namesIn(sql`select id::text as name from session`)).toSorted()).toEqual(
    [session.alive, session.late].toSorted(),
  );
});

test("holds that ended long ago go; those of orders, and those that still keep seats, stay", async () => {
  await begin("seating");
  const [event, organization] = [randomUUID(), randomUUID()];
  await rows(
    database.read(),
    sql`insert into sale (event_id, organization_id, state, currency, max_seats_per_buyer, hold_seconds, sales_end_at)
        values (${event}, ${organization}, 'OPEN', 'EUR', 4, 600, now())`,
  );
  const hold = (status: string, days: number, order: string | null = null) =>
    rows(
      database.read(),
      sql`insert into hold (id, event_id, buyer_id, status, order_id, seat_nos, total, expires_at)
          values (gen_random_uuid(), ${event}, gen_random_uuid(), ${status}, ${order}, '{}', ${days}, now() - ${`${days} days`}::interval)`,
    );
  await hold("RELEASED", 31);
  await hold("EXPIRED", 400);
  await hold("EXPIRED", 29);
  await hold("CONVERTED", 500, randomUUID());
  await forget(keptHolds, 2);
  expect(await namesIn(sql`select status || ' ' || total as name from hold order by 1`)).toEqual([
    "CONVERTED 500",
    "EXPIRED 29",
  ]);
  const sizes = await tableSizes(database.read());
  expect(sizes.map(({ table }) => table)).toEqual(expect.arrayContaining(["hold", "idempotency_key", "seat"]));
  expect(sizes.every(({ table, bytes }) => bytes > 0 && !table.startsWith("outbox"))).toBe(true);

  await rows(
    database.read(),
    sql`insert into idempotency_key (user_id, mutation, key, request_hash, created_at)
        select 'u', 'm', days::text, '', now() - make_interval(days => days) from unnest('{1,29,31,60}'::int[]) days`,
  );
  await forget(keptKeys, 2);
  expect(await namesIn(sql`select key as name from idempotency_key order by key`)).toEqual(["1", "29"]);
});
