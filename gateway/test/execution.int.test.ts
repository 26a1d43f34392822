// Kinds of operations and supergraphs that the stock executor of @apollo/gateway answers wrongly, so that it is no witness:
// what is right follows from asking one schema for the same.
import { graphql } from "graphql";
import { startStand, withStand, type Stand, type StubOptions } from "./harness.ts";
import { SHIPPING, SHOP, WHOLE } from "./products.ts";

describe("fields that others require are kept apart from what clients ask for", () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand({ shop: SHOP, shipping: SHIPPING }, { debug: true });
  });
  afterAll(() => stand.stop());

  test.each<[query: string, variables?: Record<string, unknown>]>([
    [`{ products { customs price(currency: "USD") } }`],
    [`query ($in: String! = "USD") { products { price(currency: $in) customs duty usual } }`],
    [
      `query ($in: String!) { products { ...P customs } } fragment P on Product { price(currency: $in) }`,
      { in: "USD" },
    ],
    [`{ products { customs duty usual price } }`],
    [`{ products { duty } product(upc: "p2") { usual customs again: duty } }`],
    [`{ products { summary notes(first: 1) { text } one: notes(first: 3) { text } } }`],
    [`{ products { notes: customs grams: summary price: duty upc: origins } }`],
    [`{ products { makers { town(upper: false) } origins labels } }`],
    [`{ products { makers { code: town town: code } labels } }`],
    [`{ products { __typename: upc id: __typename upc: grams customs } }`],
    [`{ products { toString: upc constructor: customs hasOwnProperty: grams __proto__: duty } }`],
    [`{ _entities: products { representations: upc _service: customs upc__alias_0: duty upc_0: grams upc: labels } }`],
    [`query ($representations: ID! = "p2") { product(upc: $representations) { customs price } }`],
    [
      `query ($representations: String!) { products { price(currency: $representations) duty } }`,
      { representations: "EUR" },
    ],
    [
      `query ($toString: String! = "USD", $valueOf: Int!, $constructor: Boolean! = false) { products { price(currency: $toString) notes(first: $valueOf) { text } customs @skip(if: $constructor) } }`,
      { valueOf: 1 },
    ],
    [`query ($__proto__: Boolean! = true) { products { customs @include(if: $__proto__) } }`],
    ...[true, false].flatMap((a) =>
      [true, false].map((b): [string, Record<string, unknown>] => [
        `query ($a: Boolean!, $b: Boolean!) { products { origins @include(if: $a) labels @skip(if: $b) customs @include(if: $b) ... @include(if: $a) { summary usual } } }`,
        { a, b },
      ]),
    ),
    ...[true, false].flatMap((a) =>
      [true, false].map((b): [string, Record<string, unknown>] => [
        // A field and all that is asked of it, each under a condition of its own.
        `query ($a: Boolean!, $b: Boolean!) { product(upc: "p1") @include(if: $a) { ...P } } fragment P on Product { ... on Product { grams @skip(if: $b) makers @skip(if: $b) { code } } }`,
        { a, b },
      ]),
    ),
    ...[true, false].flatMap((a): [string, Record<string, unknown>][] => [
      // A field that a literal leaves out requires nothing.
      [
        `query ($a: Boolean!) { one: product(upc: "p1") @include(if: $a) { upc origins labels @include(if: false) ... @skip(if: true) { customs } } products { upc } }`,
        { a },
      ],
      // Objects of which nothing is asked for, and one that there is not.
      [
        `query ($a: Boolean!) { product(upc: "p2") @include(if: $a) { grams @include(if: false) } none: product(upc: "p9") @include(if: $a) { customs @skip(if: true) } }`,
        { a },
      ],
      [
        `query ($a: Boolean!) { product(upc: "p2") @include(if: $a) { customs @skip(if: $a) } products { duty } }`,
        { a },
      ],
    ]),
  ])("%s %j", async (query, variables = {}) => {
    const expected = await graphql({ schema: WHOLE, source: query, variableValues: variables });
    expect(expected.errors).toBeUndefined();
    const { body } = await stand.ask(query, { variables });
    expect(JSON.stringify(body)).toBe(JSON.stringify({ data: expected.data }));
  });
});

