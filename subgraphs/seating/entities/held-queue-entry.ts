// Entry of a queue that is or was held for review.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { QueueEntity } from "./queue.ts";

/** Why an entry is held: it names no person, no address and no network. */
export interface HeldReason {
  code: string;
  detail: string;
}

export const HeldEntryEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "HeldEntry",
    tableName: "held_entry",
    properties: {
      entryId: p.blob().primary(),
      eventId: p.manyToOne(of(QueueEntity)).mapToPk().name("event_id"),
      reasons: p.json<HeldReason[]>(),
      decision: p.text().$type<"RELEASED" | "REMOVED">().nullable(),
    },
  }),
);

/** As the organizer sees it. */
export type HeldQueueEntry = Pick<InferEntity<typeof HeldEntryEntity>, "entryId" | "reasons" | "decision"> & {
  joinedAt: Date;
};
