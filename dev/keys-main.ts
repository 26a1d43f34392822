// Makes the keys of all processes in a folder, once: `node dev/keys-main.ts FOLDER`.
import { signingNames } from "./environment.ts";
import { ensureKeys } from "./keys.ts";

const [folder] = process.argv.slice(2);
if (folder) ensureKeys(folder, signingNames());
else {
  console.error("Name the folder that the keys go into.");
  process.exitCode = 1;
}
