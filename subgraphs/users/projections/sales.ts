// Projection of the obligations of organizations, from messages of orders, payments and catalog. The handling is idempotent, and messages
// may arrive in any order: what has ended stays ended.
import { idOf } from "../../../platform/core/ids.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

export interface NotedOrder {
  orderId: string;
  organizationId: string;
  eventId: string;
  tickets: number;
  isSettled: boolean;
}

const addOrder = statement((db, { orderId, organizationId, eventId, tickets, isSettled }: NotedOrder) =>
  db
    .insertInto("sold_order")
    .values({ orderId, organizationId, eventId, tickets, isSettled })
    .onConflict((known) =>
      known
        .column("orderId")
        .doUpdateSet((given) => ({ tickets: given.ref("excluded.tickets"), isSettled: true }))
        .where((given) => given.ref("excluded.isSettled")),
    ),
);

interface Part {
  eventId: string;
  tickets: number;
}

/** An order of several events is noted for each of them: the first under its own id. */
export function partsOf(
  id: string,
  { eventId, tickets, events }: Part & { events?: Part[] | undefined },
): (Part & { id: string })[] {
  return (events ?? [{ eventId, tickets }]).map((part, index) => ({
    eventId: part.eventId,
    tickets: part.tickets,
    id: index === 0 ? id : idOf(`${id} ${part.eventId}`),
  }));
}

export async function noteOrder(tx: Tx, order: NotedOrder): Promise<void> {
  await addOrder.change(tx, order);
}

const endOrder = statement((db, { orderId }: { orderId: string }) =>
  db
    .insertInto("sold_order")
    .values({ orderId, tickets: 0, isSettled: true })
    .onConflict((known) => known.column("orderId").doUpdateSet({ isSettled: true })),
);

export async function noteOrderEnded(tx: Tx, orderId: string): Promise<void> {
  await endOrder.change(tx, { orderId });
}

interface ReturnedTickets {
  cancellationId: string;
  organizationId: string;
  eventId: string;
  tickets: number;
}

const addReturned = statement((db, { cancellationId, organizationId, eventId, tickets }: ReturnedTickets) =>
  db
    .insertInto("returned_tickets")
    .values({ cancellationId, organizationId, eventId, tickets })
    .onConflict((known) => known.doNothing()),
);

export async function noteReturnedTickets(tx: Tx, returned: ReturnedTickets): Promise<void> {
  await addReturned.change(tx, returned);
}

const addClaim = statement((db, of: { claimId: string; orderId: string; isSettled: boolean }) =>
  db
    .insertInto("open_claim")
    .values({ claimId: of.claimId, orderId: of.orderId, isSettled: of.isSettled })
    .onConflict((known) =>
      known
        .column("claimId")
        .doUpdateSet({ isSettled: true })
        .where((given) => given.ref("excluded.isSettled")),
    ),
);

/** Records that a refund or a dispute began or ended. */
export async function noteClaim(tx: Tx, claimId: string, orderId: string, isSettled: boolean): Promise<void> {
  await addClaim.change(tx, { claimId, orderId, isSettled });
}

/** Assumed duration of an event without an end, as in catalog. */
const USUAL_HOURS = "6 hours";

interface EventTimes {
  eventId: string;
  version: number;
  startsAt: string;
  endsAt: string | null;
}

const addEventEnd = statement((db, { eventId, version, startsAt, endsAt }: EventTimes, { sql }) =>
  db
    .insertInto("event_end")
    .values({
      eventId,
      version,
      endsAt: sql`coalesce(${endsAt}::timestamptz, ${startsAt}::timestamptz + ${USUAL_HOURS}::interval)`,
    })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((given) => ({ version: given.ref("excluded.version"), endsAt: given.ref("excluded.endsAt") }))
        .whereRef("event_end.version", "<", "excluded.version"),
    ),
);

export async function noteEventEnd(tx: Tx, event: EventTimes): Promise<void> {
  await addEventEnd.change(tx, event);
}
