// Halls: their geometry, and versions that leave alone what is sold.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  ask,
  catalog,
  closeCatalog,
  FLOOR,
  HALL,
  key,
  newDraft,
  newVenue,
  openCatalog,
  organizationId,
  plans,
  publish,
  STALLS,
  update,
  viewer,
} from "./catalog-alone.ts";

beforeAll(openCatalog);
afterAll(closeCatalog);

const versionOf = async (id: string) =>
  (await ask(`query ($id: ID!) { result: event(id: $id) { venueVersion { version sections { name } } } }`, { id }))
    .venueVersion as Data;
const deleteVenue = (venueId: string, idempotencyKey: string) =>
  ask(
    `mutation ($v: ID!, $k: String!) { result: deleteVenue(venueId: $v, idempotencyKey: $k) { __typename ... on DeletedVenue { id } } }`,
    { v: venueId, k: idempotencyKey },
  );

test("a venue shows its address, and each seat where it stands and what is known of it", async () => {
  const id = await newVenue(undefined, {
    address: { lines: ["Theaterplatz 1"], postalCode: "99084" },
    coordinates: { latitude: 50.97, longitude: 11.02 },
    access: "Step-free from the north side.",
    focalPoint: { x: 0, y: 0 },
  });
  const venue = await ask(`query ($id: ID!) { result: venue(id: $id) { ${HALL} } }`, { id });
  expect(venue).toMatchObject({
    address: { lines: ["Theaterplatz 1"], postalCode: "99084", city: "Erfurt", country: "DE" },
    coordinates: { latitude: 50.97, longitude: 11.02 },
    access: "Step-free from the north side.",
    focalPoint: { x: 0, y: 0 },
    version: 1,
  });
  const [stalls, floor] = venue.sections as Data[];
  expect(floor).toEqual({ name: "Floor", rank: null, shape: null, rows: [] });
  expect([stalls!.rank, stalls!.shape]).toEqual([1, STALLS.shape]);
  const [a, b] = stalls!.rows as Data[];
  expect([a!.aislesAfter, a!.curve, b!.curve]).toEqual([[2], { bow: 50 }, null]);
  const seats = a!.seats as Data[];
  expect(seats.map(({ position }) => [position.x, position.y])).toEqual([
    [-200, 300],
    [-103, 337],
    [0, 350],
    [103, 337],
    [200, 300],
  ]);
  expect(seats.map(({ block }) => block)).toEqual([0, 0, 1, 1, 1]);
  expect(seats.map(({ wheelchair, companion, obstructed }) => [wheelchair, companion, obstructed])).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, false],
    [false, false, false],
    [false, false, true],
  ]);
  expect(seats.map(({ viewNote }) => viewNote)).toEqual([null, null, null, null, "Behind a pillar"]);
  expect((b!.seats as Data[]).map(({ label, position }) => [label, position])).toEqual([
    ["1", { x: -30, y: 400, isComputed: false }],
    ["3", { x: 30, y: 400, isComputed: false }],
  ]);
});

test("a venue without geometry has none, but for computed positions, and seating hears nothing of it", async () => {
  const venueId = await newVenue([{ name: "Hall", kind: "SEATED", rows: [{ label: "1", seats: 3 }] }]);
  const venue = await ask(`query ($id: ID!) { result: venue(id: $id) { ${HALL} } }`, { id: venueId });
  expect(venue).toMatchObject({ address: null, coordinates: null, access: null, focalPoint: null });
  const [section] = venue.sections as Data[];
  expect([section!.rank, section!.shape]).toEqual([null, null]);
  expect(section!.rows[0].seats.map(({ position }: Data) => position)).toEqual(
    [-50, 0, 50].map((x) => ({ x, y: 200, isComputed: true })),
  );
  const eventId = await newDraft(venueId, ["Hall"]);
  expect((await publish(eventId)).__typename).toBe("Event");
  expect(Object.keys(plans.get(eventId)!)).not.toContain("hall");
  expect(plans.get(eventId)!.sections[0].rows).toEqual([
    { label: "1", labels: ["1", "2", "3"], aislesAfter: [], wheelchair: [] },
  ]);
});

