// Place of a person in a queue.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { QueueEntity } from "./queue.ts";

/** HELD_FOR_REVIEW: not drawn until a person has looked at it. INSIDE: with an admission. DONE: the admission has ended; the person may enter again. */
export type QueueEntryState = "WAITING" | "HELD_FOR_REVIEW" | "INSIDE" | "DONE" | "LEFT" | "REMOVED";

export const QueueEntryEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "QueueEntry",
    tableName: "queue_entry",
    uniques: [{ properties: ["eventId", "no"] }],
    properties: {
      eventId: p.manyToOne(of(QueueEntity)).mapToPk().name("event_id").primary(),
      userId: p.uuid().primary(),
      no: p.bigint("number"),
      entryId: p.blob().unique(),
      rank: p.integer().nullable(),
      isInDraw: p.boolean().default(false),
      state: p.text().$type<QueueEntryState>().default("WAITING"),
      joinedAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      admissionId: p.uuid().nullable(),
      admittedAt: p.datetime().nullable(),
      admissionEndsAt: p.datetime().nullable(),
      extendableUntil: p.datetime().nullable(),
    },
  }),
);

/** As its person sees it. */
export type QueueEntry = Pick<
  InferEntity<typeof QueueEntryEntity>,
  "eventId" | "entryId" | "joinedAt" | "rank" | "state"
> & {
  isDrawn: boolean;
  /** Null for one who is not inside. */
  insideUntil: Date | null;
};
