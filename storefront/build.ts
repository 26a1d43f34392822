// Builds the pages: scripts and styles for browsers, and the same views for this process. Built again when a source has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeIcons, workerBuild } from "./build-worker.ts";

const HERE = import.meta.dirname;
const APP = path.join(HERE, "app");
/** What a build depends on, besides the packages. */
const SOURCES = [
  ...["app", "worker", "documents", "page-data.ts", "offline.ts", "build.ts", "build-worker.ts"],
  "../platform/core/currencies.ts",
];
const PACKAGES = ["react-dom", "vite", "graphql-ws"];

function filesBelow(target: string): string[] {
  const entries = readdirSync(target, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((source) => {
    const target = path.join(HERE, source);
    return source.includes(".") ? [target] : filesBelow(target);
  });
  const packages = PACKAGES.map((name) => path.join(HERE, "..", "node_modules", name, "package.json"));
  for (const file of [...files, ...packages].sort()) {
    hash.update(path.relative(HERE, file)).update("\0");
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

const hashFile = (buildDir: string) => path.join(buildDir, "sources.sha256");

/** Whether the folder has the build of these sources. */
export function isBuilt(buildDir: string): boolean {
  return existsSync(hashFile(buildDir)) && readFileSync(hashFile(buildDir), "utf8") === sourcesHash();
}

/** Replaces the folder by a complete build. */
export async function build(buildDir: string): Promise<void> {
  const { build: bundle } = await import("vite");
  const hash = sourcesHash();
  const made = `${path.resolve(buildDir)}.${process.pid}`;
  const common = {
    configFile: false,
    root: APP,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic" } },
  } as const;
  await bundle({
    ...common,
    build: {
      outDir: path.join(made, "client"),
      emptyOutDir: true,
      manifest: "manifest.json",
      target: ["chrome111", "firefox128", "safari16.4"],
      // Fonts and pictures are files: the policy of the pages allows no data in styles.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(APP, "entry-client.tsx") },
    },
  });
  const client = path.join(made, "client");
  await bundle(workerBuild(client, hash.slice(0, 16)));
  await makeIcons(client);
  await bundle({
    ...common,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      outDir: path.join(made, "server"),
      emptyOutDir: true,
      ssr: true,
      target: "node24",
      rolldownOptions: { input: path.join(APP, "entry-server.tsx") },
    },
  });
  writeFileSync(hashFile(made), hash);
  replace(path.resolve(buildDir), made);
}

/** Renames the new build into place. Running processes keep the old one in memory. */
function replace(buildDir: string, made: string): void {
  const old = `${made}.old`;
  if (existsSync(buildDir)) renameSync(buildDir, old);
  try {
    renameSync(made, buildDir);
  } catch (error) {
    // Another process was quicker, with the same sources.
    if (!isBuilt(buildDir)) throw error;
    rmSync(made, { recursive: true });
  }
  rmSync(old, { recursive: true, force: true });
}

export async function buildIfChanged(buildDir: string): Promise<void> {
  if (!isBuilt(buildDir)) await build(buildDir);
}