test.each([
  ["rows.0.points", { rows: [{ label: "1", seats: 2, points: [{ x: 0, y: 0 }] }] }],
  [
    "rows.0.points",
    {
      rows: [
        {
          label: "1",
          seats: 2,
          points: [
            { x: 1, y: 0 },
            { x: 1, y: 0 },
          ],
        },
      ],
    },
  ],
  ["rows.0.points.0.x", { rows: [{ label: "1", seats: 1, points: [{ x: 1_000_001, y: 0 }] }] }],
  ["rows.0.curve", { rows: [{ label: "1", seats: 9, curve: { start: { x: 0, y: 0 }, end: { x: 5, y: 0 }, bow: 0 } }] }],
  [
    "rows.0.curve.bow",
    { rows: [{ label: "1", seats: 2, curve: { start: { x: 0, y: 0 }, end: { x: 5, y: 0 }, bow: 6 } }] },
  ],
  [
    "rows.1",
    {
      rows: [
        { label: "1", seats: 1, points: [{ x: 0, y: 0 }] },
        { label: "2", seats: 1 },
      ],
    },
  ],
  ["rows.0.companion", { rows: [{ label: "1", seats: 2, wheelchair: [1], companion: [1] }] }],
  ["rows.0.companion", { rows: [{ label: "1", seats: 2, companion: [3] }] }],
  [
    "rows.0.views.1.seats",
    {
      rows: [
        {
          label: "1",
          seats: 2,
          views: [
            { seats: [1], obstructed: true },
            { seats: [1], note: "x" },
          ],
        },
      ],
    },
  ],
  ["rows.0.views.0", { rows: [{ label: "1", seats: 2, views: [{ seats: [1] }] }] }],
  ["shape", { rows: [{ label: "1", seats: 2 }], shape: [{ x: 0, y: 0 }] }],
  ["rank", { rows: [{ label: "1", seats: 2 }], rank: 0 }],
])("a mistake in %s is named", async (field, section) => {
  const input = {
    organizationId,
    name: "Halle",
    city: "Erfurt",
    country: "DE",
    timeZone: "Europe/Berlin",
    sections: [{ name: "Hall", kind: "SEATED", ...section }],
    idempotencyKey: key(),
  };
  const { errors } = await catalog.as(
    viewer,
    `mutation ($input: CreateVenueInput!) { createVenue(input: $input) { __typename } }`,
    { input },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: `input.sections.0.${field}` });
});

test("a hall changes without touching what is sold: each event keeps the version with which it was published", async () => {
  const venueId = await newVenue();
  const [early, late, pinned] = [
    await newDraft(venueId, ["Stalls", "Floor"]),
    await newDraft(venueId, ["Stalls", "Floor"]),
    await newDraft(venueId, ["Stalls", "Floor"], { venueVersion: 1 }),
  ];
  await publish(early);
  const changed = [{ ...FLOOR, capacity: 70 }, STALLS];
  expect(await update(venueId, 1, { sections: changed, focalPoint: { x: 1, y: 2 } })).toMatchObject({ version: 2 });
  expect(await versionOf(late)).toMatchObject({ version: 2 });
  await publish(late);
  await publish(pinned);
  expect(await update(venueId, 2, { sections: [{ ...FLOOR, name: "Standing" }] })).toMatchObject({ version: 3 });
  const names = async (id: string) => {
    const { version, sections } = await versionOf(id);
    return [version, ...(sections as Data[]).map(({ name }) => name as string)];
  };
  expect(await names(early)).toEqual([1, "Stalls", "Floor"]);
  expect(await names(late)).toEqual([2, "Floor", "Stalls"]);
  expect(await names(pinned)).toEqual([1, "Stalls", "Floor"]);
  const plan = plans.get(late)!;
  expect(plan.sections.map(({ name, capacity }: Data) => [name, capacity])).toEqual([
    ["Floor", 70],
    ["Stalls", undefined],
  ]);
  expect(plan.hall).toMatchObject({ focalPoint: { x: 1, y: 2 } });
  expect(plan.hall.sections[1]).toMatchObject({
    rank: 1,
    companion: [2],
    obstructed: [5],
    notes: [{ seats: [5], text: "Behind a pillar" }],
  });
  expect(plan.hall.sections[1].points.x).toEqual([-200, -103, 0, 103, 200, -30, 30]);
  const { versions, sections } = await ask(
    `query ($id: ID!) { result: venue(id: $id) { sections { name } versions(first: 2) { totalCount nodes { version capacity } pageInfo { hasNextPage } } } }`,
    { id: venueId },
  );
  expect(sections).toEqual([{ name: "Standing" }]);
  expect(versions).toEqual({
    totalCount: 3,
    nodes: [
      { version: 3, capacity: 7 },
      { version: 2, capacity: 77 },
    ],
    pageInfo: { hasNextPage: true },
  });
});

