import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { createRandom } from "../../testkit/random.ts";
import { canonicalJson } from "./canonical-json.ts";
import { commitmentOf, drawKeyOf, policyHashOf } from "./commitment.ts";
import { groupOf, packEntries, type Entries } from "./entries.ts";
import { merkleTreeOf } from "./merkle-tree.ts";
import { draw, filesOfDraw, type QueuePolicy } from "./published-draw.ts";
import { drawnOrder, hashOfOrder, ranksOf } from "./ranks.ts";
import { RepeatedHmac } from "./sha256.ts";

const EVENT = "018f2f6e-7c3a-7b1e-9d4c-2a6b8c0e1f23";
const SEED = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const PLAIN: QueuePolicy = {
  drawAt: "2026-11-25T20:00:00.000Z",
  randomness: "COMMITTED_SEED",
  groups: ["everybody"],
  maxWeight: 1,
  ticketsPerPerson: 4,
};
const IDS = Array.from({ length: 100 }, (_, index) =>
  createHash("sha256").update(`entry ${index}`).digest().subarray(0, 16),
);
/** Group and weight, derived from an id. */
const classOf = (id: Buffer) => [id[0]! % 2, 1 + (id[1]! % 3)];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Computed by a separate program in Python. */
const VECTORS = [
  {
    what: "of one group without weights",
    policy: PLAIN,
    entries: packEntries(Buffer.concat(IDS)),
    canonical:
      '{"drawAt":"2026-11-25T20:00:00.000Z","groups":["everybody"],"maxWeight":1,"randomness":"COMMITTED_SEED","ticketsPerPerson":4}',
    policyHash: "1a90c5ffeba08cd767d298598a713838d5663a6ffdb2c64b522110b53c2be002",
    commitment: "b5263f7cae15f11cbec60e1b7454c720944eddf0602912d2b8c5a013af2aed20",
    root: "5776f31f66744295b1082271cfcd0e28c788c10faf3a80b497efaeda6cf595fc",
    drawKey: "e82f57bccf11d68407a86021a9b37f50a769f3bd54b3bef86ce4cd1b50bf2b1e",
    order: "2f895c43a48b132b0f0ab3d3f9e1a6133a6544f0cc32d32a86ac8fd10bc40b71",
    ranks: [17, 15, 33, 42, 46, 69, 75, 93, 12, 44],
  },
  {
    what: "of two groups with weights",
    policy: { ...PLAIN, groups: ["members", "everybody"], maxWeight: 3 },
    entries: packEntries(Buffer.concat(IDS), Buffer.from(IDS.flatMap(classOf))),
    canonical:
      '{"drawAt":"2026-11-25T20:00:00.000Z","groups":["members","everybody"],"maxWeight":3,"randomness":"COMMITTED_SEED","ticketsPerPerson":4}',
    policyHash: "5fe464de12a86e93107c45a932589c72134af9795ea1d8924d07b4f43c2a515e",
    commitment: "5101c25300b0e2a0e82ea684a981a0a96f0e4f8d47feef630e0f856621b90170",
    root: "8360c0013b5c9de718ec00b15cd091745fb65e47a345f924d38c71e52d74c0e2",
    drawKey: "9bf88f6dfe18ad6f7edaff36507846939c5a0758ff5fedc4c07601f511e13524",
    order: "537a21f6fe0ca21322853a55ada8c77918f574041b1edd9670340d2a8105fa01",
    ranks: [28, 84, 13, 71, 5, 39, 31, 67, 52, 27],
  },
];

test.each(VECTORS)("a draw $what has the root, key and ranks of the vectors", ({ policy, entries, ...vector }) => {
  const drawn = draw(entries, { eventId: EVENT, policy, seed: SEED });
  expect({
    canonical: canonicalJson(policy),
    policyHash: drawn.document.policyHash,
    commitment: drawn.document.commitment,
    root: drawn.document.entriesRoot,
    drawKey: hex(drawn.drawKey),
    order: drawn.document.ranks,
    ranks: [...drawn.ranks.subarray(0, 10)],
  }).toEqual({ ...vector, what: undefined });
});

test("the order in which people joined changes nothing, and ranks are a permutation", () => {
  const lists = fc.uniqueArray(fc.uint8Array({ minLength: 16, maxLength: 16 }), { maxLength: 200, selector: hex });
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(lists, key, fc.infiniteStream(fc.nat()), (ids, drawKey, numbers) => {
      const drawnIn = (list: Uint8Array[]) => {
        const entries = packEntries(Buffer.concat(list));
        const order = drawnOrder(entries, drawKey);
        return { order, hash: hex(hashOfOrder(entries, order)) };
      };
      const shuffled = ids.map((id) => ({ id, at: numbers.next().value as number })).sort((a, b) => a.at - b.at);
      const { order, hash } = drawnIn(ids);
      expect(drawnIn(shuffled.map(({ id }) => id)).hash).toBe(hash);
      expect([...order].sort((a, b) => a - b)).toEqual([...ids.keys()]);
      expect([...ranksOf(order)].map((rank) => order[rank - 1])).toEqual([...ids.keys()]);
    }),
  );
});

