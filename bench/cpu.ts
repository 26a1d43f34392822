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

/** Seconds of CPU of one process. */
export function cpuOf(pid: number): number {
  return (stat(pid)?.ticks ?? 0) / TICKS_PER_SECOND;
}

/** Seconds of CPU of a process, its children, and its children that have ended. */
export function cpuOfFamily(pid: number): number {
  const own = stat(pid);
  let ticks = (own?.ticks ?? 0) + (own?.endedTicks ?? 0);
  for (const entry of readdirSync("/proc")) {
    const child = /^\d+$/.test(entry) ? stat(entry) : undefined;
    if (child?.parent === pid) ticks += child.ticks;
  }
  return ticks / TICKS_PER_SECOND;
}