const GOODS: StubOptions = {
  sdl: `
    interface Named { name: String }
    interface Dated implements Named { name: String at: String }
    union Any = Fair | Stall
    type Fair implements Dated & Named @key(fields: "id") { id: ID! name: String at: String stalls: [Stall!] }
    type Stall implements Named { name: String owner: Fair }
    type Query { fair: Fair fairs: [Fair!]! any: [Any] }
    type Mutation { open: Fair }
    type Subscription { opened: Fair }
  `,
  resolvers: {
    Query: {
      fair: () => FAIR,
      fairs: () => [FAIR, { ...FAIR, id: "f2" }],
      any: () => [FAIR, { __typename: "Stall", name: "S", owner: FAIR }],
    },
    Mutation: { open: () => FAIR },
    Subscription: {
      opened: {
        subscribe: async function* () {
          yield { opened: FAIR };
        },
      },
    },
  },
};
const FAIR = { __typename: "Fair", id: "f1", name: "Spring", at: "May", stalls: [{ name: "S1" }, { name: "S2" }] };

test.each([
  ["{ fair { ... on Named { ... on Fair { at } } } }", { fair: { at: "May" } }],
  [
    "{ fair { ... on Any { ... on Named { ... on Dated { ... on Fair { at } name } } } } }",
    { fair: { at: "May", name: "Spring" } },
  ],
  [
    "{ fair { stalls { ...N } } } fragment N on Named { ... on Stall { name } __typename }",
    {
      fair: {
        stalls: [
          { name: "S1", __typename: "Stall" },
          { name: "S2", __typename: "Stall" },
        ],
      },
    },
  ],
  [
    "{ any { ... on Named { ... on Fair { at } ... on Any { ... on Stall { owner { ... on Any { ... on Fair { name } } } } } } } }",
    { any: [{ at: "May" }, { owner: { name: "Spring" } }] },
  ],
  ["mutation { open { ... on Named { ... on Fair { t: at } } } }", { open: { t: "May" } }],
  [
    "query ($no: Boolean = false) { fair @skip(if: $no) { ... on Named { at: name @include(if: $no) ... on Stall { name } } } }",
    { fair: {} },
  ],
])("an object stays what it is inside of fragments on interfaces and unions: %s", async (query, data) => {
  await withStand({ goods: GOODS }, async (stand) => {
    expect((await stand.ask(query)).body).toEqual({ data });
  });
});

const KEYED: Record<string, StubOptions> = {
  names: {
    sdl: `
      type Item @key(fields: "id") @key(fields: "code", resolvable: false) @key(fields: "at { x y }", resolvable: false) @key(fields: "id at { y z }", resolvable: false) {
        id: ID! code: ID! at: Place! title: String!
      }
      type Place @shareable { x: Int! y: Int! z: Int! }
    `,
    resolvers: {
      Item: { __resolveReference: ({ id }: { id: string }) => id && { ...ITEM, id, title: `title ${id}` } },
    },
  },
  stock: {
    sdl: `
      type Query { items: [Item!]! }
      type Item @key(fields: "at { x y }", resolvable: false) @key(fields: "code", resolvable: false) @key(fields: "id at { y z }") @key(fields: "id", resolvable: false) {
        id: ID! code: ID! at: Place! title: String! @external label: String! @requires(fields: "title")
      }
      type Place @shareable { x: Int! y: Int! z: Int! }
    `,
    resolvers: {
      Query: { items: () => [ITEM, { ...ITEM, id: "i2" }] },
      Item: {
        __resolveReference: (item: { id?: string; at?: { z?: number } }) => (item.id && item.at?.z ? item : null),
        label: ({ title, id }: { title: string; id: string }) => `${id}: ${title}`,
      },
    },
  },
};
const ITEM = { id: "i1", code: "c1", at: { x: 1, y: 2, z: 3 } };

test("of several keys the plan takes one that the subgraph resolves, whatever their order is", async () => {
  await withStand(KEYED, async (stand) => {
    const { body } = await stand.ask("{ items { label id: title at { z: x } } }");
    expect(body).toEqual({
      data: {
        items: [
          { label: "i1: title i1", id: "title i1", at: { z: 1 } },
          { label: "i2: title i2", id: "title i2", at: { z: 1 } },
        ],
      },
    });
  });
});

test("what the second mutation of an operation has changed is asked for again, though the first has asked for the same", async () => {
  let left = 10;
  const sell = () => {
    left -= 1;
    return { id: "1" };
  };
  const selling = (field: string): StubOptions => ({
    sdl: `type Query { ${field}Of: Int } type Mutation { ${field}: Item } type Item @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Mutation: { [field]: sell } },
  });
  const stock: StubOptions = {
    sdl: `type Query { any: Int } type Item @key(fields: "id") { id: ID! left: Int }`,
    resolvers: { Item: { __resolveReference: ({ id }: { id: string }) => ({ id, left }) } },
  };
  await withStand({ shop: selling("buy"), door: selling("give"), stock }, async (stand) => {
    const { body } = await stand.ask("mutation { buy { left } give { left } }");
    expect(body).toEqual({ data: { buy: { left: 9 }, give: { left: 8 } } });
  });
});
