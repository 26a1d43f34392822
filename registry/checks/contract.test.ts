import { lexicographicSortSchema, printSchema } from "graphql";
import { compose } from "./composition.ts";
import { describeFilter, filterByTags, type ContractFilter } from "./contract.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@inaccessible"])\n`;
const SDL = `
type Query {
  shows: [Show!]! @tag(name: "public")
  show(id: ID!, filter: ShowFilter, trace: Trace): Show @tag(name: "public")
  orders: [Order!]!
  search: [Found!]! @tag(name: "public")
}
type Mutation { pay(input: PayInput!): Order }
type Show @key(fields: "id") @tag(name: "public") {
  id: ID! name: String! state: State! orders: [Order!]! mine: Boolean @tag(name: "personal") place: Place secret: Int @inaccessible
}
type Place { city: String @tag(name: "public") alarm: String }
type Order @key(fields: "id") { id: ID! show: Show }
union Found = Show | Order
enum State { OPEN CLOSED AUDITED @tag(name: "internal") }
input ShowFilter { city: String margin: Margin @tag(name: "internal") }
input Margin { least: Int! }
input Trace @tag(name: "internal") { id: ID! }
input PayInput { card: String! }
`;
const PUBLIC: ContractFilter = {
  include: ["public"],
  exclude: ["personal", "internal"],
  hideUnreachableTypes: true,
};

const supergraphOf = (sdl: string): string => compose([{ name: "a", url: "http://a", sdl }]).composed!.supergraphSdl;
const filtered = (filter: Partial<ContractFilter>, sdl = LINK + SDL) =>
  filterByTags(supergraphOf(sdl), { include: [], exclude: [], hideUnreachableTypes: false, ...filter });
const apiOf = (filter: Partial<ContractFilter>, sdl?: string) => {
  const { filtered: result, errors } = filtered(filter, sdl);
  if (!result) throw new Error(JSON.stringify(errors));
  return printSchema(lexicographicSortSchema(result.apiSchema));
};

test("what is included is shown with all that it takes to ask for it, and nothing else", () => {
  expect(apiOf(PUBLIC)).toBe(`union Found = Show

type Place {
  city: String
}

type Query {
  search: [Found!]!
  show(filter: ShowFilter, id: ID!): Show
  shows: [Show!]!
}

type Show {
  id: ID!
  name: String!
  place: Place
  state: State!
}

input ShowFilter {
  city: String
}

enum State {
  CLOSED
  OPEN
}`);
});

test("without included tags all is shown but what is excluded", () => {
  const api = apiOf({ exclude: ["internal"] });
  expect(api).toContain("pay(input: PayInput!): Order");
  expect(api).toContain("mine: Boolean");
  for (const gone of ["AUDITED", "Trace", "margin", "secret"]) expect(api).not.toContain(gone);
  // Nobody gets there any more, but it has not been asked for to hide that.
  expect(api).toContain("input Margin");
  expect(apiOf({ exclude: ["internal"], hideUnreachableTypes: true })).not.toContain("input Margin");
});

test("what demands something hidden is hidden too, and so are fields that lead to it", () => {
  const api = apiOf(
    { exclude: ["personal"] },
    LINK + SDL.replace("card: String!", `card: String! @tag(name: "personal")`),
  );
  expect(api).not.toContain("pay(");
  expect(api).not.toContain("Mutation");
});

test("a type whose name looks like a specification's is hidden like any other", () => {
  const sdl = `${LINK} type Query { a: My__Type b: Int @tag(name: "x") } type My__Type @tag(name: "y") { c: Int }`;
  expect(apiOf({ exclude: ["y"] }, sdl)).toBe("type Query {\n  b: Int\n}");
});

test("the subgraphs' own schema needs no word of @inaccessible", () => {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"]) type Query { a: Int b: Int @tag(name: "x") }`;
  expect(supergraphOf(sdl)).not.toContain("inaccessible");
  expect(apiOf({ exclude: ["x"] }, sdl)).toBe("type Query {\n  a: Int\n}");
});

test.each([
  ["shows nothing", { include: ["nobody"] }, /Query/],
  ["hides what an interface promises", { exclude: ["x"] }, /I\.b/],
])("a filter that %s is refused with its code", (_, filter, message) => {
  const sdl = `${LINK} type Query { a: I } interface I { b: Int } type A implements I { b: Int @tag(name: "x") c: Int }`;
  const { errors, filtered: result } = filtered(filter, sdl);
  expect(result).toBeNull();
  expect(errors).toEqual([
    { message: expect.stringMatching(message), code: expect.stringMatching(/^[A-Z_]+$/), locations: [] },
  ]);
});

test("a filter in words", () => {
  expect(describeFilter(PUBLIC)).toBe(
    "Include tags: public; exclude tags: personal, internal; unreachable types: hidden",
  );
});

test.each([
  [
    "renamed",
    `, import: ["@key", { name: "@tag", as: "@label" }, { name: "@inaccessible", as: "@gone" }]`,
    "label",
    "gone",
  ],
  ["not imported", `, import: ["@key"]`, "federation__tag", "federation__inaccessible"],
  ["of which one is renamed", `, import: ["@key", "@tag", { name: "@inaccessible", as: "@gone" }]`, "tag", "gone"],
])("directives that are %s sort out the same", (_, imports, tag, inaccessible) => {
  const renamed = SDL.replaceAll("@tag", `@${tag}`).replaceAll("@inaccessible", `@${inaccessible}`);
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"${imports})\n${renamed}`;
  expect(apiOf(PUBLIC, sdl)).toBe(apiOf(PUBLIC));
  expect(apiOf({ exclude: ["internal"] }, sdl)).toBe(apiOf({ exclude: ["internal"] }));
});
