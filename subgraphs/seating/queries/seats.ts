// Queries of seats, ordered by section, row and position. The seats of one section come from a snapshot in memory. Raw SQL, as in all reads
// of current seats (entities/seat.ts).
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { join, rows, sql } from "../../../platform/postgres/sql.ts";
import { selectSeats, statusIs, type Seat } from "../entities/seat.ts";
import type { SeatStatus } from "../enums.generated.ts";
import type { Sections } from "./sections.ts";

const cursorSchema = z.object({ no: cursorKey.int });

export interface SeatsArgs {
  first?: number | null;
  after?: string | null;
  section?: string | null;
  status?: SeatStatus | null;
}

const keyOf = ({ no }: Seat) => ({ no });

export async function seatsOfEvent(
  database: Database,
  sections: Sections,
  eventId: string,
  args: SeatsArgs,
): Promise<Connection<Seat>> {
  const request = pageRequest(args, cursorSchema, { byDefault: 500, cap: 5_000 });
  const beyond = request.after?.no ?? 0;
  if (args.section != null) {
    const sectionId = uuidOrNull(args.section);
    const seats = sectionId ? await sections.seatsOf(eventId, sectionId) : [];
    const matching = args.status == null ? seats : seats.filter(({ status }) => status === args.status);
    const from = matching.findIndex(({ no }) => no > beyond);
    const found = from < 0 ? [] : matching.slice(from, from + request.first + 1);
    return connectionOf(found, request, async () => matching.length, keyOf);
  }
  const conditions = [sql`seat.event_id = ${eventId}`];
  if (args.status != null) conditions.push(statusIs(args.status));
  const matching = join(conditions, " and ");
  const em = database.read();
  const found = await rows<Seat>(
    em,
    selectSeats(sql`${matching} and seat.no > ${beyond} order by seat.no limit ${request.first + 1}`),
  );
  return connectionOf(found, request, () => countOf(em, sql`seat where ${matching}`), keyOf);
}
