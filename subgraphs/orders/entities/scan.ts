import type { ScanOutcome } from "../schema.generated.ts";

export interface Scan {
  id: string;
  eventId: string;
  ticketId: string | null;
  scannedAt: Date;
  uploadedAt: Date;
  scannerId: string;
  gate: string | null;
  outcome: ScanOutcome;
  /** Of a scan that is not kept. */
  problem?: string;
}
