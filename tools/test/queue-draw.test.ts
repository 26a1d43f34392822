// Manipulated draws: each manipulation is found, and named with its file and place.
import { truncateSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { draw } from "../../domain/queue/published-draw.ts";
import { filesOfSale, QUEUE_POLICY, randomEntries, writeFiles } from "../../testkit/published-queue.ts";
import { verifyFolder } from "../queue-folder.ts";
import {
  added,
  CLASSES,
  entries,
  EVENT,
  files,
  id,
  inFolder,
  matching,
  original,
  ranks,
  saleOf,
  SEED,
  verified,
  withDocument,
  withSwappedRanks,
  type Files,
} from "./changed-sale.ts";

const { ids } = entries;

test("what was drawn and served by the rules is found to be so, with and without groups and weights", async () => {
  expect(await verified(files)).toEqual([]);
  expect(await verified(saleOf(CLASSES).files)).toEqual([]);
});

test("found: entries that were held for review, though the rules have none", async () => {
  const { reviewSeconds: _, ...policy } = QUEUE_POLICY;
  const fault = "draw.json: heldForReview: 3 entries were held, and policy has no review";
  expect(await verified(saleOf(policy).files)).toEqual([fault]);
});

test("the rank of an own entry is told, also before the sale", async () => {
  const { "steps.jsonl": _steps, "admissions.jsonl": _admissions, ...before } = withDocument({ served: null, late: 0 });
  const verification = await inFolder((folder) => {
    writeFiles(folder, before);
    return verifyFolder(folder, { entry: id(17) });
  });
  expect(verification).toMatchObject({ faults: [], rank: ranks[17], served: null });
});

const ofEntriesRoot = (what = "an entry") =>
  expect.stringMatching(
    new RegExp(
      `^draw.json: entriesRoot: the root of the files is [0-9a-f]{64}: ${what} was added, removed or changed after the close$`,
    ),
  ) as string;

test.each<[string, Files, string[]]>([
  [
    "two ranks are swapped",
    withSwappedRanks(3, 8),
    [`ranks.bin: the ranks ${ranks[3]} and ${ranks[8]} are swapped, of the entries ${id(3)} and ${id(8)}`],
  ],
  [
    "a rank is given twice",
    { ...files, "ranks.bin": Buffer.concat([files["ranks.bin"]!.subarray(4, 8), files["ranks.bin"]!.subarray(4)]) },
    [`ranks.bin: entry ${id(0)} has the rank ${ranks[1]}, and has drawn ${ranks[0]}`],
  ],
  [
    "the hash of all ranks is another",
    withDocument({ ranks: "ab".repeat(32) }),
    [`draw.json: ranks: the hash of the drawn order is ${original.ranks}`],
  ],
  [
    "an entry is added after the close",
    { ...files, "entries.bin": Buffer.concat([ids, added]) },
    ["entries.bin: 1 entry was added after the close: 500 were there at the close", ofEntriesRoot()],
  ],
  [
    "an entry is added after the close and counted",
    withDocument({ entries: 501 }, { ...files, "entries.bin": Buffer.concat([ids, added]) }),
    [ofEntriesRoot()],
  ],
  [
    "an entry is missing",
    { ...files, "entries.bin": ids.subarray(16) },
    ["entries.bin: 1 entry is missing: 500 were there at the close", ofEntriesRoot()],
  ],
  [
    "an entry is exchanged",
    { ...files, "entries.bin": Buffer.concat([ids.subarray(0, -16), added]) },
    [ofEntriesRoot()],
  ],
  [
    "an entry occurs twice",
    { ...files, "entries.bin": Buffer.concat([ids.subarray(0, 32), ids.subarray(16, 32), ids.subarray(48)]) },
    [`entries.bin: entry ${id(1)} occurs twice, at the places 2 and 3`, ofEntriesRoot()],
  ],
  [
    "entries are not sorted",
    { ...files, "entries.bin": Buffer.concat([ids.subarray(16, 32), ids.subarray(0, 16), ids.subarray(32)]) },
    ["entries.bin: not sorted: the entries at the places 1 and 2 are in the wrong order", ofEntriesRoot()],
  ],
  [
    "entries are truncated",
    { ...files, "entries.bin": ids.subarray(0, -5) },
    [
      "entries.bin: truncated: the last entry has 11 of 16 bytes",
      "entries.bin: 1 entry is missing: 500 were there at the close",
      ofEntriesRoot(),
    ],
  ],
  [
    "ranks are truncated",
    { ...files, "ranks.bin": files["ranks.bin"]!.subarray(0, 1_998) },
    ["ranks.bin: truncated: 1,998 bytes, and 2,000 are expected"],
  ],
  [
    "the policy is another",
    withDocument({ policy: { ...QUEUE_POLICY, ticketsPerPerson: 8 } }),
    [matching(/^draw\.json: policy: other rules than those announced: their hash is [0-9a-f]{64}$/)],
  ],
  [
    "classes are there without groups",
    { ...files, "classes.bin": Buffer.alloc(1_000) },
    ["classes.bin: policy has one group and no weights"],
  ],
])("found: %s", async (_, changed, faults) => {
  expect(await verified(changed)).toEqual(faults);
});

test("found: another seed, with the ranks that it gives", async () => {
  const drawn = draw(entries, { eventId: EVENT, policy: QUEUE_POLICY, seed: Buffer.alloc(32, 4) });
  const changed = filesOfSale(entries, drawn, { steps: 10, late: 20 });
  const { commitment } = drawn.document;
  expect(await verified(withDocument({ commitment: original.commitment }, changed))).toEqual([
    `draw.json: seed: another seed, policyHash or event than committed: they give the commitment ${commitment}`,
  ]);
  expect(await verified(changed, { commitment: original.commitment })).toEqual([
    `draw.json: commitment: ${commitment} is not the announced ${original.commitment}`,
  ]);
});

test("found: an entry that was added before all was computed anew, by what was published at the close", async () => {
  const more = randomEntries(501, 42);
  const drawn = draw(more, { eventId: EVENT, policy: QUEUE_POLICY, seed: SEED });
  const changed = filesOfSale(more, drawn, { steps: 10, late: 20 });
  expect(await verified(changed)).toEqual([]);
  const { entriesRoot, policyHash } = original;
  expect(await verified(changed, { entriesRoot, policyHash })).toEqual([
    `draw.json: entriesRoot: ${drawn.document.entriesRoot} is not the ${entriesRoot} of the close`,
  ]);
  expect(await verified(files, { policyHash: "00".repeat(32), entry: "00".repeat(16) })).toEqual([
    `draw.json: policyHash: ${policyHash} is not the announced ${"00".repeat(32)}`,
    `entries.bin: entry ${"00".repeat(16)} was left out of the draw`,
  ]);
});

test("found: groups and weights that were changed, are not of the policy, or are missing", async () => {
  const grouped = saleOf(CLASSES).files;
  const classes = grouped["classes.bin"]!;
  const changedTo = (group: number, weight: number) =>
    verified({ ...grouped, "classes.bin": Buffer.concat([Buffer.of(group, weight), classes.subarray(2)]) });
  const [group, weight] = classes;
  const ofRoot = ofEntriesRoot("an entry, a group or a weight");
  expect(await changedTo(1 - group!, weight!)).toEqual([ofRoot]);
  expect(await changedTo(group!, (weight! % 3) + 1)).toEqual([ofRoot]);
  expect(await changedTo(2, 0)).toEqual([
    "classes.bin: group 2 at the place 1 is none of the policy",
    "classes.bin: weight 0 at the place 1 is not from 1 to 3",
    ofRoot,
  ]);
  expect(await verified({ ...grouped, "classes.bin": classes.subarray(1) })).toEqual([
    "classes.bin: 999 bytes, and 1,000 are expected",
    ofEntriesRoot(),
  ]);
  const { "classes.bin": _, ...without } = grouped;
  expect(await verified(without)).toEqual(["classes.bin: missing: policy has groups or weights", ofEntriesRoot()]);
});

test("a file of more bytes than a draw can have is not read", async () => {
  const { faults } = await inFolder((folder) => {
    writeFiles(folder, files);
    truncateSync(path.join(folder, "entries.bin"), 160_000_016);
    return verifyFolder(folder);
  });
  expect(faults).toEqual([
    { file: "entries.bin", what: "larger than the 160,000,000 bytes that such a file may have" },
  ]);
});

test("found: any changed byte, and any truncation", async () => {
  const names = Object.keys(files).filter((name) => name !== "draw.json");
  const place = fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), fc.nat(files[name]!.length - 1)));
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async ([name, at], bits) => {
      const changed = Buffer.from(files[name]!);
      changed[at]! ^= bits;
      expect(await verified({ ...files, [name]: changed })).not.toEqual([]);
      expect(await verified({ ...files, [name]: changed.subarray(0, at) })).toContainEqual(
        expect.stringContaining(name),
      );
    }),
  );
});
