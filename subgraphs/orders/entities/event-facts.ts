import { entity } from "../../../platform/postgres/entities.ts";

/** Data of an event on tickets and in notifications, from catalog's last message. */
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
      doorsAt: p.datetime().nullable(),
      timeZone: p.text(),
      /** Null if catalog described the event before it sent the organization and the sections. */
      organizationId: p.uuid().nullable(),
      sections: p.json<{ id: string; label: string }[]>().nullable(),
    },
  }),
);
