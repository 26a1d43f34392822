// Preloaded into a process by `node --import` where a test wants it to die at a fault point. FAULT_DIR holds, by the process's
// name, a file that names the point to die at, which is taken away then, and one that lists the points that it has come to.
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

// What platform/core/fault-points.ts looks for when it is loaded, which must not be before this.
(globalThis as Record<symbol, unknown>)[Symbol.for("fault points")] = (point: string) => {
  appendFileSync(reachedFile, `${point}\n`);
  if (wanted() !== point) return;
  unlinkSync(armedFile);
  process.kill(process.pid, "SIGKILL");
  // The signal is on its way: nothing more happens here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
