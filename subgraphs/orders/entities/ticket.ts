import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
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
