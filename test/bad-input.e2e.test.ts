// Nonsense gets an answer that says what is wrong with it: never a 500, never SQL, a stack or a path.
import { randomUUID } from "node:crypto";
import type { Answer, Client } from "../local/client.ts";
import { createVenue, inDays, openShow, signUp, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { tier, WRONG_EVENTS, WRONG_SECTIONS } from "./wrong-inputs.ts";

let supergraph: TestSupergraph;
let show: Show;
let other: Show;
let buyer: Client;
beforeAll(async () => {
  supergraph = await startSupergraph();
  [show, other] = [await openShow(supergraph.client), await openShow(supergraph.client)];
  buyer = (await signUp(supergraph.client)).client;
});
afterAll(() => supergraph.stop());

function harmless(answer: Answer): Answer {
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(answer)).not.toMatch(
    /select |insert |node_modules|at Object|\.ts:|INTERNAL_SERVER_ERROR|stacktrace/i,
  );
  return answer;
}

/** The code and the field of the one error. */
function problem(answer: Answer): [string | undefined, string | undefined] {
  const error = harmless(answer).errors?.[0];
  return [error?.extensions.code, error?.extensions.field];
}

const hold = (input: Record<string, unknown>) =>
  buyer.send(`mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }`, {
    input: { eventId: show.eventId, idempotencyKey: randomUUID(), ...input },
  });
const best = (input: Record<string, unknown>) =>
  buyer.send(`mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { __typename } }`, {
    input: { eventId: show.eventId, quantity: 1, idempotencyKey: randomUUID(), ...input },
  });

test("lists of seats that are empty, too long or name a seat twice", async () => {
  expect(problem(await hold({ seatIds: [] }))).toEqual(["BAD_USER_INPUT", "input.seatIds"]);
  expect(
    problem(await hold({ seatIds: Array.from({ length: 51 }, (_, index) => `${show.eventId}.${index + 1}`) })),
  ).toEqual(["BAD_USER_INPUT", "input.seatIds"]);
  expect(problem(await hold({ seatIds: [show.seats[0].id, show.seats[0].id] }))).toEqual([
    "BAD_USER_INPUT",
    "input.seatIds",
  ]);
});

test("seats, tiers and sections that the event does not have", async () => {
  for (const seatIds of [
    [other.seats[0].id],
    [`${show.eventId}.999`],
    ["nonsense"],
    [`${show.eventId}.0`],
    ["\u0000"],
  ]) {
    expect(harmless(await hold({ seatIds })).data).toEqual({ holdSeats: { __typename: "NotFound" } });
  }
  for (const scope of [
    { sectionId: other.seats[0].section.id },
    { priceTierId: other.seats[0].priceTier.id },
    { sectionId: "x" },
    { eventId: randomUUID() },
    { eventId: "x" },
  ]) {
    expect(harmless(await best(scope)).data).toEqual({ holdBestAvailable: { __typename: "NotFound" } });
  }
});

test.each([0, -1, 51, 2_147_483_647])("%p seats", async (quantity) => {
  expect(problem(await best({ quantity }))).toEqual(["BAD_USER_INPUT", "input.quantity"]);
});

test.each([-1, 3, 2_147_483_647])("%p wheelchair places of two seats", async (wheelchairPlaces) => {
  expect(problem(await best({ quantity: 2, together: false, wheelchairPlaces }))).toEqual([
    "BAD_USER_INPUT",
    "input.wheelchairPlaces",
  ]);
});

test.each(["", "x".repeat(101), "a\u0000b", "x".repeat(500_000)])(
  "a channel's key that is none",
  async (channelKey) => {
    const expected = ["BAD_USER_INPUT", "input.channelKey"];
    expect(problem(await best({ quantity: 1, channelKey }))).toEqual(expected);
    expect(problem(await hold({ seatIds: [show.seats[0].id], channelKey }))).toEqual(expected);
  },
);

