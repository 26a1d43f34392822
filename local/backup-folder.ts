// Contents of a backup, and copying files into and out of it.
import { chownSync, copyFileSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";

/** Written last: a backup without it is incomplete. */
export const MANIFEST = "backup.json";
/** Files of old messages, which may lie elsewhere (ARCHIVE_DIR). */
export const ARCHIVE = "archive";
/** List of erased people, in the archive: see subgraphs/users/workflows/erased-list.ts. */
export const ERASED = path.join(ARCHIVE, "erased");
/** In addition to the databases: keys, archived messages, and the marker of the first seeding. */
export const BESIDES = ["keys", "provider", "seeded", ARCHIVE];

/** Location of a part in a system. */
export function placeOf(part: string, dataDir: string, { ARCHIVE_DIR: archiveDir }: NodeJS.ProcessEnv): string {
  return part === ARCHIVE && archiveDir ? path.resolve(archiveDir) : path.join(dataDir, part);
}

/** A file, or a folder with all its content; owners are preserved. Files that disappear during the copy are skipped. */
export function copyAll(
  from: string,
  to: string,
  isLeftOut: (file: string) => boolean = () => false,
  inner = "",
): void {
  const [source, target] = [path.join(from, inner), path.join(to, inner)];
  try {
    const own = lstatSync(source);
    if (own.isDirectory()) mkdirSync(target, { recursive: true, mode: own.mode });
    else if (own.isFile()) copyFileSync(source, target);
    else return;
    if (process.getuid?.() === 0) chownSync(target, own.uid, own.gid);
    if (!own.isDirectory()) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  for (const name of readdirSync(source)) {
    const file = path.posix.join(inner, name);
    if (!isLeftOut(file)) copyAll(from, to, isLeftOut, file);
  }
}
