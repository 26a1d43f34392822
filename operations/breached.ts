// Makes the sorted file of breached passwords from a list of their SHA-1 hashes. The list may be much larger than memory: entries are
// distributed to 256 buckets on disk by their first byte, and each bucket is sorted in memory.
import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { ENTRY_BYTES } from "../subgraphs/users/credentials/breached-passwords.ts";

const BUCKETS = 256;
const BUFFER_BYTES = 65_536;
const LINE = /^[0-9a-f]{40}(:\d+)?$/i;

interface Bucket {
  file: number;
  buffer: Buffer;
  filled: number;
}

/** @returns the number of entries @throws Error that names the line of the list that is wrong */
export async function writeBreachedFile(list: string, out: string): Promise<number> {
  const folder = mkdtempSync(`${out}.`);
  const part = path.join(folder, "sorted");
  const buckets: Bucket[] = [];
  try {
    for (let index = 0; index < BUCKETS; index++)
      buckets.push({
        file: openSync(path.join(folder, String(index)), "w+"),
        buffer: Buffer.alloc(BUFFER_BYTES),
        filled: 0,
      });
    await distribute(list, buckets);
    const count = writeSorted(buckets, part);
    if (count === 0) throw new Error(`${list} has no hashes.`);
    renameSync(part, out);
    return count;
  } finally {
    for (const { file } of buckets) closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

function flush(bucket: Bucket): void {
  writeAll(bucket.file, bucket.buffer.subarray(0, bucket.filled));
  bucket.filled = 0;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

async function distribute(list: string, buckets: Bucket[]): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(list, "latin1"), crlfDelay: Infinity })) {
    number++;
    if (line === "") continue;
    if (!LINE.test(line))
      throw new Error(`${list}, line ${number}: must be 40 hexadecimal digits, a colon and a count.`);
    const bucket = buckets[Number.parseInt(line.slice(0, 2), 16)]!;
    bucket.buffer.write(line.slice(0, 2 * ENTRY_BYTES), bucket.filled, "hex");
    bucket.filled += ENTRY_BYTES;
    if (bucket.filled === BUFFER_BYTES) flush(bucket);
  }
  buckets.forEach(flush);
}

function writeSorted(buckets: Bucket[], part: string): number {
  const file = openSync(part, "w");
  try {
    let count = 0;
    for (const bucket of buckets) {
      const sorted = sortedBytes(bucket.file);
      writeAll(file, sorted);
      count += sorted.length / ENTRY_BYTES;
    }
    fsyncSync(file);
    return count;
  } finally {
    closeSync(file);
  }
}

/** Entries of the bucket in ascending order, without duplicates. */
function sortedBytes(file: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(fstatSync(file).size));
  for (let read = 0; read < bytes.length;) read += readSync(file, bytes, read, bytes.length - read, read);
  // Entries are big-endian, numbers of this machine little-endian.
  const numbers = new BigUint64Array(bytes.swap64().buffer).sort();
  const unique = numbers.filter((entry, index) => index === 0 || entry !== numbers[index - 1]);
  return Buffer.from(unique.buffer).swap64();
}