test("a group comes before the next one, and an entry of weight 1 keeps its key", () => {
  const drawKey = Buffer.alloc(32, 9);
  const grouped = packEntries(Buffer.concat(IDS), Buffer.from(IDS.flatMap((id) => [id[0]! % 3, 1])));
  const order = drawnOrder(grouped, drawKey);
  const groups = [...order].map((index) => groupOf(grouped, index));
  expect(groups).toEqual(groups.toSorted());
  expect(new Set(groups)).toEqual(new Set([0, 1, 2]));
  const plain = drawnOrder(packEntries(Buffer.concat(IDS)), drawKey);
  for (const group of [0, 1, 2]) {
    const isOfGroup = (index: number) => groupOf(grouped, index) === group;
    expect([...order].filter(isOfGroup)).toEqual([...plain].filter(isOfGroup));
  }
});

test("keys that agree in their first four bytes are ordered by the bytes after them", () => {
  const random = createRandom(20_261_125);
  const ids = Buffer.alloc(200_000 * 16);
  for (let at = 0; at < ids.length; at += 4) ids.writeUInt32BE(random.below(2 ** 32), at);
  const entries: Entries = packEntries(ids);
  const drawKey = Buffer.alloc(32, 5);
  const order = drawnOrder(entries, drawKey);
  const hmac = new RepeatedHmac(drawKey, 16);
  const key = Buffer.alloc(32);
  const previous = Buffer.alloc(32);
  let [misplaced, agreeing] = [0, 0];
  for (const index of order) {
    entries.ids.copy(hmac.message, 0, index * 16, index * 16 + 16);
    hmac.write(key, 0);
    if (previous.compare(key) >= 0) misplaced++;
    if (previous.readUInt32BE() === key.readUInt32BE()) agreeing++;
    key.copy(previous);
  }
  expect(misplaced).toBe(0);
  expect(agreeing).toBeGreaterThan(0);
});

test("HMACs are those of Node.js", () => {
  const message = fc.uint8Array({ minLength: 16, maxLength: 17 });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.array(message), (key, messages) => {
      const hmacs = [16, 17].map((length) => new RepeatedHmac(key, length));
      for (const one of messages) {
        const hmac = hmacs[one.length - 16]!;
        const target = Buffer.alloc(40);
        hmac.message.set(one);
        hmac.write(target, 4);
        expect(hex(target.subarray(4, 36))).toBe(createHmac("sha256", key).update(one).digest("hex"));
      }
    }),
  );
  expect(() => new RepeatedHmac(Buffer.alloc(31), 16)).toThrow(RangeError);
});

test("hashes take parts of the right length only, so that nothing can move from one part to the next", () => {
  const hash = Buffer.alloc(32);
  const commitment = { eventId: EVENT, policyHash: hash, seed: SEED };
  expect(() => commitmentOf({ ...commitment, seed: Buffer.alloc(31) })).toThrow("seed has 32 bytes, not 31.");
  expect(() => commitmentOf({ ...commitment, policyHash: Buffer.alloc(33) })).toThrow(RangeError);
  expect(() => commitmentOf({ ...commitment, eventId: EVENT.toUpperCase() })).toThrow(RangeError);
  const key = { eventId: EVENT, entriesRoot: hash, seed: SEED };
  expect(() => drawKeyOf({ ...key, entriesRoot: Buffer.alloc(0) })).toThrow(RangeError);
  expect(drawKeyOf({ ...key, beacon: Buffer.of(1) })).not.toEqual(drawKeyOf(key));
});

test("a draw of nobody is a draw, and classes go with the policy", () => {
  const nobody = packEntries(Buffer.alloc(0));
  const rules = { eventId: EVENT, policy: PLAIN, seed: SEED };
  const drawn = draw(nobody, rules);
  expect(drawn.document).toMatchObject({ entries: 0, entriesRoot: hex(merkleTreeOf(nobody).root) });
  expect(Object.keys(filesOfDraw(nobody, drawn))).toEqual(["draw.json", "entries.bin", "ranks.bin"]);
  expect(drawn.document.policyHash).toBe(hex(policyHashOf(PLAIN)));
  expect(() => draw(nobody, { ...rules, policy: { ...PLAIN, maxWeight: 2 } })).toThrow(RangeError);
  expect(() => draw(packEntries(Buffer.alloc(16), Buffer.of(0, 1)), rules)).toThrow(RangeError);
});
