// Checks that the own entry was there at the close, without the list of all entries: RFC 9162, section 2.1.3.2.
import { bytesOf, hexOf } from "./recompute.ts";
import { HASH_BYTES, sha256 } from "./sha256.ts";

export interface Included {
  /** 16 bytes in hexadecimal. */
  id: string;
  /** From 0, in the order of all entries. */
  index: number;
  /** Hashes from the leaf's sibling to the root, in hexadecimal. */
  proof: readonly string[];
}

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];

/** @param size number of entries @param root in hexadecimal */
export function isIncluded({ id, index, proof }: Included, size: number, root: string): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, sha256(LEAF, bytesOf(id))];
  for (const text of proof) {
    const sibling = bytesOf(text);
    if (last === 0 || sibling.length !== HASH_BYTES) return false;
    if (node % 2 === 1 || node === last) {
      hash = sha256(NODE, sibling, hash);
      // It moved up unchanged where it had no sibling.
      for (; node % 2 === 0 && node !== 0; last = Math.floor(last / 2)) node /= 2;
    } else hash = sha256(NODE, hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hexOf(hash) === root;
}
