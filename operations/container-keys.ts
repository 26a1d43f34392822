// Keys for containers: `node operations/container-keys.ts ALL OUT/NAME…`. All keys are made once and kept in the folder ALL, which no
// process mounts. Each further folder gets copies of the keys of the process with its name. Each copy is replaced atomically, so an
// interruption leaves no partial file.
import { copyFileSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { signingNames } from "./environment.ts";
import { ensureKeys } from "./keys.ts";

const [all, ...folders] = process.argv.slice(2);
if (!all || folders.length === 0)
  throw new Error("Pass the folder of all keys, and one folder for each process, named after it.");
const keys = ensureKeys(all, signingNames());
for (const folder of folders) {
  const name = path.basename(folder);
  mkdirSync(folder, { recursive: true });
  const put = (file: string, as: string) => {
    const whole = path.join(folder, as);
    copyFileSync(file, `${whole}.unfinished`);
    renameSync(`${whole}.unfinished`, whole);
  };
  put(keys.signingKeyFile(name), "signing.pem");
  put(keys.trustedKeysFile, "trusted.json");
  if (name === "orders") put(keys.signingKeyFile("tickets"), "tickets.pem");
}
