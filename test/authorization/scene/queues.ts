// Queues that people have joined.
import { createEvent, publishEvent, type Person, type Show } from "../../../local/fixtures.ts";
import type { TestSupergraph } from "../../../testkit/supergraph.ts";
import { holdEntry, joinQueue, openQueue } from "../../queues.ts";

/** All of `people` are in both; one is for those who leave it. In the other the entry of the first is held for review. */
export async function openQueues(
  { owner, organizationId, venueId }: Show,
  people: Person[],
  supergraph: TestSupergraph,
): Promise<{ queue: string; leftQueue: string; heldEntry: string }> {
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const another = async () => {
    const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
    await publishEvent(owner.client, eventId);
    await openQueue(owner, eventId);
    await Promise.all(people.map((person) => joinQueue(person, eventId)));
    return eventId;
  };
  const [queue, leftQueue] = [await another(), await another()];
  return { queue, leftQueue, heldEntry: await holdEntry(supergraph, queue, people[0]!.id) };
}
