// A person on a waiting list.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { WaitlistEntryState, WaitlistPassReason } from "../enums.generated.ts";
import { WaitlistEntity } from "./waitlist.ts";

export const WaitlistEntryEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "WaitlistEntry",
    tableName: "waitlist_entry",
    uniques: [{ properties: ["eventId", "no"] }],
    properties: {
      id: p.uuid().primary(),
      eventId: p.manyToOne(of(WaitlistEntity)).mapToPk().name("event_id"),
      no: p.bigint("number"),
      userId: p.uuid(),
      quantity: p.integer(),
      atLeast: p.integer(),
      together: p.boolean(),
      wheelchairPlaces: p.integer(),
      tierNos: p.array((value) => Number(value)).columnType("int[]"),
      sectionNos: p.array((value) => Number(value)).columnType("int[]"),
      state: p.text().$type<WaitlistEntryState>().default("WAITING"),
      joinedAt: p.datetime(),
      heldBackSince: p.datetime().nullable(),
      holdId: p.uuid().nullable().unique(),
      offers: p.integer().default(0),
      hasFailed: p.boolean().default(false),
      passedBecause: p.text().$type<WaitlistPassReason>().nullable(),
      endedAt: p.datetime().nullable(),
    },
  }),
);

/** With its state as it is shown. */
export type WaitlistEntry = Omit<
  InferEntity<typeof WaitlistEntryEntity>,
  "eventId" | "tierNos" | "sectionNos" | "hasFailed" | "heldBackSince" | "endedAt"
> & {
  eventId: string;
  organizationId: string;
  tierIds: string[];
  sectionIds: string[];
  /** Until then the seats are held; null unless it is OFFERED. */
  offeredUntil: Date | null;
};
