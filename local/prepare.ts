// Preparation during a first start, while PostgreSQL's cluster is created: one process loads all modules, which fills the compile cache,
// and migrates all databases, so that no other process loads the migrator.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { COMPILED } from "./compile-cache.ts";
import type { Env } from "../operations/environment.ts";
import { ROOT } from "../operations/topology.ts";

export interface Preparing {
  /** Called when the databases exist. */
  migrate(owners: string[]): void;
  /** Also after a failure: each process then does the missing steps itself. */
  done: Promise<unknown>;
  stop(): Promise<void>;
}

/** @param mains of the processes that will be started, relative to the root */
export function prepare(mains: string[], env: Env): Preparing {
  const child = spawn(process.execPath, [path.join(ROOT, "local", "prepare-main.ts"), ...mains], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const done = once(child, "exit").catch(() => {});
  return {
    migrate: (owners) => void (child.connected && child.send(owners, () => {})),
    done,
    stop: async () => {
      child.kill();
      await done;
    },
  };
}
