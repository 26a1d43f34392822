// Projection of events from catalog. Messages may be late, so older versions are ignored.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Loaded } from "../../../platform/postgres/entities.ts";
import type { EventDescribed } from "../../../schema/messages/catalog.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EventFactsEntity } from "../entities/event-facts.ts";
import { statement } from "../entities/tables.ts";

/** Sections as JSON. */
type NewFacts = Omit<Loaded<typeof EventFactsEntity>, "sections"> & { sections: string | null };

const addFacts = statement((db, of: NewFacts, { sql }) =>
  db
    .insertInto("event_facts")
    .values({
      eventId: of.eventId,
      version: of.version,
      name: of.name,
      place: of.place,
      startsAt: of.startsAt,
      endsAt: of.endsAt,
      doorsAt: of.doorsAt,
      timeZone: of.timeZone,
      organizationId: of.organizationId,
      sections: sql`${of.sections}::jsonb`,
    })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({
          version: news.ref("excluded.version"),
          name: news.ref("excluded.name"),
          place: news.ref("excluded.place"),
          startsAt: news.ref("excluded.startsAt"),
          endsAt: news.ref("excluded.endsAt"),
          doorsAt: news.ref("excluded.doorsAt"),
          timeZone: news.ref("excluded.timeZone"),
          organizationId: news.ref("excluded.organizationId"),
          sections: news.ref("excluded.sections"),
        }))
        .whereRef("event_facts.version", "<", "excluded.version"),
    ),
);

/** True if the start is new. */
export async function noteEventFacts(tx: Tx, event: z.infer<typeof EventDescribed.body>): Promise<boolean> {
  const { eventId, startsAt, endsAt, doorsAt, organizationId = null, sections = null } = event;
  const known = await tx.findOne(EventFactsEntity, { eventId }, LOCKED);
  const isNew = await addFacts.change(tx, {
    ...event,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    doorsAt: doorsAt == null ? null : new Date(doorsAt),
    organizationId,
    sections: sections && JSON.stringify(sections),
  });
  return isNew > 0 && known?.startsAt.getTime() !== Date.parse(startsAt);
}
