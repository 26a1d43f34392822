// An intruder in Redis: forged entries are refused, and every published message is still handled, once and in order.
import type { JSONWebKeySet } from "jose";
import { publish } from "../outbox.ts";
import { NUMBERED_FROM } from "../progress.ts";
import { CHECK_STREAM, wakeChannel } from "../redis-channels.ts";
import { entryId, FIELDS, type StreamEntry } from "../signed-batches.ts";
import { rows, sql } from "../../postgres/sql.ts";
import { monitorRedis } from "../../../testkit/monitor-redis.ts";
import { until } from "../../../testkit/until.ts";
import {
  consumer,
  entries,
  isHeard,
  jwk,
  message,
  nth,
  outbox,
  pairs,
  ParcelPaid,
  ParcelSent,
  received,
  redis,
  redisPrefix,
  redisUrl,
  refused,
  relay,
  send,
  signed,
  startShipping,
  stopShipping,
  stream,
  transportOf,
  write,
} from "./shipping.ts";

beforeEach(startShipping);
afterEach(stopShipping);

/** Two batches are handled; then an intruder writes into the stream; then more is published. */
async function whenWritten(forge: () => Promise<void>): Promise<void> {
  const publishing = relay();
  const listening = consumer();
  await send("a");
  await isHeard("a");
  await send("b", "c");
  await isHeard("b", "c");
  await publishing.pause();
  await forge();
  // While the publisher can't repair the stream.
  await until(() => refused.length > 0, "refused");
  publishing.resume();
  await send("d", "e");
  await isHeard("d", "e");
  await until(async () => (await listening.lag()) === 0, "nothing is left to take", 120_000);
  await until(async () => (await publishing.waiting()).messages === 0, "nothing is left to publish");
  expect(received).toEqual(["a", "b", "c", "d", "e"]);
  expect(new Set(refused)).toEqual(new Set(["warehouse"]));
}

test.each<[string, () => Promise<void>]>([
  ["an unsigned entry in the place of the next", () => write([nth(4), [FIELDS.text, message(4, "x")]])],
  ["an unsigned entry far ahead", () => write([`${Date.now()}-0`, [FIELDS.text, message(4, "x")]])],
  [
    "a batch that another service signed",
    () => write(...signed("till", "warehouse", NUMBERED_FROM + 4, [message(4, "x"), message(5, "y")])),
  ],
  ["a batch of another stream", () => write(...signed("warehouse", "till", NUMBERED_FROM + 4, [message(4, "x")]))],
  [
    "a batch that was published before",
    async () => write(...(await entries()).slice(1).map(([, fields], index): StreamEntry => [nth(4 + index), fields])),
  ],
  [
    "half a batch",
    () => write(signed("warehouse", "warehouse", NUMBERED_FROM + 4, [message(4, "x"), message(5, "y")])[0]!),
  ],
  [
    "a batch whose entries have changed places",
    () => {
      const [first, second] = signed("warehouse", "warehouse", NUMBERED_FROM + 4, [message(4, "x"), message(5, "y")]);
      return write([nth(4), second![1]], [nth(5), first![1]]);
    },
  ],
])("%s is refused, and holds nothing up", (_, forge) => whenWritten(forge), 60_000);

test("a message that was changed in Redis is handled as it was published", async () => {
  const publishing = relay();
  await send("a", "b");
  await until(async () => (await publishing.waiting()).messages === 0, "published");
  await publishing.pause();
  const [first, second] = await entries();
  await redis.del(stream);
  await write([first![0], [FIELDS.text, message(1, "x"), ...first![1]!.slice(2)]], second!);
  consumer();
  await until(() => refused.length > 0, "refused");
  expect(received).toEqual([]);
  publishing.resume();
  await isHeard("a", "b");
  expect(received).toEqual(["a", "b"]);
});

test("a message that was deleted from Redis is still handled", async () => {
  const publishing = relay();
  const listening = consumer();
  await send("a");
  await isHeard("a");
  await listening.stop();
  await send("b", "c", "d");
  await until(async () => (await publishing.waiting()).messages === 0, "published");
  await redis.xdel(stream, nth(3));
  consumer();
  await isHeard("b", "c", "d");
  expect(received).toEqual(["a", "b", "c", "d"]);
});

test("a publisher can't publish in the name of another", async () => {
  relay();
  consumer();
  await outbox.transaction((tx) => publish(tx, ParcelPaid, "a", { parcel: "a" }));
  await send("b");
  await isHeard("b");
  expect(received).toEqual(["b"]);
});

test("forged requests for a check change nothing in a sound stream", async () => {
  relay();
  const listening = consumer();
  await send("a");
  await isHeard("a");
  const before = await entries();
  for (let n = 0; n < 50; n++) await redis.publish(wakeChannel(redisPrefix, "warehouse"), CHECK_STREAM);
  await send("b");
  await isHeard("b");
  expect((await entries()).slice(0, before.length)).toEqual(before);
  await until(async () => (await listening.lag()) === 0, "nothing is left to take");
  expect(received).toEqual(["a", "b"]);
});

