// Packages of several events, and access codes.
import { randomUUID } from "node:crypto";
import { createEvent, publishEvent, type Person, type Show } from "../../../local/fixtures.ts";
import { createAccessCodes } from "./access-codes.ts";

const CREATE = `mutation ($input: CreatePackageInput!) { createPackage(input: $input) { ... on TicketPackage { id } } }`;

const HOLD = `mutation ($input: HoldPackageInput!) { holdPackage(input: $input) { ... on HeldPackage { total { amount } } } }`;

/** Ten percent off. Returns the ID. */
export async function createPackage({ client }: Person, eventIds: string[]): Promise<string> {
  const events = eventIds.map((eventId) => ({ eventId }));
  const input = { name: "Season", events, discountPercent: 10, idempotencyKey: randomUUID() };
  return (await client.ask(CREATE, { input })).createPackage.id as string;
}

/** One of public events, which `buyer` holds, and one with an event that became private. Access codes of the event. */
export async function createPackages(
  { owner, organizationId, venueId, eventId, seats }: Show,
  buyer: Person,
): Promise<{ package: string; hiddenPackage: string; packageDate: string; accessCodes: string }> {
  const { client } = owner;
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const another = async () => {
    const id = await createEvent(client, organizationId, venueId, tiers);
    await publishEvent(client, id);
    return id;
  };
  const [open, hidden] = [await another(), await another()];
  const packages = {
    package: await createPackage(owner, [eventId, open]),
    hiddenPackage: await createPackage(owner, [open, hidden]),
    packageDate: open,
    accessCodes: await createAccessCodes(owner, eventId),
  };
  // The scene takes its other seats from both ends.
  const events = [
    { eventId, seatIds: [seats.at(-4)!.id as string] },
    { eventId: open, quantity: 1 },
  ];
  await buyer.client.ask(HOLD, { input: { packageId: packages.package, events, idempotencyKey: randomUUID() } });
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: hidden });
  const input = { eventId: hidden, expectedVersion: event.version, visibility: "PRIVATE" };
  const update = `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { ... on Event { id } } }`;
  await client.ask(update, { input });
  return packages;
}
