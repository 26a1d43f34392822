// A seventh subgraph, which comes long after its publisher's first messages.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineMessage } from "../../core/contracts.ts";
import { listen } from "../../http/http.ts";
import { signForService } from "../../identity/identity.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { NUMBERED_FROM } from "../progress.ts";
import { onAll } from "../handlers.ts";
import { publish } from "../outbox.ts";
import { row, rows, sql } from "../../postgres/sql.ts";
import type { RunningSubgraph, Subgraph } from "../../subgraph.ts";
import { NO_TRACING } from "../../telemetry/spans.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { often } from "../../../testkit/repetitions.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import { parcelSubgraphs } from "./parcel-subgraphs.ts";
import { migrations } from "./warehouse.ts";

const { adminUrl } = serversOfThisRun();
const MESSAGES = often(20_000, 1_000_000);
const ParcelSent = defineMessage("warehouse.ParcelSent", { parcel: z.string() });
const { signerOf, start: startAt } = parcelSubgraphs(["warehouse", "till", "advice", "stranger"]);

let redisPrefix: string;
let made: TestDatabase[];
let running: RunningSubgraph[];

beforeEach(() => {
  redisPrefix = `backfill-${randomUUID()}`;
  [made, running] = [[], []];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await Promise.all(made.map((database) => database.drop()));
});

async function start(name: string, of: Partial<Subgraph>, databaseUrl?: string): Promise<RunningSubgraph> {
  if (!databaseUrl) made.push(await createTestDatabase(adminUrl, { name, entities: [], migrations }));
  const one = await startAt(name, { databaseUrl: databaseUrl ?? made.at(-1)!.url, redisPrefix }, of);
  running.push(one);
  return one;
}

const store = onAll(ParcelSent, async (tx, received) => {
  await rows(tx, sql`insert into parcel select unnest(${received.map(({ body }) => body.parcel)}::text[])`);
});
/** A publisher whose messages were published and acknowledged long ago: its stream has none of them. */
async function startWarehouse(messages: number): Promise<RunningSubgraph> {
  const database = await createTestDatabase(adminUrl, { name: "warehouse", entities: [], migrations });
  made.push(database);
  const client = await connectTo(database.url);
  await client.query(
    `insert into outbox (message_id, name, key, body)
     select gen_random_uuid(), case when n % 3 = 0 then 'warehouse.Other' else $1 end, n, jsonb_build_object('parcel', n::text)
     from generate_series(1, $2::int) n`,
    [ParcelSent.name, messages],
  );
  await client.query("insert into stream_progress values ('', $1, 0), ('till', $1 + $2::bigint, $2)", [
    NUMBERED_FROM,
    messages,
  ]);
  await client.end();
  return start("warehouse", { consumers: ["advice", "till"] }, database.url);
}

const send = (from: RunningSubgraph, parcel: string) =>
  from.database.transaction((tx) => publish(tx, ParcelSent, parcel, { parcel }));

async function parcels({ database }: RunningSubgraph): Promise<{ all: number; different: number }> {
  const found = await row<{ all: number; different: number }>(
    database.read(),
    sql`select count(*)::int as all, count(distinct name)::int as different from parcel`,
  );
  return found!;
}

test(`a new subgraph takes ${MESSAGES} earlier messages once each, and new ones, though it is restarted during the backfill`, async () => {
  const warehouse = await startWarehouse(MESSAGES);
  const backfillFrom = { warehouse: warehouse.url };
  const first = await start("advice", { handlers: [store], backfillFrom });
  await until(async () => (await parcels(first)).all > 0, "the first page is taken");
  await send(warehouse, "during the backfill");
  await first.stop();
  running.splice(running.indexOf(first), 1);
  const second = await start("advice", { handlers: [store], backfillFrom }, made.at(-1)!.url);
  await send(warehouse, "later");
  const ofType = MESSAGES - Math.floor(MESSAGES / 3);
  await until(async () => (await parcels(second)).all >= ofType + 2, "all are taken", 600_000);
  await until(async () => (await second.consumer.lag()) === 0, "nothing is left to take");
  expect(await parcels(second)).toEqual({ all: ofType + 2, different: ofType + 2 });
  expect(
    await rows(warehouse.database.read(), sql`select id from stream_progress where consumer_group = 'advice'`),
  ).toHaveLength(1);
}, 700_000);

test("only services that hear a publisher may read its outbox, and an answer that it has not signed is not taken", async () => {
  const warehouse = await startWarehouse(10);
  const url = new URL("/messages?after=0", warehouse.url);
  const ask = async (token: string) => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await ask(await signForService(signerOf("till"), "warehouse"))).toBe(200);
  for (const token of ["", "nonsense", await signForService(signerOf("stranger"), "warehouse")])
    expect(await ask(token)).toBe(403);
  expect(await ask(await signForService(signerOf("advice"), "elsewhere"))).toBe(403);

  const answers = await fetch(url, {
    headers: { authorization: `Bearer ${await signForService(signerOf("advice"), "warehouse")}` },
  });
  const [lines, signature] = [await answers.text(), answers.headers.get("batch-signature")!];
  let answer = { lines: lines.replace('"parcel":"1"', '"parcel":"x"'), isEnd: "false" };
  let asked = 0;
  const forger = await listen({
    host: "127.0.0.1",
    port: 0,
    logger: createLogger("forger", "silent"),
    tracing: NO_TRACING,
    routes: [
      {
        method: "GET",
        path: "/messages",
        handle: (_, response) => {
          asked++;
          response.writeHead(200, { "batch-signature": signature, "batch-is-end": answer.isEnd }).end(answer.lines);
        },
      },
    ],
  });
  try {
    const advice = await start("advice", {
      handlers: [store],
      backfillFrom: { warehouse: `http://127.0.0.1:${forger.port}/graphql` },
    });
    await until(() => asked >= 2, "a changed page is asked for again");
    answer = { lines, isEnd: "true" };
    asked = 0;
    await until(() => asked >= 2, "a page that says that it is the last is asked for again");
    expect((await parcels(advice)).all).toBe(0);
    answer = { lines, isEnd: "false" };
    await until(async () => (await parcels(advice)).all === 7, "what was signed is taken");
  } finally {
    await forger.stop();
  }
});
