// CPU that processes have used, from Linux's /proc (proc(5)); elsewhere it can't be told.
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100; // USER_HZ is 100 on every Linux that Node runs on

interface Stat {
  parent: number;
  /** Its own, user and system. */
  ticks: number;
  /** Of its children that have ended. */
  endedTicks: number;
}

function stat(pid: number | string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
    return { parent: Number(fields[1]), ticks: ticks(11), endedTicks: ticks(13) };
  } catch {
    return undefined;
  }
}

/** Seconds of CPU of one process; also those of its children that have ended, where that is asked for. */
export function cpuOf(pid: number, { withEnded = false } = {}): number {
  const own = stat(pid);
  return ((own?.ticks ?? 0) + (withEnded ? (own?.endedTicks ?? 0) : 0)) / TICKS_PER_SECOND;
}

/** Seconds of CPU of a process, its children, and its children that have ended. */
export function cpuOfFamily(pid: number): number {
  return childrenOf(pid).reduce((cpu, child) => cpu + cpuOf(child), cpuOf(pid, { withEnded: true }));
}

/** A process and all that descend from it, but for those `apart` and what descends from them. */
export function familyOf(pid: number, apart: ReadonlySet<number> = new Set()): number[] {
  const children = childrenOf(pid).filter((child) => !apart.has(child));
  return [pid, ...children.flatMap((child) => familyOf(child, apart))];
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry) && stat(entry)?.parent === pid)
    .map(Number);
}

/** Nanoseconds of CPU of one process, all its threads together: for what takes less than a tick. */
export function cpuNanosOf(pid: number): number {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const used = (task: string) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]);
    return tasks.reduce((sum, task) => sum + used(task), 0);
  } catch {
    return 0; // it has ended
  }
}

/** The processes of a PostgreSQL server that serve connections to this database, by the titles that they give themselves. */
export function backendsOf(postgresPid: number, database: string): number[] {
  const children = readFileSync(`/proc/${postgresPid}/task/${postgresPid}/children`, "utf8").trim().split(" ");
  return children.map(Number).filter((pid) => titleOf(pid).split(" ")[2] === database);
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // it has ended
  }
}
