// Inclusion proofs without the whole tree: of each block of entries its first id and the root of its part of the tree. That is 190 KB for a million
// entries. A proof needs this and the entries of one block.
import { ENTRY_BYTES, type Entries } from "./entries.ts";
import { MerkleTree, merkleTreeOf } from "./merkle-tree.ts";
import { HASH_BYTES } from "./sha256.ts";

/** A power of two, so that the root of a block is a node of the tree. */
export const BLOCK_ENTRIES = 256;
const RECORD_BYTES = ENTRY_BYTES + HASH_BYTES;

/** First id and root of each block. */
export function summaryOf({ count, ids, classes }: Entries): Buffer {
  const summary = Buffer.allocUnsafe(Math.ceil(count / BLOCK_ENTRIES) * RECORD_BYTES);
  for (let from = 0, at = 0; from < count; from += BLOCK_ENTRIES, at += RECORD_BYTES) {
    const block = sliceOf({ count, ids, classes }, from, Math.min(count, from + BLOCK_ENTRIES));
    ids.copy(summary, at, from * ENTRY_BYTES, (from + 1) * ENTRY_BYTES);
    merkleTreeOf(block).root.copy(summary, at + ENTRY_BYTES);
  }
  return summary;
}

function sliceOf({ ids, classes }: Entries, from: number, to: number): Entries {
  const bytes = classes ? classes.length / (ids.length / ENTRY_BYTES) : 0;
  return {
    count: to - from,
    ids: ids.subarray(from * ENTRY_BYTES, to * ENTRY_BYTES),
    classes: classes && classes.subarray(from * bytes, to * bytes),
  };
}

export class EntryBlocks {
  readonly #firsts: readonly Buffer[];
  readonly #above: MerkleTree;

  constructor(summary: Buffer) {
    const records = Array.from({ length: summary.length / RECORD_BYTES }, (_, index) =>
      summary.subarray(index * RECORD_BYTES, (index + 1) * RECORD_BYTES),
    );
    this.#firsts = records.map((record) => record.subarray(0, ENTRY_BYTES));
    this.#above = new MerkleTree(Buffer.concat(records.map((record) => record.subarray(ENTRY_BYTES))));
  }

  get root(): Buffer {
    return this.#above.root;
  }

  /** The only block that can have the entry; -1 if none can. */
  blockOf(id: Uint8Array): number {
    let [from, to] = [0, this.#firsts.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (Buffer.compare(this.#firsts[middle]!, id) <= 0) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  /** Hashes from the leaf's sibling to the root. @param index within the block */
  proof(block: number, entries: Entries, index: number): Buffer[] {
    return [...merkleTreeOf(entries).proof(index), ...this.#above.proof(block)];
  }
}
