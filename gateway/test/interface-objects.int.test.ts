// Types that a subgraph knows only by an interface (@interfaceObject): what they are, and what is asked of some of them only.
import { withStand, type StubOptions } from "./harness.ts";

const VEHICLES: Record<string, StubOptions> = {
  fleet: {
    sdl: `type Query { fleet: [Vehicle!]! } type Vehicle @key(fields: "id") @interfaceObject { id: ID! }`,
    resolvers: { Query: { fleet: () => [{ id: "1" }, { id: "2" }] } },
  },
  types: {
    sdl: `
      interface Vehicle @key(fields: "id") { id: ID! color: String }
      interface Wheeled implements Vehicle @key(fields: "id") { id: ID! color: String wheels: Int }
      type Bike implements Wheeled & Vehicle @key(fields: "id") { id: ID! color: String wheels: Int }
      type Car implements Wheeled & Vehicle @key(fields: "id") { id: ID! color: String wheels: Int doors: Int }
      type Boat implements Vehicle @key(fields: "id") { id: ID! color: String }
    `,
    resolvers: {
      Vehicle: {
        __resolveReference: ({ id }: { id: string }) =>
          id === "1" ? { __typename: "Bike", id, wheels: 2 } : { __typename: "Boat", id, color: "blue" },
      },
    },
  },
};

test.each([
  ["{ fleet { ... on Wheeled { wheels } } }", [{ wheels: 2 }, {}]],
  [
    "{ fleet { id ...W } } fragment W on Wheeled { ... on Bike { wheels } ... on Vehicle { color } }",
    [{ id: "1", wheels: 2, color: null }, { id: "2" }],
  ],
  [
    "query ($w: Boolean = true) { fleet { __typename ...W @include(if: $w) } } fragment W on Wheeled { wheels }",
    [{ __typename: "Bike", wheels: 2 }, { __typename: "Boat" }],
  ],
])("interfaces below one that a subgraph knows as an object are found: %s", async (query, fleet) => {
  await withStand(VEHICLES, async (stand) => {
    expect((await stand.ask(query)).body).toEqual({ data: { fleet } });
  });
});

const NODES: Record<string, StubOptions> = {
  nodes: {
    sdl: `interface Node @key(fields: "id") { id: ID! } type Query { node: Node nodes: Holder fine: Int } type Holder { all: [Node] }`,
    resolvers: { Query: { nodes: () => ({ all: [{ id: "1" }, null] }), fine: () => 1 } },
  },
  other: {
    sdl: `type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! label: String } type Query { other: Node }`,
    resolvers: { Query: { other: () => ({ id: "o", label: "L" }) } },
  },
};

const RENTALS: Record<string, StubOptions> = {
  rentals: {
    sdl: `
      type Query { rented: [Asset!]! }
      type Asset @key(fields: "id") @interfaceObject {
        id: ID! name: String @external price: Int twin: Asset label: String @requires(fields: "name")
      }
    `,
    resolvers: {
      Query: { rented: () => [{ id: "1" }, { id: "2" }] },
      Asset: {
        __resolveReference: (asset: object) => asset,
        price: ({ id }: { id: string }) => Number(id) * 10,
        twin: ({ id }: { id: string }) => ({ id: id === "1" ? "2" : "1" }),
        label: ({ name }: { name: string }) => `label ${name}`,
      },
    },
  },
  kinds: {
    sdl: `
      type Query { wheeled: [Wheeled!]! things: [Thing!]! }
      interface Thing { name: String }
      interface Asset @key(fields: "id") { id: ID! name: String }
      interface Wheeled @key(fields: "id") { id: ID! wheels: Int }
      type Bike implements Asset & Wheeled & Thing @key(fields: "id") { id: ID! wheels: Int name: String }
      type Boat implements Asset & Thing @key(fields: "id") { id: ID! name: String sail: String }
      type Tent implements Thing { name: String poles: Int }
    `,
    resolvers: {
      Query: { wheeled: () => [BIKE], things: () => [BIKE, BOAT, { __typename: "Tent", name: "T", poles: 3 }] },
      Asset: { __resolveReference: ({ id }: { id: string }) => (id === "1" ? BIKE : BOAT) },
      Bike: { __resolveReference: () => BIKE },
      Boat: { __resolveReference: () => BOAT },
    },
  },
};
const BIKE = { __typename: "Bike", id: "1", wheels: 2, name: "B" };
const BOAT = { __typename: "Boat", id: "2", name: "S", sail: "big" };

