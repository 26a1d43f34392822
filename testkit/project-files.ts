// The files of the project, for tests that read them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";

/** Third-party or generated files. */
export const FOREIGN = new Set(["node_modules", ".git", ".data", "coverage"]);

/** @param file a path from the root */
export const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** Paths from the root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (FOREIGN.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}
