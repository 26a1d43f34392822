// The seat map of a browser: an immutable layout, packed states, and packed changes (docs/seat-map.md).
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "undici";
import type { Client, Data } from "../local/client.ts";
import { allSeats, createEvent, createVenue, openShow, publishEvent, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let owner: Client;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  owner = show.owner.client;
});
afterAll(() => supergraph.stop());

const MAP = `query ($id: ID!, $code: String) { event(id: $id, accessCode: $code) {
  seatMap { version layoutUrl states { cursor packed versions } } priceTiers { id } } }`;

async function mapOf(client: Client, id: string, code?: string): Promise<Data | null> {
  return (await client.ask(MAP, { id, code })).event?.seatMap ?? null;
}

const read = (path: string, headers: Record<string, string> = {}) =>
  request(new URL(path, supergraph.url), { headers });

async function layoutAt(path: string): Promise<Data> {
  const answer = await read(path);
  expect(answer.statusCode).toBe(200);
  return answer.body.json();
}

async function published(venueId: string, sections: string[], rest: Record<string, unknown> = {}): Promise<string> {
  const tiers = [{ name: "All", price: { amount: 1_000, currency: "EUR" }, sections }];
  const id = await createEvent(owner, show.organizationId, venueId, tiers, rest);
  await publishEvent(owner, id);
  return id;
}

test("the layout has each seat of the event under its index, and its price tier", async () => {
  const { event } = await supergraph.client().ask(MAP, { id: show.eventId });
  const layout = await layoutAt(event.seatMap.layoutUrl);
  expect(layout).toMatchObject({ version: event.seatMap.version, format: 1, unit: "cm" });
  const seats = await allSeats(owner, show.eventId);
  const { seatIds, labels, row, rows, section, sections, x, y } = layout;
  expect(labels).toHaveLength(seats.length);
  const inLayout = labels.map((label: string, index: number) => ({
    id: `${seatIds.prefix}${index + seatIds.first}`,
    row: row[index] < 0 ? null : rows[row[index]].label,
    number: label === "" ? null : label,
    section: sections[section[index]].name,
  }));
  expect(inLayout).toEqual(
    seats.map(({ id, row: of, number, section: { name } }) => ({ id, row: of, number, section: name })),
  );
  expect([...x, ...y].every(Number.isInteger)).toBe(true);
  expect(layout.tiers.map(({ id }: Data) => id).sort()).toEqual(event.priceTiers.map(({ id }: Data) => id).sort());
});

test("a layout is sent compressed, kept for a year, and not sent again to a client that has it", async () => {
  const { layoutUrl } = (await mapOf(supergraph.client(), show.eventId))!;
  const plain = await read(layoutUrl);
  const text = await plain.body.text();
  expect(plain.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "application/json; charset=utf-8",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
  });
  for (const [accepted, encoding, unpack] of [
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
  ] as const) {
    const packed = await read(layoutUrl, { "accept-encoding": accepted });
    expect(packed.headers["content-encoding"]).toBe(encoding);
    expect(unpack(Buffer.from(await packed.body.arrayBuffer())).toString()).toBe(text);
  }
  const again = await read(layoutUrl, { "if-none-match": String(plain.headers.etag) });
  expect([again.statusCode, await again.body.text()]).toEqual([304, ""]);
  const other = await read(layoutUrl, { "if-none-match": 'W/"other"' });
  expect([other.statusCode, await other.body.text()]).toEqual([200, text]);
});

test("what is no version is not found, and only for the gateway is a layout at seating", async () => {
  const { version, layoutUrl } = (await mapOf(supergraph.client(), show.eventId))!;
  for (const file of [
    "",
    ".json",
    "nonsense.json",
    version,
    `${version}.json/x`,
    `x${version}.json`,
    "..%2f.json",
    "%00.json",
  ]) {
    const answer = await read(`/seat-maps/${file}`);
    expect([file, answer.statusCode, answer.headers["cache-control"]]).toEqual([file, 404, "no-store"]);
    await answer.body.dump();
  }
  const asService = { authorization: `Bearer ${await supergraph.serviceToken("orders", "seating")}` };
  const direct = await request(new URL(layoutUrl, supergraph.subgraphs.seating!.url), { headers: asService });
  expect(direct.statusCode).toBe(401);
  await supergraph.pause("seating");
  try {
    const away = await read(layoutUrl);
    expect([away.statusCode, away.headers["cache-control"]]).toEqual([503, "no-store"]);
  } finally {
    await supergraph.resume("seating");
  }
});

