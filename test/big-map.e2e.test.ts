// A seat map of an arena: twenty thousand seats in four pages.
import { request } from "undici";
import { createEvent, createOrganization, createVenue, publishEvent, signUp } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const SEATS = 20_000;
const PAGE = 5_000;
const MAP = `query ($id: ID!, $after: String) { event(id: $id) { seats(first: ${PAGE}, after: $after) {
  nodes { id row number status version wheelchair section { name } priceTier { name } price { amount currency } } pageInfo { hasNextPage endCursor } totalCount
} } }`;

let supergraph: TestSupergraph;
let eventId: string;
beforeAll(async () => {
  supergraph = await startSupergraph();
  const owner = await signUp(supergraph.client);
  const organizationId = await createOrganization(owner.client);
  const rows = Array.from({ length: 200 }, (_, index) => ({ label: String(index + 1), seats: SEATS / 200 }));
  const venueId = await createVenue(owner.client, organizationId, [{ name: "Arena", kind: "SEATED", rows }]);
  const tiers = [{ name: "All", price: { amount: 5_000, currency: "EUR" }, sections: ["Arena"] }];
  eventId = await createEvent(owner.client, organizationId, venueId, tiers);
  await publishEvent(owner.client, eventId);
});
afterAll(() => supergraph.stop());

/** Reads a page as a browser does that has seen it before, or not. */
function get(after: string | null, headers: Record<string, string> = {}) {
  const search = new URLSearchParams({ query: MAP, variables: JSON.stringify({ id: eventId, after }) });
  return request(`${supergraph.url}?${search}`, { headers: { "apollo-require-preflight": "true", ...headers } });
}

test("every seat is in exactly one of the pages, in the order of the hall", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < SEATS / PAGE; page++) {
    const { event } = await supergraph.client().ask(MAP, { id: eventId, after });
    expect(event.seats.totalCount).toBe(SEATS);
    expect(event.seats.nodes).toHaveLength(PAGE);
    seen.push(...event.seats.nodes.map((seat: { id: string }) => seat.id));
    expect(event.seats.pageInfo.hasNextPage).toBe(page < SEATS / PAGE - 1);
    after = event.seats.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(SEATS);
});

test("a page is a tenth of its size on the wire, and empty for a client that has it", async () => {
  const plain = await get(null);
  const text = await plain.body.text();
  const packed = await get(null, { "accept-encoding": "gzip, br" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect((await packed.body.arrayBuffer()).byteLength).toBeLessThan(text.length / 10);
  expect(packed.headers.etag).toBe(plain.headers.etag);
  const again = await get(null, { "if-none-match": String(plain.headers.etag) });
  expect([again.statusCode, await again.body.text()]).toEqual([304, ""]);
  const refusing = await get(null, { "accept-encoding": "gzip;q=0" });
  expect(refusing.headers["content-encoding"]).toBeUndefined();
  expect(await refusing.body.text()).toBe(text);
});

test("the layout of a browser's map is less than 150 kB, and the states of all seats less than 7 kB", async () => {
  const { event } = await supergraph
    .client()
    .ask(`query ($id: ID!) { event(id: $id) { seatMap { layoutUrl states { packed versions } } } }`, { id: eventId });
  const { layoutUrl, states } = event.seatMap;
  for (const encoding of ["gzip", "br"]) {
    const layout = await request(new URL(layoutUrl, supergraph.url), { headers: { "accept-encoding": encoding } });
    expect(layout.headers["content-encoding"]).toBe(encoding);
    expect((await layout.body.arrayBuffer()).byteLength).toBeLessThan(150_000);
  }
  expect(states.packed.length + states.versions.length).toBeLessThan(7_000);
});

test("a client with an old page gets the new one", async () => {
  const before = await get(null);
  await before.body.dump();
  const buyer = await signUp(supergraph.client);
  await buyer.client.ask(
    `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { __typename } }`,
    { input: { eventId, quantity: 2, idempotencyKey: "first row" } },
  );
  const after = await get(null, { "if-none-match": String(before.headers.etag) });
  expect(after.statusCode).toBe(200);
  const { data } = (await after.body.json()) as { data: { event: { seats: { nodes: { status: string }[] } } } };
  expect(data.event.seats.nodes.filter((seat) => seat.status === "HELD")).toHaveLength(2);
});
