// Computes a published draw again by docs/draw.md, in a browser and in small steps: a million entries take some seconds, and the page stays usable.
import canonicalize from "canonicalize";
import { HASH_BYTES, Hmac, Sha256, sha256 } from "./sha256.ts";

/** draw.json, as far as it is checked. Hashes are in hexadecimal. */
export interface PublishedDraw {
  event: string;
  policy: { groups: unknown[]; maxWeight: number };
  policyHash: string;
  commitment: string;
  seed: string;
  entries: number;
  entriesRoot: string;
  /** Of the entries in the order of their ranks. */
  ranks: string;
}

/** What the visitor knows from elsewhere. */
export interface Told {
  commitment: string;
  policyHash: string;
  /** Own entry; its rank, if it was drawn. */
  entry: { id: string; rank: number | null } | null;
}

export type CheckName = "announced" | "policy" | "commitment" | "entries" | "root" | "ranks" | "own";

export interface Recomputed {
  checks: { name: CheckName; isRight: boolean }[];
  /** Of the own entry, from 1: its place in the file and its rank; null if it is not there. */
  own: { place: number; rank: number } | null;
}

const ENTRY_BYTES = 16;
/** Entries between two looks at the clock. */
const STEP = 2_048;
/** Shares of the whole time: leaves and root, keys, order. */
const [TREE, KEYS, ORDER] = [0.35, 0.4, 0.25];

const text = (value: string) => new TextEncoder().encode(value);
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Yields the share that is done. @param ids entries.bin */
export function* recompute(
  published: PublishedDraw,
  ids: Uint8Array,
  told: Told,
): Generator<number, Recomputed, undefined> {
  const { event, policy, policyHash, commitment, seed } = published;
  const count = Math.floor(ids.length / ENTRY_BYTES);
  const root = yield* rootOf(ids, count);
  const key = sha256(text("boxoffice-draw-1"), text(event), root, bytesOf(seed));
  const order = yield* orderOf(ids, count, key);
  const ranks = hexOf(hashOfOrder(ids, order));
  const own = told.entry && placeOf(ids, count, order, bytesOf(told.entry.id));
  const ofSeed = sha256(text("boxoffice-seed-1"), text(event), bytesOf(policyHash), bytesOf(seed));
  const checks: Recomputed["checks"] = [
    { name: "announced", isRight: commitment === told.commitment && policyHash === told.policyHash },
    { name: "policy", isRight: hexOf(sha256(text(canonicalize(policy) ?? ""))) === policyHash },
    { name: "commitment", isRight: hexOf(ofSeed) === commitment },
    { name: "entries", isRight: ids.length === published.entries * ENTRY_BYTES && isSorted(ids, count) },
    { name: "root", isRight: hexOf(root) === published.entriesRoot },
    { name: "ranks", isRight: ranks === published.ranks },
  ];
  // Who joined after the draw has a rank after all that were drawn, and no place in the file.
  const isDrawn = told.entry !== null && told.entry.rank !== null && told.entry.rank <= published.entries;
  if (isDrawn) checks.push({ name: "own", isRight: own?.rank === told.entry!.rank });
  return { checks, own: own ?? null };
}

/** In the order of bytes, and none twice. */
function isSorted(ids: Uint8Array, count: number): boolean {
  for (let index = 1; index < count; index++)
    if (compare(ids, (index - 1) * ENTRY_BYTES, ids, index * ENTRY_BYTES, ENTRY_BYTES) >= 0) return false;
  return true;
}

function compare(one: Uint8Array, at: number, other: Uint8Array, otherAt: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const difference = one[at + i]! - other[otherAt + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** RFC 6962: a node without a sibling moves up unchanged. */
function* rootOf(ids: Uint8Array, count: number): Generator<number, Uint8Array, undefined> {
  const [hash, leaf, node] = [new Sha256(), Uint8Array.of(0), Uint8Array.of(1)];
  if (count === 0) return hash.start().end();
  const level = new Uint8Array(count * HASH_BYTES);
  for (let index = 0; index < count; index++) {
    const from = index * ENTRY_BYTES;
    hash
      .start()
      .update(leaf)
      .update(ids, from, from + ENTRY_BYTES)
      .end(level, index * HASH_BYTES);
    if (index % STEP === 0) yield (TREE / 2) * (index / count);
  }
  for (let size = count; size > 1; size = Math.ceil(size / 2)) {
    for (let index = 0; index < size; index += 2) {
      const [from, target] = [index * HASH_BYTES, (index / 2) * HASH_BYTES];
      if (index + 1 === size) level.copyWithin(target, from, from + HASH_BYTES);
      else
        hash
          .start()
          .update(node)
          .update(level, from, from + 2 * HASH_BYTES)
          .end(level, target);
      if (index % STEP === 0) yield TREE * (1 - (size - index / 2) / (2 * count));
    }
  }
  return level.slice(0, HASH_BYTES);
}

/** Index of each entry, by rank. */
function* orderOf(ids: Uint8Array, count: number, key: Uint8Array): Generator<number, Uint32Array, undefined> {
  const [hmac, keys] = [new Hmac(key), new Uint8Array(count * HASH_BYTES)];
  // By the first two bytes of their keys, entries come into drawers that are sorted one by one.
  const starts = new Uint32Array(2 ** 16 + 1);
  const drawerOf = (index: number) => (keys[index * HASH_BYTES]! << 8) | keys[index * HASH_BYTES + 1]!;
  for (let index = 0; index < count; index++) {
    const from = index * ENTRY_BYTES;
    hmac.write(ids, from, from + ENTRY_BYTES, keys, index * HASH_BYTES);
    starts[drawerOf(index) + 1]! += 1;
    if (index % STEP === 0) yield TREE + KEYS * (index / count);
  }
  for (let drawer = 0; drawer < 2 ** 16; drawer++) starts[drawer + 1]! += starts[drawer]!;
  const [order, filled] = [new Uint32Array(count), starts.slice()];
  for (let index = 0; index < count; index++) order[filled[drawerOf(index)]!++] = index;
  // Entries are sorted, so the index decides between equal keys.
  const compareKeys = (one: number, other: number) =>
    compare(keys, one * HASH_BYTES, keys, other * HASH_BYTES, HASH_BYTES) || one - other;
  for (let drawer = 0; drawer < 2 ** 16; drawer++) {
    const [start, end] = [starts[drawer]!, starts[drawer + 1]!];
    if (end - start > 1) order.subarray(start, end).sort(compareKeys);
    if (drawer % STEP === 0) yield TREE + KEYS + ORDER * (drawer / 2 ** 16);
  }
  return order;
}

function hashOfOrder(ids: Uint8Array, order: Uint32Array): Uint8Array {
  const hash = new Sha256().start();
  for (const index of order) hash.update(ids, index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
  return hash.end();
}

function placeOf(ids: Uint8Array, count: number, order: Uint32Array, id: Uint8Array): Recomputed["own"] {
  for (let index = 0; index < count; index++)
    if (compare(ids, index * ENTRY_BYTES, id, 0, ENTRY_BYTES) === 0)
      return { place: index + 1, rank: order.indexOf(index) + 1 };
  return null;
}
