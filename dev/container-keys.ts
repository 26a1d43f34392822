// What containers sign with: `node dev/container-keys.ts FOLDER FOLDER/NAME…`. All keys are made once and kept in the first folder, which no
// process sees; into each of the others go those of the process that it is named after, and nobody else's.
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { signingNames } from "./environment.ts";
import { ensureKeys } from "./keys.ts";

const [all, ...folders] = process.argv.slice(2);
if (!all || folders.length === 0)
  throw new Error("Name the folder that keeps all keys, and one for each process, with the process's name.");
const keys = ensureKeys(all, signingNames());
for (const folder of folders) {
  const name = path.basename(folder);
  mkdirSync(folder, { recursive: true });
  const put = (file: string, as: string) => copyFileSync(file, path.join(folder, as));
  put(keys.signingKeyFile(name), "signing.pem");
  put(keys.trustedKeysFile, "trusted.json");
  if (name === "orders") put(keys.signingKeyFile("tickets"), "tickets.pem");
}