test("an intruder's consumer groups are not remembered", async () => {
  relay();
  consumer();
  await send("a");
  await isHeard("a");
  await redis.xgroup("CREATE", stream, "another", "0");
  const progress = () =>
    rows<{ consumerGroup: string; seq: number; id: number }>(
      outbox.read(),
      sql`select consumer_group, seq, id from stream_progress where consumer_group <> '' order by 1`,
    );
  await send("b");
  await until(async () => (await progress()).some(({ id }) => id === 2), "progress is recorded");
  expect(await progress()).toEqual([{ consumerGroup: "shop", seq: NUMBERED_FROM + 2, id: 2 }]);
});

test("an intruder who cuts connections does not make the publisher read again what it has published", async () => {
  const MESSAGES = 5_000;
  await rows(
    outbox.read(),
    sql`insert into outbox (message_id, name, key, body)
        select gen_random_uuid(), ${ParcelSent.name}, n, jsonb_build_object('parcel', n::text) from generate_series(1, ${MESSAGES}) n`,
  );
  let publisher = "";
  const asked = { ends: 0, ranges: 0 };
  const stopMonitoring = await monitorRedis(redisUrl, ({ source, command, args }) => {
    if (!args.includes(stream) || source === "lua") return;
    if (/^(eval|xinfo)/i.test(command)) publisher = source;
    if (/^xinfo$/i.test(command) && /^stream$/i.test(args[0]!)) asked.ends++;
    if (/^xrange$/i.test(command)) asked.ranges++;
  });
  try {
    const publishing = relay();
    await until(async () => (await publishing.waiting()).messages === 0, "published", 120_000);
    for (let cut = 1; cut <= 5; cut++) {
      await redis.call("CLIENT", "KILL", "ADDR", publisher);
      await until(() => asked.ends >= cut, "the publisher looks again");
    }
    await send("a");
    await until(async () => (await publishing.waiting()).messages === 0, "published");
    expect(await redis.xlen(stream)).toBe(MESSAGES + 1);
    // Reading all would take one for each 500 messages.
    expect(asked.ranges).toBeLessThan(10);
  } finally {
    stopMonitoring();
  }
});

test("that an entry is missing is seen without reading the others", async () => {
  const signer = { name: "warehouse", key: pairs.warehouse!.privateKey };
  const published = transportOf("warehouse").publish({ publisher: "warehouse", consumers: ["shop"], signer });
  try {
    await until(published.isThere, "connected");
    for (let first = 1; first <= 5; first += 2) await published.append(first - 1, first, ["x", "y"]);
    expect(await published.isWhole(6, 0)).toBe(true);
    expect(await published.isWhole(6, 6)).toBe(true);
    await redis.xdel(stream, entryId(3), entryId(4));
    expect(await published.isWhole(6, 6)).toBe(false);
    // The oldest ones, of which a group has taken one.
    await redis.xgroup("CREATE", stream, "shop", "1-0");
    await redis.xtrim(stream, "MINID", "5-0");
    expect(await published.isWhole(6, 6)).toBe(false);
    await redis.xgroup("SETID", stream, "shop", "4-0");
    expect(await published.isWhole(6, 6)).toBe(true);
  } finally {
    published.stop();
  }
});

test("waiting messages that were signed with a dropped key are published again with the new key", async () => {
  const first = relay();
  const listening = consumer();
  await send("a");
  await isHeard("a");
  await listening.stop();
  await send("b", "c");
  await until(async () => (await first.waiting()).messages === 0, "published");
  await first.stop();
  const trustedKeys = { keys: [jwk("next", "warehouse")] } as JSONWebKeySet;
  relay({ key: pairs.next!.privateKey, trustedKeys });
  consumer({ trustedKeys });
  await isHeard("b", "c");
  await send("d");
  await isHeard("d");
  expect(received).toEqual(["a", "b", "c", "d"]);
});

/** Publishes as a version does that does not sign. */
const asBefore = async () => {
  await send("a", "b");
  await write(["1-0", [FIELDS.text, message(1, "a")]], ["2-0", [FIELDS.text, message(2, "b")]]);
};

test("unsigned messages of an earlier version wait until this version publishes them again", async () => {
  const listening = consumer();
  await asBefore();
  await until(() => refused.length > 0, "refused");
  relay();
  await isHeard("a", "b");
  await until(async () => (await listening.lag()) === 0, "nothing is left to take", 120_000);
  expect(received).toEqual(["a", "b"]);
});

test("unsigned messages are handled at once until the end of the upgrade", async () => {
  consumer({ unsignedUntil: new Date(Date.now() + 60_000) });
  await asBefore();
  await isHeard("a", "b");
  expect(refused).toEqual([]);
});
