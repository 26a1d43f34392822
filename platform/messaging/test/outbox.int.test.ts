// The order and the completeness of what is published.
import pg from "pg";
import type { Envelope } from "../../core/contracts.ts";
import type { OutboxReader } from "../outbox-reader.ts";
import { onEvery } from "../handlers.ts";
import { publish } from "../outbox.ts";
import { streamName, valueOf, FIELDS, type StreamEntry } from "../signed-batches.ts";
import { rawSql, rows, sql } from "../../postgres/sql.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";
import {
  areStored,
  begin,
  consumer,
  insert,
  made,
  open,
  ParcelLost,
  ParcelSent,
  reader,
  redis,
  redisPrefix,
  relay,
  reopenWarehouse,
  send,
  startBoth,
  stopBoth,
  stops,
  store,
  stored,
  taken,
  warehouse,
} from "./outbox-to-inbox.ts";

const { adminUrl } = serversOfThisRun();
beforeEach(startBoth);
afterEach(stopBoth);

const keysIn = async (from: OutboxReader, after = 0) => (await from.read(after, 100)).messages.map(({ key }) => key);
async function envelopes(): Promise<Envelope[]> {
  const entries = (await redis.xrange(streamName(redisPrefix, "warehouse"), "-", "+")) as StreamEntry[];
  return entries.map(([, fields]) => JSON.parse(valueOf(fields, FIELDS.text)!) as Envelope);
}

test("a message waits for those that may come before it, and for no other transaction", async () => {
  const from = reader();
  await send("a");
  expect(await keysIn(from)).toEqual(["a"]);
  const early = await begin();
  await insert(early, "b");
  await send("c");
  // It has an older transaction id than any message, and writes none.
  const other = await begin();
  await other.query("select pg_current_xact_id()");
  expect(await from.read(1, 100)).toEqual({ messages: [], isBlocked: true });
  const undone = await begin();
  await insert(undone, "never");
  await send("d");
  expect((await from.read(1, 100)).isBlocked).toBe(true);
  await early.query("commit");
  // Up to what was there when it was waited for.
  expect(await keysIn(from, 1)).toEqual(["b", "c"]);
  expect(await from.read(3, 100)).toEqual({ messages: [], isBlocked: true });
  await undone.query("rollback");
  expect(await keysIn(from, 3)).toEqual(["d"]);
  expect(await from.read(5, 100)).toEqual({ messages: [], isBlocked: false });
  expect(await keysIn(reader())).toEqual(["a", "b", "c", "d"]);
});

test("writers without end, of which some are undone, hold nothing back, and nothing is left out", async () => {
  const received: string[] = [];
  const from = reader();
  let last = 0;
  let isDone = false;
  const reading = (async () => {
    for (let isAtEnd = false; !isAtEnd;) {
      const wasDone = isDone;
      const { messages, isBlocked } = await from.read(last, 7);
      received.push(...messages.map(({ key }) => key));
      last = messages.at(-1)?.id ?? last;
      isAtEnd = wasDone && messages.length === 0 && !isBlocked;
    }
  })();
  const meant: string[] = [];
  let mostBehind = 0;
  await Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 40; n++) {
        const name = `${writer}.${n}`;
        const isUndone = (writer + n) % 5 === 0;
        await warehouse
          .transaction(async (tx) => {
            await publish(tx, ParcelSent, name, { parcel: name });
            await rows(tx, sql`select pg_sleep(${((writer * 7 + n) % 4) / 1_000})`);
            if (isUndone) throw new Error("undone");
          })
          .catch(() => {});
        if (!isUndone) meant.push(name);
        mostBehind = Math.max(mostBehind, meant.length - received.length);
      }
    }),
  );
  isDone = true;
  await reading;
  expect(received.toSorted()).toEqual(meant.toSorted());
  // In the order of each writer's.
  for (let writer = 0; writer < 6; writer++) {
    const own = received.filter((name) => name.startsWith(`${writer}.`)).map((name) => Number(name.split(".")[1]));
    expect(own).toEqual(own.toSorted((one, other) => one - other));
  }
  expect(mostBehind).toBeLessThan(meant.length / 2);
});

