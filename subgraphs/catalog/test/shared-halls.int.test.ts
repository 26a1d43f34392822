// Halls that are shared, copied and imported.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  ask,
  catalog,
  closeCatalog,
  FLOOR,
  HALL,
  key,
  mutate,
  newVenue,
  openCatalog,
  organizationId,
  STALLS,
  update,
  viewer,
} from "./catalog-alone.ts";

beforeAll(openCatalog);
afterAll(closeCatalog);

const organization = async (id: string) =>
  rows(catalog.running.database.read(), sql`insert into organization (id) values (${id}) on conflict do nothing`);
const share = (field: string, venueId: string, organizationId: string) =>
  ask(
    `mutation ($v: ID!, $o: ID!) { result: ${field}(venueId: $v, organizationId: $o) { __typename ... on Venue { sharedWith { id } } } }`,
    { v: venueId, o: organizationId },
  );
const ELSEWHERE = randomUUID();
const borrower = { userId: randomUUID(), verified: true, memberships: { [ELSEWHERE]: "MANAGER" } };
const borrowed = (venueId: string) =>
  mutate(
    "createEvent",
    "CreateEventInput",
    {
      organizationId: ELSEWHERE,
      venueId,
      name: "Guest",
      category: "THEATRE",
      startsAt: new Date(Date.now() + 9 * 86_400_000).toISOString(),
      priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Stalls", "Floor"] }],
      idempotencyKey: key(),
    },
    "... on Event { id }",
    borrower,
  );
const publishBorrowed = (id: string) =>
  ask(
    `mutation ($id: ID!) { result: publishEvent(eventId: $id) { __typename ... on Error { message } } }`,
    { id },
    borrower,
  );
const copy = (input: Record<string, unknown>, by = viewer) =>
  mutate(
    "copyVenue",
    "CopyVenueInput",
    { organizationId, idempotencyKey: key(), ...input },
    `... on Venue { id name organization { id } ${HALL} }`,
    by,
  );

