// Watch mode of `npm run dev`: restarts processes after code changes, and composes and publishes changed schemas.
import { execFile } from "node:child_process";
import { watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../operations/topology.ts";
import { readModuleGraph } from "./module-graph.ts";
import { STOREFRONT } from "./process-plans.ts";
import { buildStorefront } from "./storefront-build.ts";
import type { System } from "./system.ts";

const WATCHED = ["domain", "gateway", "local/stand-ins", "platform", "registry", "schema", "storefront", "subgraphs"];
/** An editor that saves several files, or one in several steps, causes one restart. */
const SETTLE_MS = 60;
const IS_SOURCE = /\.(tsx?|css|sql|graphql)$/;
const IS_TEST = /(\.test\.ts$|\/test\/)/;
/** Changes of these files change generated files, which restart processes. */
const IS_COMPOSED =
  /^(subgraphs\/[^/]+\/(schema\.graphql|clients\/[^/]+\.graphql)|(gateway\/(identity|account)|storefront\/documents)\/[^/]+\.graphql)$/;
/** Changes of these files change the built pages. */
const IS_BUILT =
  /^storefront\/(app|worker|documents)\/|^storefront\/(page-data|locale|offline|build|build-worker)\.ts$/;

const run = promisify(execFile);

/** @returns how to stop it */
export function watchSources(system: System, say: (line: string) => void): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();

  async function takeUp(files: string[]): Promise<void> {
    const hasSchema = files.some((file) => IS_COMPOSED.test(file));
    const isComposed = hasSchema && (await compose(say));
    // A schema that does not compose waits for its next change; changed code does not.
    const usable = isComposed ? files : files.filter((file) => !IS_COMPOSED.test(file));
    const affected = readModuleGraph(ROOT, system.mains).affectedBy(usable);
    if (files.some((file) => IS_BUILT.test(file)) && system.mains.has(STOREFRONT)) {
      await buildStorefront(system.env, say).done;
      affected.add(STOREFRONT);
    }
    await Promise.all([...affected].map((name) => restart(name)));
    if (isComposed) await system.publish();
  }

  async function restart(name: string): Promise<void> {
    const begun = performance.now();
    const problem = await system.restart(name);
    say(problem ?? `${name} runs the changed code (${((performance.now() - begun) / 1_000).toFixed(1)} s).`);
  }

  const note = (folder: string, file: string | null) => {
    const name = `${folder}/${file?.replaceAll(path.sep, "/")}`;
    if (file === null || !IS_SOURCE.test(name) || IS_TEST.test(name)) return;
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed];
      changed = new Set();
      work = work.then(() => takeUp(files)).catch((error: Error) => say(error.message));
    }, SETTLE_MS);
  };
  const watchers: FSWatcher[] = WATCHED.map((folder) =>
    watch(path.join(ROOT, folder), { recursive: true }, (_, file) => note(folder, file)),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

async function compose(say: (line: string) => void): Promise<boolean> {
  try {
    await run(process.execPath, [path.join(ROOT, "tools/compose.ts")], { cwd: ROOT });
    return true;
  } catch (error) {
    say((error as { stderr?: string }).stderr?.trim() || (error as Error).message);
    return false;
  }
}
