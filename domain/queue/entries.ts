// The entries of a draw, packed: a million of them are 16 MB, not a million objects.

export const ENTRY_BYTES = 16;
/** Group and weight. */
export const CLASS_BYTES = 2;
/** Bounds the memory of a draw and of its verification. */
export const MAX_ENTRIES = 10_000_000;

/** In the byte order of their ids. */
export interface Entries {
  readonly count: number;
  /** 16 bytes an entry. */
  readonly ids: Buffer;
  /** Group and weight of each entry, a byte each; null if all entries are equal. */
  readonly classes: Buffer | null;
}

/**
 * Sorts entries.
 * @param ids 16 bytes an entry, in any order
 * @param classes group (0 is drawn first) and weight (1 to 255) of each entry, a byte each
 * @throws RangeError if lengths don't match, a weight is 0 or an id occurs twice
 */
export function packEntries(ids: Buffer, classes: Buffer | null = null): Entries {
  const count = ids.length / ENTRY_BYTES;
  if (!Number.isInteger(count)) throw new RangeError(`An entry has ${ENTRY_BYTES} bytes.`);
  if (count > MAX_ENTRIES) throw new RangeError(`A draw has at most ${MAX_ENTRIES} entries.`);
  if (classes && classes.length !== count * CLASS_BYTES)
    throw new RangeError("classes has a group and a weight an entry.");
  const order = orderOfIds(ids, count);
  const sorted: Entries = {
    count,
    ids: reordered(ids, order, ENTRY_BYTES),
    classes: classes && reordered(classes, order, CLASS_BYTES),
  };
  for (let index = 0; index < count; index++) {
    if (index > 0 && compareIds(sorted.ids, index - 1, index) === 0)
      throw new RangeError(`Entry ${idOf(sorted.ids, index)} occurs twice.`);
    if (weightOf(sorted, index) === 0) throw new RangeError(`Entry ${idOf(sorted.ids, index)} has the weight 0.`);
  }
  return sorted;
}

export const groupOf = ({ classes }: Entries, index: number): number => classes?.[index * CLASS_BYTES] ?? 0;

export const weightOf = ({ classes }: Entries, index: number): number => classes?.[index * CLASS_BYTES + 1] ?? 1;

/** In hexadecimal. */
export const idOf = (ids: Buffer, index: number): string =>
  ids.toString("hex", index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);

export function compareIds(ids: Buffer, one: number, other: number): number {
  const [start, otherStart] = [one * ENTRY_BYTES, other * ENTRY_BYTES];
  return ids.compare(ids, otherStart, otherStart + ENTRY_BYTES, start, start + ENTRY_BYTES);
}

/** Index of an entry among sorted ids; -1 if it is not there. */
export function indexOfEntry({ ids, count }: Entries, id: Uint8Array): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ids.compare(id, 0, ENTRY_BYTES, middle * ENTRY_BYTES, (middle + 1) * ENTRY_BYTES) < 0) from = middle + 1;
    else to = middle;
  }
  return from < count && Buffer.compare(ids.subarray(from * ENTRY_BYTES, (from + 1) * ENTRY_BYTES), id) === 0
    ? from
    : -1;
}

function orderOfIds(ids: Buffer, count: number): Uint32Array {
  const [prefixes, order] = [new Uint32Array(count), new Uint32Array(count)];
  for (let index = 0; index < count; index++) {
    prefixes[index] = ids.readUInt32BE(index * ENTRY_BYTES);
    order[index] = index;
  }
  return order.sort((one, other) => prefixes[one]! - prefixes[other]! || compareIds(ids, one, other));
}

function reordered(records: Buffer, order: Uint32Array, bytes: number): Buffer {
  const result = Buffer.allocUnsafe(records.length);
  for (const [index, from] of order.entries()) records.copy(result, index * bytes, from * bytes, (from + 1) * bytes);
  return result;
}