test.each<[query: string, data: object, variables?: object]>([
  // The name of an @interfaceObject does not replace a concrete type that another subgraph has answered.
  [
    "{ wheeled { wheels ... on Bike { price __typename twin { __typename price } } } }",
    { wheeled: [{ wheels: 2, price: 10, __typename: "Bike", twin: { __typename: "Boat", price: 20 } }] },
  ],
  [
    "query ($p: Boolean!) { wheeled { wheels ...A twin: id } } fragment A on Bike { ... on Asset { __typename } twin2: twin @skip(if: $p) { __typename } }",
    { wheeled: [{ wheels: 2, __typename: "Bike", twin: "1" }] },
    { p: true },
  ],
  // Fragments that are left out ask for no type.
  ["{ rented { price ... on Wheeled @include(if: false) { wheels } } }", { rented: [{ price: 10 }, { price: 20 }] }],
  [
    "query ($no: Boolean!) { rented { twin @skip(if: $no) { ... on Wheeled @include(if: $no) { wheels } id } } }",
    { rented: [{ twin: { id: "2" } }, { twin: { id: "1" } }] },
    { no: false },
  ],
  ["{ rented { price ... on Thing { ... on Tent { poles } } } }", { rented: [{ price: 10 }, { price: 20 }] }],
  // Types that can't be there, by fragments in fragments.
  [
    "{ rented { ... on Wheeled { wheels } } things { ... on Thing { ...T ... on Boat { price } } } } fragment T on Tent { poles }",
    { rented: [{ wheels: 2 }, {}], things: [{}, { price: 20 }, { poles: 3 }] },
  ],
  ["{ rented { ... on Thing { __typename } } }", { rented: [{ __typename: "Bike" }, { __typename: "Boat" }] }],
  // What is asked of some types, and required for it, costs the others nothing.
  ["{ rented { ... on Bike { price label } } }", { rented: [{ price: 10, label: "label B" }, {}] }],
  [
    "query ($n: Boolean = false) { things { ... on Asset { ... on Bike { label @skip(if: $n) label } price name @include(if: $n) } } }",
    { things: [{ label: "label B", price: 10 }, { price: 20 }, {}] },
  ],
])("objects that a subgraph knows only by an interface are of their types: %s", async (query, data, variables = {}) => {
  await withStand(RENTALS, async (stand) => {
    expect((await stand.ask(query, { variables })).body).toEqual({ data });
  });
});

test("what no subgraph can resolve is an error and never a mere null", async () => {
  await withStand(NODES, async (stand) => {
    const alone = await stand.ask("{ node { label } }");
    expect(alone.body.data).toBeUndefined();
    expect(alone.body.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    const beside = await stand.ask("{ fine n: node { label } other { label } }");
    expect(beside.body).toMatchObject({
      data: { fine: 1, n: null, other: { label: "L" } },
      errors: [{ path: ["n"], extensions: { code: "INTERNAL_SERVER_ERROR" } }],
    });
    const skipped = await stand.ask("query ($no: Boolean!) { node @include(if: $no) { label } fine }", {
      variables: { no: false },
    });
    expect(skipped.body).toEqual({ data: { fine: 1 } });
    for (const yes of [true, false]) {
      const conditional = "query ($yes: Boolean!) { other @include(if: true) { label @include(if: $yes) } }";
      const { body } = await stand.ask(conditional, { variables: { yes } });
      expect(body).toEqual({ data: { other: yes ? { label: "L" } : {} } });
    }
  });
});
