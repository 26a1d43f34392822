import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { PassageKind } from "../enums.generated.ts";
import { GateEntity } from "./gate.ts";
import { TicketEntity } from "./ticket.ts";

/** An entry or exit of a ticket. */
export const PassageEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Passage",
    tableName: "passage",
    properties: {
      id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
      ticketId: p.manyToOne(of(TicketEntity)).mapToPk().name("ticket_id"),
      eventId: p.uuid(),
      kind: p.text().$type<PassageKind>(),
      at: p.datetime(),
      byId: p.uuid(),
      gateId: p.manyToOne(of(GateEntity)).mapToPk().name("gate_id").nullable(),
      undoneAt: p.datetime().nullable(),
      undoneBy: p.uuid().nullable(),
      undoReason: p.text().nullable(),
    },
  }),
);

export type Passage = Loaded<typeof PassageEntity>;
