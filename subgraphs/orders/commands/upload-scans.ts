// What scanners have seen without a network. Each scan counts once, by the device's own id for it; whoever came first by the
// scanners' clocks has entered, and every other entry with the same ticket is told apart.
import type { Tx } from "../../../platform/database.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import type { Scan } from "../entities/scan.ts";

export interface NewScan {
  id: string;
  /** What the code says; null if it is not genuine. */
  read: { ticketId: string; eventId: string; revision: number } | null;
  scannedAt: Date;
  gate: string | null;
}

/** Answers in the order of the scans. One that was uploaded before is answered as it was then. */
export async function uploadScans(tx: Tx, scannerId: string, eventId: string, scans: NewScan[]): Promise<Scan[]> {
  // Always in one order, so that two devices never wait for each other in a circle.
  const inOrder = [...scans].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  for (const scan of inOrder) await take(tx, scannerId, eventId, scan);
  const ids = scans.map(({ id }) => id);
  const taken = await rows<Scan>(tx, sql`select * from scan where id = any(${ids}::uuid[])`);
  return ids.map((id) => taken.find((scan) => scan.id === id)!);
}

const sortKey = ({ read, id }: NewScan) => `${read?.ticketId ?? ""} ${id}`;

async function take(tx: Tx, scannerId: string, eventId: string, scan: NewScan): Promise<void> {
  const ticket =
    scan.read &&
    (await row<{ eventId: string; status: string; revision: number; usedAt: Date | null }>(
      tx,
      sql`select event_id, status, revision, used_at from ticket where id = ${scan.read.ticketId} for update`,
    ));
  const outcome =
    !scan.read || !ticket
      ? "UNKNOWN"
      : ticket.eventId !== eventId
        ? "OTHER_EVENT"
        : ticket.status === "CANCELLED" || ticket.revision !== scan.read.revision
          ? "REVOKED"
          : ticket.status === "USED"
            ? "DOUBLE"
            : "ADMITTED";
  // A device's clock may be ahead of ours.
  const fresh = await row<{ scannedAt: Date }>(
    tx,
    sql`insert into scan (id, event_id, ticket_id, scanned_at, scanner_id, gate, outcome)
        values (${scan.id}, ${eventId}, ${scan.read?.ticketId ?? null}, least(${scan.scannedAt}::timestamptz, date_trunc('milliseconds', now())), ${scannerId}, ${scan.gate}, ${outcome})
        on conflict (id) do nothing returning scanned_at`,
  );
  if (!fresh || !ticket || (outcome !== "ADMITTED" && outcome !== "DOUBLE")) return;
  await rows(
    tx,
    sql`update ticket set status = 'USED', used_by = case when used_at is null or used_at > ${fresh.scannedAt} then ${scannerId}::uuid else used_by end,
          used_at = least(used_at, ${fresh.scannedAt}) where id = ${scan.read!.ticketId}`,
  );
}
