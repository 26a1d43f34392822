// Reservations of an organization. They are few, because they are deleted 30 days after their time. So search reads all of them.
import { z } from "zod";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { connectionOf, cursorKey, pageOf, pageRequest } from "../../../platform/graphql/pagination.ts";
import type { Connection, Page } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { beginsWords, hasWords } from "../../../platform/postgres/words.ts";
import type { Reservation, ReservationState } from "../entities/reservation.ts";
import { statement } from "../entities/tables.ts";
import type { ReservationStatus } from "../enums.generated.ts";

const cursorSchema = z.object({ id: cursorKey.id });

interface Wanted {
  organizationId?: string;
  reservationId?: string;
  eventId?: string | null;
  search?: string | null;
  status?: ReservationStatus | null;
}

const reservations = statement((db, given: Wanted & Page<z.infer<typeof cursorSchema>>, building) => {
  const { sql, has } = building;
  const digits = sql`regexp_replace(${given.search}, '\\D', '', 'g')`;
  return db
    .selectFrom("reservation as r")
    .selectAll("r")
    .select(() => sql<ReservationState>`reservation_state(r.id, app_now())`.as("state"))
    .$if(has("organizationId"), (all) => all.where("r.organizationId", "=", given.organizationId!))
    .$if(has("reservationId"), (one) => one.where("r.id", "=", given.reservationId!))
    .$if(has("eventId"), (found) =>
      found.where(
        () =>
          sql<boolean>`exists (select from reservation_hold o join hold h on h.id = o.hold_id where o.reservation_id = r.id and h.event_id = ${given.eventId}::uuid)`,
      ),
    )
    .$if(has("search"), (found) =>
      found.where(
        () => sql<boolean>`(r.number = ${digits} or lower(r.email) = lower(${given.search})
          or (length(${digits}) >= 5 and regexp_replace(r.phone, '\\D', '', 'g') like '%' || ${digits})
          or ${beginsWords(building as never, sql`r.name`, given.search!)}
          or exists (
            select from reservation_hold o join hold h on h.id = o.hold_id cross join lateral unnest(h.seat_nos) has(no)
              join seat on seat.event_id = h.event_id and seat.no = has.no
              join sale_section section on section.event_id = seat.event_id and section.no = seat.section_no
            where o.reservation_id = r.id and ${hasWords(building as never, sql`concat_ws(' ', section.name, seat.row_label, seat.number)`, given.search!)}))`,
      ),
    )
    .$if(has("status"), (found) =>
      found.where(() => sql<boolean>`reservation_state(r.id, app_now()) ->> 'status' = ${given.status}`),
    )
    .$if(has("id"), (rest) => rest.where("r.id", "<", given.id!))
    .$if(has("limit"), (page) => page.orderBy("r.id", "desc").limit(given.limit!))
    .$castTo<Reservation>();
});

export function reservation(database: Database, reservationId: string): Promise<Reservation | undefined> {
  return reservations.row(database.read(), { reservationId });
}

interface ListArgs {
  eventId?: string | null;
  search: string | null;
  status?: ReservationStatus | null;
  first?: number | null;
  after?: string | null;
}

/** The last made first. */
export async function reservationsOf(
  database: Database,
  organizationId: string,
  { first, after, eventId, ...filters }: ListArgs,
): Promise<Connection<Reservation>> {
  const request = pageRequest({ first: first ?? null, after: after ?? null }, cursorSchema);
  const of = { organizationId, ...filters, eventId: eventId == null ? null : (uuidOrNull(eventId) ?? NO_EVENT) };
  const em = database.read();
  return connectionOf(
    await reservations.rows(em, { ...of, ...pageOf(request) }),
    request,
    () => reservations.count(em, of),
    ({ id }) => ({ id }),
  );
}

/** Stands for an ID that no event has. */
const NO_EVENT = "00000000-0000-0000-0000-000000000000";

interface ReservedHolds {
  isOpen: boolean;
  holdIds: string[];
  total: number;
  currency: string;
}

export async function reservedHolds(
  database: Database,
  id: string,
  organizationId: string,
): Promise<ReservedHolds | null> {
  const found = await reservations.row(database.read(), { reservationId: id, organizationId });
  if (!found) return null;
  const { status, holdIds, total, currency } = found.state;
  return { isOpen: status === "OPEN", holdIds, total, currency };
}
