// `npm run bench -- queue`: the draw of a million entries, and its verification, each in a process of its own; beside them the Python program of
// docs/draw.md, where there is a python3. Then proofs of work (work.ts), and what people who wait cost (waiting.ts).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";
import { sideBySide } from "../side-by-side.ts";
import { benchWaiting } from "./waiting.ts";
import { benchWork } from "./work.ts";

const ENTRIES = 1_000_000;

interface Figures {
  seconds: number;
  cpuSeconds: number;
  mb: number;
}

export async function benchQueue(rounds: number): Promise<Record<string, unknown>> {
  return { ...(await benchDraw(rounds)), ...(await benchWork(rounds)), ...(await benchWaiting(rounds)) };
}

async function benchDraw(rounds: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  try {
    const { draw, verify } = await sideBySide<"draw" | "verify", Figures>(rounds, {
      draw: async () => runMain("draw", folder, String(ENTRIES)),
      verify: async () => runMain("verify", folder),
    });
    return {
      entries: ENTRIES,
      drawSeconds: draw.seconds,
      drawCpuSeconds: draw.cpuSeconds,
      drawMb: draw.mb,
      verifySeconds: verify.seconds,
      verifyCpuSeconds: verify.cpuSeconds,
      verifyMb: verify.mb,
      pythonSeconds: pythonSeconds(folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runMain(...args: string[]): Figures {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bench/queue/process-main.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The process failed: ${stderr}`);
  return JSON.parse(stdout) as Figures;
}

/** Null without python3. */
function pythonSeconds(folder: string): number | null {
  const [, program] = /```python\n(.*?)```/s.exec(readFileSync(path.join(ROOT, "docs/draw.md"), "utf8"))!;
  const begun = performance.now();
  const { status, error, stderr } = spawnSync("python3", ["-c", program!], { cwd: folder, encoding: "utf8" });
  if (error) return null;
  if (status !== 0) throw new Error(`The Python program failed: ${stderr}`);
  return (performance.now() - begun) / 1_000;
}
