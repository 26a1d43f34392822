// The files that publish a draw and what came of it: docs/draw.md has the formats.
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { commitmentOf, drawKeyOf, policyHashOf, SEED_BYTES } from "./commitment.ts";
import { MAX_ENTRIES, type Entries } from "./entries.ts";
import { drawnOrder, hashOfOrder, ranksOf } from "./ranks.ts";
import { STEP_ACTORS, STEP_REASONS } from "./serving-log.ts";
import { HASH_BYTES } from "./sha256.ts";
import { merkleTreeOf } from "./merkle-tree.ts";

/** Bounds the memory of a verification: a step a second for eleven days. */
const MAX_STEPS = 1_000_000;

/** Bytes of a rank in ranks.bin, big-endian. */
export const RANK_BYTES = 4;

const hex = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `expected ${2 * bytes} lower-case hexadecimal digits`);
const count = z.int().min(0).max(MAX_ENTRIES);
const rank = z
  .int()
  .min(1)
  .max(2 * MAX_ENTRIES);
const instant = z.string().refine((text) => isInstant(text), "expected a time such as 2026-11-25T20:00:00.000Z");

function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

/** What the draw needs of the rules. They may have more members, which the hash covers, too. */
export const queuePolicySchema = z.looseObject({
  drawAt: instant,
  /** The seed alone decides: there is no randomness from after the close. */
  randomness: z.literal("COMMITTED_SEED"),
  /** Names of the groups, in the order in which they are drawn. */
  groups: z.array(z.string().min(1)).min(1).max(256),
  /** 1 if all entries of a group have equal chances. */
  maxWeight: z.int().min(1).max(255),
  /** After the close, in which entries can be held for review. Absent: none is held. */
  reviewSeconds: z.int().min(1).optional(),
});
export type QueuePolicy = z.infer<typeof queuePolicySchema>;

/** draw.json */
export const drawDocumentSchema = z.strictObject({
  format: z.literal("boxoffice-draw-1"),
  event: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "expected a UUID in lower case"),
  policy: queuePolicySchema,
  policyHash: hex(HASH_BYTES),
  commitment: hex(HASH_BYTES),
  seed: hex(SEED_BYTES),
  beacon: z.literal(""),
  entries: count,
  entriesRoot: hex(HASH_BYTES),
  /** Entries that were there at the close and are not drawn, because they were held for review. */
  heldForReview: count,
  /** SHA-256 of the ids in the order of their ranks. */
  ranks: hex(HASH_BYTES),
  /** People who joined after the close, or were released from a review after the draw. They have the ranks after the last entry. */
  late: count,
  /** Null until the queue is closed. */
  served: z
    .strictObject({
      steps: z.int().min(0),
      /** `hash` of the last step. */
      head: hex(HASH_BYTES),
      admissions: count,
      /** SHA-256 of admissions.jsonl. */
      admissionsHash: hex(HASH_BYTES),
    })
    .nullable(),
});
export type DrawDocument = z.infer<typeof drawDocumentSchema>;

/** A line of steps.jsonl */
export const stepSchema = z.strictObject({
  seq: z.int().min(1).max(MAX_STEPS),
  serving: z.int().min(0),
  active: z.int().min(0),
  reason: z.enum(STEP_REASONS),
  by: z.enum(STEP_ACTORS),
  at: instant,
  previous: hex(HASH_BYTES),
  hash: hex(HASH_BYTES),
});

/** A line of admissions.jsonl */
export const admissionSchema = z.strictObject({
  rank,
  /** `seq` of the last step when the person was let in. */
  step: z.int().min(1),
  at: instant,
});
export type Admission = z.infer<typeof admissionSchema>;

export const hasClasses = ({ groups, maxWeight }: QueuePolicy): boolean => groups.length > 1 || maxWeight > 1;

export interface Draw {
  document: DrawDocument;
  drawKey: Buffer;
  /** Index of each entry, by rank. */
  order: Uint32Array;
  /** Rank of each entry, from 1, in the order of the entries. */
  ranks: Uint32Array;
}

/** Draws: from entries that were frozen at the close, and the seed that was committed before. */
export function draw(
  entries: Entries,
  {
    eventId,
    policy,
    seed,
    heldForReview = 0,
  }: { eventId: string; policy: QueuePolicy; seed: Uint8Array; heldForReview?: number },
): Draw {
  if (hasClasses(policy) !== (entries.classes !== null))
    throw new RangeError("Entries have classes exactly if the policy has several groups, or weights.");
  const policyHash = policyHashOf(policy);
  const entriesRoot = merkleTreeOf(entries).root;
  const drawKey = drawKeyOf({ eventId, entriesRoot, seed });
  const order = drawnOrder(entries, drawKey);
  const document: DrawDocument = {
    format: "boxoffice-draw-1",
    event: eventId,
    policy,
    policyHash: policyHash.toString("hex"),
    commitment: commitmentOf({ eventId, policyHash, seed }).toString("hex"),
    seed: Buffer.from(seed).toString("hex"),
    beacon: "",
    entries: entries.count,
    entriesRoot: entriesRoot.toString("hex"),
    heldForReview,
    ranks: hashOfOrder(entries, order).toString("hex"),
    late: 0,
    served: null,
  };
  return { document, drawKey, order, ranks: ranksOf(order) };
}

/** The files of a draw, by name. */
export function filesOfDraw(entries: Entries, { document, ranks }: Draw): Record<string, Buffer> {
  const packedRanks = Buffer.allocUnsafe(ranks.length * RANK_BYTES);
  for (const [index, value] of ranks.entries()) packedRanks.writeUInt32BE(value, index * RANK_BYTES);
  return {
    "draw.json": Buffer.from(`${JSON.stringify(document, null, 2)}\n`),
    "entries.bin": entries.ids,
    ...(entries.classes ? { "classes.bin": entries.classes } : {}),
    "ranks.bin": packedRanks,
  };
}

/** A line of steps.jsonl or admissions.jsonl. */
export const lineOf = (record: object): string => `${canonicalJson(record)}\n`;
