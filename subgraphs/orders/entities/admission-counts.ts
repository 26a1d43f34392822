import type { GateCount } from "./gate-count.ts";

export interface AdmissionCounts {
  eventId: string;
  /** Not cancelled. */
  tickets: number;
  /** With at least one entry. */
  admitted: number;
  inside: number;
  gates: GateCount[];
}
