import { entity } from "../../../platform/postgres/entities.ts";
import type { SeatMoveRefusal } from "../enums.generated.ts";
import { SaleEntity } from "./sale.ts";

/** A decided exchange of a seat of an order. */
export const SeatMoveEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SeatMove",
    tableName: "seat_move",
    properties: {
      id: p.uuid().primary(),
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id"),
      orderId: p.uuid(),
      fromNo: p.integer(),
      toNo: p.integer(),
      /** Null if the order has the new seat. */
      refusal: p.text().$type<SeatMoveRefusal>().nullable(),
      at: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);
