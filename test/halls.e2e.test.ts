// The hall of a theatre with 2,000 seats, from its plan to the best seats.
import type { Data } from "../local/client.ts";
import { createEvent, createOrganization, publishEvent, signUp, type Person } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let owner: Person;
let organizationId: string;
beforeAll(async () => {
  supergraph = await startSupergraph();
  owner = await signUp(supergraph.client);
  organizationId = await createOrganization(owner.client);
});
afterAll(() => supergraph.stop());

const ROWS = 40;
const SEATS = 50;
/** Forty rows of fifty seats, half a metre apart, with an aisle in the middle. The row nearest to the stage is at y = 400. */
const lines = Array.from({ length: ROWS * SEATS }, (_, index) => {
  const [row, seat] = [Math.floor(index / SEATS), index % SEATS];
  const x = seat * 50 - 1_250 + (seat >= SEATS / 2 ? 100 : 0);
  return `Stalls,${row + 1},${seat + 1},${x},${400 + row * 90},${seat + 1 === SEATS / 2 ? "yes" : ""}`;
});
const CSV = `section,row,seat,x,y,aisle\n${lines.join("\n")}\n`;
const IMPORT = `mutation ($input: ImportVenueInput!) { importVenue(input: $input) {
  __typename ... on ImportedVenue { venue { id version capacity } sectionCount placeCount } ... on Error { message }
} }`;

test("a hall of 2,000 seats is made in one request, and its best seats are near the focal point", async () => {
  const { importVenue: made } = await owner.client.ask(IMPORT, {
    input: {
      organizationId,
      format: "CSV",
      text: CSV,
      name: "Theater",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      idempotencyKey: "the hall",
    },
  });
  expect(made).toMatchObject({ __typename: "ImportedVenue", sectionCount: 1, placeCount: 2_000 });
  const venueId = made.venue.id as string;
  const { updateVenue } = await owner.client.ask(
    `mutation ($input: UpdateVenueInput!) { updateVenue(input: $input) { __typename ... on Venue { version } } }`,
    { input: { venueId, expectedVersion: 1, focalPoint: { x: 0, y: 1_300 }, access: "Step-free." } },
  );
  expect(updateVenue).toEqual({ __typename: "Venue", version: 2 });

  const tiers = [{ name: "All", price: { amount: 5_000, currency: "EUR" }, sections: ["Stalls"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
  await publishEvent(owner.client, eventId);
  const { event } = await supergraph.client().ask(
    `query ($id: ID!) { event(id: $id) {
      venueVersion { version sections { rows { label aislesAfter seats { label block position { x y isComputed } } } } }
      seats(first: 5000) { totalCount nodes { id row number block position { x y isComputed } section { capacity } } }
    } }`,
    { id: eventId },
  );
  expect(event.venueVersion.version).toBe(2);
  const inHall = (event.venueVersion.sections[0].rows as Data[]).flatMap(({ label: row, seats }) =>
    (seats as Data[]).map(({ label: number, block, position }) => ({ row, number, block, position })),
  );
  const onSale = (event.seats.nodes as Data[]).map(({ row, number, block, position }) => ({
    row,
    number,
    block,
    position,
  }));
  expect(onSale).toHaveLength(2_000);
  expect(onSale).toEqual(inHall);
  expect(onSale[0]).toEqual({
    row: "1",
    number: "1",
    block: 0,
    position: { x: -1_250, y: 400, isComputed: false },
  });

  const buyer = await signUp(supergraph.client);
  const { holdBestAvailable } = await buyer.client.ask(
    `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { __typename ... on Hold { seats { row number position { x y } } } } }`,
    { input: { eventId, quantity: 2, idempotencyKey: "the best" } },
  );
  // Row 11 is at y = 1300; its seats beside the aisle are the nearest.
  expect(holdBestAvailable.seats).toEqual([
    { row: "11", number: "24", position: { x: -100, y: 1_300 } },
    { row: "11", number: "25", position: { x: -50, y: 1_300 } },
  ]);
});

test("a venue that changes leaves seats, prices and places of an event on sale as they are", async () => {
  const { importVenue: made } = await owner.client.ask(IMPORT, {
    input: {
      organizationId,
      format: "JSON",
      text: JSON.stringify({
        name: "Studio",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections: [{ name: "Hall", kind: "SEATED", rows: [{ label: "A", seats: 4 }] }],
      }),
      idempotencyKey: "the studio",
    },
  });
  const venueId = made.venue.id as string;
  const tiers = [{ name: "All", price: { amount: 1_000, currency: "EUR" }, sections: ["Hall"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
  await publishEvent(owner.client, eventId);
  const query = `query ($id: ID!) { event(id: $id) { version seats { nodes { id row number position { x y isComputed } section { id name capacity } price { amount } } } } }`;
  const before = await owner.client.ask(query, { id: eventId });
  const { updateVenue } = await owner.client.ask(
    `mutation ($input: UpdateVenueInput!) { updateVenue(input: $input) { ... on Venue { sections { name capacity } } ... on Error { message } } }`,
    {
      input: {
        venueId,
        expectedVersion: 1,
        sections: [{ name: "Hall", kind: "GENERAL_ADMISSION", capacity: 90 }],
      },
    },
  );
  expect(updateVenue.sections).toEqual([{ name: "Hall", capacity: 90 }]);
  await supergraph.settle();
  expect(await owner.client.ask(query, { id: eventId })).toEqual(before);
  expect(before.event.seats.nodes[0].section.capacity).toBe(4);
});
