// Manipulated serving logs and admissions: each manipulation is found, and named with its line.
import { createHash } from "node:crypto";
import { lineOf, type Admission } from "../../domain/queue/published-draw.ts";
import { hashOfStep, headBeforeFirstStep, nextStep, type HashedStep } from "../../domain/queue/serving-log.ts";
import { drawKeyIn } from "../../domain/queue/verify-draw.ts";
import { QUEUE_POLICY } from "../../testkit/published-queue.ts";
import { files, matching, original, verified, withDocument, type Files } from "./changed-sale.ts";

const linesOf = <Line>(file: string) =>
  files[file]!.toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const steps = linesOf<HashedStep>("steps.jsonl");
const admissions = linesOf<Admission>("admissions.jsonl");
const withLines = (file: string, records: readonly object[]): Files => ({
  ...files,
  [file]: Buffer.from(records.map(lineOf).join("")),
});

/** The log from step `from` on, with new hashes. */
function rehashed(log: readonly HashedStep[], from: number): HashedStep[] {
  const result = log.slice(0, from - 1);
  for (const step of log.slice(from - 1))
    result.push(nextStep(result.at(-1) ?? headBeforeFirstStep(drawKeyIn(original)), step));
  return result;
}
const changedStep = (seq: number, change: Partial<HashedStep>) =>
  steps.map((step) => (step.seq === seq ? { ...step, ...change } : step));
const head = (log: readonly HashedStep[]) =>
  `steps.jsonl: the last step has the hash ${log.at(-1)!.hash}, and draw.json the head ${original.served!.head}`;

test.each<[string, HashedStep[], string[]]>([
  [
    "a step is taken back",
    rehashed(changedStep(5, { serving: 200 }), 5),
    [
      "steps.jsonl: step 5: serving was taken back from 208 to 200",
      head(rehashed(changedStep(5, { serving: 200 }), 5)),
      ...admissions
        .filter(({ step, rank }) => step === 5 && rank > 200)
        .slice(0, 10)
        .map(
          ({ rank }) =>
            `admissions.jsonl: line ${rank}: rank ${rank} was admitted at step 5, which served 200: it jumped the queue`,
        ),
      "admissions.jsonl: 42 more faults",
    ],
  ],
  [
    "a step is changed",
    changedStep(5, { reason: "SEATS" }),
    ["steps.jsonl: step 5: hash is not that of its members: the step was changed"],
  ],
  [
    "a step is changed, and its hash",
    changedStep(5, { reason: "SEATS", hash: hashOfStep({ ...steps[4]!, reason: "SEATS" }) }),
    ["steps.jsonl: step 6: previous is not the hash of the step before it, which was changed"],
  ],
  [
    "a step is changed, and all hashes after it",
    rehashed(changedStep(5, { reason: "SEATS" }), 5),
    [head(rehashed(changedStep(5, { reason: "SEATS" }), 5))],
  ],
  [
    "a step is earlier than the one before it",
    rehashed(changedStep(1, { at: "2026-11-25T20:00:02.500Z" }), 1),
    [
      "steps.jsonl: step 2: at is earlier than in the step before it",
      head(rehashed(changedStep(1, { at: "2026-11-25T20:00:02.500Z" }), 1)),
      ...Array.from(
        { length: 10 },
        (_, index) => `admissions.jsonl: line ${index + 1}: rank ${index + 1} was admitted before step 1 began`,
      ),
      "admissions.jsonl: 42 more faults",
    ],
  ],
  [
    "more is served than there are ranks",
    rehashed(changedStep(10, { serving: 521 }), 10),
    [
      "steps.jsonl: step 10: serving is 521, and the last rank is 520",
      head(rehashed(changedStep(10, { serving: 521 }), 10)),
    ],
  ],
  [
    "a step is removed",
    steps.toSpliced(4, 1),
    [
      "steps.jsonl: step 6: follows step 4: a step was removed, inserted or moved",
      "steps.jsonl: 9 steps, and draw.json counts 10",
      ...Array.from(
        { length: 10 },
        (_, index) =>
          `admissions.jsonl: line ${209 + index}: rank ${209 + index} was admitted at step 5, which is not in the log`,
      ),
      "admissions.jsonl: 42 more faults",
    ],
  ],
  [
    "the last step is removed",
    steps.slice(0, -1),
    [
      "steps.jsonl: 9 steps, and draw.json counts 10",
      head(steps.slice(0, -1)),
      ...Array.from(
        { length: 10 },
        (_, index) =>
          `admissions.jsonl: line ${469 + index}: rank ${469 + index} was admitted at step 10, which is not in the log`,
      ),
      "admissions.jsonl: 42 more faults",
    ],
  ],
  [
    "the log is of another draw",
    changedStep(1, { previous: "00".repeat(32), hash: hashOfStep({ ...steps[0]!, previous: "00".repeat(32) }) }),
    [
      "steps.jsonl: step 1: previous is not the draw key: the log is of another draw",
      "steps.jsonl: step 2: previous is not the hash of the step before it, which was changed",
    ],
  ],
])("found in the serving log: %s", async (_, log, faults) => {
  expect((await verified(withLines("steps.jsonl", log))).toSorted()).toEqual(faults.toSorted());
});

