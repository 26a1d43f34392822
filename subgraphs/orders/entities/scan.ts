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
  /** Why the scan was rejected. A rejected scan is not kept. */
  problem?: string;
}
