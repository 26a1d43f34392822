import { check } from "./check.ts";
import type { Subgraph } from "./composition.ts";

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@authenticated", "@tag", "@inaccessible"${imports}])\n`;
const subgraph = (name: string, sdl: string, imports = ""): Subgraph => ({
  name,
  url: `http://${name}`,
  sdl: link(imports) + sdl,
});
const HOUSE = `type Query { ticketKey: String events: [Event] stock: Int @shareable }
  type Mutation { signOut: Boolean }
  type Event @key(fields: "id") { id: ID! name: String price: Money rank: Int @shareable }
  type Money @shareable { amount: Int currency: String }
  interface Place @key(fields: "id") { id: ID! city: String }
  type Hall implements Place @key(fields: "id") { id: ID! city: String @shareable }
  type Account @key(fields: "id") { id: ID! mail: String @authenticated }
  enum Kind { A B } input Filter { kind: Kind text: String } type Page @shareable { next: String }
  extend type Query { find(filter: Filter): [Event] }`;
const OVERRIDE = `, "@override"`;

async function weakenedBy(
  sdl: string,
  { imports = "", owned = ["reviews"], before }: { imports?: string; owned?: string[] | null; before?: string } = {},
) {
  const was = before === undefined ? [] : [subgraph("reviews", before, imports)];
  const result = await check({
    published: [subgraph("house", HOUSE), ...was],
    proposed: [subgraph("reviews", sdl, imports)],
    operations: [],
    contracts: [],
    owned,
  });
  expect(result.composition.errors).toEqual([]);
  return result.weakened.map(({ rule, coordinate }) => `${rule} ${coordinate}`);
}

test.each([
  ["a field of Query", `type Query { ticketKey: String @override(from: "house") }`, OVERRIDE, "Query.ticketKey"],
  ["a field of Mutation", `type Mutation { signOut: Boolean @override(from: "house") }`, OVERRIDE, "Mutation.signOut"],
  [
    "a root under another name",
    `schema { mutation: Changes } type Changes { signOut: Boolean @override(from: "house") }`,
    OVERRIDE,
    "Mutation.signOut",
  ],
  [
    "a field of an entity, for some of the requests",
    `type Event @key(fields: "id") { id: ID! name: String @override(from: "house", label: "percent(5)") }`,
    OVERRIDE,
    "Event.name",
  ],
  [
    "under another name of @override",
    `type Query { ticketKey: String @take(from: "house") }`,
    `, { name: "@override", as: "@take" }`,
    "Query.ticketKey",
  ],
  ["without import", `type Query { ticketKey: String @federation__override(from: "house") }`, "", "Query.ticketKey"],
  ["what does not exist yet", `type Query { later: Int @override(from: "house") }`, OVERRIDE, "Query.later"],
  ["a root field that is shareable", `type Query { stock: Int @shareable }`, "", "Query.stock"],
  [
    "a field of an entity that is shareable",
    `type Event @key(fields: "id") { id: ID! rank: Int @shareable }`,
    "",
    "Event.rank",
  ],
  [
    "a field of all that an interface stands for",
    `type Place @key(fields: "id") @interfaceObject { id: ID! city: String @shareable }`,
    "",
    "Place.city",
  ],
  [
    "a value that is made an entity",
    `type Money @key(fields: "currency") { currency: String amount: Int @shareable }`,
    "",
    "Money.amount",
  ],
])("%s is taken over only by who owns it", async (_, sdl, imports, coordinate) => {
  expect(await weakenedBy(sdl, { imports })).toContain(`TAKEN_OVER ${coordinate}`);
  expect(await weakenedBy(sdl, { imports, owned: ["reviews", "house"] })).not.toContain(`TAKEN_OVER ${coordinate}`);
  expect(await weakenedBy(sdl, { imports, owned: null })).toEqual([]);
  // A published takeover was agreed to by the previous owner.
  expect(await weakenedBy(`${sdl} type Ours { a: Int }`, { imports, before: sdl })).toEqual([]);
});

test.each([["a label that moves more", "percent(5)", "percent(100)"]])(
  "%s has to be agreed to again",
  async (_, from, to) => {
    const sdl = (label: string) => `type Query { ticketKey: String @override(from: "house", label: "${label}") }`;
    expect(await weakenedBy(sdl(to), { imports: OVERRIDE, before: sdl(from) })).toEqual(["TAKEN_OVER Query.ticketKey"]);
  },
);

test.each([
  ["hides a value", `enum Kind { A B @inaccessible }`, "Kind.B"],
  ["tags a type for a contract", `type Account @key(fields: "id") @tag(name: "public") { id: ID! }`, "Account"],
  ["asks more of viewers", `type Event @key(fields: "id") @authenticated { id: ID! }`, "Event"],
  ["leaves out what an input takes", `input Filter { kind: Kind } enum Kind { A B }`, "Filter.text"],
  [
    "leaves out a value that an input takes",
    `enum Kind { A } input Own { kind: Kind } type Query { own(in: Own): Int }`,
    "Kind.B",
  ],
  [
    "may return nothing where something was sure",
    `type Event @key(fields: "id") { id: ID } type Query { e: Event }`,
    "Event.id",
  ],
])("who %s changes it for others", async (_, sdl, coordinate) => {
  expect(await weakenedBy(sdl)).toContain(`CHANGED_FOR_OTHERS ${coordinate}`);
});

test.each([
  [
    "extends an entity",
    `type Event @key(fields: "id") { id: ID! reviews: [Review] } type Review @key(fields: "id") { id: ID! text: String }`,
  ],
  ["uses a value type", `type Query { total: Money } type Money @shareable { amount: Int currency: String }`],
  [
    "tells something of all that an interface stands for",
    `type Place @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
  ],
])("who %s takes nothing over", async (_, sdl) => {
  expect(await weakenedBy(sdl)).toEqual([]);
});
