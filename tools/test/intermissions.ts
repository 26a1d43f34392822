/** Tries the field that additions.int.test.ts adds to Event: written when the event is created, changed, and kept by other changes. */
export const FIELD_TEST = `import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";

let catalog: Alone;
beforeAll(async () => void (catalog = await startAlone("catalog", { SEATING_URL: "http://127.0.0.1:9/graphql" })));
afterAll(() => catalog.stop());

test("the field is stored, changed, and kept by other changes", async () => {
  const organizationId = randomUUID();
  const manager = { userId: randomUUID(), memberships: { [organizationId]: "MANAGER" as const } };
  const ask = async (field: string, type: string, input: object) => {
    const query = \`mutation ($input: \${type}!) { \${field}(input: $input) { __typename ... on Venue { id } ... on Event { id version intermissions } } }\`;
    const { data, errors } = await catalog.as(manager, field === "createVenue" ? query.replace("... on Event { id version intermissions } ", "") : query.replace("... on Venue { id } ", ""), { input });
    expect(errors).toBeUndefined();
    return data[field];
  };
  const venue = await ask("createVenue", "CreateVenueInput", {
    organizationId, name: "Halle", city: "Erfurt", country: "DE", timeZone: "Europe/Berlin",
    sections: [{ name: "A", kind: "GENERAL_ADMISSION", capacity: 10 }], idempotencyKey: randomUUID(),
  });
  const event = await ask("createEvent", "CreateEventInput", {
    organizationId, venueId: venue.id, name: "Tosca", category: "THEATRE", startsAt: "2090-01-01T19:00:00Z", intermissions: 1,
    priceTiers: [{ name: "A", price: { amount: 1000, currency: "EUR" }, sections: ["A"] }], idempotencyKey: randomUUID(),
  });
  expect(event).toMatchObject({ intermissions: 1 });
  const change = (expectedVersion: number, fields: object) =>
    ask("updateEvent", "UpdateEventInput", { eventId: event.id, expectedVersion, ...fields });
  expect(await change(1, { intermissions: 2 })).toMatchObject({ intermissions: 2 });
  expect(await change(2, { name: "Aida" })).toMatchObject({ intermissions: 2 });
});
`;
