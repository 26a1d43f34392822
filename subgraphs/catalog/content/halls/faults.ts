// Faults of an imported hall, each with its place in the text.
import type { z } from "zod";

export interface Fault {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** JSON path; null in CSV. */
  path: string | null;
  message: string;
}

export interface Faults {
  /** At most the first hundred. */
  faults: Fault[];
  faultCount: number;
}

const MOST_TOLD = 100;
const LONGEST_MESSAGE = 300;

export function faultsOf(all: Fault[]): Faults {
  const inOrder = all.toSorted((one, other) => one.line - other.line || one.column - other.column);
  return {
    faults: inOrder
      .slice(0, MOST_TOLD)
      .map((fault) => ({ ...fault, message: fault.message.slice(0, LONGEST_MESSAGE) })),
    faultCount: all.length,
  };
}

export type Issue = z.core.$ZodIssue;

/** The first issue of each value: the others follow from it. */
export function firstIssues(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ path }) => !seen.has(keyOf(path)) && seen.add(keyOf(path)));
}

export const keyOf = (path: readonly PropertyKey[]) => path.map(String).join(".");

/** Paths of what encloses the value, from inside out, itself first. */
export function* enclosing(path: readonly PropertyKey[]): Generator<string> {
  for (let length = path.length; length >= 0; length--) yield keyOf(path.slice(0, length));
}
