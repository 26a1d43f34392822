// Lines of logs that say what no log may.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { System } from "../../local/system.ts";

const SECRETS: [string, RegExp][] = [
  ["an address", /[\w.+-]+@(example\.org|mail\.example)/],
  ["a token", /\beyJ[\w-]{20,}\.[\w-]{20,}/],
  ["a password", /correct horse|"password"/],
  ["a card", /pm_card_/],
];

export function indiscretionsOf({ dataDir }: System): string[] {
  const folder = path.join(dataDir, "logs");
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    return SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file} has ${what}`);
  });
}
