// The order of a draw: by group, then by a key that nobody can predict before the seed is revealed. Anyone can recompute it (docs/draw.md).
import { createHash } from "node:crypto";
import { ENTRY_BYTES, groupOf, weightOf, type Entries } from "./entries.ts";
import { HASH_BYTES, RepeatedHmac } from "./sha256.ts";

/**
 * The index in `entries` of each entry, by rank: the entry of rank 1 is the first.
 * @param drawKey by `drawKeyOf`
 */
export function drawnOrder(entries: Entries, drawKey: Uint8Array): Uint32Array {
  const keys = keysOf(entries, drawKey);
  // Most comparisons end at the first four bytes of the keys.
  const [prefixes, order] = [new Uint32Array(entries.count), new Uint32Array(entries.count)];
  for (let index = 0; index < entries.count; index++) {
    prefixes[index] = keys.readUInt32BE(index * HASH_BYTES);
    order[index] = index;
  }
  const compareKeys = (one: number, other: number) =>
    prefixes[one]! - prefixes[other]! ||
    keys.compare(keys, other * HASH_BYTES, (other + 1) * HASH_BYTES, one * HASH_BYTES, (one + 1) * HASH_BYTES) ||
    // Ids are sorted, so this is their order.
    one - other;
  return order.sort(
    entries.classes
      ? (one, other) => groupOf(entries, one) - groupOf(entries, other) || compareKeys(one, other)
      : compareKeys,
  );
}

/** The rank of each entry, from 1, in the order of `entries`. */
export function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (const [index, entry] of order.entries()) ranks[entry] = index + 1;
  return ranks;
}

/** SHA-256 of the ids in the order of their ranks. */
export function hashOfOrder({ ids }: Entries, order: Uint32Array): Buffer {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(4_096 * ENTRY_BYTES);
  let filled = 0;
  for (const index of order) {
    ids.copy(chunk, filled, index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    filled += ENTRY_BYTES;
    if (filled === chunk.length) {
      hash.update(chunk);
      filled = 0;
    }
  }
  return hash.update(chunk.subarray(0, filled)).digest();
}

/**
 * A key of 32 bytes for each entry: HMAC(drawKey, id). An entry of weight w has w chances: HMAC(drawKey, id ‖ j) for each byte j from 1 to w − 1,
 * too, of which the least counts. So the chance of an entry to be first in its group is its share of all weights.
 */
function keysOf(entries: Entries, drawKey: Uint8Array): Buffer {
  const { count, ids } = entries;
  const keys = Buffer.allocUnsafe(count * HASH_BYTES);
  const first = new RepeatedHmac(drawKey, ENTRY_BYTES);
  const further = new RepeatedHmac(drawKey, ENTRY_BYTES + 1);
  const another = Buffer.alloc(HASH_BYTES);
  for (let index = 0; index < count; index++) {
    const at = index * HASH_BYTES;
    ids.copy(first.message, 0, index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    first.write(keys, at);
    const weight = weightOf(entries, index);
    if (weight > 1) ids.copy(further.message, 0, index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    for (let chance = 1; chance < weight; chance++) {
      further.message[ENTRY_BYTES] = chance;
      further.write(another, 0);
      if (another.compare(keys, at, at + HASH_BYTES) < 0) another.copy(keys, at);
    }
  }
  return keys;
}