test("an outbox row is never updated, and what was taken is one range, whatever was undone or is of no interest", async () => {
  await rows(
    warehouse.read(),
    rawSql("create trigger t before update on outbox for each statement execute function is_never_emptied()"),
  );
  relay();
  const received: string[] = [];
  consumer([
    store,
    onEvery("warehouse", async (_, all) => void received.push(...all.map(({ envelope }) => envelope.key))),
  ]);
  await send("a");
  const undone = await begin();
  await insert(undone, "never");
  await undone.query("rollback");
  await warehouse.transaction((tx) => publish(tx, ParcelLost, "lost", { parcel: "lost" }));
  await send("b", "c");
  await areStored(3);
  expect(received).toEqual(["a", "lost", "b", "c"]);
  await until(async () => (await taken()).join() === "{[1,6)}", "one range");
  expect((await envelopes()).map(({ after }) => after)).toEqual([0, 1, 3, 4]);
});

test("a group that was away while Redis lost the stream still gets all that the others have taken since", async () => {
  const MESSAGES = 2_500;
  const publishing = relay(undefined, undefined, ["shop", "till"]);
  const listening = consumer();
  await send("a");
  await areStored(1);
  const progress = async () =>
    (await rows<{ id: number }>(warehouse.read(), sql`select id from stream_progress where consumer_group = 'shop'`))[0]
      ?.id ?? 0;
  await until(async () => (await progress()) === 1, "what the shop has taken is remembered");
  await listening.stop();
  stops.splice(stops.indexOf(listening.stop), 1);
  const stream = streamName(redisPrefix, "warehouse");
  await redis.del(stream);
  await send(...Array.from({ length: MESSAGES }, (_, n) => `b${n}`));
  await until(async () => (await publishing.waiting()).messages === 0, "published", 120_000);
  // The other group takes all of it, more than is kept for onlookers.
  await redis.xgroup("CREATE", stream, "till", "0");
  const read = await redis.xreadgroup("GROUP", "till", "one", "COUNT", 10_000, "STREAMS", stream, ">");
  const [[, entries]] = read as [[string, StreamEntry[]]];
  await redis.xack(stream, "till", ...entries.map(([id]) => id));
  await send("c");
  const tillHas = async () =>
    (
      await rows(
        warehouse.read(),
        sql`select 1 from stream_progress where consumer_group = 'till' and id > ${MESSAGES}`,
      )
    ).length;
  await until(async () => (await tillHas()) === 1, "what the till has taken is remembered, and the stream trimmed");
  consumer();
  await areStored(MESSAGES + 2);
  expect(new Set(await stored()).size).toBe(MESSAGES + 2);
});

test.each(["under another name", "in the place of the one that it was copied from"])(
  "a database that is restored to an earlier state %s gives no number of lost messages to others",
  async (where) => {
    const first = relay();
    consumer();
    await send("a");
    await areStored(1);
    await until(async () => (await first.waiting()).messages === 0, "published");
    await first.stop();
    stops.splice(stops.indexOf(first.stop), 1);
    await warehouse.close();
    const copy = new URL(made[0]!.url);
    copy.pathname = `/${made[0]!.name}_copy`;
    const admin = new pg.Client(adminUrl);
    await admin.connect();
    try {
      await admin.query(`create database ${made[0]!.name}_copy template ${made[0]!.name}`);
      await reopenWarehouse();
      const second = relay();
      await send("b", "c");
      await areStored(3);
      await second.stop();
      stops.splice(stops.indexOf(second.stop), 1);

      if (where !== "under another name") {
        const client = new pg.Client(copy.href);
        await client.connect();
        await client.query("update outbox_origin set history = outbox_history()");
        await client.end();
      }
      const restored = await open(copy.href);
      try {
        const third = relay(copy.href, restored);
        await until(async () => third.isRunning() && (await third.waiting()).messages === 0, "publishes");
        await restored.transaction((tx) => publish(tx, ParcelSent, "d", { parcel: "d" }));
        await restored.transaction((tx) => publish(tx, ParcelSent, "e", { parcel: "e" }));
        await restored.transaction((tx) => publish(tx, ParcelSent, "f", { parcel: "f" }));
        await areStored(6);
        expect(await stored()).toEqual(["a", "b", "c", "d", "e", "f"]);
        await third.stop();
        stops.splice(stops.indexOf(third.stop), 1);
      } finally {
        await restored.close();
      }
    } finally {
      await admin.query(`drop database if exists ${made[0]!.name}_copy with (force)`);
      await admin.end();
    }
  },
);
