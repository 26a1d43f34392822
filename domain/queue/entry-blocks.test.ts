import { randomEntries } from "../../testkit/published-queue.ts";
import { CLASS_BYTES, ENTRY_BYTES, indexOfEntry, packEntries, type Entries } from "./entries.ts";
import { BLOCK_ENTRIES, EntryBlocks, summaryOf } from "./entry-blocks.ts";
import { merkleTreeOf, provesInclusion } from "./merkle-tree.ts";

const COUNTS = [1, 2, 255, 256, 257, 511, 512, 513, 1_000, 2_049];

/** Around the ends of blocks. */
const placesIn = (count: number) =>
  [0, 1, 100, 254, 255, 256, 257, 511, 512, 513, 700, count - 2, count - 1].filter((at) => at >= 0 && at < count);
const hexOf = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString("hex"));

/** Entries of one block, as a table gives them. */
function blockOf({ ids, classes, count }: Entries, block: number): Entries {
  const [from, to] = [block * BLOCK_ENTRIES, Math.min(count, (block + 1) * BLOCK_ENTRIES)];
  return {
    count: to - from,
    ids: ids.subarray(from * ENTRY_BYTES, to * ENTRY_BYTES),
    classes: classes && classes.subarray(from * CLASS_BYTES, to * CLASS_BYTES),
  };
}

test.each(COUNTS)("of %i entries each has the proof of the whole tree", (count) => {
  for (const entries of [randomEntries(count, 1), withClasses(count)]) {
    const [tree, blocks] = [merkleTreeOf(entries), new EntryBlocks(summaryOf(entries))];
    expect(blocks.root).toEqual(tree.root);
    for (const index of placesIn(count)) {
      const id = entries.ids.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
      const block = blocks.blockOf(id);
      const within = blockOf(entries, block);
      const place = indexOfEntry(within, id);
      expect(block * BLOCK_ENTRIES + place).toBe(index);
      const proof = blocks.proof(block, within, place);
      expect(hexOf(proof)).toEqual(hexOf(tree.proof(index)));
      const classes = entries.classes?.subarray(index * CLASS_BYTES, (index + 1) * CLASS_BYTES) ?? Buffer.alloc(0);
      const leaf = Buffer.concat([id, classes]);
      expect(provesInclusion({ leaf, index, size: count, proof, root: tree.root })).toBe(true);
    }
  }
});

function withClasses(count: number): Entries {
  const classes = Buffer.alloc(count * CLASS_BYTES, 1);
  return packEntries(Buffer.from(randomEntries(count, 2).ids), classes);
}

test("an entry that is not there is in no block, or not in the one that could have it", () => {
  const entries = randomEntries(600, 3);
  const blocks = new EntryBlocks(summaryOf(entries));
  expect(blocks.blockOf(Buffer.alloc(ENTRY_BYTES, 0))).toBe(-1);
  for (const byte of [0x40, 0x80, 0xff]) {
    const id = Buffer.alloc(ENTRY_BYTES, byte);
    expect(indexOfEntry(blockOf(entries, blocks.blockOf(id)), id)).toBe(-1);
  }
  expect(new EntryBlocks(summaryOf(randomEntries(0, 1))).blockOf(Buffer.alloc(ENTRY_BYTES, 1))).toBe(-1);
});
