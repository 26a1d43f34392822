import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { EntryRule } from "../enums.generated.ts";

/** An entrance of an event. */
export const GateEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Gate",
    tableName: "gate",
    properties: {
      id: p.uuid().primary(),
      eventId: p.uuid(),
      organizationId: p.uuid(),
      name: p.text(),
      sectionIds: p.array().columnType("uuid[]").nullable(),
      opensAt: p.datetime().nullable(),
      closesAt: p.datetime().nullable(),
      removedAt: p.datetime().nullable(),
    },
  }),
);

export type Gate = Loaded<typeof GateEntity>;

/** How often a ticket may enter; events without a row: once. */
export const EventEntryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "EventEntry",
    tableName: "event_entry",
    properties: { eventId: p.uuid().primary(), rule: p.text().$type<EntryRule>() },
  }),
);
