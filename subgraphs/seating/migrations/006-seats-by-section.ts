import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** A page of one section's seats looked at every seat of the event. None of these columns ever changes, so updates stay as cheap. */
export const seatsBySection: DatabaseMigration = {
  name: "006-seats-by-section",
  beside: { index: "seat_of_section", definition: "on seat (event_id, section_no, no)" },
};
