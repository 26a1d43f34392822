// The serving log of a queue: each change of the number that is served, with the hash of the change before it. A step that was taken back or
// changed later is found, and so is an admission of a rank that was not served yet.
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

/** Limits that an inlet ran into, then what people do. */
export const STEP_REASONS = ["CAP", "LOAD", "SEATS", "PAUSED", "RESUMED", "CLOSED"] as const;
export const STEP_ACTORS = ["INLET", "ORGANIZER", "PLATFORM_STAFF"] as const;

export interface ServingStep {
  /** Ranks up to this one may enter; it never falls. */
  serving: number;
  /** People inside at that moment. */
  active: number;
  reason: (typeof STEP_REASONS)[number];
  by: (typeof STEP_ACTORS)[number];
  /** RFC 3339 in UTC, with milliseconds. */
  at: string;
}

export interface HashedStep extends ServingStep {
  /** From 1, without gaps. */
  seq: number;
  /** `hash` of the step before it; the draw key in the first one. */
  previous: string;
  /** SHA-256 of all other members by RFC 8785, in hexadecimal. */
  hash: string;
}

export type ServingHead = Pick<HashedStep, "seq" | "hash">;

/** The head of an empty log. The draw key binds the log to its draw. */
export const headBeforeFirstStep = (drawKey: Uint8Array): ServingHead => ({
  seq: 0,
  hash: Buffer.from(drawKey).toString("hex"),
});

export function nextStep(head: ServingHead, { serving, active, reason, by, at }: ServingStep): HashedStep {
  const linked = { seq: head.seq + 1, serving, active, reason, by, at, previous: head.hash };
  return { ...linked, hash: hashOfStep(linked) };
}

export function hashOfStep({ seq, serving, active, reason, by, at, previous }: Omit<HashedStep, "hash">): string {
  return sha256(Buffer.from(canonicalJson({ seq, serving, active, reason, by, at, previous }))).toString("hex");
}
