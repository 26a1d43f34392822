// The list of erased people, outside of the database: a file with ids for each, in the folder `erased` of the archive. A restored backup from
// before an erasure brings the person back. So at its start users erases everyone on the list again. Copying files merges lists.
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { eraseListed, type Erasing } from "../commands/erasures.ts";
import { erasedPerson } from "../inputs.ts";
import { findListed, findUnknown } from "../queries/erased-list.ts";

const EXTENSION = ".json";

const folderOf = (archiveDir: string) => path.join(archiveDir, "erased");

/** Idempotent. A file under its final name is complete. */
export async function listErased(database: Database, archiveDir: string, erasureId: string): Promise<void> {
  const person = await findListed(database, erasureId);
  if (!person) return;
  const folder = folderOf(archiveDir);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${erasureId}${EXTENSION}`);
  const unfinished = await open(`${file}.${process.pid}`, "w", 0o600);
  try {
    await unfinished.writeFile(JSON.stringify(person));
    await unfinished.sync();
  } finally {
    await unfinished.close();
  }
  await rename(`${file}.${process.pid}`, file);
}

/** Erases people on the list who are not erased in this database, because it was restored. Returns their number. */
export async function eraseAgain(database: Database, erasing: Erasing, archiveDir: string): Promise<number> {
  const files = await readdir(folderOf(archiveDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const ids = files.filter((file) => file.endsWith(EXTENSION)).map((file) => path.basename(file, EXTENSION));
  const unknown = await findUnknown(
    database,
    ids.filter((id) => uuidOrNull(id) !== null),
  );
  for (const id of unknown) {
    const text = await readFile(path.join(folderOf(archiveDir), `${id}${EXTENSION}`), "utf8");
    const person = erasedPerson.parse(JSON.parse(text));
    await database.transaction((tx) => eraseListed(tx, erasing, person));
  }
  return unknown.length;
}
