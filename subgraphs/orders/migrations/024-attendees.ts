import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Tickets of an event, newest first. */
export const attendees: DatabaseMigration = {
  name: "024-attendees",
  beside: { index: "ticket_of_event_newest", definition: "on ticket (event_id, created_at desc, id desc)" },
};