test("found: a step that somebody saw during the sale, and that is no longer there", async () => {
  const log = rehashed(changedStep(5, { reason: "SEATS" }), 5);
  const changed = withDocument(
    { served: { ...original.served!, head: log.at(-1)!.hash } },
    withLines("steps.jsonl", log),
  );
  expect(await verified(changed)).toEqual([]);
  const heads = [steps[3]!.hash, steps[4]!.hash];
  expect(await verified(changed, { heads })).toEqual([
    `steps.jsonl: no step has the remembered hash ${heads[1]}: steps were changed or removed`,
  ]);
});

test.each<[string, Admission[], string]>([
  [
    "an admission above the number that was served",
    admissions.with(0, { ...admissions[0]!, rank: 53 }).with(52, { ...admissions[52]!, rank: 1 }),
    "line 1: rank 53 was admitted at step 1, which served 52: it jumped the queue",
  ],
  [
    "a second admission of a rank",
    admissions.with(1, { ...admissions[1]!, rank: 1 }),
    "line 2: rank 1 was admitted twice",
  ],
  [
    "an admission that nobody had drawn",
    admissions.with(519, { ...admissions[519]!, rank: 521 }),
    "line 520: rank 521 was admitted, and the last rank is 520",
  ],
  [
    "an admission before its step",
    admissions.with(0, { ...admissions[0]!, at: "2026-11-25T20:00:00.999Z" }),
    "line 1: rank 1 was admitted before step 1 began",
  ],
  [
    "an admission at a step that is not in the log",
    admissions.with(519, { ...admissions[519]!, step: 11 }),
    "line 520: rank 520 was admitted at step 11, which is not in the log",
  ],
])("found: %s", async (_, changed, fault) => {
  const lines = withLines("admissions.jsonl", changed);
  const admissionsHash = createHash("sha256").update(lines["admissions.jsonl"]!).digest("hex");
  const ofHash = `admissions.jsonl: its hash is ${admissionsHash}: a line was changed after the sale`;
  expect(await verified(lines)).toEqual([`admissions.jsonl: ${fault}`, ofHash]);
  expect(await verified(withDocument({ served: { ...original.served!, admissionsHash } }, lines))).toEqual([
    `admissions.jsonl: ${fault}`,
  ]);
});

const text = (file: string, change: (of: string) => string): Files => ({
  ...files,
  [file]: Buffer.from(change(files[file]!.toString())),
});

test.each<[string, Files, string[]]>([
  ["text that is not JSON", { ...files, "draw.json": Buffer.from("{") }, [matching(/^draw\.json: not JSON: /)]],
  [
    "fields of draw.json that are wrong, missing or unknown",
    withDocument({
      seed: "AB",
      entries: -1,
      late: undefined,
      policy: { ...QUEUE_POLICY, maxWeight: 0 },
      more: 1,
    } as object),
    [
      matching(/^draw\.json: policy: maxWeight: /),
      "draw.json: seed: expected 64 lower-case hexadecimal digits",
      matching(/^draw\.json: entries: /),
      matching(/^draw\.json: late: /),
      matching(/^draw\.json: .*"more"/),
    ],
  ],
  [
    "a field of a step",
    text("steps.jsonl", (lines) => lines.replace('"seq":10', '"seq":"10"')),
    [
      matching(/^steps\.jsonl: line 10: seq: .*number/),
      "steps.jsonl: 9 steps, and draw.json counts 10",
      matching(/^steps\.jsonl: the last step has the hash /),
      ...Array.from({ length: 10 }, () => matching(/^admissions\.jsonl: line .* step 10, which is not in the log$/)),
      "admissions.jsonl: 42 more faults",
    ],
  ],
  [
    "a time that does not exist",
    text("admissions.jsonl", (lines) => lines.replace("2026-11-25", "2026-11-31")),
    [
      "admissions.jsonl: line 1: at: expected a time such as 2026-11-25T20:00:00.000Z",
      "admissions.jsonl: 519 admissions, and draw.json counts 520",
    ],
  ],
  [
    "admissions that are truncated",
    text("admissions.jsonl", (lines) => lines.slice(0, -2)),
    ["admissions.jsonl: truncated: line 520 has no end", "admissions.jsonl: 519 admissions, and draw.json counts 520"],
  ],
  [
    "a line that is too long",
    text("admissions.jsonl", (lines) => `${" ".repeat(5_000)}${lines.replaceAll("\n", " ")}`),
    ["admissions.jsonl: line 1: longer than 4,096 bytes", "admissions.jsonl: 0 admissions, and draw.json counts 520"],
  ],
])("found: %s", async (_, changed, faults) => {
  expect(await verified(changed)).toEqual(faults);
});

test.each(["draw.json", "entries.bin", "ranks.bin", "steps.jsonl", "admissions.jsonl"])(
  "found: %s is missing",
  async (file) => {
    const { [file]: _, ...others } = files;
    expect(await verified(others)).toEqual([`${file}: missing`]);
  },
);
