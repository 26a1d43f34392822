// A catalog alone, with a seating that takes every plan, and requests about venues.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Data } from "../../../local/client.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";

export const organizationId = randomUUID();
export const viewer = { userId: randomUUID(), verified: true, memberships: { [organizationId]: "MANAGER" } };
export const key = () => randomUUID();
export let catalog: Alone;
/** Plans that seating got, by event. */
export const plans = new Map<string, Data>();
/** Terms of sale that seating got by calls, newest last. */
export const toldTerms: Data[] = [];
/** How seating answers. */
export const seatingNow: { isAway: boolean; beforePlan: () => Promise<void> } = {
  isAway: false,
  beforePlan: async () => {},
};
const seating = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const { variables } = JSON.parse(Buffer.concat(parts).toString()) as { variables: Data };
    const { plan, terms } = variables;
    if (seatingNow.isAway) return void request.socket.destroy();
    if (plan) plans.set(plan.eventId as string, plan as Data);
    if (terms) toldTerms.push(variables);
    const answer = () => response.setHeader("content-type", "application/json").end(JSON.stringify({ data: {} }));
    void (plan ? seatingNow.beforePlan() : Promise.resolve()).then(answer);
  });
});

export async function openCatalog(): Promise<void> {
  seating.listen(0, "127.0.0.1");
  await once(seating, "listening");
  catalog = await startAlone("catalog", {
    SEATING_URL: `http://127.0.0.1:${(seating.address() as AddressInfo).port}/graphql`,
  });
}

export async function closeCatalog(): Promise<void> {
  await catalog.stop();
  seating.closeAllConnections();
  seating.close();
}

export async function ask(query: string, variables: Record<string, unknown>, by = viewer): Promise<Data> {
  const { data, errors } = await catalog.as(by, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.result as Data;
}
export const mutate = (field: string, type: string, input: Record<string, unknown>, selection: string, by = viewer) =>
  ask(
    `mutation ($input: ${type}!) { result: ${field}(input: $input) { __typename ${selection} ... on Error { message } } }`,
    { input },
    by,
  );

export const STALLS = {
  name: "Stalls",
  kind: "SEATED",
  rank: 1,
  shape: [
    { x: -300, y: 200 },
    { x: 300, y: 200 },
    { x: 0, y: 500 },
  ],
  rows: [
    {
      label: "A",
      seats: 5,
      aislesAfter: [2],
      wheelchair: [1],
      companion: [2],
      views: [{ seats: [5], obstructed: true, note: "Behind a pillar" }],
      curve: { start: { x: -200, y: 300 }, end: { x: 200, y: 300 }, bow: 50 },
    },
    {
      label: "B",
      labels: ["1", "3"],
      points: [
        { x: -30, y: 400 },
        { x: 30, y: 400 },
      ],
    },
  ],
};
export const FLOOR = { name: "Floor", kind: "GENERAL_ADMISSION", capacity: 7 };

export async function newVenue(
  sections: unknown[] = [STALLS, FLOOR],
  rest: Record<string, unknown> = {},
): Promise<string> {
  const input = {
    organizationId,
    name: "Halle",
    city: "Erfurt",
    country: "DE",
    timeZone: "Europe/Berlin",
    sections,
    idempotencyKey: key(),
    ...rest,
  };
  return (await mutate("createVenue", "CreateVenueInput", input, "... on Venue { id }")).id as string;
}

export async function newDraft(
  venueId: string,
  sections: string[],
  rest: Record<string, unknown> = {},
): Promise<string> {
  const input = {
    organizationId,
    venueId,
    name: "Tosca",
    category: "THEATRE",
    startsAt: new Date(Date.now() + 9 * 86_400_000).toISOString(),
    priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections }],
    idempotencyKey: key(),
    ...rest,
  };
  return (await mutate("createEvent", "CreateEventInput", input, "... on Event { id }")).id as string;
}
export const update = (venueId: string, expectedVersion: number, change: Record<string, unknown>) =>
  mutate(
    "updateVenue",
    "UpdateVenueInput",
    { venueId, expectedVersion, ...change },
    "... on Venue { version name } ... on VenueChanged { venue { version } }",
  );
export const publish = (id: string) =>
  ask(`mutation ($id: ID!) { result: publishEvent(eventId: $id) { __typename ... on Error { message } } }`, { id });
export const HALL = `address { lines postalCode city country } coordinates { latitude longitude } access focalPoint { x y } version
  sections { name rank shape { x y } rows { label aislesAfter curve { bow } seats {
    label block wheelchair companion obstructed viewNote position { x y isComputed } } } }`;
