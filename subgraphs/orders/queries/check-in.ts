// Data for offline check-in, and conflicts of scans.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { Scan } from "../entities/scan.ts";
import { statement } from "../entities/tables.ts";
import type { TicketException } from "../entities/ticket-exception.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const idCursor = z.object({ id: cursorKey.id });

const organization = statement((db, { eventId }: { eventId: string }) =>
  db
    .selectNoFrom(({ fn, selectFrom }) =>
      fn
        .coalesce(
          selectFrom("event_facts").select("organizationId").where("eventId", "=", eventId),
          selectFrom("purchase").select("organizationId").where("eventId", "=", eventId).limit(1),
        )
        .as("id"),
    )
    .$castTo<{ id: string | null }>(),
);

/** Organization of the event; undefined before the event is published. */
export async function organizationOfEvent(database: Database, eventId: string): Promise<string | undefined> {
  return (await organization.row(database.read(), { eventId }))?.id ?? undefined;
}

const exceptions = statement((db, given: { eventId: string } & Page<z.infer<typeof idCursor>>, { has }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("purchase as o", "o.id", "t.orderId")
    .select(["t.id", "t.status", "t.revision", "o.isFrozen as frozen"])
    .where("t.eventId", "=", given.eventId)
    .where((of) =>
      of.or([of("t.status", "<>", "VALID"), of("t.revision", ">", 1), of("o.isFrozen", "=", of.lit(true))]),
    )
    .$if(has("id"), (tickets) => tickets.where("t.id", ">", given.id!))
    .$if(has("limit"), (tickets) => tickets.orderBy("t.id").limit(given.limit!)),
);

/** Used, cancelled, frozen and transferred tickets of the event. */
export async function exceptionsOf(
  database: Database,
  eventId: string,
  args: PageArgs,
): Promise<Connection<TicketException>> {
  const request = pageRequest(args, idCursor, { byDefault: 500, cap: 5_000 });
  const em = database.read();
  return connectionOf(
    await exceptions.rows(em, { eventId, ...pageOf(request) }),
    request,
    () => exceptions.count(em, { eventId }),
    ({ id }) => ({ id }),
  );
}

const uploadCursor = z.object({ at: cursorKey.time, id: cursorKey.id });

const conflicts = statement((db, given: { eventId: string } & Page<z.infer<typeof uploadCursor>>, { sql, has }) =>
  db
    .selectFrom("scan")
    .selectAll()
    .where("eventId", "=", given.eventId)
    .where("outcome", "<>", "ADMITTED")
    .where("outcome", "<>", "LEFT")
    .$if(has("id"), (scans) =>
      scans.where((of) =>
        of(of.refTuple("uploadedAt", "id"), ">", sql<[Date, string]>`(${given.at}::timestamptz, ${given.id}::uuid)`),
      ),
    )
    .$if(has("limit"), (scans) => scans.orderBy("uploadedAt").orderBy("id").limit(given.limit!)),
);

/** Offline scans other than valid admissions, oldest first. */
export async function conflictsOf(database: Database, eventId: string, args: PageArgs): Promise<Connection<Scan>> {
  const request = pageRequest(args, uploadCursor);
  const em = database.read();
  return connectionOf(
    await conflicts.rows(em, { eventId, ...pageOf(request) }),
    request,
    () => conflicts.count(em, { eventId }),
    ({ uploadedAt, id }) => ({ at: uploadedAt.toISOString(), id }),
  );
}
