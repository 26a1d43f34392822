// Which processes run code that has changed.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Imports, exports from, imports of types and dynamic ones, and `new URL(…, import.meta.url)` of workers, schemas and folders of SQL. */
const REFERENCES = /(?:from|import|import\(|new URL\()\s*"(\.\.?\/[^"]+)"/g;

export interface ModuleGraph {
  /** Names of the processes that use these files as code, schema or SQL. */
  affectedBy(files: readonly string[]): Set<string>;
}

/** @param mains of the processes, by name; paths are relative to `root`, as those of changed files. */
export function readModuleGraph(root: string, mains: ReadonlyMap<string, string>): ModuleGraph {
  const reachable = new Map([...mains].map(([name, main]) => [name, reachedFrom(root, main)]));
  return {
    affectedBy: (files) => {
      const isOf = (reached: Set<string>) =>
        files.some((file) => reached.has(file) || reached.has(`${path.posix.dirname(file)}/`));
      return new Set([...reachable].filter(([, reached]) => isOf(reached)).map(([name]) => name));
    },
  };
}

function reachedFrom(root: string, main: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [main];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (!file.endsWith(".ts") || !existsSync(path.join(root, file))) continue;
    for (const [, reference] of readFileSync(path.join(root, file), "utf8").matchAll(REFERENCES))
      waiting.push(path.posix.join(path.posix.dirname(file), reference!));
  }
  return reached;
}
