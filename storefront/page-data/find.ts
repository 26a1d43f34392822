// Data of the page that finds events.
import type { FindEventsQuery } from "../documents/find.generated.ts";

/** What a visitor is looking for. */
export interface Search {
  text: string;
  city: string;
  category: string;
  when: string;
  after: string | null;
}

export type EventInList = NonNullable<FindEventsQuery["events"]>["nodes"][number];

export interface FindPages {
  find: { search: Search; found: FindEventsQuery };
}
