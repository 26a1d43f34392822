// Creates the keys of all processes in a folder, once: `npm run keys -- FOLDER`. A second argument `add`, `use` or `drop`, with optional
// names of processes, runs one step of a key change, by default for all.
import { signingNames } from "./environment.ts";
import { changeKeys, ensureKeys, KEY_STEPS, type KeyStep } from "./keys.ts";

const [folder, step, ...names] = process.argv.slice(2);
const known = signingNames();
const isStep = (text: string): text is KeyStep => (KEY_STEPS as readonly string[]).includes(text);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

const unknown = names.find((name) => !known.includes(name));
if (!folder) fail("Pass the folder for the keys.");
else if (step !== undefined && !isStep(step))
  fail(`After the folder, pass one of ${KEY_STEPS.join(", ")}, or nothing.`);
else if (unknown) fail(`No key of ${unknown}: use any of ${known.join(", ")}.`);
else {
  ensureKeys(folder, known);
  try {
    const changed = names.length > 0 ? names : known.filter((name) => name !== "tickets");
    if (step) changeKeys(folder, changed, step);
  } catch (error) {
    fail((error as Error).message);
  }
  ensureKeys(folder, known);
}
