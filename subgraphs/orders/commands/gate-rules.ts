// Whether a scanner's event and gate admit a ticket: event, opening times and sections.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { statement } from "../entities/tables.ts";
import { GateRefused, TicketForOtherEvent } from "../errors.ts";

interface ScannedTicket {
  eventId: string;
  orderId: string;
  position: number;
}

const gateNow = statement((db, { gateId }: { gateId: string }, { sql }) =>
  db
    .selectFrom("gate")
    .select(["eventId", "sectionIds", "opensAt"])
    .select((of) => [
      sql<boolean>`coalesce(${of.ref("opensAt")} > app_now(), false)`.as("isEarly"),
      sql<boolean>`coalesce(${of.ref("closesAt")} <= app_now(), false)`.as("isLate"),
    ])
    .where("id", "=", gateId)
    .where("removedAt", "is", null),
);

const sectionOf = statement((db, of: { orderId: string; position: number }) =>
  db.selectFrom("order_item").select("sectionId").where("orderId", "=", of.orderId).where("position", "=", of.position),
);

const gatesOfSection = statement((db, of: { eventId: string; sectionId: string }, { sql }) =>
  db
    .selectFrom("gate")
    .select("name")
    .where("eventId", "=", of.eventId)
    .where("removedAt", "is", null)
    .where((gate) =>
      gate.or([gate("sectionIds", "is", null), sql<boolean>`${of.sectionId}::uuid = any(${gate.ref("sectionIds")})`]),
    )
    .orderBy("name")
    .limit(20),
);

/** @throws NotFound for a gate that is removed or of another event, GateRefused */
export async function admitAtGate(tx: Tx, gateId: string | null, ticket: ScannedTicket): Promise<void> {
  const gate = await gateOfEvent(tx, gateId, ticket.eventId);
  if (gate.isEarly) throw new GateRefused("NOT_OPEN", { opensAt: gate.opensAt });
  if (gate.isLate) throw new GateRefused("CLOSED");
  if (gate.sectionIds === null) return;
  const { sectionId } = (await sectionOf.row(tx, { orderId: ticket.orderId, position: ticket.position }))!;
  if (gate.sectionIds.includes(sectionId)) return;
  const gates = await gatesOfSection.rows(tx, { eventId: ticket.eventId, sectionId });
  throw new GateRefused("OTHER_SECTION", { gates: gates.map(({ name }) => name) });
}

/** @throws NotFound for a gate that is removed or of another event */
export async function gateOfEvent(tx: Tx, gateId: string | null, eventId: string) {
  const gate = gateId === null ? undefined : await gateNow.row(tx, { gateId });
  if (gate?.eventId !== eventId) throw new NotFound("gate");
  return gate;
}

const factsOf = statement((db, { eventId }: { eventId: string }) =>
  db.selectFrom("event_facts").select(["name", "startsAt", "timeZone"]).where("eventId", "=", eventId),
);

/** The refusal of a ticket for another event, with that event's name. */
export async function forOtherEvent(tx: Tx, eventId: string): Promise<TicketForOtherEvent> {
  return new TicketForOtherEvent(eventId, await factsOf.row(tx, { eventId }));
}
