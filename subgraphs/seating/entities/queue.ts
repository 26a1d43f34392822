// Waiting room of an event: who waits, the draw, and who is inside.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { QueueState } from "../enums.generated.ts";
import type { DrawDocument } from "../../../domain/queue/published-draw.ts";

/** As stored: an ANNOUNCED queue is OPEN from `opensAt` on. */
export type StoredQueueState = "ANNOUNCED" | "DRAWING" | "SERVING" | "PAUSED" | "SOLD_OUT" | "CLOSED";
/** Public level of free seats, without their number. */
export type QueueSeats = "MANY" | "FEW" | "ALL_HELD" | "NONE";

export const QueueEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Queue",
    tableName: "queue",
    properties: {
      eventId: p.uuid().primary(),
      organizationId: p.uuid(),
      state: p.text().$type<StoredQueueState>().default("ANNOUNCED"),
      opensAt: p.datetime(),
      drawAt: p.datetime(),
      policy: p.text(),
      policyHash: p.blob(),
      commitment: p.blob(),
      sealedSeed: p.text().nullable(),
      draw: p.json<DrawDocument>().nullable(),
      drawn: p.integer().nullable(),
      lastNo: p.bigint("number").default(0),
      lastRank: p.integer().default(0),
      entryCount: p.integer().default(0),
      serving: p.integer().default(0),
      active: p.integer().default(0),
      maxActive: p.integer(),
      perSecond: p.integer(),
      admissionSeconds: p.integer(),
      note: p.text().nullable(),
      capLoad: p.double().$type<number>(),
      seatsEach: p.double().$type<number>().default(2),
      showShare: p.double().$type<number>().default(1),
      windowAt: p.datetime().nullable(),
      windowServing: p.integer().default(0),
      windowAdmitted: p.integer().default(0),
      windowFree: p.integer().default(0),
      perMinute: p.double().$type<number>().default(0),
      seats: p.text().$type<QueueSeats>().default("MANY"),
      admitted: p.integer().default(0),
      stepSeq: p.integer().default(0),
      stepHash: p.text().nullable(),
      nextAt: p.datetime().nullable(),
      reviewSeconds: p.integer().nullable(),
      closedNo: p.bigint("number").nullable(),
      told: p.integer().default(0),
      assessedParts: p
        .array((part) => Number(part))
        .columnType("int[]")
        .defaultRaw("'{}'"),
      isAssessed: p.boolean().default(false),
      held: p.integer().default(0),
      changedAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);

/** With its state as it is shown. */
export type Queue = Omit<InferEntity<typeof QueueEntity>, "state"> & {
  state: QueueState;
  /** Entries that are held for review now. */
  heldCount: number;
};

export const QueueDrawEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "QueueDraw",
    tableName: "queue_draw",
    properties: {
      eventId: p.manyToOne(of(QueueEntity)).mapToPk().name("event_id").primary(),
      entries: p.blob(),
      ranks: p.blob(),
    },
  }),
);

export const QueueStepEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "QueueStep",
    tableName: "queue_step",
    properties: {
      eventId: p.manyToOne(of(QueueEntity)).mapToPk().name("event_id").primary(),
      seq: p.integer().primary(),
      serving: p.integer(),
      active: p.integer(),
      reason: p.text(),
      by: p.text(),
      at: p.datetime(),
      previous: p.text(),
      hash: p.text(),
    },
  }),
);

export const QueueAdmissionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "QueueAdmission",
    tableName: "queue_admission",
    properties: {
      eventId: p.manyToOne(of(QueueEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      rank: p.integer(),
      step: p.integer(),
      at: p.datetime(),
    },
  }),
);
