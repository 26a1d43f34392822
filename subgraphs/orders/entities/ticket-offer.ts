import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { TicketEntity } from "./ticket.ts";

export const TicketOfferEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "TicketOffer",
    tableName: "ticket_offer",
    properties: {
      id: p.uuid().primary(),
      ticketId: p.manyToOne(of(TicketEntity)).mapToPk().name("ticket_id"),
      fromUser: p.uuid(),
      expiresAt: p.datetime(),
      status: p.text().$type<"OPEN" | "TAKEN" | "WITHDRAWN">().default("OPEN"),
      takenBy: p.uuid().nullable(),
      takenAt: p.datetime().nullable(),
    },
  }),
);

export type TicketOffer = Loaded<typeof TicketOfferEntity>;
