// What a bug is that the checks are to find: a change of the source, and what it is tried with.
import type { Fault } from "../sweep/sweep.ts";

export interface PlantedBug {
  what: string;
  /** The check that finds it. */
  found: string;
  changes: { file: string; from: string; to: string }[];
  tried: { story: string; fault?: Fault } | { crowdSeconds: number };
}

export const cut = (from: string, to: string, what: string, moment: "before" | "after"): Fault => ({
  kind: "cut",
  message: { from, to, what },
  moment,
  nth: 1,
});
export const kill = (victim: string, from: string, to: string, what: string, moment: "before" | "after"): Fault => ({
  kind: "kill",
  victim,
  message: { from, to, what },
  moment,
  nth: 1,
});
export const point = (process: string, name: string): Fault => ({ kind: "point", process, point: name, nth: 1 });
