// Checks in a ticket, once. Of two concurrent scans one is refused with TicketAlreadyUsed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { statement } from "../entities/tables.ts";
import { TicketAlreadyUsed, TicketForOtherEvent, TicketFrozen } from "../errors.ts";

/** Event at the scanner's entrance; `eventId` is null for a malformed ID, which matches no event. */
export type Entrance = { eventId: string | null };

const lockTicket = statement((db, { ticketId }: { ticketId: string }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("purchase as o", "o.id", "t.orderId")
    .select(["t.eventId", "t.organizationId", "t.status", "t.revision", "t.usedAt", "o.isFrozen"])
    .where("t.id", "=", ticketId)
    .forUpdate("t"),
);

const useTicket = statement((db, { ticketId, scannerId }: { ticketId: string; scannerId: string }, { sql }) =>
  db
    .updateTable("ticket")
    .set({ status: "USED", usedAt: sql`date_trunc('milliseconds', now())`, usedBy: scannerId })
    .where("id", "=", ticketId),
);

/** Refusals: TicketForOtherEvent, NotFound for a cancelled ticket or an outdated code, TicketAlreadyUsed, TicketFrozen, IdempotencyKeyReused */
export async function checkIn(
  tx: Tx,
  scannerId: string,
  { ticketId, revision }: { ticketId: string; revision: number },
  code: string,
  idempotencyKey: string | null,
  entrance: Entrance | null = null,
): Promise<Outcome> {
  const use = async () => {
    const ticket = await lockTicket.row(tx, { ticketId });
    // Check under the lock: a concurrent transfer may have invalidated the code.
    if (!ticket || ticket.status === "CANCELLED" || ticket.revision !== revision) throw new NotFound("ticket");
    const isHere = entrance ? entrance.eventId === ticket.eventId : await isNear(tx, ticket);
    if (!isHere) throw new TicketForOtherEvent(ticket.eventId, await factsOf.row(tx, { eventId: ticket.eventId }));
    if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
    if (ticket.isFrozen) throw new TicketFrozen();
    await useTicket.change(tx, { ticketId, scannerId });
    return ticketId;
  };
  if (idempotencyKey === null) return { resourceId: await use() };
  return once(tx, { userId: scannerId, mutation: "checkIn", key: idempotencyKey, input: { code, ...entrance } }, use);
}

const factsOf = statement((db, { eventId }: { eventId: string }) =>
  db.selectFrom("event_facts").select(["name", "startsAt", "timeZone"]).where("eventId", "=", eventId),
);

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
            .where((near) =>
              near.exists(
                near
                  .selectFrom("purchase as o")
                  .select("o.id")
                  .whereRef("o.eventId", "=", "f.eventId")
                  .where("o.organizationId", "=", given.organizationId),
              ),
            ),
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
