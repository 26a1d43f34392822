// Script that a page needs, compressed as browsers get it: what its HTML names and what that imports, in English.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

type Manifest = Record<string, { file: string; imports?: string[] }>;

const ALWAYS = ["entry-client.tsx", "texts/en.ts"];
const MAP = ["seat-map/live-hall.tsx", "seat-map/follow.ts"];

export function sizesOf(buildDir: string): Record<"listKb" | "eventKb" | "checkoutKb" | "mapKb", number> {
  const client = path.join(buildDir, "client");
  const manifest = JSON.parse(readFileSync(path.join(client, "manifest.json"), "utf8")) as Manifest;
  const filesOf = (names: readonly string[], found = new Set<string>()): Set<string> => {
    for (const name of names) {
      const { file, imports = [] } = manifest[name]!;
      if (found.has(file)) continue;
      found.add(file);
      filesOf(imports, found);
    }
    return found;
  };
  const kilobytes = (files: Iterable<string>) => {
    const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(client, file)), { level: 9 }).length);
    return Number((bytes.reduce((sum, one) => sum + one, 0) / 1_000).toFixed(1));
  };
  const page = (view: string) => filesOf([...ALWAYS, view]);
  const seats = page("seats/seats-view.tsx");
  return {
    listKb: kilobytes(page("find/find-view.tsx")),
    eventKb: kilobytes(page("event/event-view.tsx")),
    checkoutKb: kilobytes(page("hold/hold-view.tsx")),
    // What the map adds to its page.
    mapKb: kilobytes([...filesOf(MAP)].filter((file) => !seats.has(file))),
  };
}
