// Seats that a clerk keeps under a name. Its holds decide what it is: sql/functions/reservation_state.sql.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { ReservationStatus } from "../enums.generated.ts";

export const ReservationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Reservation",
    tableName: "reservation",
    uniques: [{ properties: ["organizationId", "number"] }],
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      /** Six digits. */
      number: p.text(),
      name: p.text(),
      phone: p.text().nullable(),
      email: p.text().nullable(),
      note: p.text().nullable(),
      keptUntil: p.datetime(),
      madeBy: p.uuid(),
      madeAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      cancelledAt: p.datetime().nullable(),
    },
  }),
);

export const ReservationHoldEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ReservationHold",
    tableName: "reservation_hold",
    properties: {
      holdId: p.uuid().primary(),
      reservationId: p.manyToOne(of(ReservationEntity)).mapToPk().name("reservation_id"),
    },
  }),
);

export interface ReservationState {
  status: ReservationStatus;
  /** Holds that matter in this state: what is still kept, what was sold, or what was given up. */
  holdIds: string[];
  orderIds: string[];
  eventIds: string[];
  total: number;
  currency: string;
}

export type Reservation = InferEntity<typeof ReservationEntity> & { state: ReservationState };
