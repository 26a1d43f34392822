import { createFanOut } from "../subscriptions/fan-out.ts";
import { Batch, type Subscriber } from "../subscriptions/subscriber.ts";

/** Decodes what a server has written: unmasked whole text frames. */
function messagesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] !== 0x81) throw new Error(`No whole text frame at byte ${at}.`);
    const short = bytes[at + 1]!;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    found.push(bytes.toString("utf8", at + head, at + head + length));
    at += head + length;
  }
  return found;
}
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const idOf = (id: string) => json(id);

test.each([[0], [60], [61], [126], [65_400], [65_535], [70_000]])(
  "frames of messages of %i bytes and more are whole",
  (size) => {
    const responses = [{ data: { text: "ä".repeat(size / 2) } }, { data: null }];
    const batch = new Batch(responses.map(json));
    for (const id of ["1", "2", "1", 'a"b', "another"])
      expect(messagesIn(batch.frames(idOf(id))).map((message) => JSON.parse(message))).toEqual(
        responses.map((payload) => ({ id, type: "next", payload })),
      );
  },
);

test("followers with the same id are sent the same bytes, and no other's", () => {
  const batch = new Batch([json({ data: 1 })]);
  const first = batch.frames(idOf("1"));
  expect(batch.frames(idOf("1"))).toBe(first);
  batch.frames(idOf("2"));
  expect(messagesIn(first)).toEqual([`{"id":"1","type":"next","payload":{"data":1}}`]);
});

interface Follower extends Subscriber {
  received: string[];
  writes: number;
}
const ID = idOf("1");
function follower(): Follower {
  const one: Follower = {
    received: [],
    writes: 0,
    send: (batch) => {
      one.writes += 1;
      one.received.push(...messagesIn(batch.frames(ID)).map((message) => JSON.parse(message).payload));
    },
    end: () => {},
  };
  return one;
}
/** Turns that are taken when the test says so. */
function turns() {
  const due: (() => void)[] = [];
  return { later: (work: () => void) => void due.push(work), take: () => due.shift()?.(), left: () => due.length };
}

test("few followers get a message at once", () => {
  const { later, left } = turns();
  const one = follower();
  const delivery = createFanOut(later).open(new Set([one]));
  delivery.push(json(1));
  delivery.push(json(2));
  expect([one.received, one.writes, left()]).toEqual([[1, 2], 2, 0]);
});

test("many followers get messages in turns, with others in between; later messages are sent together, in order, once to each", () => {
  const { later, take, left } = turns();
  const fanOut = createFanOut(later);
  const many = new Set(Array.from({ length: 600 }, follower));
  const [first, last] = [[...many][0]!, [...many].at(-1)!];
  const crowd = fanOut.open(many);
  crowd.push(json(1));
  expect([first.received, last.received]).toEqual([[1], []]);
  crowd.push(json(2));
  crowd.push(json(3));
  const few = new Set([follower()]);
  fanOut.open(few).push(json("x"));
  expect([...few][0]!.received).toEqual(["x"]);
  const latecomer = follower();
  many.add(latecomer);
  many.delete(last);
  const other = new Set(Array.from({ length: 600 }, follower));
  fanOut.open(other).push(json("y"));
  for (let n = 0; left() > 0 && n < 100; n++) take();
  expect([first.received, first.writes]).toEqual([[1, 2, 3], 2]);
  expect(latecomer.received).toEqual([2, 3]);
  expect(last.received).toEqual([]);
  expect([...many].slice(0, 599).every(({ received }) => received.join() === "1,2,3")).toBe(true);
  expect([...other].every(({ received }) => received.join() === "y")).toBe(true);
  expect(messagesIn(crowd.last()!.frames(ID)).map((message) => JSON.parse(message).payload)).toEqual([3]);
});

test("too much that waits is delivered before anything else, and so is all of a feed that ends", () => {
  const { later, take } = turns();
  const many = new Set(Array.from({ length: 300 }, follower));
  const delivery = createFanOut(later).open(many);
  for (let n = 0; n < 105; n++) delivery.push(json(n));
  const last = [...many].at(-1)!;
  expect(last.received.length).toBeGreaterThan(100);
  delivery.finish();
  expect(last.received).toEqual(Array.from({ length: 105 }, (_, n) => n));
  take();
  take();
  expect(last.received).toHaveLength(105);
});
