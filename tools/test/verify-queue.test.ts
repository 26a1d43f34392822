// The command `verify-queue`, and the Python program that needs none of our code.
import { spawnSync } from "node:child_process";
import { ROOT } from "../../operations/topology.ts";
import { read } from "../../testkit/project-files.ts";
import { writeFiles } from "../../testkit/published-queue.ts";
import {
  added,
  CLASSES,
  documentOf,
  entries,
  EVENT,
  files,
  id,
  inFolder,
  original,
  ranks,
  saleOf,
  withDocument,
  withSwappedRanks,
  type Files,
} from "./changed-sale.ts";

function verifyQueue(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/verify-queue.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout: stdout.split("\n"), stderr: stderr.split("\n") };
}

test("the command prints what it verified, or each fault, and its exit code tells them apart", async () => {
  const run = (changed: Files, ...args: string[]) =>
    inFolder((folder) => {
      writeFiles(folder, changed);
      return verifyQueue(folder, ...args);
    });
  const { commitment, ranks: hash, served } = original;
  const seen = /"hash":"([0-9a-f]{64})"/.exec(files["steps.jsonl"]!.toString())![1]!;
  expect(await run(files, "--entry", id(7), "--commitment", commitment, "--head", seen)).toEqual({
    status: 0,
    stdout: [
      `Event ${EVENT}: 500 entries. The draw is what it says, ranks ${hash}.`,
      "3 entries were held for review, and not drawn.",
      `10 steps, 520 admissions: nobody was admitted before their turn. Head ${served!.head}.`,
      `Entry ${id(7)} has the rank ${ranks[7]}.`,
      "",
    ],
    stderr: [""],
  });
  expect(await run(withDocument({ served: null }))).toMatchObject({
    status: 0,
    stdout: [
      expect.stringContaining("The draw is what it says"),
      expect.stringContaining("3 entries"),
      expect.stringContaining("10 steps"),
      "The queue is still open: the log may grow.",
      "",
    ],
  });
  expect(await run(withSwappedRanks(0, 1))).toMatchObject({
    status: 1,
    stdout: [""],
    stderr: [expect.stringContaining("are swapped"), "The folder is not what it says.", ""],
  });
});

test("wrong arguments are refused with the right ones", () => {
  expect(verifyQueue()).toMatchObject({
    status: 1,
    stdout: [""],
    stderr: [
      expect.stringContaining("Usage: "),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      "",
    ],
  });
  expect(verifyQueue("folder", "--commitment", "x")).toMatchObject({
    status: 1,
    stderr: ["--commitment takes 64 lower-case hexadecimal digits.", ""],
  });
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) process.stdout.write("The Python program of docs/draw.md is not run: there is no python3.\n");

(hasPython ? test : test.skip)(
  "the Python program of docs/draw.md gives the same ranks, and refuses others",
  async () => {
    const program = /```python\n(.*?)```/s.exec(read("docs/draw.md"))![1]!;
    expect(program.trim().split("\n").length).toBeLessThan(20);
    const run = (changed: Files) =>
      inFolder((folder) => {
        writeFiles(folder, changed);
        const { status, stdout, stderr } = spawnSync("python3", ["-c", program], { cwd: folder, encoding: "utf8" });
        return { status, stdout, error: stderr.trim().split("\n").at(-1) };
      });
    const { ids } = entries;
    expect(await run(files)).toEqual({ status: 0, stdout: `${original.ranks}\n`, error: "" });
    const refused = (error: string) => ({ status: 1, stdout: "", error: `AssertionError: ${error}` });
    expect(await run({ ...files, "entries.bin": Buffer.concat([ids, added]) })).toEqual(refused("entries"));
    expect(await run({ ...files, "entries.bin": Buffer.concat([ids.subarray(0, -16), added]) })).toEqual(
      refused("entriesRoot"),
    );
    expect(await run(withDocument({ seed: "04".repeat(32) }))).toEqual(refused("commitment"));
    expect(await run(withDocument({ ranks: "04".repeat(32) }))).toEqual(refused("ranks"));
    const grouped = saleOf(CLASSES).files;
    expect(await run(grouped)).toEqual({ status: 0, stdout: `${documentOf(grouped).ranks}\n`, error: "" });
  },
);
