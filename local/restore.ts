// `npm run restore -- FOLDER`: restores a backup of `npm run backup` into an empty data folder. Then start the system with `npm start`.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { BESIDES, copyAll, MANIFEST, placeOf } from "./backup-folder.ts";
import { ROOT } from "../operations/topology.ts";

const PARTS = ["postgres", ...BESIDES];

const [source] = process.argv.slice(2);
const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data"));
try {
  if (!source) throw new Error("Pass the folder of a backup: npm run restore -- FOLDER.");
  restore(path.resolve(source));
  console.log(`Restored into ${dataDir}: start the system with npm start.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function restore(folder: string): void {
  if (!existsSync(path.join(folder, MANIFEST))) throw new Error(`${folder} does not contain a complete backup.`);
  const inTheWay = [...PARTS, "redis", "run"].filter((part) => !isEmpty(placeOf(part, dataDir, process.env)));
  if (inTheWay.length > 0)
    throw new Error(`${dataDir} is in use (${inTheWay.join(", ")}): move it, or set DATA_DIR to another folder.`);
  mkdirSync(dataDir, { recursive: true });
  try {
    for (const part of PARTS) copyAll(path.join(folder, part), placeOf(part, dataDir, process.env));
  } catch (error) {
    // Atomic.
    for (const part of PARTS) rmSync(placeOf(part, dataDir, process.env), { recursive: true, force: true });
    throw error;
  }
}

function isEmpty(place: string): boolean {
  return !existsSync(place) || (statSync(place).isDirectory() && readdirSync(place).length === 0);
}
