import { entity } from "../../../platform/postgres/entities.ts";

/** What tickets and notifications say of an event, as catalog has told it last. */
export const EventFactsEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "EventFacts",
    tableName: "event_facts",
    properties: {
      eventId: p.uuid().primary(),
      version: p.integer(),
      name: p.text(),
      place: p.text(),
      startsAt: p.datetime(),
      endsAt: p.datetime().nullable(),
      timeZone: p.text(),
    },
  }),
);
