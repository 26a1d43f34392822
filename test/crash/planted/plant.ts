// Plants a bug into a copy of the source, tries it there, and tells what the checks have said.
import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copySource } from "../../../testkit/source-copy.ts";
import type { PlantedBug } from "./planted-bug.ts";

const ATTEMPTS = 3;
/** Many times what a story takes on a calm machine. */
const LONGEST_MS = 600_000;

/** @throws Error if the source is not what it was when the bug was written */
export async function tryBug(bug: PlantedBug): Promise<{ isFound: boolean; said: string }> {
  const isFound = (said: string) => said.split("\n").some((line) => line.includes(`${bug.found}: `));
  const copy = copySource();
  try {
    for (const { file, from, to } of bug.changes) change(path.join(copy, file), from, to);
    const { tried } = bug;
    const args =
      "story" in tried
        ? ["story", tried.story, ...(tried.fault ? [JSON.stringify(tried.fault)] : [])]
        : ["crowd", String(tried.crowdSeconds)];
    let said = await run(copy, args);
    // A busy machine is slower than the timeouts of the system, which has only just started.
    for (let attempt = 2; attempt <= ATTEMPTS && !isFound(said) && /(TIMEOUT|UNAVAILABLE): /.test(said); attempt++)
      said = await run(copy, args);
    return { isFound: isFound(said), said };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function change(file: string, from: string, to: string): void {
  const source = readFileSync(file, "utf8");
  if (source.split(from).length !== 2) throw new Error(`${file} does not have this once any more: ${from}`);
  writeFileSync(
    file,
    source.replace(from, () => to),
  );
}

function run(copy: string, args: string[]): Promise<string> {
  const main = path.join(copy, "test/crash/main.ts");
  return new Promise((resolve) =>
    execFile(process.execPath, [main, ...args], { cwd: copy, timeout: LONGEST_MS }, (_, stdout, stderr) =>
      resolve(`${stderr}\n${stdout}`),
    ),
  );
}
