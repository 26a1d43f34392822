// Archived messages are heard by who comes late, and are pruned only when nobody needs them any more.
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { defineMessage } from "../../core/contracts.ts";
import { openDatabase } from "../../postgres/database.ts";
import type { Projection } from "../projection.ts";
import { archiveOld, listArchives, prune } from "../retention.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import type { RunningSubgraph, Subgraph } from "../../subgraph.ts";
import { createTestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import { parcelSubgraphs, type At } from "./parcel-subgraphs.ts";
import { logger, migrations, ParcelSent, rebuilt, send, stored, threeMonths, undo, undoAll } from "./warehouse.ts";

const { adminUrl } = serversOfThisRun();
afterEach(undoAll);

const subgraphs = parcelSubgraphs(["warehouse", "shop", "late"]);

async function start(name: string, at: At, of: Partial<Subgraph>): Promise<RunningSubgraph> {
  const running = await subgraphs.start(name, at, of);
  undo.push(running.stop);
  return running;
}

test("a subgraph that comes late hears what is archived, what is in tables and what is published meanwhile, once each; then months may be pruned", async () => {
  const redisPrefix = `months-${randomUUID()}`;
  const warehouse = await threeMonths();
  const { database, made, outbox: known } = warehouse;
  const outbox = { ...known, consumers: ["shop", "late"] };
  const [shop, late] = await Promise.all(
    ["shop", "late"].map(async (name) => {
      const one = await createTestDatabase(adminUrl, { name, entities: [], migrations });
      undo.push(() => one.drop());
      return one;
    }),
  );
  const earlier = await start("warehouse", { databaseUrl: made.url, redisPrefix }, { consumers: ["shop"] });
  const hearing = await start("shop", { databaseUrl: shop!.url, redisPrefix }, { handlers: stored.handlers });
  const parcels = async (of: RunningSubgraph) =>
    row<{ n: number; different: number }>(
      of.database.read(),
      sql`select count(*)::int as n, count(distinct name)::int as different from parcel`,
    );
  const has = (of: RunningSubgraph, n: number) =>
    until(async () => (await parcels(of))!.n >= n, `${n} are taken`, 120_000);
  await has(hearing, 4_501);
  const shopHasAll = async () => {
    const found = await row(
      database.read(),
      sql`select 1 from stream_progress where consumer_group = 'shop' and id = (select max(id) from outbox)`,
    );
    return found !== undefined;
  };
  await until(shopHasAll, "what the shop has taken is remembered");
  // The group that is listed and has not come yet keeps them from being archived; afterwards it reads them.
  expect(await archiveOld(outbox, 0)).toContainEqual(
    expect.objectContaining({ whyNot: expect.stringMatching(/^late may not have handled/) }),
  );
  expect((await archiveOld(known, 0)).filter((one) => "archived" in one && one.archived > 0)).toHaveLength(3);

  // A version that knows the other group.
  await earlier.stop();
  undo.splice(undo.indexOf(earlier.stop), 1);
  const publisher = await start(
    "warehouse",
    { databaseUrl: made.url, redisPrefix, archiveDir: outbox.folder },
    { consumers: outbox.consumers },
  );
  const months = (await listArchives(database.read())).map(({ month }) => month);
  const hearers = [
    { name: "shop", database: hearing.database, isBackfilled: false },
    {
      name: "late",
      database: await openDatabase({ url: late!.url, entities: [], migrations, logger }),
      isBackfilled: true,
    },
  ];
  undo.push(() => hearers[1]!.database.close());
  await expect(prune(known, [stored], hearers, months[1]!)).rejects.toThrow(
    `${months[1]} of warehouse is kept: parcel could not be rebuilt; late has not read all of it; ${months[0]} is older, and not pruned.`,
  );
  await expect(prune(outbox, [], [], months[0]!)).rejects.toThrow(/late has not handled all of its messages/);

  const taking = await start(
    "late",
    { databaseUrl: late!.url, redisPrefix },
    {
      handlers: stored.handlers,
      backfillFrom: { warehouse: publisher.url },
    },
  );
  await send(database, "meanwhile");
  await has(taking, 4_502);
  await until(async () => (await taking.consumer.lag()) === 0, "nothing is left to take");
  expect(await parcels(taking)).toEqual({ n: 4_502, different: 4_502 });
  const isKnown = async () =>
    (await row(database.read(), sql`select from stream_progress where consumer_group = 'late'`)) !== undefined;
  await until(isKnown, "the publisher knows that it has come");

  const [{ id: firstId }] = (await rows<{ id: number }>(
    database.read(),
    sql`select first_id as id from outbox_archive order by first_id`,
  )) as [{ id: number }];
  const origin = (await row<{ origin: string }>(database.read(), sql`select origin from outbox_origin`))!.origin;
  const messageId = `${origin}8${firstId.toString(16).padStart(15, "0")}`;
  await rows(
    hearing.database.read(),
    sql`insert into parked_message (message_id, name, envelope, attempts, last_error) values (${messageId}::uuid, ${ParcelSent.name}, '{}', 8, 'x')`,
  );
  await expect(prune(outbox, [], hearers, months[0]!)).rejects.toThrow(/shop has not completed warehouse.ParcelSent/);
  await rows(hearing.database.read(), sql`delete from parked_message`);
  const unheard: Projection = {
    tables: ["other"],
    handlers: [{ ...stored.handlers[0]!, message: defineMessage("warehouse.Other", {}) as never }],
  };
  expect(await prune(outbox, [unheard], hearers, months[0]!)).toMatchObject({ messages: 1_501 });
  expect(readdirSync(path.join(outbox.folder, "warehouse"))).toHaveLength(4);
  // Again, as after a crash.
  await prune(outbox, [], hearers, months[0]!);
  await expect(rebuilt(warehouse)).rejects.toThrow(`Required messages of ${months[0]} were pruned.`);
  await expect(prune(outbox, [], hearers, "2001-01")).rejects.toThrow("2001-01 of warehouse is not archived.");
});
