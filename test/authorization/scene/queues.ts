// Queues that people have joined.
import { createEvent, publishEvent, type Person, type Show } from "../../../local/fixtures.ts";
import { joinQueue, openQueue } from "../../queues.ts";

/** All of `people` are in both; one is for those who leave it. */
export async function openQueues(
  { owner, organizationId, venueId }: Show,
  people: Person[],
): Promise<{ queue: string; leftQueue: string }> {
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const another = async () => {
    const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
    await publishEvent(owner.client, eventId);
    await openQueue(owner, eventId);
    await Promise.all(people.map((person) => joinQueue(person, eventId)));
    return eventId;
  };
  return { queue: await another(), leftQueue: await another() };
}
