// Archive files of old messages. A file is a sequence of gzip members, so `zcat` reads it, and a page can be read without the preceding
// ones. Its index has the position, IDs and checksum of each part; the database has the checksum of the index. Names of files contain it,
// too, so no file is ever overwritten. A file appears under its name only when it is complete and on disk.
import { createHash } from "node:crypto";
import { open, mkdir, readdir, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { reach } from "../core/fault-points.ts";

/** A message as a line of JSON. */
export interface Line {
  id: number;
  text: string;
}

export interface ArchiveFile {
  file: string;
  indexSha256: string;
  /** Of both files. */
  bytes: number;
}

const partSchema = z.strictObject({
  firstId: z.int(),
  lastId: z.int(),
  at: z.int(),
  bytes: z.int(),
  sha256: z.string(),
});
const indexSchema = z.array(partSchema);
type Part = z.infer<typeof partSchema>;

const UNFINISHED = ".unfinished";
/** Leftovers of a process that died. */
const LEFT_FOR_MS = 60 * 60 * 1_000;
const [compress, decompress] = [promisify(gzip), promisify(gunzip)];
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const indexOf = (file: string) => `${file}.index.json`;

/** An archive that can't be read: nothing is left out in silence. */
export class ArchiveUnreadable extends Error {}

/** Writes each page as a part of a new file in `folder`, which is created if missing. */
export async function writeArchive(folder: string, name: string, pages: AsyncIterable<Line[]>): Promise<ArchiveFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await clearLeftOvers(folder, name);
  const unfinished = path.join(folder, `${name}.${process.pid}${UNFINISHED}`);
  const parts: Part[] = [];
  let at = 0;
  await writeDurably(unfinished, async (handle) => {
    for await (const lines of pages) {
      const content = await compress(lines.map(({ text }) => `${text}\n`).join(""));
      await handle.writeFile(content);
      const [firstId, lastId] = [lines[0]!.id, lines.at(-1)!.id];
      parts.push({ firstId, lastId, at, bytes: content.length, sha256: sha256(content) });
      at += content.length;
    }
  });
  const index = Buffer.from(JSON.stringify(parts));
  const file = `${name}-${sha256(index).slice(0, 12)}.jsonl.gz`;
  await writeDurably(`${unfinished}.index`, (handle) => handle.writeFile(index));
  reach("month copied, its file not in place");
  await rename(`${unfinished}.index`, path.join(folder, indexOf(file)));
  await rename(unfinished, path.join(folder, file));
  const place = await open(folder);
  await place.sync().finally(() => place.close());
  return { file, indexSha256: sha256(index), bytes: at + index.length };
}

async function writeDurably(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function clearLeftOvers(folder: string, name: string): Promise<void> {
  for (const one of await readdir(folder)) {
    if (!one.startsWith(`${name}.`) || !one.includes(UNFINISHED)) continue;
    const { mtimeMs } = await stat(path.join(folder, one));
    if (Date.now() - mtimeMs > LEFT_FOR_MS) await rm(path.join(folder, one), { force: true });
  }
}

const indexes = new LRUCache<string, Part[]>({ max: 20 });

async function readIndex(folder: string, { file, indexSha256 }: Omit<ArchiveFile, "bytes">): Promise<Part[]> {
  const known = indexes.get(indexSha256);
  if (known) return known;
  const content = await read(folder, indexOf(file), () => readFile(path.join(folder, indexOf(file))));
  if (sha256(content) !== indexSha256) throw changed(folder, indexOf(file));
  const parts = indexSchema.parse(JSON.parse(content.toString()));
  indexes.set(indexSha256, parts);
  return parts;
}

/** The part from the first message after this ID to its end; empty if there is none. @throws ArchiveUnreadable */
export async function readAfter(
  folder: string,
  archive: Omit<ArchiveFile, "bytes">,
  after: number,
): Promise<unknown[]> {
  const parts = await readIndex(folder, archive);
  const part = parts[firstReaching(parts, after)];
  if (!part) return [];
  const content = await read(folder, archive.file, async () => {
    const handle = await open(path.join(folder, archive.file));
    try {
      const buffer = Buffer.alloc(part.bytes);
      await handle.read(buffer, 0, part.bytes, part.at);
      return buffer;
    } finally {
      await handle.close();
    }
  });
  if (sha256(content) !== part.sha256) throw changed(folder, archive.file);
  const lines = (await decompress(content)).toString().split("\n").slice(0, -1);
  const messages = lines.map((line) => JSON.parse(line) as { id: number });
  return messages.filter(({ id }) => id > after);
}

/** Found by halves: a month may have tens of thousands. */
function firstReaching(parts: Part[], after: number): number {
  let [from, to] = [0, parts.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (parts[middle]!.lastId > after) to = middle;
    else from = middle + 1;
  }
  return from;
}

async function read(folder: string, file: string, from: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await from();
  } catch (error) {
    throw new ArchiveUnreadable(
      `${file} can't be read in ${folder} (${(error as Error).message}): restore the file there.`,
    );
  }
}

const changed = (folder: string, file: string) =>
  new ArchiveUnreadable(`${file} in ${folder} differs from the archived file: restore it from a backup.`);

export async function removeArchive(folder: string, file: string): Promise<void> {
  await rm(path.join(folder, file), { force: true });
  await rm(path.join(folder, indexOf(file)), { force: true });
}
