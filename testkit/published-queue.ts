// Published folders of draws, for tests and benches: entries from random numbers, a sale in which everybody is served, and its log.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packEntries, type Entries } from "../domain/queue/entries.ts";
import { filesOfDraw, lineOf, type Admission, type Draw, type QueuePolicy } from "../domain/queue/published-draw.ts";
import { headBeforeFirstStep, nextStep, type HashedStep } from "../domain/queue/serving-log.ts";
import { createRandom } from "./random.ts";

export const QUEUE_POLICY: QueuePolicy = {
  drawAt: "2026-11-25T20:00:00.000Z",
  randomness: "COMMITTED_SEED",
  groups: ["everybody"],
  maxWeight: 1,
  reviewSeconds: 600,
  ticketsPerPerson: 4,
};

/** @param seed of the random numbers */
export function randomEntries(count: number, seed: number, { groups, maxWeight } = QUEUE_POLICY): Entries {
  const random = createRandom(seed);
  const ids = Buffer.alloc(count * 16);
  for (let at = 0; at < ids.length; at += 4) ids.writeUInt32BE(random.below(2 ** 32), at);
  if (groups.length === 1 && maxWeight === 1) return packEntries(ids);
  const classes = Buffer.alloc(count * 2);
  for (let at = 0; at < classes.length; at += 2) {
    classes[at] = random.below(groups.length);
    classes[at + 1] = 1 + random.below(maxWeight);
  }
  return packEntries(ids, classes);
}

/** The files of a sale that has ended: each step serves as many more, a second later, and all of them come at once. */
export function filesOfSale(entries: Entries, drawn: Draw, { steps, late }: { steps: number; late: number }) {
  const lastRank = entries.count + late;
  const opensAt = Date.parse(drawn.document.policy.drawAt);
  const log: HashedStep[] = [];
  const admissions: Admission[] = [];
  for (let seq = 1; seq <= steps; seq++) {
    const at = new Date(opensAt + seq * 1_000).toISOString();
    const serving = Math.ceil((lastRank * seq) / steps);
    const before = log.at(-1) ?? headBeforeFirstStep(drawn.drawKey);
    log.push(nextStep(before, { serving, active: admissions.length, reason: "CAP", by: "INLET", at }));
    while (admissions.length < serving) admissions.push({ rank: admissions.length + 1, step: seq, at });
  }
  const linesOf = (records: readonly object[]) => Buffer.from(records.map(lineOf).join(""));
  const [stepLines, admissionLines] = [linesOf(log), linesOf(admissions)];
  const document = {
    ...drawn.document,
    late,
    served: {
      steps,
      head: log.at(-1)!.hash,
      admissions: admissions.length,
      admissionsHash: createHash("sha256").update(admissionLines).digest("hex"),
    },
  };
  return {
    ...filesOfDraw(entries, { ...drawn, document }),
    "steps.jsonl": stepLines,
    "admissions.jsonl": admissionLines,
  };
}

export function writeFiles(folder: string, files: Record<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
}
