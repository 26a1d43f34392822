// Passwords from breaches of other services, offline: a sorted file of the first 8 bytes of their SHA-1 hashes. `npm run breached` makes it.
// A lookup reads 8 bytes about 30 times for a billion entries. One password in 10^10 is refused by mistake.
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export const ENTRY_BYTES = 8;
/** Entries that are compared at the start: a file in another order fails with near certainty. */
const PROBES = 256;

function entryAt(file: number, index: number): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  if (readSync(file, entry, 0, ENTRY_BYTES, index * ENTRY_BYTES) !== ENTRY_BYTES)
    throw new Error("The file of breached passwords was truncated.");
  return entry;
}

/** Problem of the file; undefined if it is usable. */
export function problemOfBreachedFile(name: string): string | undefined {
  const remedy = "make it with npm run breached";
  let file: number;
  try {
    file = openSync(name, "r");
  } catch {
    return `must name a readable file (is ${name}): ${remedy}`;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size === 0 || stat.size % ENTRY_BYTES !== 0)
      return `must name a file of ${ENTRY_BYTES}-byte entries (is ${name}): ${remedy}`;
    const count = stat.size / ENTRY_BYTES;
    const probes = Math.min(count, PROBES);
    const entries = Array.from({ length: probes }, (_, probe) =>
      entryAt(file, Math.floor((probe * (count - 1)) / Math.max(1, probes - 1))),
    );
    const isSorted = entries.every((entry, index) => index === 0 || entry.compare(entries[index - 1]!) > 0);
    return isSorted ? undefined : `must name a sorted file without duplicates (is ${name}): ${remedy}`;
  } finally {
    closeSync(file);
  }
}

/** Opens the file for the life of the thread. Reads block: only the worker thread calls it. */
export function openBreachedFile(name: string): (password: string) => boolean {
  const file = openSync(name, "r");
  const count = fstatSync(file).size / ENTRY_BYTES;
  return (password) => {
    const wanted = createHash("sha1").update(password).digest().subarray(0, ENTRY_BYTES);
    let [low, high] = [0, count];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const order = entryAt(file, middle).compare(wanted);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return false;
  };
}
