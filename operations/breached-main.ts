// `npm run breached -- LIST OUT` makes the file for USERS_BREACHED_FILE from a list of SHA-1 hashes: see docs/operations/breached-passwords.md.
import { writeBreachedFile } from "./breached.ts";

const [list, out, ...others] = process.argv.slice(2);
try {
  if (!list || !out || others.length > 0)
    throw new Error("Pass the list and the file to write: npm run breached -- LIST OUT.");
  console.log(`${out} has ${await writeBreachedFile(list, out)} entries: set USERS_BREACHED_FILE to its path.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
