/** Entries at one gate that were not undone. */
export interface GateCount {
  gateId: string;
  entries: number;
}
