// Waiting list of an event.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { WaitlistState } from "../enums.generated.ts";
import { SaleEntity } from "./sale.ts";

export const WaitlistEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Waitlist",
    tableName: "waitlist",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      state: p.text().$type<WaitlistState>(),
      channelNo: p.integer(),
      offerSeconds: p.integer(),
      holdBackSeconds: p.integer(),
      closesBeforeStartSeconds: p.integer(),
      lastNo: p.bigint("number").default(0),
      seenSeq: p.bigint("number").nullable(),
      nextAt: p.datetime().nullable(),
    },
  }),
);

/** With its state as it is shown. */
export type Waitlist = Pick<
  InferEntity<typeof WaitlistEntity>,
  "state" | "offerSeconds" | "holdBackSeconds" | "closesBeforeStartSeconds"
> & {
  eventId: string;
  organizationId: string;
  /** Null: the start of the event is not known here yet. */
  closesAt: Date | null;
};
