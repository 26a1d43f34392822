// Scans of an upload, which are validated one by one: a wrong one is rejected, and the others count.
import { scanInput, type ParsedScan } from "../inputs.ts";
import type { ScanInput } from "../schema.generated.ts";

/**
 * Validates each scan separately. A repeated ID with another code or time is a problem; equal scans count once.
 * @param gateIds gates of the event
 */
export function parseScans(given: ScanInput[], gateIds: ReadonlySet<string>): (ParsedScan | { problem: string })[] {
  const taken = new Map<string, ParsedScan>();
  return given.map((one) => {
    const parsed = scanInput.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { problem: `${issue!.path.join(".")}: ${issue!.message}` };
    }
    const scan = parsed.data;
    if (scan.gateId !== null && !gateIds.has(scan.gateId)) return { problem: "gateId: must be a gate of the event" };
    const before = taken.get(scan.id) ?? scan;
    if (before.code !== scan.code || before.scannedAt.getTime() !== scan.scannedAt.getTime())
      return { problem: "id: must be unique in the upload" };
    taken.set(scan.id, before);
    return before;
  });
}
