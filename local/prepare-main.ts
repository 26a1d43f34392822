// The process of prepare.ts.
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { flushCompileCache, getCompileCacheDir, registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createLogger } from "../platform/telemetry/logger.ts";
import "../platform/core/process.ts";
import { migrate } from "../operations/migrate.ts";
import { ROOT } from "../operations/topology.ts";

const THREADS = ["gateway/operations/document-worker.ts", "registry/checks/worker.ts"];
const PROCESS = "/platform/core/process.ts";
/** A main module that is imported with this in place of the process's life loads all that it needs, and starts nothing. */
const NO_PROCESS = "data:text/javascript,export const runProcess = async () => {};";

// The supervisor has ended.
process.on("disconnect", () => process.exit(1));
await Promise.all([compile([...process.argv.slice(2), ...THREADS]), migrateWhenTold()]);
process.exit(0);

async function compile(modules: string[]): Promise<void> {
  const folder = getCompileCacheDir();
  if (folder === undefined) return;
  const done = path.join(folder, "complete");
  if (existsSync(done)) return;
  const hooks = registerHooks({
    resolve: (specifier, context, next) => next(specifier.endsWith(PROCESS) ? NO_PROCESS : specifier, context),
  });
  // A worker's module fails without its workerData, but is compiled by then.
  for (const module of modules) await import(pathToFileURL(path.join(ROOT, module)).href).catch(() => {});
  hooks.deregister();
  flushCompileCache();
  writeFileSync(done, "");
}

async function migrateWhenTold(): Promise<void> {
  const [owners] = (await once(process, "message")) as [string[]];
  const logger = createLogger("prepare", "silent");
  await Promise.all(owners.map((owner) => migrate(owner, process.env, logger)));
}
