// Old messages of a running system: months pass for one of its subgraphs, and its messages are read wherever they are.
import path from "node:path";
import { replay } from "../platform/messaging/outbox-history.ts";
import { keepMonths, listMonths, monthNow } from "../platform/messaging/outbox-months.ts";
import { KEPT_MONTHS } from "../platform/messaging/retention.ts";
import type { Database } from "../platform/postgres/database.ts";
import { hashOf } from "../platform/postgres/idempotency.ts";
import { row, sql } from "../platform/postgres/sql.ts";
import { signingNames } from "../operations/environment.ts";
import { ensureKeys } from "../operations/keys.ts";
import { openDatabaseOf } from "../operations/system-databases.ts";
import type { System } from "../local/system.ts";
import { setClockOffset } from "./databases.ts";
import { until } from "./until.ts";

const MONTH_SECONDS = 31 * 24 * 60 * 60;

async function withDatabase<Result>(
  { env }: System,
  subgraph: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabaseOf(subgraph, env);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function adminUrlOf({ env, dataDir }: System, subgraph: string): string {
  const keys = ensureKeys(path.join(dataDir, "keys"), signingNames());
  const url = new URL(env[`${subgraph.toUpperCase()}_DATABASE_URL`]!);
  [url.username, url.password, url.pathname] = ["postgres", keys.secret("postgres"), "postgres"];
  return url.href;
}

/** All messages of a subgraph, from files and tables, each by its ID and a checksum. */
export function messagesOf(system: System, subgraph: string): Promise<string[]> {
  return withDatabase(system, subgraph, (database) =>
    database.transaction(async (tx) => {
      const found: string[] = [];
      for await (const page of replay(tx, path.join(system.env.ARCHIVE_DIR!, subgraph), undefined))
        found.push(...page.map((message) => `${message.id} ${hashOf(message)}`));
      return found;
    }),
  );
}

/** So much time passes for the subgraph that its messages of this month may be archived. @returns the month's table */
export function passMonths(system: System, subgraph: string): Promise<string> {
  return withDatabase(system, subgraph, async (database) => {
    const { table } = await monthNow(database.read());
    const clock = await row<{ ahead: number }>(
      database.read(),
      sql`select extract(epoch from app_now() - now())::int as ahead`,
    );
    const seconds = clock!.ahead + (KEPT_MONTHS + 1) * MONTH_SECONDS;
    await setClockOffset(adminUrlOf(system, subgraph), `boxoffice_${subgraph}`, seconds, [database]);
    // It gives up when others publish for long.
    const isBegun = () =>
      keepMonths(database)
        .then(() => true)
        .catch(() => false);
    await until(isBegun, "the new month has begun");
    return table;
  });
}

/** Whether the table of a month is still there. */
export function hasMonth(system: System, subgraph: string, table: string): Promise<boolean> {
  return withDatabase(system, subgraph, async (database) =>
    (await listMonths(database.read())).some((month) => month.table === table),
  );
}