test("another organization holds events in a venue as long as the owner agrees, and keeps what it has published", async () => {
  await organization(ELSEWHERE);
  const venueId = await newVenue();
  expect((await borrowed(venueId)).__typename).toBe("NotFound");
  expect(await share("shareVenue", venueId, ELSEWHERE)).toEqual({
    __typename: "Venue",
    sharedWith: [{ id: ELSEWHERE }],
  });
  expect(await share("shareVenue", venueId, ELSEWHERE)).toEqual({
    __typename: "Venue",
    sharedWith: [{ id: ELSEWHERE }],
  });
  const [published, draft] = [(await borrowed(venueId)).id as string, (await borrowed(venueId)).id as string];
  expect((await publishBorrowed(published)).__typename).toBe("Event");
  expect(await share("unshareVenue", venueId, ELSEWHERE)).toEqual({ __typename: "Venue", sharedWith: [] });
  expect(await publishBorrowed(draft)).toMatchObject({
    __typename: "EventNotPublishable",
    message: expect.stringContaining("no longer shares"),
  });
  expect(await ask(`query ($id: ID!) { result: event(id: $id) { status } }`, { id: published })).toEqual({
    status: "ON_SALE",
  });
  const change = await catalog.as(
    borrower,
    `mutation ($input: UpdateVenueInput!) { updateVenue(input: $input) { __typename } }`,
    { input: { venueId, expectedVersion: 1, name: "Ours" } },
  );
  expect(change.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const read = await ask(
    `query ($id: ID!) { result: venue(id: $id) { sharedWith { id } } }`,
    { id: venueId },
    borrower,
  );
  expect(read).toEqual({ sharedWith: null });
});

test("a venue is copied with any of its versions, also by those whom it is shared with, and the copy is on its own", async () => {
  await organization(ELSEWHERE);
  const venueId = await newVenue(undefined, {
    address: { lines: ["Ring 3"] },
    coordinates: { latitude: 1.5, longitude: 2.5 },
    focalPoint: { x: 3, y: 4 },
  });
  const query = `query ($id: ID!) { result: venue(id: $id) { ${HALL} } }`;
  const original = await ask(query, { id: venueId });
  await update(venueId, 1, { sections: [FLOOR], focalPoint: null });
  const key1 = key();
  const old = await copy({ venueId, version: 1, name: "Copy", idempotencyKey: key1 });
  expect(old).toMatchObject({ __typename: "Venue", name: "Copy", ...original, version: 1 });
  expect((await copy({ venueId, version: 1, name: "Copy", idempotencyKey: key1 })).id).toBe(old.id);
  expect((await copy({ venueId })).sections).toMatchObject([{ name: "Floor" }]);
  const theirs = { venueId, organizationId: ELSEWHERE };
  expect((await copy(theirs, borrower)).__typename).toBe("NotFound");
  await share("shareVenue", venueId, ELSEWHERE);
  expect(await copy(theirs, borrower)).toMatchObject({ organization: { id: ELSEWHERE } });
  await update(old.id as string, 1, { sections: [{ ...FLOOR, name: "Other" }] });
  expect((await ask(query, { id: venueId })).sections).toMatchObject([{ name: "Floor" }]);
});

const CSV = `section,rank,capacity,row,seat,x,y,aisle,wheelchair,companion,obstructed,view
Stalls,1,,A,1,-60,300,,yes,,,
Stalls,,,A,2,0,300,yes,,yes,,
Stalls,,,A,3,120,300,,,,x,"Behind a pillar, ""P2"""
Stalls,,,B,1,0,400,,,,,
Floor,2,80,,,,,,,,,
`;
const PLACE = { name: "Halle", city: "Erfurt", country: "DE", timeZone: "Europe/Berlin" };
const load = (input: Record<string, unknown>) =>
  mutate(
    "importVenue",
    "ImportVenueInput",
    { organizationId, ...PLACE, idempotencyKey: key(), ...input },
    `... on ImportedVenue { sectionCount placeCount venue { id ${HALL} } } ... on ImportableVenue { sectionCount placeCount } ... on VenueImportRefused { faultCount faults { line column path message } }
     ... on VenueChanged { venue { version } }`,
  );
const venues = async () => (await rows(catalog.running.database.read(), sql`select 1 from venue`)).length;

test("a hall is imported from CSV with everything that its columns say, once for each key", async () => {
  const again = key();
  const made = await load({ format: "CSV", text: CSV, idempotencyKey: again });
  expect(made).toMatchObject({ __typename: "ImportedVenue", sectionCount: 2, placeCount: 84 });
  expect(made.venue.sections).toMatchObject([
    {
      name: "Stalls",
      rank: 1,
      rows: [
        {
          label: "A",
          aislesAfter: [2],
          seats: [
            {
              label: "1",
              block: 0,
              wheelchair: true,
              companion: false,
              position: { x: -60, y: 300, isComputed: false },
            },
            { label: "2", block: 0, wheelchair: false, companion: true, obstructed: false, viewNote: null },
            { label: "3", block: 1, obstructed: true, viewNote: 'Behind a pillar, "P2"' },
          ],
        },
        { label: "B", seats: [{ label: "1" }] },
      ],
    },
    { name: "Floor", rank: 2, rows: [] },
  ]);
  const before = await venues();
  expect((await load({ format: "CSV", text: CSV, idempotencyKey: again })).venue.id).toBe(made.venue.id);
  expect(await load({ format: "CSV", text: CSV, dryRun: true })).toMatchObject({
    __typename: "ImportableVenue",
    placeCount: 84,
  });
  expect(await venues()).toBe(before);
  const semicolons = CSV.replaceAll(",,", ";;").replaceAll(",", ";").replaceAll("\n", "\r\n");
  expect(await load({ format: "CSV", text: `\ufeff${semicolons}`, dryRun: true })).toMatchObject({ placeCount: 84 });
});

test("a hall is imported from JSON, as a new venue or a new version, with what it says of the venue", async () => {
  const hall = { name: "Opera", address: { lines: ["Ring 3"] }, focalPoint: { x: 0, y: 0 }, sections: [STALLS, FLOOR] };
  const text = JSON.stringify(hall);
  const made = await load({ format: "JSON", text, name: null });
  expect(made.venue).toMatchObject({ address: { lines: ["Ring 3"], city: "Erfurt" }, focalPoint: { x: 0, y: 0 } });
  const id = made.venue.id as string;
  const anew = JSON.stringify({ sections: [FLOOR] });
  const version = (expectedVersion: number) =>
    load({
      format: "JSON",
      text: anew,
      venueId: id,
      expectedVersion,
      name: null,
      city: null,
      country: null,
      timeZone: null,
    });
  expect(await version(1)).toMatchObject({
    venue: { version: 2, sections: [{ name: "Floor" }], address: { lines: ["Ring 3"] } },
  });
  expect(await version(1)).toMatchObject({ __typename: "VenueChanged", venue: { version: 2 } });
  expect((await load({ format: "JSON", text: anew, venueId: randomUUID(), expectedVersion: 1 })).__typename).toBe(
    "NotFound",
  );
});

test.each([
  ["an unknown column", "CSV", "section,raw\nA,1\n", [[1, 9, null, "raw"]]],
  ["no section", "CSV", "row,seat\nA,1\n", [[1, 1, null, "section"]]],
  ["an open quote", "CSV", 'section,row,seat\nA,"1,2\n', [[2, 3, null, "quote"]]],
  [
    "each of several lines",
    "CSV",
    "section,row,seat,x,y,aisle\nA,1,1,0,0,\nA,1,1,9,0,\nA,1,,9,0,\nA,1,2,zero,0,maybe\nA,1,3,5,,\n",
    [
      [3, 5, null, "on line 2"],
      [4, 5, null, "seat: must not be empty"],
      [5, 7, null, "x: must be a whole number"],
      [5, 14, null, "aisle: must be yes or no"],
      [6, 7, null, "needs both x and y"],
    ],
  ],
  ["rows that do not fit", "CSV", "section,row,seat,x,y\nA,1,1,0,0\nA,2,1,,\n", [[3, 3, null, "needs `points`"]]],
  [
    "a label that is too long",
    "CSV",
    `section,row,seat\nA,1,1\nA,1,${"9".repeat(21)}\n`,
    [[3, 5, null, "labels: must have 1 to 20"]],
  ],
  [
    "what is no section",
    "JSON",
    '{ "sections": [null, 5] }',
    [
      [1, 16, "$.sections[0]", "object"],
      [1, 22, "$.sections[1]", "object"],
    ],
  ],
  ["no JSON", "JSON", '{\n "sections": [}\n', [[2, 15, "$", "is not JSON"]]],
  ["a JSON text that ends", "JSON", "{", [[1, 2, "$", "ends too soon"]]],
  [
    "several values",
    "JSON",
    '{ "sections": [\n { "name": "A", "kind": "SEATED", "rows": [\n  { "label": "1", "seats": 0 },\n  { "label": "2", "seats": 2, "weelchair": [1] } ] } ],\n "country": "XX" }',
    [
      [3, 28, "$.sections[0].rows[0].seats", "must be 1 to 1000"],
      [4, 44, "$.sections[0].rows[1].weelchair", "is not known"],
      [5, 13, "$.country", "ISO 3166"],
    ],
  ],
] as [string, string, string, [number, number, string | null, string][]][])(
  "an import with %s is told where, and changes nothing",
  async (_, format, text, expected) => {
    const before = await venues();
    const refused = await load({ format, text });
    expect(refused.__typename).toBe("VenueImportRefused");
    const found = refused.faults as Data[];
    expect(found.map(({ line, column, path }) => [line, column, path])).toEqual(
      expected.map(([line, column, path]) => [line, column, path]),
    );
    expect(refused.faultCount).toBe(expected.length);
    for (const [index, [, , , message]] of expected.entries()) expect(found[index]!.message).toContain(message);
    expect(await venues()).toBe(before);
  },
);

test("fields that a new venue needs are named", async () => {
  const { errors } = await catalog.as(
    viewer,
    `mutation ($input: ImportVenueInput!) { importVenue(input: $input) { __typename } }`,
    { input: { organizationId, ...PLACE, city: null, format: "CSV", text: CSV, idempotencyKey: key() } },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "input.city" });
});

test("of many faults a hundred are told, and all are counted; a large text is read beside other requests", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `A,1,${index},x,0`);
  const refused = await load({ format: "CSV", text: `section,row,seat,x,y\n${lines.join("\n")}\n` });
  expect(refused.faultCount).toBe(20_000);
  expect(refused.faults).toHaveLength(100);
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, row) => ({ label: `${row}`, seats: 100, views: [{ seats: [0], note: "x" }] }));
  const many = await load({
    format: "JSON",
    text: JSON.stringify({ sections: [{ name: "A", kind: "SEATED", rows: rowsOf(500) }] }),
  });
  expect([many.faultCount, many.faults.length]).toEqual([500, 100]);
  const deep = await load({ format: "JSON", text: "[".repeat(1_000_000) + "]".repeat(1_000_000) });
  expect(deep.faultCount).toBe(1);
});
