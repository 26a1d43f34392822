// A publisher with messages of several months.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { z } from "zod";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase, type Database } from "../../postgres/database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { onAll } from "../handlers.ts";
import { keepMonths, listMonths } from "../outbox-months.ts";
import { NUMBERED_FROM } from "../progress.ts";
import { publish, publishMany } from "../outbox.ts";
import { rebuild, type Projection } from "../projection.ts";
import type { Outbox } from "../retention.ts";
import { rows, sql } from "../../postgres/sql.ts";
import { createTestDatabase, setClockOffset, type TestDatabase } from "../../../testkit/databases.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";

export const logger = createLogger("test", "silent");
const { adminUrl } = serversOfThisRun();
export const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
export const ParcelLost = defineMessage("warehouse.ParcelLost", { parcel: z.string() });
export const migrations = [
  { name: "001-parcel", statements: "create table parcel (name text, no bigint generated always as identity)" },
];

/** Cleanup functions of a test, in reverse order. */
export const undo: (() => unknown)[] = [];
export async function undoAll(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

export interface Warehouse {
  made: TestDatabase;
  database: Database;
  /** With its own archive folder. */
  outbox: Outbox;
}

export async function openWarehouse(consumers: string[] = ["shop"]): Promise<Warehouse> {
  const made = await createTestDatabase(adminUrl, { name: "warehouse", entities: [], migrations });
  undo.push(() => made.drop());
  const database = await openDatabase({ url: made.url, entities: [], migrations, logger });
  undo.push(() => database.close());
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-archive-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return { made, database, outbox: { subgraph: "warehouse", consumers, database, folder } };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = await connectTo(url);
  undo.push(() => client.end());
  return client;
}

export const send = (database: Database, ...parcels: string[]) =>
  database.transaction((tx) =>
    publishMany(
      tx,
      ParcelSent,
      parcels.map((parcel) => ({ key: parcel, body: { parcel } })),
    ),
  );

/** Sets the clock to the middle of the month that begins so many months after this one. */
export async function wait({ made, database }: Warehouse, months: number): Promise<void> {
  const now = new Date();
  const then = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15);
  await setClockOffset(adminUrl, made.name, Math.round((then - now.getTime()) / 1_000), [database]);
  await keepMonths(database);
}

export const ids = (database: Database) =>
  rows<{ id: number; key: string }>(database.read(), sql`select id, key from outbox order by id`);
export const acknowledged = (database: Database, group = "shop") =>
  rows(
    database.read(),
    sql`insert into stream_progress values ('', ${NUMBERED_FROM}, 0), (${group}, ${NUMBERED_FROM} + (select count(*) from outbox), (select max(id) from outbox))
        on conflict (consumer_group) do update set seq = excluded.seq, id = excluded.id where excluded.consumer_group <> ''`,
  );
export const monthsWithTable = async (database: Database) =>
  (await listMonths(database.read())).map(({ name }) => name);

/** Months of messages: three, with the newest in the fourth. */
export async function threeMonths(consumers?: string[]): Promise<Warehouse> {
  const warehouse = await openWarehouse(consumers);
  const { database } = warehouse;
  await keepMonths(database);
  for (const month of [1, 2, 3]) {
    const parcels = Array.from({ length: 1_500 }, (_, n) => `${month}.${n}`);
    await send(database, ...parcels);
    await database.transaction((tx) => publish(tx, ParcelLost, `lost ${month}`, { parcel: `lost ${month}` }));
    await wait(warehouse, month);
  }
  await send(database, "newest");
  return warehouse;
}

export const stored: Projection = {
  tables: ["parcel"],
  handlers: [
    onAll(ParcelSent, async (tx, received) => {
      const names = received.map(({ body }) => body.parcel);
      await rows(
        tx,
        sql`insert into parcel select name from unnest(${names}::text[]) with ordinality as p(name, n) order by n`,
      );
    }),
  ],
};
/** In the order in which they were inserted. */
export async function rebuilt({ database, outbox }: Warehouse): Promise<string[]> {
  await rebuild(database, stored, path.join(outbox.folder, "warehouse"));
  return (await rows<{ name: string }>(database.read(), sql`select name from parcel order by no`)).map(
    ({ name }) => name,
  );
}
