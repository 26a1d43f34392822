// `npm run restore -- FOLDER [ERASED]`: restores a backup of `npm run backup` into an empty data folder. Then start the system with `npm start`.
// ERASED has the list of people who were erased after the backup: a later backup, a data folder, or the folder `erased` of an archive.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { ARCHIVE, BESIDES, copyAll, ERASED, MANIFEST, placeOf } from "./backup-folder.ts";
import { ROOT } from "../operations/topology.ts";

const PARTS = ["postgres", ...BESIDES];

const [source, erased] = process.argv.slice(2);
const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data"));
try {
  if (!source) throw new Error("Pass the folder of a backup: npm run restore -- FOLDER.");
  restore(path.resolve(source), erased === undefined ? undefined : listIn(path.resolve(erased)));
  console.log(`Restored into ${dataDir}: start the system with npm start.`);
  if (erased === undefined)
    console.log(
      "People who were erased after the backup come back, unless you pass the list: npm run restore -- FOLDER ERASED.",
    );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** The list of erased people in a folder. @throws Error if there is none */
function listIn(folder: string): string {
  const list = [path.join(folder, ERASED), folder].find(
    (place) => path.basename(place) === "erased" && existsSync(place),
  );
  if (list === undefined) throw new Error(`${folder} does not contain a list of erased people (${ERASED}).`);
  return list;
}

function restore(folder: string, erasedSince: string | undefined): void {
  if (!existsSync(path.join(folder, MANIFEST))) throw new Error(`${folder} does not contain a complete backup.`);
  const inTheWay = [...PARTS, "redis", "run"].filter((part) => !isEmpty(placeOf(part, dataDir, process.env)));
  if (inTheWay.length > 0)
    throw new Error(`${dataDir} is in use (${inTheWay.join(", ")}): move it, or set DATA_DIR to another folder.`);
  mkdirSync(dataDir, { recursive: true });
  try {
    for (const part of PARTS) copyAll(path.join(folder, part), placeOf(part, dataDir, process.env));
    if (erasedSince !== undefined)
      copyAll(erasedSince, path.join(placeOf(ARCHIVE, dataDir, process.env), path.basename(ERASED)));
  } catch (error) {
    // Atomic.
    for (const part of PARTS) rmSync(placeOf(part, dataDir, process.env), { recursive: true, force: true });
    throw error;
  }
}

function isEmpty(place: string): boolean {
  return !existsSync(place) || (statSync(place).isDirectory() && readdirSync(place).length === 0);
}
