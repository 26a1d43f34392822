import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { actsAs, readsAs, type Member } from "../../../domain/roles.ts";
import type { TicketStatus } from "../schema.generated.ts";

export const TicketEntity = defineEntity({
  name: "Ticket",
  tableName: "ticket",
  properties: {
    id: p.uuid().primary(),
    orderId: p.uuid(),
    position: p.integer(),
    eventId: p.uuid(),
    organizationId: p.uuid(),
    holderId: p.uuid(),
    holderName: p.text().nullable(),
    status: p.text().$type<TicketStatus>(),
    revision: p.integer(),
    price: p.integer(),
    usedAt: p.datetime().nullable(),
    usedBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});

export type Ticket = InferEntity<typeof TicketEntity>;

type Reader = (Member & { userId: string }) | null;

/** Its holder, everyone of the organization who works with tickets, auditors and platform staff. */
export function mayReadTicket(viewer: Reader, ticket: Pick<Ticket, "holderId" | "organizationId">): boolean {
  return viewer !== null && (viewer.userId === ticket.holderId || readsAs(viewer, "SCANNER", ticket.organizationId));
}

/** A code lets in whoever shows it: auditors and platform staff do not see it. */
export function mayReadCode(viewer: Reader, ticket: Pick<Ticket, "holderId" | "organizationId">): boolean {
  return viewer !== null && (viewer.userId === ticket.holderId || actsAs(viewer, "SCANNER", ticket.organizationId));
}
