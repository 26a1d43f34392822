// Random documents for a small schema: chains of fragments that spread each other, over and over.
import fc from "fast-check";
import { buildSchema, parse } from "graphql";

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  directive @authenticated on FIELD_DEFINITION | OBJECT
  directive @tag(name: String!) on FIELD_DEFINITION
  interface Node { id: ID! near: Node }
  type Page { nodes: [Thing!] edges: [Thing!] page(first: Int): Page @listSize(assumedSize: 9, slicingArguments: ["first"], sizedFields: ["nodes", "edges"]) }
  type Thing implements Node { id: ID! near: Node hidden: Int @authenticated things: [Thing] page(first: Int): Page @listSize(assumedSize: 5, slicingArguments: ["first"], sizedFields: ["nodes"]) }
  type Query { thing(first: Int): Thing things(first: Int): [Thing] @listSize(assumedSize: 20, slicingArguments: ["first"]) dear: Int @cost(weight: 100) }
  type Subscription { thing(first: Int): Thing @tag(name: "shared-feed") }`;
export const schema = buildSchema(SDL);
export const sdl = parse(SDL);

type TypeName = "Query" | "Subscription" | "Thing" | "Page" | "Node";

/** Fields by the type that they are on, with the type that they lead to. */
const FIELDS: Record<TypeName, [field: string, to?: TypeName][]> = {
  Query: [["thing", "Thing"], ["things(first: $n)", "Thing"], ["things(first: 3)", "Thing"], ["dear"], ["__typename"]],
  Subscription: [["thing", "Thing"]],
  Thing: [["id"], ["hidden"], ["near", "Node"], ["things", "Thing"], ["page(first: $n)", "Page"], ["__typename"]],
  Page: [["nodes", "Thing"], ["edges", "Thing"], ["page(first: $n)", "Page"], ["__typename"]],
  Node: [["id"], ["near", "Node"], ["__typename"]],
};

interface Spec {
  kind: "field" | "inline" | "spread";
  pick: number;
  times: number;
  directive: boolean;
  inner: Spec[];
}

const { specs } = fc.letrec<{ specs: Spec[] }>((tie) => ({
  specs: fc.array(
    fc.record({
      kind: fc.constantFrom("field", "inline", "spread", "spread"),
      pick: fc.nat(1_000),
      times: fc.integer({ min: 1, max: 3 }),
      directive: fc.boolean(),
      inner: fc.oneof({ maxDepth: 4, depthIdentifier: "specs" }, fc.constant([]), tie("specs")),
    }) as fc.Arbitrary<Spec>,
    { minLength: 1, maxLength: 4 },
  ),
}));

/** Several operations, and fragments of which each spreads the next of its type up to twice, and whichever it likes. */
export const documents = fc
  .record({
    operations: fc.array(specs, { minLength: 1, maxLength: 3 }),
    fragments: fc.array(fc.record({ doubles: fc.nat(2), all: specs }), { maxLength: 18 }),
    ends: fc.array(fc.constantFrom<TypeName>("Query", "Thing", "Page", "Node"), { minLength: 2, maxLength: 2 }),
    subscribes: fc.boolean(),
  })
  .map(({ operations, fragments, ends, subscribes }) => {
    const root: TypeName = subscribes ? "Subscription" : "Query";
    // The first half on one type, the second half on another: chains are long.
    const typeOf = (index: number) => (index < fragments.length / 2 ? ends[0]! : ends[1]!);
    let aliases = 0;
    const set = (all: Spec[], type: TypeName, from: number): string =>
      `{ __typename ${all
        .flatMap((one) => Array.from({ length: one.times }, () => selection(one, type, from)))
        .join(" ")} }`;
    function selection({ kind, pick, directive, inner }: Spec, type: TypeName, from: number): string {
      const condition = directive ? " @include(if: true)" : "";
      const fitting = fragments.flatMap((_, index) => (index >= from && typeOf(index) === type ? [index] : []));
      const spread = fitting[pick % 3];
      if (kind === "spread" && spread !== undefined) return `...F${spread}${condition}`;
      if (kind !== "field") return `... on ${type}${condition} ${set(inner, type, from)}`;
      const [field, to] = FIELDS[type][pick % FIELDS[type].length]!;
      return `a${(aliases += 1)}: ${field}${condition}${to ? ` ${set(inner, to, from)}` : ""}`;
    }
    /** Begins each chain where it can be reached. */
    const starts = [...new Set(ends)].map((type) => {
      const first = fragments.findIndex((_, index) => typeOf(index) === type);
      if (first < 0 || root === "Subscription") return "";
      const reach = {
        Query: "",
        Thing: "t: thing",
        Page: "t: thing { p: page",
        Node: "t: thing { n: near",
        Subscription: "",
      };
      const open = reach[type];
      return `${open} ${open ? "{" : ""} ...F${first} ${"} ".repeat(open.split("{").length - (open ? 0 : 1))}`;
    });
    return [
      ...operations.map(
        (all, index) =>
          `${root.toLowerCase()} O${index}($n: Int) { ${index === 0 ? starts.join(" ") : ""} ... ${set(all, root, 0)} }`,
      ),
      ...fragments.map(({ doubles, all }, index) => {
        const next = index + 1 < fragments.length && typeOf(index + 1) === typeOf(index) ? `...F${index + 1} ` : "";
        return `fragment F${index} on ${typeOf(index)} { ${next.repeat(doubles)} ... ${set(all, typeOf(index), index + 1)} }`;
      }),
    ].join("\n");
  });
