// The draw as a browser computes it, beside that of domain/queue.
import { createHash, createHmac, randomBytes } from "node:crypto";
import { idOf } from "../../domain/queue/entries.ts";
import { merkleTreeOf } from "../../domain/queue/merkle-tree.ts";
import { draw, filesOfDraw } from "../../domain/queue/published-draw.ts";
import { QUEUE_POLICY, randomEntries } from "../../testkit/published-queue.ts";
import { isIncluded } from "../app/draw/inclusion.ts";
import { hexOf, recompute, type Recomputed, type Told } from "../app/draw/recompute.ts";
import { Hmac, sha256 } from "../app/draw/sha256.ts";

const EVENT = "01a21fe9-8bb9-7433-ac53-c6a8500941cb";
const SEED = Buffer.alloc(32, 7);

function published(count: number) {
  const drawn = draw(randomEntries(count, 1), { eventId: EVENT, policy: QUEUE_POLICY, seed: SEED });
  const files = filesOfDraw(randomEntries(count, 1), drawn);
  const { commitment, policyHash } = drawn.document;
  return {
    document: drawn.document,
    ids: new Uint8Array(files["entries.bin"]!),
    ranks: drawn.ranks,
    commitment,
    policyHash,
  };
}

function result(document: ReturnType<typeof published>["document"], ids: Uint8Array, told: Told): Recomputed {
  const steps = recompute(document, ids, told);
  let before = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    // Progress never goes back.
    expect(step.value).toBeGreaterThanOrEqual(before);
    expect(step.value).toBeLessThan(1);
    before = step.value;
  }
}

const wrongIn = ({ checks }: Recomputed) => checks.filter(({ isRight }) => !isRight).map(({ name }) => name);

test("an entry is included by its own proof and root, and by no other", () => {
  for (const count of [1, 2, 3, 7, 8, 1_000]) {
    const entries = randomEntries(count, 1);
    const tree = merkleTreeOf(entries);
    const root = tree.root.toString("hex");
    for (const index of new Set([0, count >> 1, count - 1])) {
      const [id, proof] = [idOf(entries.ids, index), tree.proof(index).map((hash) => hash.toString("hex"))];
      expect(isIncluded({ id, index, proof }, count, root)).toBe(true);
      expect(isIncluded({ id: "00".repeat(16), index, proof }, count, root)).toBe(false);
      expect(isIncluded({ id, index: index + 1, proof }, count, root)).toBe(false);
      expect(isIncluded({ id, index, proof: [...proof, root] }, count, root)).toBe(false);
      expect(isIncluded({ id, index, proof }, count, "00".repeat(32))).toBe(false);
      if (count > 1) expect(isIncluded({ id, index, proof: proof.slice(1) }, count, root)).toBe(false);
    }
  }
});

test("hashes are those of Node.js, for every length around the ends of blocks", () => {
  for (let length = 0; length <= 200; length++) {
    const message = randomBytes(length);
    expect(hexOf(sha256(message))).toBe(createHash("sha256").update(message).digest("hex"));
  }
  const key = randomBytes(32);
  const hmac = new Hmac(key);
  const codes = new Uint8Array(96);
  for (const index of [0, 1, 2]) {
    hmac.write(Uint8Array.of(index, index, 9), 0, 2, codes, index * 32);
    const expected = createHmac("sha256", key).update(Uint8Array.of(index, index)).digest("hex");
    expect(hexOf(codes.subarray(index * 32, index * 32 + 32))).toBe(expected);
  }
});

test.each([0, 1, 2, 3, 7, 1_001, 5_000])("a draw of %i entries is computed again, with the own entry", (count) => {
  const { document, ids, ranks, ...told } = published(count);
  const index = Math.floor(count / 2);
  const id = hexOf(ids.subarray(index * 16, index * 16 + 16));
  const entry = count === 0 ? null : { id, rank: ranks[index]! };
  const found = result(document, ids, { ...told, entry });
  expect(wrongIn(found)).toEqual([]);
  expect(found.checks).toHaveLength(count === 0 ? 6 : 7);
  expect(found.own).toEqual(count === 0 ? null : { place: index + 1, rank: ranks[index] });
});

test("each manipulation is found", () => {
  const { document, ids, ranks, ...announced } = published(50);
  const told = { ...announced, entry: { id: hexOf(ids.subarray(0, 16)), rank: ranks[0]! } };
  const wrong = (change: Partial<typeof document>, of = ids, knows: Told = told) =>
    wrongIn(result({ ...document, ...change }, of, knows));
  expect(wrong({})).toEqual([]);
  expect(wrong({ commitment: "0".repeat(64) })).toEqual(["announced", "commitment"]);
  expect(wrong({ policy: { ...document.policy, drawAt: "2027-01-01T00:00:00.000Z" } })).toEqual(["policy"]);
  expect(wrong({ seed: "1".repeat(64) })).toEqual(expect.arrayContaining(["commitment", "ranks"]));
  expect(wrong({ entries: 49 })).toEqual(["entries"]);
  expect(wrong({ ranks: "2".repeat(64) })).toEqual(["ranks"]);
  expect(wrong({}, ids.slice(16))).toEqual(["entries", "root", "ranks", "own"]);
  const swapped = Uint8Array.from([...ids.slice(16, 32), ...ids.slice(0, 16), ...ids.slice(32)]);
  expect(wrong({}, swapped)).toContain("entries");
  expect(wrong({}, ids, { ...told, entry: { ...told.entry, rank: ranks[1]! } })).toEqual(["own"]);
  // Who joined later was not drawn.
  const late = { id: "f".repeat(32), rank: 51 };
  const found = result(document, ids, { ...told, entry: late });
  expect([wrongIn(found), found.own]).toEqual([[], null]);
});
