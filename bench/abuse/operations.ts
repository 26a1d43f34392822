// Operations that are too large, in a circle, no operations at all, or none of a client's business.
import { BAD, post, times, type Hostile } from "./hostile.ts";

function operation(name: string, deserves: string, query: (eventId: string) => string, rest: object = {}): Hostile {
  return {
    name,
    deserves,
    attack: (target) => post(target, JSON.stringify({ query: query(target.eventId), ...rest })),
  };
}

const INVALID = "400 GRAPHQL_VALIDATION_FAILED";
const TOO_LARGE = "400 OPERATION_TOO_LARGE";
const UNREADABLE = "400 GRAPHQL_PARSE_FAILED";

const nested = (depth: number) => (eventId: string) =>
  `{ event(id: "${eventId}") { ${`seat(id: "${eventId}.1") { event { `.repeat(depth / 2)} id ${"} } ".repeat(depth / 2)} } }`;
const bomb = (levels: number) => () =>
  `{ events { nodes { ...F0 } } } ${times(levels, (at) => `fragment F${at} on Event { ${at === levels - 1 ? "id" : `a: seat(id: "a") { event { ...F${at + 1} } } b: seat(id: "b") { event { ...F${at + 1} } }`} }`).join(" ")}`;
const circle = (length: number) => () =>
  `{ events { nodes { ...F0 } } } ${times(length, (at) => `fragment F${at} on Event { id ...F${(at + 1) % length} }`).join(" ")}`;

export const OPERATIONS: readonly Hostile[] = [
  ...[16, 20, 30, 40, 60, 80].map((depth) => operation(`${depth} levels deep`, TOO_LARGE, nested(depth))),
  ...[400, 1_000].map((depth) => operation(`${depth} levels deep`, UNREADABLE, nested(depth))),
  ...[5_000, 20_000].map((depth) => operation(`${depth} levels deep`, TOO_LARGE, nested(depth))),
  ...[510, 600, 700, 800, 900].map((count) =>
    operation(`${count} fields`, TOO_LARGE, () => `{ events { nodes { ${"id ".repeat(count)} } } }`),
  ),
  ...[1_100, 5_000, 30_000].map((count) =>
    operation(`${count} fields`, UNREADABLE, () => `{ events { nodes { ${"id ".repeat(count)} } } }`),
  ),
  ...[11, 20, 50, 100].map((count) =>
    operation(
      `${count} aliases`,
      TOO_LARGE,
      () => `{ ${times(count, (at) => `a${at}: events { totalCount }`).join(" ")} }`,
    ),
  ),
  ...[500, 2_000].map((count) =>
    operation(
      `${count} aliases`,
      UNREADABLE,
      () => `{ ${times(count, (at) => `a${at}: events { totalCount }`).join(" ")} }`,
    ),
  ),
  ...[8, 10, 12, 14, 16].map((levels) => operation(`fragments that double ${levels} times`, TOO_LARGE, bomb(levels))),
  ...[1, 2, 3, 10, 50].map((length) => operation(`a circle of ${length} fragments`, INVALID, circle(length))),
  ...[10, 100, 300].map((count) =>
    operation(`${count} unknown fields`, INVALID, () => `{ ${times(count, (at) => `x${at}`).join(" ")} }`),
  ),
  ...[
    "{",
    "{{{{{{{{",
    "query (",
    "}",
    "fragment on on on { a }",
    "\u0000",
    "{ a(b: ",
    `{ a(b: "`,
    "#",
    "extend type Query { a: Int }",
  ].map((text) =>
    operation(`the text ${JSON.stringify(text)}`, text.startsWith("extend") ? INVALID : UNREADABLE, () => text),
  ),
  ...[2, 5, 10].map((count) =>
    operation(
      `${count} passwords in one request`,
      INVALID,
      () =>
        `mutation { ${times(count, (at) => `a${at}: signIn(input: { email: "a@example.com", password: "guess ${at}" }) { __typename }`).join(" ")} }`,
    ),
  ),
  operation(
    "passwords in fragments",
    INVALID,
    () =>
      `mutation { ...A ...B } fragment A on Mutation { a: signIn(input: { email: "a@example.com", password: "a" }) { __typename } } fragment B on Mutation { b: signIn(input: { email: "a@example.com", password: "b" }) { __typename } }`,
  ),
  operation(
    "lists of lists",
    "400 COST_ESTIMATED_TOO_EXPENSIVE",
    (id) =>
      `{ events(first: 100) { nodes { seats(first: 1000) { nodes { event { seats(first: 1000) { nodes { id } } } } } seat(id: "${id}.1") { id } } } }`,
  ),
  operation(
    "a directive without end",
    UNREADABLE,
    () => `{ events ${"@include(if: true) ".repeat(400)} { totalCount } }`,
  ),
  operation("an unknown directive", INVALID, () => "{ events @evil { totalCount } }"),
  operation("an internal field", INVALID, () => `{ sessionViewers(sessionIds: ["1"]) { userId } }`),
  operation("entities of a subgraph", INVALID, () => `{ _entities(representations: []) { __typename } }`),
  operation("the SDL of a subgraph", INVALID, () => "{ _service { sdl } }"),
  operation("an alias that every object inherits", "200", () => "{ __proto__: events { totalCount } }"),
  operation("no such operation", "400 OPERATION_RESOLUTION_FAILURE", () => "query A { events { totalCount } }", {
    operationName: "B",
  }),
  operation(
    "which of two is not said",
    "400 OPERATION_RESOLUTION_FAILURE",
    () => "query A { events { totalCount } } query B { events { totalCount } }",
  ),
  operation("a variable that is missing", "400 BAD_USER_INPUT", () => "query ($id: ID!) { event(id: $id) { id } }"),
  operation(
    "a variable of the wrong type",
    "400 BAD_USER_INPUT",
    () => "query ($n: Int) { events(first: $n) { totalCount } }",
    {
      variables: { n: "ten" },
    },
  ),
  operation("a variable that is too deep", "400 BAD_REQUEST", () => "query ($id: ID!) { event(id: $id) { id } }", {
    variables: { id: JSON.parse("[".repeat(2_000) + "]".repeat(2_000)) as unknown },
  }),
  operation("a subscription over HTTP", BAD, (id) => `subscription { seatsChanged(eventId: "${id}") { cursor } }`),
];
