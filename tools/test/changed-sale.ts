// A sale of a queue whose published files tests change, and what the verification of them finds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { idOf, type Entries } from "../../domain/queue/entries.ts";
import { draw, type DrawDocument } from "../../domain/queue/published-draw.ts";
import { filesOfSale, QUEUE_POLICY, randomEntries, writeFiles } from "../../testkit/published-queue.ts";
import { verifyFolder } from "../queue-folder.ts";

export const EVENT = "018f2f6e-7c3a-7b1e-9d4c-2a6b8c0e1f23";
export const SEED = Buffer.alloc(32, 3);
/** Two groups, and weights. */
export const CLASSES = { ...QUEUE_POLICY, groups: ["members", "everybody"], maxWeight: 3 };

export type Files = Record<string, Buffer>;

/** 500 entries and 20 latecomers, served in 10 steps of 52. */
export function saleOf(policy = QUEUE_POLICY): { entries: Entries; files: Files; ranks: Uint32Array } {
  const entries = randomEntries(500, 42, policy);
  const drawn = draw(entries, { eventId: EVENT, policy, seed: SEED, heldForReview: 3 });
  return { entries, files: filesOfSale(entries, drawn, { steps: 10, late: 20 }), ranks: drawn.ranks };
}

export const { entries, files, ranks } = saleOf();
export const documentOf = (of: Files) => JSON.parse(of["draw.json"]!.toString()) as DrawDocument;
export const original = documentOf(files);
export const id = (index: number) => idOf(entries.ids, index);

/** Calls `use` with an empty folder, which is removed then. */
export async function inFolder<Result>(use: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each fault after the name of its file. */
export const verified = (changed: Files, remembered: Parameters<typeof verifyFolder>[1] = {}) =>
  inFolder(async (folder) => {
    writeFiles(folder, changed);
    const { faults } = await verifyFolder(folder, remembered);
    return faults.map(({ file, what }) => `${file}: ${what}`);
  });

export const withDocument = (change: object, of = files): Files => ({
  ...of,
  "draw.json": Buffer.from(JSON.stringify({ ...documentOf(of), ...change })),
});

export function withSwappedRanks(one: number, other: number): Files {
  const swapped = Buffer.from(files["ranks.bin"]!);
  swapped.writeUInt32BE(ranks[other]!, one * 4);
  swapped.writeUInt32BE(ranks[one]!, other * 4);
  return { ...files, "ranks.bin": swapped };
}

export const added = Buffer.from("ff".repeat(16), "hex");

export const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;
