// Offline scans. Each counts once, by the device's ID for it. In an upload the earliest scan of a ticket, by the scanners' clocks, admits;
// other entries are DOUBLE. SQL: one statement for all scans, instead of a round trip for each.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Scan } from "../entities/scan.ts";
import type { Ticket } from "../entities/ticket.ts";
import { statement } from "../entities/tables.ts";
import type { ScanOutcome } from "../enums.generated.ts";

export interface NewScan {
  id: string;
  /** Content of the code; null if it is not genuine. */
  read: { ticketId: string; eventId: string; revision: number } | null;
  scannedAt: Date;
  gate: string | null;
}

type ScannedTicket = Pick<Ticket, "id" | "eventId" | "status" | "revision">;

/** Returns the scans in the given order. A repeated scan returns its first outcome. */
export async function uploadScans(tx: Tx, scannerId: string, eventId: string, scans: NewScan[]): Promise<Scan[]> {
  const ids = scans.map(({ id }) => id);
  const tickets = await lockTickets(tx, [...new Set(scans.flatMap(({ read }) => (read ? [read.ticketId] : [])))]);
  const before = new Set((await scansOf(tx, eventId, ids)).map(({ id }) => id));
  const fresh = scans.filter(({ id }) => !before.has(id));
  await noteEntries(tx, scannerId, await insert(tx, scannerId, eventId, judge(eventId, tickets, fresh)));
  const kept = new Map((await scansOf(tx, eventId, ids)).map((scan) => [scan.id, scan]));
  return ids.map((id) => kept.get(id)!);
}

/** Locks in the order of IDs, so that concurrent uploads can't deadlock. */
const ticketsInOrder = statement((db, { ids }: { ids: string[] }, { sql: by }) =>
  db
    .selectFrom("ticket")
    .select(["id", "eventId", "status", "revision"])
    .where((of) => by<boolean>`${of.ref("id")} = any(${ids}::uuid[])`)
    .orderBy("id")
    .forUpdate(),
);

async function lockTickets(tx: Tx, ids: string[]): Promise<Map<string, ScannedTicket>> {
  const found = await ticketsInOrder.rows(tx, { ids });
  return new Map(found.map((ticket) => [ticket.id, ticket]));
}

const scansByIds = statement((db, { eventId, ids }: { eventId: string; ids: string[] }, { sql: by }) =>
  db
    .selectFrom("scan")
    .selectAll()
    .where("eventId", "=", eventId)
    .where((of) => by<boolean>`${of.ref("id")} = any(${ids}::uuid[])`),
);

async function scansOf(tx: Tx, eventId: string, ids: string[]): Promise<Scan[]> {
  return scansByIds.rows(tx, { eventId, ids });
}

/** The earliest scan of an unused ticket is ADMITTED. */
function judge(
  eventId: string,
  tickets: Map<string, ScannedTicket>,
  scans: NewScan[],
): (NewScan & { outcome: ScanOutcome })[] {
  const used = new Set([...tickets.values()].filter(({ status }) => status === "USED").map(({ id }) => id));
  return scans
    .toSorted((one, other) => one.scannedAt.getTime() - other.scannedAt.getTime())
    .map((scan) => {
      const ticket = scan.read && tickets.get(scan.read.ticketId);
      const outcome = (): ScanOutcome => {
        if (!scan.read || !ticket) return "UNKNOWN";
        if (ticket.eventId !== eventId) return "OTHER_EVENT";
        if (ticket.status === "CANCELLED" || ticket.revision !== scan.read.revision) return "REVOKED";
        if (used.has(ticket.id)) return "DOUBLE";
        used.add(ticket.id);
        return "ADMITTED";
      };
      return { ...scan, outcome: outcome() };
    });
}

/** Returns the new scans. Times ahead of the server's clock become the current time. */
async function insert(
  tx: Tx,
  scannerId: string,
  eventId: string,
  scans: (NewScan & { outcome: ScanOutcome })[],
): Promise<Scan[]> {
  return rows(
    tx,
    sql`insert into scan (event_id, id, ticket_id, scanned_at, scanner_id, gate, outcome)
        select ${eventId}, id, ticket_id, least(scanned_at, date_trunc('milliseconds', now())), ${scannerId}, gate, outcome
        from unnest(${scans.map(({ id }) => id)}::uuid[], ${scans.map(({ read }) => read?.ticketId ?? null)}::uuid[],
                    ${scans.map(({ scannedAt }) => scannedAt)}::timestamptz[], ${scans.map(({ gate }) => gate)}::text[],
                    ${scans.map(({ outcome }) => outcome)}::text[]) as s(id, ticket_id, scanned_at, gate, outcome)
        on conflict do nothing returning *`,
  );
}

async function noteEntries(tx: Tx, scannerId: string, scans: Scan[]): Promise<void> {
  const entries = scans.filter(({ outcome }) => outcome === "ADMITTED" || outcome === "DOUBLE");
  await rows(
    tx,
    sql`update ticket t set status = 'USED', used_by = case when t.used_at is null or t.used_at > s.at then ${scannerId}::uuid else t.used_by end,
          used_at = least(t.used_at, s.at)
        from (select id, min(at) as at from unnest(${entries.map(({ ticketId }) => ticketId)}::uuid[], ${entries.map(({ scannedAt }) => scannedAt)}::timestamptz[]) as e(id, at) group by id) s
        where t.id = s.id`,
  );
}
