// Checks in a ticket. Of two concurrent scans one is refused with TicketAlreadyUsed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { statement } from "../entities/tables.ts";
import { TicketAlreadyUsed, TicketBeingExchanged, TicketFrozen } from "../errors.ts";
import { admitAtGate, forOtherEvent } from "./gate-rules.ts";
import { addPassage } from "./passages.ts";

/** Event and gate of the scanner. `null` stands for a malformed ID, which matches nothing. */
export interface Entrance {
  eventId?: string | null;
  gateId?: string | null;
}

const lockTicket = statement((db, { ticketId }: { ticketId: string }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("purchase as o", "o.id", "t.orderId")
    .select(["t.id", "t.eventId", "t.organizationId", "t.orderId", "t.position"])
    .select(["t.status", "t.revision", "t.usedAt", "t.exchangeId", "o.isFrozen"])
    .where("t.id", "=", ticketId)
    .forUpdate("t"),
);

const useTicket = statement((db, { ticketId, scannerId }: { ticketId: string; scannerId: string }, { sql }) =>
  db
    .updateTable("ticket")
    .set({ status: "USED", isOutside: false })
    .set((of) => ({
      usedAt: sql`coalesce(${of.ref("usedAt")}, date_trunc('milliseconds', now()))`,
      usedBy: sql`coalesce(${of.ref("usedBy")}, ${scannerId}::uuid)`,
    }))
    .where("id", "=", ticketId),
);

/** Used tickets that may enter again: after an exit, or by the rule DAILY on a later day in the event's time zone. */
const mayReenter = statement((db, { ticketId }: { ticketId: string }, { sql }) =>
  db
    .selectFrom("ticket as t")
    .leftJoin("event_entry as e", "e.eventId", "t.eventId")
    .leftJoin("event_facts as f", "f.eventId", "t.eventId")
    .select("t.id")
    .where("t.id", "=", ticketId)
    .where((of) => {
      const last = of
        .selectFrom("passage as p")
        .select(({ fn }) => fn.max("p.at").as("at"))
        .whereRef("p.ticketId", "=", "t.id")
        .where("p.kind", "=", "ENTRY")
        .where("p.undoneAt", "is", null);
      const dayOf = (at: unknown) => sql`((${at}) at time zone coalesce(${of.ref("f.timeZone")}, 'UTC'))::date`;
      const isLaterDay = sql<boolean>`${dayOf(sql`coalesce(${last}, ${of.ref("t.usedAt")})`)} < ${dayOf(sql`app_now()`)}`;
      return of.or([of("t.isOutside", "=", of.lit(true)), of.and([of("e.rule", "=", "DAILY"), isLaterDay])]);
    }),
);

/**
 * Refusals: TicketForOtherEvent, NotFound for a cancelled ticket, an outdated code or an unknown gate, TicketAlreadyUsed, TicketFrozen,
 * TicketBeingExchanged, GateRefused, IdempotencyKeyReused
 */
export async function checkIn(
  tx: Tx,
  scannerId: string,
  { ticketId, revision }: { ticketId: string; revision: number },
  code: string,
  idempotencyKey: string | null,
  entrance: Entrance,
): Promise<Outcome> {
  const { eventId, gateId } = entrance;
  const use = async () => {
    const ticket = await lockTicket.row(tx, { ticketId });
    // Check under the lock: a concurrent transfer may have invalidated the code.
    if (!ticket || ticket.status === "CANCELLED" || ticket.revision !== revision) throw new NotFound("ticket");
    const isHere =
      eventId !== undefined ? eventId === ticket.eventId : gateId !== undefined || (await isNear(tx, ticket));
    if (!isHere) throw await forOtherEvent(tx, ticket.eventId);
    if (ticket.status === "USED" && !(await mayReenter.row(tx, { ticketId })))
      throw new TicketAlreadyUsed(ticket.usedAt!);
    if (ticket.isFrozen) throw new TicketFrozen();
    if (ticket.exchangeId !== null) throw new TicketBeingExchanged();
    if (gateId !== undefined) await admitAtGate(tx, gateId, ticket);
    await useTicket.change(tx, { ticketId, scannerId });
    await addPassage(tx, { ticketId, eventId: ticket.eventId, kind: "ENTRY", byId: scannerId, gateId: gateId ?? null });
    return ticketId;
  };
  if (idempotencyKey === null) return { resourceId: await use() };
  return once(tx, { userId: scannerId, mutation: "checkIn", key: idempotencyKey, input: { code, ...entrance } }, use);
}

const wrongDoor = statement((db, given: { eventId: string; organizationId: string }, { sql }) => {
  const isNearby = sql<boolean>`(${sql.ref("f.startsAt")} - interval '1 day' <= app_now()
    and coalesce(${sql.ref("f.endsAt")}, ${sql.ref("f.startsAt")} + interval '6 hours') + interval '1 day' >= app_now())`;
  return db
    .selectFrom("event_facts as f")
    .select("f.eventId")
    .where("f.eventId", "=", given.eventId)
    .where(({ not, exists, selectFrom }) =>
      not(isNearby).and(
        exists(
          selectFrom("event_facts as f")
            .select("f.eventId")
            .where(isNearby)
            .where((near) => {
              const own = near
                .selectFrom("purchase as o")
                .select("o.id")
                .where("o.organizationId", "=", given.organizationId);
              const isAmong = sql<boolean>`${sql.ref("o.moreEventIds")} <> '{}' and ${sql.ref("o.moreEventIds")} @> array[${near.ref("f.eventId")}]`;
              return near.or([
                near.exists(own.whereRef("o.eventId", "=", "f.eventId")),
                near.exists(own.where(isAmong)),
              ]);
            }),
        ),
      ),
    );
});

/**
 * For scanners that name no event. False if the ticket's event is not within a day of now, but another event of the organization is.
 * The person is then at the wrong door.
 */
async function isNear(
  tx: Tx,
  { eventId, organizationId }: { eventId: string; organizationId: string },
): Promise<boolean> {
  const wrong = await wrongDoor.row(tx, { eventId, organizationId });
  return wrong === undefined;
}

/** Records the refusal of an invalid code, so that its key can't be reused for another code. Refusals: NotFound, IdempotencyKeyReused */
export async function refuseCode(
  tx: Tx,
  userId: string,
  mutation: "checkIn" | "takeTicket",
  key: string,
  code: string,
): Promise<Outcome> {
  return once(tx, { userId, mutation, key, input: { code } }, () => {
    throw new NotFound(mutation === "checkIn" ? "ticket" : "offer");
  });
}
