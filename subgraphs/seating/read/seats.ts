// Reading seats, by section, row and position.
import { z } from "zod";
import type { Database } from "../../../platform/database.ts";
import { uuidOrNull } from "../../../platform/input.ts";
import { connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import { join, row, rows, sql } from "../../../platform/sql.ts";
import { selectSeats, statusIs, type Seat } from "../entities/seat.ts";
import type { SeatStatus } from "../schema.generated.ts";

const cursorSchema = z.object({ no: z.int() });

export interface SeatsArgs {
  first?: number | null;
  after?: string | null;
  section?: string | null;
  status?: SeatStatus | null;
}

export async function seatsOfEvent(database: Database, eventId: string, args: SeatsArgs): Promise<Connection<Seat>> {
  const request = pageRequest(args, cursorSchema, { byDefault: 500, cap: 5_000 });
  const conditions = [sql`seat.event_id = ${eventId}`];
  if (args.section != null) {
    const no = sql`select no from sale_section where event_id = ${eventId} and section_id = ${uuidOrNull(args.section)}::uuid`;
    conditions.push(sql`seat.section_no = (${no})`);
  }
  if (args.status != null) conditions.push(statusIs(args.status));
  const matching = join(conditions, " and ");
  const em = database.read();
  const found = await rows<Seat>(
    em,
    selectSeats(sql`${matching} and seat.no > ${request.after?.no ?? 0} order by seat.no limit ${request.first + 1}`),
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from seat where ${matching}`);
  return connectionOf(found, request, total?.n ?? 0, ({ no }) => ({ no }));
}
