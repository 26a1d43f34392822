// Builds the storefront's pages beside the start of the other processes, if their sources have changed.
import { execFile, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { Env } from "../operations/environment.ts";
import { ROOT } from "../operations/topology.ts";
import { isBuilt } from "../storefront/build.ts";

export interface Building {
  /** Rejects if the pages can't be built. */
  done: Promise<void>;
  stop(): Promise<void>;
}

/** In a process of its own, because the bundler takes 100 MB. */
export function buildStorefront(env: Env, say: (line: string) => void): Building {
  if (isBuilt(env.STOREFRONT_BUILD_DIR!)) return { done: Promise.resolve(), stop: async () => {} };
  say("Building the storefront …");
  let child: ChildProcess | undefined;
  const done = new Promise<void>((resolve, reject) => {
    const main = path.join(ROOT, "storefront", "build-main.ts");
    child = execFile(process.execPath, [main], { env, cwd: ROOT }, (error, _, stderr) => {
      if (error) reject(new Error(`The storefront can't be built:\n${stderr}`, { cause: error }));
      else resolve();
    });
  });
  // Its failure is reported where it is awaited.
  done.catch(() => {});
  return { done, stop: async () => void child?.kill() };
}
