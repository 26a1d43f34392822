// After a change of a venue: publishes the new place of its events to other subgraphs.
import type { JobContext } from "../../../platform/jobs/jobs.ts";
import { statement } from "../entities/tables.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { announceChange } from "../commands/announce-change.ts";
import type { PlaceParts } from "../entities/venue.ts";
import { describeEvent } from "../commands/describe-event.ts";

/** Transactions that publish must be short. */
const TOGETHER = 50;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** A new version of each of the next events that can still take place: readers of its messages ignore older ones. */
const next = statement((db, { venueId, after }: { venueId: string; after: string }, { sql }) =>
  db
    .updateTable("event")
    .set((event) => ({ version: event("version", "+", 1) }))
    .where("id", "in", (event) =>
      event
        .selectFrom("event as e")
        .select("e.id")
        .where("e.venueId", "=", venueId)
        .where("e.id", ">", after)
        .where("e.status", "in", ["ON_SALE", "SALES_PAUSED"])
        .where((of) => sql<boolean>`event_over_at(${of.ref("e.startsAt")}, ${of.ref("e.endsAt")}) > app_now()`)
        .orderBy("e.id")
        .limit(TOGETHER)
        .forUpdate(),
    )
    .returning(["id", "organizationId", "version", "journey"]),
);

export interface DescribedVenue {
  venueId: string;
  /** Place before the change; absent if people with tickets are not to be told. */
  old?: PlaceParts;
}

/** Idempotent: what was described before is described again. */
export async function describeEventsOf(
  { database, complete, keep }: Pick<JobContext, "database" | "complete" | "keep">,
  { venueId, old }: DescribedVenue,
): Promise<void> {
  for (let after: string | undefined = FIRST; after !== undefined;) {
    const from: string = after;
    after = await database.transaction(async (tx) => {
      const events = (await next.rows(tx, { venueId, after: from })).sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const event of events) {
        await describeEvent(tx, event.id);
        // A journey has its own places.
        if (old && !event.journey) await announceChange(tx, event, { oldPlace: placeOf(old, null) });
      }
      const isLast = events.length < TOGETHER;
      await (isLast ? complete(tx) : keep(tx));
      return isLast ? undefined : events.at(-1)?.id;
    });
  }
}
