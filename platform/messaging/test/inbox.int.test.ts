// The inbox: every message has its effect once, whichever process handles it and however often.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineMessage, type Envelope } from "../../core/contracts.ts";
import { consumeBatch, takeOrPark } from "../inbox.ts";
import { sizeOf, type Ranges } from "../inbox-ranges.ts";
import { on, onAll, type MessageHandler } from "../handlers.ts";
import { rows, sql } from "../../postgres/sql.ts";
import {
  ParcelLost,
  ParcelSent,
  reader,
  send,
  shop,
  startBoth,
  stopBoth,
  store,
  stored,
  taken,
} from "./outbox-to-inbox.ts";

beforeEach(startBoth);
afterEach(stopBoth);

/** All of the outbox, as the relay would publish it. */
async function published(): Promise<Envelope[]> {
  const { messages } = await reader().read(0, 10_000);
  return messages.map(({ id, ...message }, index) => ({ ...message, seq: id, after: messages[index - 1]?.id ?? 0 }));
}

/** As the consumer does: a batch that others were faster than too often is taken in halves. */
const take = (handlers: MessageHandler[], batch: Envelope[]) =>
  takeOrPark(shop, handlers, batch, new Map(), async (_, error) => {
    throw error;
  });

test("messages that several processes take at once, in other batches, have one effect each", async () => {
  const names = Array.from({ length: 200 }, (_, n) => `p${n}`);
  await send(...names);
  const all = await published();
  const slow = onAll(ParcelSent, async (tx, received) => {
    await store.handleAll(tx, received as never[]);
    await rows(tx, sql`select pg_sleep(0.002)`);
  });
  await Promise.all(
    [7, 11, 16, 25].map(async (size) => {
      for (let at = 0; at < all.length; at += size) await take([slow], all.slice(at, at + size));
    }),
  );
  expect((await stored()).toSorted()).toEqual(names.toSorted());
  expect(await taken()).toEqual(["{[1,201)}"]);
});

test("a batch of which others take one message after the other meanwhile has each effect once, and parks none", async () => {
  const names = Array.from({ length: 16 }, (_, n) => `p${n}`);
  await send(...names);
  const all = await published();
  const others = [...all];
  let tries = 0;
  const losing = onAll(ParcelSent, async (tx, received) => {
    await store.handleAll(tx, received as never[]);
    const next = others.findIndex(({ key }) => received.some(({ body }) => body.parcel === key));
    await consumeBatch(shop, [store], others.splice(next, 1));
    tries++;
  });
  await expect(consumeBatch(shop, [losing], all)).rejects.toThrow("Another process handled messages");
  expect(tries).toBe(5);
  await take([losing], all);
  expect((await stored()).toSorted()).toEqual(names.toSorted());
});

test("messages that nothing reacts to are remembered before they become many ranges", async () => {
  await send(...Array.from({ length: 240 }, (_, n) => `p${n}`));
  const all = await published();
  const deaf = on(ParcelLost, async () => {});
  const passed: Ranges = new Map();
  // Every second one, as where another process takes the rest.
  for (const [index, one] of all.entries()) if (index % 2 === 0) await consumeBatch(shop, [deaf], [one], passed);
  const [ranges] = await rows<{ n: number }>(
    shop.read(),
    sql`select count(*)::int as n from inbox_range, unnest(taken)`,
  );
  expect([ranges!.n, sizeOf(passed)]).toEqual([100, 20]);
});

test("what the version before has taken is not taken again, nor the other way round", async () => {
  await send("a", "b", "c");
  const [a, b, c] = await published();
  /** As it remembers a message: the row is there if it is fresh. */
  const asBefore = async ({ messageId }: Envelope) =>
    (
      await rows(
        shop.read(),
        sql`insert into inbox (message_id) select unnest(${[messageId]}::uuid[]) on conflict do nothing returning message_id`,
      )
    ).length;
  expect(await asBefore(a!)).toBe(1);
  await consumeBatch(shop, [store], [a!, b!]);
  expect(await stored()).toEqual(["b"]);
  expect([await asBefore(a!), await asBefore(b!), await asBefore(c!)]).toEqual([0, 0, 1]);
  await consumeBatch(shop, [store], [c!, b!, a!]);
  expect(await stored()).toEqual(["b"]);
  // Ids of before have no number.
  const old = { ...a!, messageId: randomUUID() };
  for (let times = 0; times < 2; times++) await consumeBatch(shop, [store], [old, old]);
  expect(await stored()).toEqual(["b", "a"]);
});

test("messages under another publisher's origin are not taken, and take nothing from it", async () => {
  await send("a", "b");
  const [a, b] = await published();
  await consumeBatch(shop, [store], [a!]);
  const Stolen = defineMessage("thief.Stolen", { parcel: z.string() });
  const steal = on(Stolen, async () => {});
  await expect(consumeBatch(shop, [steal], [{ ...b!, name: Stolen.name }])).rejects.toThrow(/another publisher/);
  await consumeBatch(shop, [store], [b!]);
  expect(await stored()).toEqual(["a", "b"]);
});
