// Bundles the service worker, which is told the files that pages of tickets need; and makes icons from the picture of the site.
import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { InlineConfig } from "vite";
import { WORKER_PATH } from "./offline.ts";

const HERE = import.meta.dirname;
const SHOWN = ["entry-client.tsx", "tickets/tickets-view.tsx", "tickets/ticket-view.tsx", "problem/problem-view.tsx"];
const ICON_SIZES = [192, 512];

type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[] };

/** Files that these chunks load at once. */
function filesOf(manifest: Record<string, Chunk>, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (name: string): string[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    const { file, css = [], assets = [], imports = [] } = manifest[name]!;
    return [file, ...css, ...assets, ...imports.flatMap(visit)];
  };
  return [...new Set(names.flatMap(visit))].map((file) => `/${file}`);
}

/** @param client folder of the built pages @param id changes when a source changes */
export function workerBuild(client: string, id: string): InlineConfig {
  const manifest = JSON.parse(readFileSync(path.join(client, "manifest.json"), "utf8")) as Record<string, Chunk>;
  return {
    configFile: false,
    root: path.join(HERE, "worker"),
    logLevel: "warn",
    publicDir: false,
    define: { BUILD: JSON.stringify({ id, assets: filesOf(manifest, SHOWN) }) },
    build: {
      outDir: client,
      emptyOutDir: false,
      target: ["chrome111", "firefox128", "safari16.4"],
      modulePreload: false,
      rolldownOptions: {
        input: path.join(HERE, "worker", "main.ts"),
        output: { format: "iife", entryFileNames: path.basename(WORKER_PATH) },
      },
    },
  };
}

/** For the home screens of phones, which take no SVG. */
export async function makeIcons(client: string): Promise<void> {
  const picture = path.join(HERE, "app", "public", "favicon.svg");
  for (const size of ICON_SIZES)
    await sharp(picture, { density: (72 * size) / 32 })
      .resize(size, size)
      .png()
      .toFile(path.join(client, `icon-${size}.png`));
}
