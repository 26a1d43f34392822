// Which processes of a system run, as its data folder remembers them: run/<name>.pid.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface PidFiles {
  write(name: string, pid: number): void;
  remove(name: string): void;
  read(name: string): number | undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie process is still in the process table.
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || readFileSync(status, "utf8").split(") ").at(-1)?.[0] !== "Z";
}

/** Whether the process is still the one in the file: process IDs are reused. */
function runs(pid: number, marker: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) ? readFileSync(commandLine, "utf8").includes(marker) : true;
}

export function openPidFiles(dataDir: string): PidFiles & { folder: string } {
  const folder = path.join(dataDir, "run");
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => path.join(folder, `${name}.pid`);
  return {
    folder,
    write: (name, pid) => writeFileSync(file(name), String(pid)),
    remove: (name) => rmSync(file(name), { force: true }),
    read: (name) => (existsSync(file(name)) ? Number(readFileSync(file(name), "utf8")) : undefined),
  };
}

const SUPERVISOR = "supervisor";

/** @throws Error if a system runs on this data already. */
export function claimData(dataDir: string, pids: PidFiles): void {
  const other = pids.read(SUPERVISOR);
  if (other !== undefined && other !== process.pid && (runs(other, "/start.ts") || runs(other, "/dev.ts"))) {
    throw new Error(
      `A system runs on ${dataDir} already (process ${other}): use it, stop it, or set DATA_DIR to another folder.`,
    );
  }
  pids.write(SUPERVISOR, process.pid);
}

/** Ends processes left by a killed supervisor, except PostgreSQL, which is adopted, and Redis, which is replaced at the start. */
export async function endLeftOvers(pids: PidFiles & { folder: string }): Promise<void> {
  for (const name of readdirSync(pids.folder).map((file) => path.basename(file, ".pid"))) {
    if ([SUPERVISOR, "postgres", "redis"].includes(name)) continue;
    const pid = pids.read(name);
    if (pid !== undefined && runs(pid, ".ts")) {
      process.kill(pid, "SIGTERM");
      for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 20) await delay(20);
      if (isAlive(pid)) process.kill(pid, "SIGKILL");
    }
    pids.remove(name);
  }
}
