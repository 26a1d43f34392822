// Offline scans. Each counts once, by the device's ID for it. In an upload the earliest scan of a ticket, by the scanners' clocks, admits;
// entries of a ticket that is inside are DOUBLE. An exit lets the ticket enter again. SQL: one statement for all scans, instead of a round trip for each.
import { localDay } from "../../../domain/local-time.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Scan } from "../entities/scan.ts";
import type { Ticket } from "../entities/ticket.ts";
import { statement } from "../entities/tables.ts";
import type { PassageKind, ScanOutcome } from "../enums.generated.ts";

export interface NewScan {
  id: string;
  /** Content of the code; null if it is not genuine. */
  read: { ticketId: string; eventId: string; revision: number } | null;
  scannedAt: Date;
  gate: string | null;
  gateId: string | null;
  kind: PassageKind;
}

type Judged = NewScan & { outcome: ScanOutcome };

interface ScannedTicket extends Pick<Ticket, "id" | "eventId" | "status" | "revision" | "isOutside" | "exchangeId"> {
  /** Last day that it entered, in the event's time zone; null if it may enter on later days only after an exit. */
  lastDay: string | null;
  timeZone: string;
}

/** Returns the scans in the given order. A repeated scan returns its first outcome. */
export async function uploadScans(tx: Tx, scannerId: string, eventId: string, scans: NewScan[]): Promise<Scan[]> {
  const ids = scans.map(({ id }) => id);
  const tickets = await lockTickets(tx, [...new Set(scans.flatMap(({ read }) => (read ? [read.ticketId] : [])))]);
  const before = new Set((await scansOf(tx, eventId, ids)).map(({ id }) => id));
  const fresh = scans.filter(({ id }) => !before.has(id));
  const stored = await insert(tx, scannerId, eventId, judge(eventId, tickets, fresh));
  await notePassages(tx, stored);
  await noteEntries(tx, scannerId, stored);
  await noteOutside(tx, stored, tickets);
  const kept = new Map((await scansOf(tx, eventId, ids)).map((scan) => [scan.id, scan]));
  return ids.map((id) => kept.get(id)!);
}

/** Locks in the order of IDs, so that concurrent uploads can't deadlock. */
const ticketsInOrder = statement((db, { ids }: { ids: string[] }, { sql: by }) =>
  db
    .selectFrom("ticket as t")
    .leftJoin("event_entry as e", "e.eventId", "t.eventId")
    .leftJoin("event_facts as f", "f.eventId", "t.eventId")
    .select(["t.id", "t.eventId", "t.status", "t.revision", "t.isOutside", "t.exchangeId"])
    .select((of) => {
      const timeZone = by<string>`coalesce(${of.ref("f.timeZone")}, 'UTC')`;
      const last = of
        .selectFrom("passage as p")
        .select(({ fn }) => fn.max("p.at").as("at"))
        .whereRef("p.ticketId", "=", "t.id")
        .where("p.kind", "=", "ENTRY")
        .where("p.undoneAt", "is", null);
      return [
        timeZone.as("timeZone"),
        of
          .case()
          .when("e.rule", "=", "DAILY")
          .then(by<string | null>`(coalesce(${last}, ${of.ref("t.usedAt")}) at time zone ${timeZone})::date::text`)
          .end()
          .as("lastDay"),
      ];
    })
    .where((of) => by<boolean>`${of.ref("t.id")} = any(${ids}::uuid[])`)
    .orderBy("t.id")
    .forUpdate("t"),
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

/** Judges the scans in the order of their times, each by the state after the one before. */
function judge(eventId: string, tickets: Map<string, ScannedTicket>, scans: NewScan[]): Judged[] {
  return scans
    .toSorted((one, other) => one.scannedAt.getTime() - other.scannedAt.getTime())
    .map((scan) => {
      const ticket = scan.read && tickets.get(scan.read.ticketId);
      if (!scan.read || !ticket) return { ...scan, outcome: "UNKNOWN" };
      if (ticket.eventId !== eventId) return { ...scan, outcome: "OTHER_EVENT" };
      const isGone = ticket.status === "CANCELLED" || ticket.exchangeId !== null;
      if (isGone || ticket.revision !== scan.read.revision) return { ...scan, outcome: "REVOKED" };
      return { ...scan, outcome: pass(ticket, scan) };
    });
}

/** Applies a scan to the state of its ticket. */
function pass(ticket: ScannedTicket, { kind, scannedAt }: NewScan): ScanOutcome {
  const isInside = ticket.status === "USED" && !ticket.isOutside;
  if (kind === "EXIT") {
    if (!isInside) return "NOT_INSIDE";
    ticket.isOutside = true;
    return "LEFT";
  }
  const day = localDay(scannedAt, ticket.timeZone);
  if (isInside && !(ticket.lastDay !== null && ticket.lastDay < day)) return "DOUBLE";
  Object.assign(ticket, { status: "USED", isOutside: false, lastDay: ticket.lastDay && day });
  return "ADMITTED";
}

/** Returns the new scans. Times ahead of the server's clock become the current time. */
async function insert(tx: Tx, scannerId: string, eventId: string, scans: Judged[]): Promise<Scan[]> {
  return rows(
    tx,
    sql`insert into scan (event_id, id, ticket_id, scanned_at, scanner_id, gate, gate_id, kind, outcome)
        select ${eventId}, id, ticket_id, least(scanned_at, date_trunc('milliseconds', now())), ${scannerId}, gate, gate_id, kind, outcome
        from unnest(${scans.map(({ id }) => id)}::uuid[], ${scans.map(({ read }) => read?.ticketId ?? null)}::uuid[],
                    ${scans.map(({ scannedAt }) => scannedAt)}::timestamptz[], ${scans.map(({ gate }) => gate)}::text[],
                    ${scans.map(({ gateId }) => gateId)}::uuid[], ${scans.map(({ kind }) => kind)}::text[],
                    ${scans.map(({ outcome }) => outcome)}::text[]) as s(id, ticket_id, scanned_at, gate, gate_id, kind, outcome)
        on conflict do nothing returning *`,
  );
}

async function notePassages(tx: Tx, scans: Scan[]): Promise<void> {
  const passed = scans.filter(({ outcome }) => outcome === "ADMITTED" || outcome === "LEFT");
  await rows(
    tx,
    sql`insert into passage (ticket_id, event_id, kind, at, by_id, gate_id)
        select ticket_id, event_id, kind, at, by_id, gate_id
        from unnest(${passed.map(({ ticketId }) => ticketId)}::uuid[], ${passed.map(({ eventId }) => eventId)}::uuid[],
                    ${passed.map(({ kind }) => kind)}::text[], ${passed.map(({ scannedAt }) => scannedAt)}::timestamptz[],
                    ${passed.map(({ scannerId }) => scannerId)}::uuid[], ${passed.map(({ gateId }) => gateId)}::uuid[])
             as s(ticket_id, event_id, kind, at, by_id, gate_id)`,
  );
}

/** A ticket is used from its earliest entry on. */
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

async function noteOutside(tx: Tx, scans: Scan[], tickets: Map<string, ScannedTicket>): Promise<void> {
  const passed = new Set(scans.map(({ ticketId }) => ticketId ?? ""));
  const outside = [...tickets.values()].filter(({ id }) => passed.has(id));
  await rows(
    tx,
    sql`update ticket t set is_outside = s.is_outside
        from unnest(${outside.map(({ id }) => id)}::uuid[], ${outside.map(({ isOutside }) => isOutside)}::boolean[]) as s(id, is_outside)
        where t.id = s.id and t.is_outside <> s.is_outside`,
  );
}
