// `npm run verify-queue -- FOLDER`: recomputes a published draw, and verifies the serving log and the admissions (docs/draw.md). Exit code 1 if
// anything is wrong.
import { parseArgs } from "node:util";
import { counted, grouped } from "../domain/queue/findings.ts";
import { verifyFolder, type Verification } from "./queue-folder.ts";

const USAGE = [
  "Usage: npm run verify-queue -- FOLDER [--commitment HEX] [--policy-hash HEX] [--entries-root HEX] [--entry ID] [--head HEX]…",
  "  --commitment, --policy-hash  as announced",
  "  --entries-root               as published at the close",
  "  --entry                      id of an own entry",
  "  --head                       hash of a step that was published during the sale",
].join("\n");

/** Each value in hexadecimal, checked. */
function readArguments() {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    options: {
      commitment: text,
      "policy-hash": text,
      "entries-root": text,
      entry: text,
      head: { type: "string", multiple: true },
    },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error(USAGE);
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) {
      const digits = name === "entry" ? 32 : 64;
      if (!new RegExp(`^[0-9a-f]{${digits}}$`).test(one))
        throw new Error(`--${name} takes ${digits} lower-case hexadecimal digits.`);
    }
  const { commitment, "policy-hash": policyHash, "entries-root": entriesRoot, entry, head: heads } = values;
  return { folder, remembered: { commitment, policyHash, entriesRoot, entry, heads } };
}

function describe({ document, served, rank }: Verification, entry: string | undefined): string[] {
  const { event, entries, ranks, heldForReview, served: ended } = document!;
  return [
    `Event ${event}: ${counted(entries, "entry", "entries")}. The draw is what it says, ranks ${ranks}.`,
    ...(heldForReview === 0
      ? []
      : [`${counted(heldForReview, "entry was", "entries were")} held for review, and not drawn.`]),
    served
      ? `${counted(served.steps, "step", "steps")}, ${counted(served.admissions, "admission", "admissions")}: nobody was admitted before their turn. Head ${served.head}.`
      : "The serving log is not published yet.",
    ...(served && !ended ? ["The queue is still open: the log may grow."] : []),
    ...(rank === undefined ? [] : [`Entry ${entry} has the rank ${grouped(rank)}.`]),
  ];
}

try {
  const { folder, remembered } = readArguments();
  const verification = await verifyFolder(folder, remembered);
  const { faults } = verification;
  for (const { file, what } of faults) console.error(`${file}: ${what}`);
  if (faults.length > 0) {
    console.error("The folder is not what it says.");
    process.exitCode = 1;
  } else for (const line of describe(verification, remembered.entry)) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
