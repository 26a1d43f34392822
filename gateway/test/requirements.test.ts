// A guard holds on every path by which an operation can reach the field or type.
import { composeServices } from "@apollo/composition";
import { parse, type OperationDefinitionNode } from "graphql";
import { guardedIn } from "../../platform/graphql/guarded-selections.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@interfaceObject", "@external", "@requires"])\n`;
/** A supergraph of these subgraphs, or what is wrong with them. */
function composed(...sdls: string[]): { sdl: string; problems: string } {
  const services = sdls.map((sdl, at) => ({ name: `s${at}`, url: `http://s${at}`, typeDefs: parse(LINK + sdl) }));
  const { supergraphSdl: sdl = "", errors = [] } = composeServices(services);
  return { sdl, problems: errors.map(({ message }) => message).join("\n") };
}

/** Paths in the response at which the operation asks something of the viewer. */
function guarded(sdl: string, query: string): string[] {
  const { planning, requirements } = readSupergraph(sdl);
  const document = parse(query);
  const found = guardedIn(planning.api, requirements, document, document.definitions[0] as OperationDefinitionNode);
  return [...new Set(found.map(({ path }) => path.join(".")))];
}

const TYPE = `interface Node { id: ID! name: String }
  type Open implements Node { id: ID! name: String }
  type Secret implements Node @authenticated { id: ID! name: String }
  union Any = Open | Secret
  type Query { node: Node any: Any open: Open secret: Secret }`;
const FIELD = `interface Node { id: ID! name: String }
  type Open implements Node { id: ID! name: String }
  type Secret implements Node { id: ID! name: String @authenticated }
  type Query { node: Node open: Open secret: Secret }`;
const NESTED = `interface A { x: Int } interface B implements A { x: Int y: Int }
  type T implements A & B { x: Int @authenticated y: Int } type S implements A { x: Int }
  type Query { a: A b: B s: S }`;

test.each([
  ["a type, by a field that has it", TYPE, "{ secret { id } }", ["secret"]],
  ["a type, by its interface alone", TYPE, "{ node { id } }", ["node"]],
  ["a type, in a union", TYPE, "{ any { ... on Secret { id } } }", ["any"]],
  ["a type, in a union by its interface", TYPE, "{ any { ... on Node { id } } }", ["any"]],
  ["a type, in a fragment", TYPE, "{ any { ...F } } fragment F on Secret { id }", ["any"]],
  ["nothing beside a guarded type", TYPE, "{ open { id name } any { ... on Open { id } } }", []],
  ["a field, by its interface", FIELD, "{ node { id name } }", ["node.name"]],
  ["a field, by its interface under another name", FIELD, "{ node { id: name } }", ["node.id"]],
  ["a field, in a fragment on its interface", FIELD, "{ secret { ... on Node { name } } }", ["secret.name"]],
  ["nothing beside a guarded field", FIELD, "{ node { id } open { name } }", []],
  ["a field, by an interface of its interface", NESTED, "{ a { x } b { x y } }", ["a.x", "b.x"]],
  ["a field, by two fragments on interfaces", NESTED, "{ b { ... on A { ... on B { x } } } }", ["b.x"]],
])("guarded is %s", (_, sdl, query, paths) => {
  const { sdl: supergraph, problems } = composed(sdl);
  expect([problems, guarded(supergraph, query)]).toEqual(["", paths]);
});

const node = (guard = "") => `interface Node @key(fields: "id") { id: ID! }
  type Open implements Node @key(fields: "id") ${guard} { id: ID! }
  type Query { node: Node open: Open }`;

test("the guard of a field that an @interfaceObject adds holds in every type that gets the field", () => {
  const { sdl } = composed(
    node(),
    `type Node @key(fields: "id") @interfaceObject { id: ID! extra: Int @authenticated }`,
  );
  for (const query of ["{ node { extra } }", "{ node { ... on Open { extra } } }"])
    expect(guarded(sdl, query)).toEqual(["node.extra"]);
  expect(guarded(sdl, "{ open { extra } }")).toEqual(["open.extra"]);
});

test("the guard of a type holds also for a subgraph that knows the type only as an @interfaceObject", () => {
  const { sdl } = composed(
    node("@authenticated"),
    `type Node @key(fields: "id") @interfaceObject { id: ID! extra: Int } type Query { nodes: [Node] }`,
  );
  expect(guarded(sdl, "{ nodes { extra } }")).toEqual(["nodes"]);
  expect(guarded(sdl, "{ nodes { id } open { extra } }")).toEqual(["nodes", "open"]);
});

test("the guard of a root type holds for each of its fields, also in fragments, and for no other root type", () => {
  const { sdl } = composed(`type Query @authenticated { a: Int } type Mutation { b: Int }`, `type Query { c: Int }`);
  expect(guarded(sdl, "{ a ... { c } ...F } fragment F on Query { d: a }")).toEqual(["a", "c", "d"]);
  expect(guarded(sdl, "mutation { b }")).toEqual([]);
});

test.each([
  [
    "on an interface's field",
    [`interface I { a: Int @authenticated } type T implements I { a: Int } type Query { i: I }`],
  ],
  [
    "on an @interfaceObject",
    [node(), `type Node @key(fields: "id") @interfaceObject @authenticated { id: ID! extra: Int }`],
  ],
  [
    "that a field which requires the guarded one lacks",
    [
      `type T @key(fields: "id") { id: ID! a: Int @authenticated } type Query { t: T }`,
      `type T @key(fields: "id") { id: ID! a: Int @external b: Int @requires(fields: "a") }`,
    ],
  ],
])("a guard %s does not compose, so that it is never overlooked", (_, sdls) => {
  expect(composed(...sdls).problems).toMatch(/@authenticated/);
});