test.each([
  [{ holdSeconds: 4 }, "holdSeconds"],
  [{ holdSeconds: 900, maxHoldSeconds: 600 }, "maxHoldSeconds"],
  [{ maxHoldSeconds: 7_201 }, "maxHoldSeconds"],
  [{ companionsPerWheelchairPlace: -1 }, "companionsPerWheelchairPlace"],
])("the hold policy %j", async (holdPolicy, field) => {
  const answer = await show.owner.client.send(
    `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename } }`,
    {
      input: {
        organizationId: show.organizationId,
        venueId: show.venueId,
        name: "Concert",
        category: "CONCERT",
        startsAt: inDays(10),
        priceTiers: [{ name: "All", price: { amount: 1, currency: "EUR" }, sections: ["Parkett", "Floor"] }],
        holdPolicy,
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(problem(answer)).toEqual(["BAD_USER_INPUT", `input.holdPolicy.${field}`]);
});

test("numbers that are no GraphQL integers, and types that are others", async () => {
  for (const quantity of [2 ** 31, 1.5, "2", null, [1], {}])
    expect(harmless(await best({ quantity })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test.each(["", "x".repeat(256), "a\u0000b"])("the idempotency key %j", async (idempotencyKey) => {
  expect(problem(await hold({ seatIds: [show.seats[0].id], idempotencyKey }))).toEqual([
    "BAD_USER_INPUT",
    "input.idempotencyKey",
  ]);
});

const event = (input: Record<string, unknown>) =>
  show.owner.client.send(
    `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename ... on Event { name } } }`,
    {
      input: {
        organizationId: show.organizationId,
        venueId: show.venueId,
        name: "Concert",
        category: "CONCERT",
        startsAt: inDays(3),
        priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }],
        idempotencyKey: randomUUID(),
        ...input,
      },
    },
  );
test.each(WRONG_EVENTS)("an event with %s", async (_, input, field) => {
  expect(problem(await event(input))).toEqual(["BAD_USER_INPUT", field]);
});

test("currencies, times and zones that there are none of", async () => {
  expect(harmless(await event(tier({ price: { amount: 1, currency: "XXZ" } }))).errors?.[0]?.extensions.code).toBe(
    "BAD_USER_INPUT",
  );
  expect(harmless(await event({ startsAt: "2026-02-31T10:00:00Z" })).errors?.[0]?.extensions.code).toBe(
    "BAD_USER_INPUT",
  );
  await expect(
    createVenue(show.owner.client, show.organizationId, [{ name: "A", kind: "GENERAL_ADMISSION", capacity: 1 }], {
      timeZone: "Mars/Olympus",
    }),
  ).rejects.toThrow(/BAD_USER_INPUT/);
  await expect(
    createVenue(show.owner.client, show.organizationId, [{ name: "A", kind: "GENERAL_ADMISSION", capacity: 1 }], {
      country: "XX",
    }),
  ).rejects.toThrow(/BAD_USER_INPUT/);
});

test("emoji and names that run from right to left are names", async () => {
  const name = "🎭 ليلة الموسيقى – מופע";
  expect((await event({ name })).data.createEvent).toEqual({ __typename: "Event", name });
});

test.each(WRONG_SECTIONS)("a venue with %s", async (_, sections, field) => {
  const answer = await show.owner.client.send(
    `mutation ($input: CreateVenueInput!) { createVenue(input: $input) { __typename } }`,
    {
      input: {
        organizationId: show.organizationId,
        name: "V",
        city: "C",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections,
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(problem(answer)).toEqual(["BAD_USER_INPUT", field]);
});

test.each(["nonsense", "", "e30", "eyJubyI6Ii0xIn0", "\u0000", "x".repeat(5_000)])("the cursor %j", async (after) => {
  const seats = await buyer.send(
    `query ($id: ID!, $a: String) { event(id: $id) { seats(after: $a) { totalCount } } }`,
    { id: show.eventId, a: after },
  );
  expect(problem(seats)).toEqual(["BAD_USER_INPUT", "after"]);
  expect(problem(await buyer.send(`query ($a: String) { events(after: $a) { totalCount } }`, { a: after }))).toEqual([
    "BAD_USER_INPUT",
    "after",
  ]);
  expect(
    problem(await buyer.send(`query ($a: String) { me { orders(after: $a) { totalCount } } }`, { a: after })),
  ).toEqual(["BAD_USER_INPUT", "after"]);
});

test("a page of less than nothing, and one of more than there may be", async () => {
  expect(problem(await buyer.send(`{ events(first: -1) { totalCount } }`))).toEqual(["BAD_USER_INPUT", "first"]);
  expect(harmless(await buyer.send(`{ events(first: 2147483647) { nodes { id } } }`)).errors).toBeUndefined();
});

test.each([
  "",
  "nonsense",
  "\u0000",
  "00000000-0000-0000-0000-000000000000",
  "1; drop table seat",
  "🎭",
  "x".repeat(50_000),
])("the id %j is unknown", async (id) => {
  const answer = await buyer.send(
    `query ($id: ID!) { event(id: $id) { id } venue(id: $id) { id } order(id: $id) { id } ticket(id: $id) { id } hold(id: $id) { id } payment(id: $id) { id } user(id: $id) { id } organization(id: $id) { id } series(id: $id) { id } }`,
    { id },
  );
  expect(harmless(answer)).toMatchObject({
    data: {
      event: null,
      venue: null,
      order: null,
      ticket: null,
      hold: null,
      payment: null,
      user: null,
      organization: null,
      series: null,
    },
  });
  expect(answer.errors).toBeUndefined();
});

test("search words of every kind find something or nothing", async () => {
  for (const text of [
    "concert",
    "'; --",
    "\u0000",
    "\\",
    "%",
    "a & | ! ( ) : *",
    "🎭",
    "x".repeat(90_000),
    `"unclosed`,
  ]) {
    expect(
      harmless(
        await buyer.send(
          `query ($t: String) { events(filter: { text: $t }) { totalCount } venues(text: $t) { totalCount } }`,
          { t: text },
        ),
      ).errors,
    ).toBeUndefined();
  }
});

test("a body that is too large, no JSON, or no request", async () => {
  const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
    fetch(supergraph.url, { method: "POST", headers, body });
  expect((await post(JSON.stringify({ query: `{ me { id } }`, variables: { x: "y".repeat(1_100_000) } }))).status).toBe(
    413,
  );
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    "1",
    `{"query":5}`,
    `{"query":""}`,
    `{"query":"{ me { id } }","variables":"{}"}`,
    `{"query":"{ nothing }"}`,
    `{"query":"{"}`,
  ]) {
    const response = await post(body);
    expect([body, response.status >= 400 && response.status < 500]).toEqual([body, true]);
  }
  expect((await post(`{"query":"{ me { id } }"}`, { "content-type": "text/plain" })).status).toBe(400);
  expect((await post(JSON.stringify({ query: `{ me ${"{ memberships { organization ".repeat(2_000)}` }))).status).toBe(
    400,
  );
  expect((await post(JSON.stringify({ query: `subscription { seatsChanged(eventId: "x") { cursor } }` }))).status).toBe(
    400,
  );
});