test("a draft whose prices do not fit the newest version says so, and can be published with an older one", async () => {
  const venueId = await newVenue();
  const draft = await newDraft(venueId, ["Stalls", "Floor"]);
  await update(venueId, 1, { sections: [STALLS, FLOOR, { ...FLOOR, name: "Balcony" }] });
  expect(await publish(draft)).toMatchObject({
    __typename: "EventNotPublishable",
    message: expect.stringContaining('Section "Balcony" has no price in version 2'),
  });
  await update(venueId, 2, { sections: [FLOOR] });
  expect((await publish(draft)).message).toContain('There is no section "Stalls" in version 3');
  const pin = (expectedVersion: number, venueVersion: number | null) =>
    catalog.as(
      viewer,
      `mutation ($input: UpdateEventInput!) { result: updateEvent(input: $input) { __typename ... on Event { version } } }`,
      { input: { eventId: draft, expectedVersion, venueVersion } },
    );
  expect((await pin(1, 4)).errors?.[0]?.extensions.field).toBe("input.venueVersion");
  expect((await pin(1, 1)).data.result).toMatchObject({ __typename: "Event" });
  expect((await publish(draft)).__typename).toBe("Event");
  expect((await pin(3, 2)).errors?.[0]?.extensions.field).toBe("input.venueVersion");
  expect(await versionOf(draft)).toMatchObject({ version: 1 });
});

test("of two editors of one version the second is told, and fields that are not named stay", async () => {
  const venueId = await newVenue(undefined, { access: "Ring the bell." });
  const answers = await Promise.all([
    update(venueId, 1, { name: "Old House" }),
    update(venueId, 1, { name: "New House" }),
  ]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["Venue", "VenueChanged"]);
  expect(answers.find(({ venue }) => venue)).toMatchObject({ venue: { version: 2 } });
  expect(await update(venueId, 2, { access: null })).toMatchObject({
    version: 3,
    name: expect.stringMatching(/House/),
  });
  const venue = await ask(`query ($id: ID!) { result: venue(id: $id) { access sections { name } } }`, { id: venueId });
  expect(venue).toEqual({ access: null, sections: [{ name: "Stalls" }, { name: "Floor" }] });
});

test("a renamed or moved venue is found by its new name, and its coming events are described again", async () => {
  const venueId = await newVenue();
  const eventId = await newDraft(venueId, ["Stalls", "Floor"]);
  await publish(eventId);
  const name = `Opera ${randomUUID().slice(0, 8)}`;
  await update(venueId, 1, { name, address: { lines: ["Ring 3"], postalCode: "99084" } });
  const described = () =>
    rows<{ place: string; version: number }>(
      catalog.running.database.read(),
      sql`select body ->> 'place' as place, (body ->> 'version')::int as version from outbox
          where name = 'catalog.EventDescribed' and key = ${eventId} order by id`,
    );
  await until(async () => (await described()).length === 2, "the event is described again");
  const [before, after] = await described();
  expect(before!.place).toBe("Halle, Erfurt");
  expect(after!.place).toBe(`${name}, Ring 3, 99084 Erfurt`);
  expect(after!.version).toBeGreaterThan(before!.version);
  const found = await ask(`query ($text: String) { result: events(filter: { text: $text }) { nodes { id } } }`, {
    text: name,
  });
  expect(found.nodes).toEqual([{ id: eventId }]);
});

test("a venue is deleted while nothing is held there, once for each key", async () => {
  const venueId = await newVenue();
  await update(venueId, 1, { name: "Gone" });
  const draft = await newDraft(venueId, ["Stalls", "Floor"]);
  expect((await deleteVenue(venueId, key())).__typename).toBe("VenueInUse");
  await ask(`mutation ($e: ID!, $k: String!) { result: deleteEvent(eventId: $e, idempotencyKey: $k) { __typename } }`, {
    e: draft,
    k: key(),
  });
  const again = key();
  expect(await deleteVenue(venueId, again)).toEqual({ __typename: "DeletedVenue", id: venueId });
  expect(await deleteVenue(venueId, again)).toEqual({ __typename: "DeletedVenue", id: venueId });
  expect((await deleteVenue(venueId, key())).__typename).toBe("NotFound");
});
