// Preloaded into a process by `node --import`, so that a test can kill it at a fault point. FAULT_DIR has two files for each process name:
// one contains the fault point at which to die, and is deleted then; the other lists the reached fault points.
import { appendFileSync, readFileSync, unlinkSync } from "node:fs";
import path from "node:path";

const { FAULT_DIR: dir, FAULT_PROCESS: name } = process.env;
if (!dir || !name) throw new Error("Set FAULT_DIR and FAULT_PROCESS.");
const armedFile = path.join(dir, `${name}.armed`);
const reachedFile = path.join(dir, `${name}.reached`);

function wanted(): string | undefined {
  try {
    return readFileSync(armedFile, "utf8");
  } catch {
    return undefined;
  }
}

// The hook of platform/core/fault-points.ts, which must load after this.
(globalThis as Record<symbol, unknown>)[Symbol.for("fault points")] = (point: string) => {
  appendFileSync(reachedFile, `${point}\n`);
  if (wanted() !== point) return;
  unlinkSync(armedFile);
  process.kill(process.pid, "SIGKILL");
  // The signal is pending: nothing more happens here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
