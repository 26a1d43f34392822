// Values that are no good are refused in the client's own words, before a subgraph is asked, and without most of the value.
import { once } from "node:events";
import { WebSocket } from "ws";
import { startStand, type Stand } from "./harness.ts";

let stand: Stand;
beforeAll(async () => {
  const sdl = `
    scalar DateTime
    scalar EmailAddress
    scalar Odd
    enum Color { RED GREEN }
    input In { at: DateTime! mail: EmailAddress inner: In all: [DateTime!] count: Int! = 1 color: Color }
    type Query { f(in: In, at: DateTime, n: Int! = 3, list: [Int!]): Int odd(odd: Odd): Int t: Query }
    type Mutation { set(in: In!): Int }`;
  const resolvers = {
    Query: { f: () => 1, odd: () => 1, t: () => ({}) },
    Mutation: { set: () => 1 },
    Odd: {
      parseValue: () => {
        throw new Error("no good");
      },
    },
  };
  stand = await startStand({ things: { sdl, resolvers } }, { knowsScalars: true });
});
afterAll(() => stand.stop());

const IN = "query ($x: In) { f(in: $x) }";
const AT = "2026-05-01T19:30:00Z";
const DATE_TIME = /DateTime must be an RFC 3339 time/;

const bad: [query: string, variables: object, field: string, message: RegExp][] = [
  [
    IN,
    { x: { at: "tomorrow" } },
    "in.at",
    /^Variable "\$x\.at" got an invalid value: DateTime must be an RFC 3339 time/,
  ],
  [IN, { x: { at: AT, all: [AT, "2027-02-30T10:00:00Z"] } }, "in.all.1", /"\$x\.all\.1".*day that does not exist/],
  [IN, { x: { at: AT, inner: { at: AT, mail: "nobody" } } }, "in.inner.mail", /"\$x\.inner\.mail".*e-mail address/],
  [IN, { x: {} }, "in", /Field "at" of required type/],
  [IN, { x: { at: AT, color: "BLUE" } }, "in.color", /does not exist in "Color" enum/],
  [IN, { x: { at: AT, color: "B".repeat(60) } }, "in.color", /"B{50}…" does not exist in "Color" enum/],
  [
    "query ($when: DateTime!) { f(in: { at: $when }) }",
    { when: 5 },
    "in.at",
    /"\$when".*must be a string|DateTime must/,
  ],
  ["query ($when: DateTime!) { f(in: { at: $when }) }", {}, "in.at", /must be given/],
  [`{ f(in: { at: "tomorrow" }) }`, {}, "in.at", DATE_TIME],
  [`{ t { f(in: { at: "${AT}", all: ["${AT}", "x"] }) } }`, {}, "in.all.1", DATE_TIME],
  [`mutation { set(in: { at: "${AT}", mail: "x" }) }`, {}, "in.mail", /EmailAddress must be/],
  // Null for what is nullable only because it has a default.
  ["query ($b: Boolean = true) { f @include(if: $b) }", { b: null }, "if", /"\$b".*must not be null/],
  ["query ($b: Boolean = true) { f @skip(if: $b) }", { b: null }, "if", /"\$b".*must not be null/],
  [`query ($n: String = "In") { __type(name: $n) { name } }`, { n: null }, "name", /"\$n".*must not be null/],
  ["query ($n: Int = 2) { f(n: $n) }", { n: null }, "n", /"\$n".*must not be null/],
  ["query ($n: Int) { f(n: $n) }", { n: null }, "n", /"\$n".*must not be null/],
  ["query ($n: Int = 2) { f(list: [1, $n]) }", { n: null }, "list.1", /"\$n".*must not be null/],
  [
    `query ($n: Int = 2) { ...F } fragment F on Query { f(in: { at: "${AT}", count: $n }) }`,
    { n: null },
    "in.count",
    /"\$n".*must not be null/,
  ],
];

test.each(bad)("%s with %j is refused, and names %s", async (query, variables, field, message) => {
  const before = stand.stubs.things!.asked.length;
  const { status, body } = await stand.ask(query, { variables });
  expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: "BAD_USER_INPUT", field }]);
  expect(body.errors![0]!.message).toMatch(message);
  expect(stand.stubs.things!.asked).toHaveLength(before);
});

test("values that are good are sent on as they came, defaults and null where it may stand included", async () => {
  for (const [query, variables] of [
    [IN, { x: { at: AT, mail: "ada@example.org", all: [AT] } }],
    [IN, { x: null }],
    ["query ($n: Int = 2) { f(n: $n) }", {}],
    ["query ($b: Boolean = true) { f @include(if: $b) }", {}],
  ] as const) {
    const { status, body } = await stand.ask(query, { variables });
    expect([status, body.errors]).toEqual([200, undefined]);
  }
});

const long = "x".repeat(50_000);
test.each([
  ["a value", IN, { x: { at: AT, mail: `${long}@` } }],
  ["an enum's value", IN, { x: { at: AT, color: long } }],
  ["the name of a field of an input", IN, { x: { at: AT, [long]: 1 } }],
  ["a literal", `{ f(n: "${long}") }`, {}],
  ["the name of a field", `{ ${long} }`, {}],
  ["the name of a variable", `query ($${long}: Int!) { f(n: $${long}) }`, {}],
  ["text that is no GraphQL", `{ "${long}" }`, {}],
])("%s that is very long is not repeated in the error", async (_, query, variables) => {
  const { status, body } = await stand.ask(query, { variables });
  expect(status).toBe(400);
  expect(JSON.stringify(body).length).toBeLessThan(1_500);
});

test("an operation's name that is very long is not repeated either", async () => {
  const { status, body } = await stand.ask("query A { f }", { operationName: long });
  expect([status, JSON.stringify(body).length < 1_000]).toEqual([400, true]);
});

test("JSON that is nested without end is the client's mistake", async () => {
  for (const deep of ["[".repeat(40_000) + "]".repeat(40_000), `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`]) {
    for (const name of ["variables", "extensions"]) {
      const response = await fetch(stand.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: `{"query":"{ f }","${name}":{"a":${deep}}}`,
      });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("levels deep");
    }
  }
});

test.each(["next", "error", "connection_ack"])(
  "a socket whose client sends `%s` is closed as a bad request",
  async (type) => {
    const socket = new WebSocket(stand.url.replace("http", "ws"), "graphql-transport-ws");
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init" }));
    await once(socket, "message");
    socket.send(JSON.stringify({ type, id: "1", payload: type === "error" ? [{ message: "m" }] : {} }));
    expect((await once(socket, "close"))[0]).toBe(4400);
  },
);
