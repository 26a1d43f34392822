import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { TicketStatus } from "../enums.generated.ts";

export const TicketEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Ticket",
    tableName: "ticket",
    uniques: [{ properties: ["orderId", "position"] }],
    properties: {
      id: p.uuid().primary(),
      orderId: p.uuid(),
      position: p.integer(),
      eventId: p.uuid(),
      organizationId: p.uuid(),
      holderId: p.uuid(),
      holderName: p.text().nullable(),
      status: p.text().$type<TicketStatus>(),
      revision: p.integer().default(1),
      price: p.integer(),
      usedAt: p.datetime().nullable(),
      usedBy: p.uuid().nullable(),
      /** Checked out since the last entry. */
      isOutside: p.boolean().default(false),
      /** The new order that claims it, while its payment is captured. */
      exchangeId: p.uuid().nullable(),
      /** Part of the price that was not given back: the fee of an exchange or a return, or what is kept for a used ticket after a lost dispute. */
      kept: p.integer().default(0),
      createdAt: p.datetime(),
    },
  }),
);

export type Ticket = InferEntity<typeof TicketEntity>;
