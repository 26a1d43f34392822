// Waiting lists that people have joined.
import { createEvent, publishEvent, type Person, type Show } from "../../../local/fixtures.ts";
import type { TestSupergraph } from "../../../testkit/supergraph.ts";
import { openQueues } from "./queues.ts";
import { joinWaitlist, openWaitlist } from "../../waitlists.ts";

/** All of `people` are on the first; on the other is the one who leaves it. */
async function openWaitlists(
  { owner, organizationId, venueId }: Show,
  people: Person[],
  leaver: Person,
): Promise<{ waitlist: string; leftEntry: string }> {
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const another = async (joining: Person[]) => {
    const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
    await publishEvent(owner.client, eventId);
    await openWaitlist(owner, eventId);
    const entries = await Promise.all(joining.map((person) => joinWaitlist(person, eventId)));
    return { eventId, entryId: String(entries[0]!.id) };
  };
  return { waitlist: (await another(people)).eventId, leftEntry: (await another([leaver])).entryId };
}

export async function openQueuesAndLists(supergraph: TestSupergraph, show: Show, people: Person[], leaver: Person) {
  return { ...(await openQueues(show, people, supergraph)), ...(await openWaitlists(show, people, leaver)) };
}