test("requests for layouts are counted like all others", async () => {
  const { layoutUrl } = (await mapOf(supergraph.client(), show.eventId))!;
  const strict = await supergraph.startAnotherGateway({
    GATEWAY_ADDRESS_REQUESTS_PER_MINUTE: "3",
    GATEWAY_EXEMPT_LOOPBACK: "off",
  });
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) {
    const answer = await request(new URL(layoutUrl, strict.url));
    await answer.body.dump();
    statuses.push(answer.statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});

const corner = (x: number, y: number) => ({ x, y });

test("a drawn hall is drawn as it is, and a changed hall has another version at the next event only", async () => {
  const shape = [corner(-200, 200), corner(200, 200), corner(200, 500), corner(-200, 500)];
  const drawn = (bow: number) => ({
    name: "Stalls",
    kind: "SEATED" as const,
    shape,
    rows: [{ label: "A", seats: 3, curve: { start: corner(-100, 300), end: corner(100, 300), bow } }],
  });
  const venueId = await createVenue(owner, show.organizationId, [drawn(0)], { focalPoint: corner(0, 100) });
  const [first, second] = [await published(venueId, ["Stalls"]), await published(venueId, ["Stalls"])];
  const draft = await createEvent(owner, show.organizationId, venueId, [
    { name: "All", price: { amount: 1_000, currency: "EUR" }, sections: ["Stalls"] },
  ]);
  expect(await mapOf(owner, draft)).toBeNull();
  const before = (await mapOf(owner, first))!;
  // Seats have other IDs at each event.
  expect(before.version).not.toBe((await mapOf(owner, second))!.version);
  const layout = await layoutAt(before.layoutUrl);
  expect(layout).toMatchObject({ focalPoint: corner(0, 100), stage: null, x: [-100, 0, 100], y: [300, 300, 300] });
  expect(layout.sections).toMatchObject([
    { name: "Stalls", isGenerated: false, shape: [-200, 200, 200, 200, 200, 500, -200, 500] },
  ]);
  const { updateVenue } = await owner.ask(
    `mutation ($input: UpdateVenueInput!) { updateVenue(input: $input) { __typename ... on Venue { version } } }`,
    { input: { venueId, expectedVersion: 1, sections: [drawn(20)] } },
  );
  expect(updateVenue).toEqual({ __typename: "Venue", version: 2 });
  await supergraph.settle();
  expect((await mapOf(owner, first))!.version).toBe(before.version);
  expect(await layoutAt(before.layoutUrl)).toEqual(layout);
  await publishEvent(owner, draft);
  const after = (await mapOf(owner, draft))!;
  expect((await layoutAt(after.layoutUrl)).y).toEqual([300, 320, 300]);
});

test("a private event shows its map to who has the code, and the path of its layout ends with the code", async () => {
  const id = await published(show.venueId, ["Parkett", "Floor"], { visibility: "PRIVATE" });
  const { event } = await owner.ask(`query ($id: ID!) { event(id: $id) { accessCode } }`, { id });
  const stranger = supergraph.client();
  for (const wrong of [undefined, "x".repeat(24)]) expect(await mapOf(stranger, id, wrong)).toBeNull();
  const { version, layoutUrl, states } = (await mapOf(stranger, id, event.accessCode))!;
  const answer = await read(layoutUrl);
  expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "private, max-age=31536000, immutable"]);
  await answer.body.dump();
  const LIVE = `subscription ($id: ID!, $after: String, $code: String) { seatsChanged(eventId: $id, after: $after, accessCode: $code) { cursor packed } }`;
  const feed = stranger.subscribe(LIVE, { id, after: states.cursor, code: event.accessCode });
  const [first] = await feed.until((messages) => messages.length === 1);
  expect(first).toEqual({ seatsChanged: { cursor: states.cursor, packed: "" } });
  const refused = stranger.subscribe(LIVE, { id, after: states.cursor });
  await refused.until((messages) => messages.length > 0).catch(() => {});
  expect(JSON.stringify([refused.messages, refused.ended])).toContain("NOT_FOUND");
  const input = { eventId: id, expectedVersion: 2, renewAccessCode: true };
  await owner.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, { input });
  const gone = await read(layoutUrl);
  expect(gone.statusCode).toBe(404);
  await gone.body.dump();
  expect((await mapOf(owner, id))!.version).not.toBe(version);
});
