// The Merkle tree over the entries of a draw (RFC 6962, section 2.1): its root fixes them at the close, and a proof of at most 20 hashes shows
// that an entry is one of a million. A node without a sibling moves up unchanged, which gives the same tree as the RFC's recursive definition.
import { CLASS_BYTES, ENTRY_BYTES, type Entries } from "./entries.ts";
import { HASH_BYTES, sha256, writeSha256 } from "./sha256.ts";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export class MerkleTree {
  readonly root: Buffer;
  /** From the leaves to the root, 32 bytes a node. */
  readonly #levels: Buffer[];

  /** @param leaves 32 bytes each, by `hashOfLeaf`; empty for a tree without leaves */
  constructor(leaves: Buffer) {
    this.#levels = [leaves];
    for (let level = leaves; level.length > HASH_BYTES;) this.#levels.push((level = levelAbove(level)));
    this.root = leaves.length === 0 ? sha256() : this.#levels.at(-1)!;
  }

  /** Hashes from the leaf's sibling to the root. */
  proof(index: number): Buffer[] {
    const size = this.#levels[0]!.length / HASH_BYTES;
    if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError(`No leaf ${index} of ${size}.`);
    const proof: Buffer[] = [];
    for (const [height, level] of this.#levels.slice(0, -1).entries()) {
      const sibling = (Math.floor(index / 2 ** height) ^ 1) * HASH_BYTES;
      if (sibling < level.length) proof.push(level.subarray(sibling, sibling + HASH_BYTES));
    }
    return proof;
  }
}

function levelAbove(level: Buffer): Buffer {
  const size = level.length / HASH_BYTES;
  const above = Buffer.allocUnsafe(Math.ceil(size / 2) * HASH_BYTES);
  const node = Buffer.alloc(NODE.length + 2 * HASH_BYTES, NODE[0]);
  for (let index = 0; index + 1 < size; index += 2) {
    level.copy(node, NODE.length, index * HASH_BYTES, (index + 2) * HASH_BYTES);
    writeSha256(node, above, (index / 2) * HASH_BYTES);
  }
  if (size % 2 === 1) level.copy(above, above.length - HASH_BYTES, level.length - HASH_BYTES);
  return above;
}

export const hashOfLeaf = (data: Uint8Array): Buffer => sha256(LEAF, data);

/** A leaf is the id of an entry, followed by its group and its weight if the draw has classes. */
export function merkleTreeOf({ count, ids, classes }: Entries): MerkleTree {
  const leaves = Buffer.allocUnsafe(count * HASH_BYTES);
  const leaf = Buffer.alloc(LEAF.length + ENTRY_BYTES + (classes ? CLASS_BYTES : 0), LEAF[0]);
  for (let index = 0; index < count; index++) {
    ids.copy(leaf, LEAF.length, index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    classes?.copy(leaf, LEAF.length + ENTRY_BYTES, index * CLASS_BYTES, (index + 1) * CLASS_BYTES);
    writeSha256(leaf, leaves, index * HASH_BYTES);
  }
  return new MerkleTree(leaves);
}

export interface Inclusion {
  /** Data of the leaf: the entry's id, with group and weight if the draw has classes. */
  leaf: Uint8Array;
  /** From 0, in the order of entries.bin. */
  index: number;
  /** Number of leaves. */
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** Verifies a proof by RFC 9162, section 2.1.3.2. */
export function provesInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, hashOfLeaf(leaf)];
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== HASH_BYTES) return false;
    if (node % 2 === 1 || node === last) {
      hash = sha256(NODE, sibling, hash);
      // It moved up unchanged where it had no sibling.
      for (; node % 2 === 0 && node !== 0; last = Math.floor(last / 2)) node /= 2;
    } else hash = sha256(NODE, hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}
