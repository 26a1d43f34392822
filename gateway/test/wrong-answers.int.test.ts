// What subgraphs say wrongly, or do not say, and what viewers may not see: each costs its own field, and each error says where.
import { startStand, type Stand, type StubOptions } from "./harness.ts";

type Resolvers = Record<string, unknown>;

async function withStand(subgraphs: Record<string, StubOptions>, use: (stand: Stand) => Promise<void>): Promise<void> {
  const stand = await startStand(subgraphs, { debug: true });
  try {
    await use(stand);
  } finally {
    await stand.stop();
  }
}

const reference = { __resolveReference: (thing: object) => thing };

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

describe("an error of a fetch says where something is missing", () => {
  const away: Record<string, StubOptions> = {
    goods: GOODS,
    ratings: {
      sdl: `type Fair @key(fields: "id") { id: ID! stars: Int best: Rank } type Rank { name: String } type Query { top: Int worst: Int } type Mutation { rate: Int }`,
      resolvers: {},
    },
  };
  const AWAY = { code: expect.stringMatching(/UNAVAILABLE|TIMEOUT/) as string };

  test.each([
    ["{ fair { name stars } }", [["fair", "stars"]]],
    [
      "{ all: fairs { s: stars b: best { name } ... on Named { ... on Fair { stars } } } }",
      [0, 1].flatMap((index) => ["s", "b", "stars"].map((name) => ["all", index, name])),
    ],
    [
      "{ any { ... on Fair { stars } ... on Stall { owner { id: stars } } } }",
      [
        ["any", 0, "stars"],
        ["any", 1, "owner", "id"],
      ],
    ],
    ["{ top fair { name } toString: worst }", [["top"], ["toString"]]],
    ["mutation { open { stars } rate }", [["open", "stars"], ["rate"]]],
    ["query ($s: Boolean = false) { fair { stars @include(if: $s) best { name } } }", [["fair", "best"]]],
  ])("%s", async (query, paths) => {
    await withStand(away, async (stand) => {
      await stand.stubs.ratings!.stop();
      const { body } = await stand.ask(query);
      await stand.stubs.ratings!.start();
      expect(body.errors?.map(({ path }) => path).sort()).toEqual([...paths].sort());
      for (const error of body.errors ?? []) expect(error.extensions).toMatchObject(AWAY);
    });
  });

  test("a field whose requirements can't be had is what is missing", async () => {
    await withStand(
      {
        prices: {
          sdl: `type Thing @key(fields: "id") { id: ID! price: Int @external tax: Int @requires(fields: "price") } type Query { things: [Thing!]! }`,
          resolvers: { Query: { things: () => [{ id: "1" }, { id: "2" }] } },
        },
        shop: { sdl: `type Thing @key(fields: "id") { id: ID! price: Int }`, resolvers: {} },
      },
      async (stand) => {
        stand.stubs.shop!.behaviour = "answers garbage";
        const { body } = await stand.ask("{ things { tax } }");
        expect(body.data).toEqual({ things: [{ tax: null }, { tax: null }] });
        expect(body.errors).toMatchObject([{ path: ["things", 0, "tax"] }, { path: ["things", 1, "tax"] }]);
        for (const { extensions } of body.errors!) expect(extensions.code).toBe("DOWNSTREAM_SERVICE_ERROR");
      },
    );
  });
});

test.each<[what: string, answer: unknown, query: string, data: unknown, path: unknown[]]>([
  ["an object in place of a list", { list: {}, fine: 1 }, "{ list { id } fine }", { list: null, fine: 1 }, ["list"]],
  ["a list in place of an object", { one: [1], fine: 1 }, "{ one { id } fine }", { one: null, fine: 1 }, ["one"]],
  [
    "a string in place of an object of a list",
    { list: [{ id: "1" }, "x"] },
    "{ l: list { id } }",
    { l: [{ id: "1" }, null] },
    ["l", 1],
  ],
  [
    "a number as __typename",
    { node: { __typename: 7, id: "1" }, fine: 1 },
    "{ node { id } fine }",
    { node: null, fine: 1 },
    ["node"],
  ],
  [
    "a type that is none of the interface",
    { node: { __typename: "Other", id: "1" }, fine: 1 },
    "{ node { id } fine }",
    { node: null, fine: 1 },
    ["node"],
  ],
  [
    "no __typename where it decides",
    { node: { id: "1" }, fine: 1 },
    "{ node { ... on Thing { id } } fine }",
    { node: null, fine: 1 },
    ["node"],
  ],
  ["data that is a list", [], "{ fine }", { fine: null }, ["fine"]],
  ["data that is a string", "data", "{ x: fine }", { x: null }, ["x"]],
  [
    "elements of a list that others are joined to",
    { list: 5, fine: 1 },
    "{ list { far } fine }",
    { list: null, fine: 1 },
    ["list"],
  ],
])("%s costs its own field", async (_, answer, query, data, path) => {
  const subgraphs: Record<string, StubOptions> = {
    here: {
      sdl: `interface Node { id: ID! } type Thing implements Node @key(fields: "id") { id: ID! } type Other { id: ID! } type Query { list: [Thing] one: Thing node: Node fine: Int other: Other }`,
      resolvers: {},
    },
    there: { sdl: `type Thing @key(fields: "id") { id: ID! far: Int }`, resolvers: {} },
  };
  await withStand(subgraphs, async (stand) => {
    stand.stubs.here!.answer = (query) => {
      const aliased = /(\w+):(list|fine)/.exec(query);
      const isObject = typeof answer === "object" && !Array.isArray(answer);
      return { data: aliased && isObject ? { [aliased[1]!]: (answer as Resolvers)[aliased[2]!] } : answer };
    };
    const { status, body } = await stand.ask(query);
    expect(status).toBe(200);
    expect(body.data).toEqual(data);
    expect(body.errors).toMatchObject([{ path }]);
    expect(body.errors![0]!.extensions.code).toMatch(/INVALID_GRAPHQL|DOWNSTREAM_SERVICE_ERROR/);
  });
});

test.each([
  ["no list of entities", { _entities: {} }],
  ["too few entities", { _entities: [] }],
  ["entities that are no objects", { _entities: ["x", 5] }],
])("%s is an error of the fields that were asked of them", async (_, data) => {
  await withStand(
    {
      here: {
        sdl: `type Thing @key(fields: "id") { id: ID! } type Query { list: [Thing] }`,
        resolvers: { Query: { list: () => [{ id: "1" }, { id: "2" }] } },
      },
      there: { sdl: `type Thing @key(fields: "id") { id: ID! far: Int }`, resolvers: {} },
    },
    async (stand) => {
      stand.stubs.there!.answer = () => ({ data });
      const { status, body } = await stand.ask("{ list { id far } }");
      expect(status).toBe(200);
      expect(body.data).toEqual({
        list: [
          { id: "1", far: null },
          { id: "2", far: null },
        ],
      });
      expect(body.errors).toMatchObject([{ path: ["list", 0, "far"] }, { path: ["list", 1, "far"] }]);
      expect(body.errors![0]!.extensions.code).toBe("DOWNSTREAM_SERVICE_ERROR");
    },
  );
});

test("an error of an entity has the place of that entity, also after others that were not asked for", async () => {
  await withStand(
    {
      here: {
        sdl: `union Any = Thing | Plain type Plain { x: Int } type Thing @key(fields: "id") { id: ID! } type Query { list: [Any] }`,
        resolvers: { Query: { list: () => [{ __typename: "Plain", x: 1 }, null, { __typename: "Thing", id: "2" }] } },
      },
      there: {
        sdl: `type Thing @key(fields: "id") { id: ID! far: Int }`,
        resolvers: {
          Thing: {
            ...reference,
            far: () => {
              throw new Error("far fails");
            },
          },
        },
      },
    },
    async (stand) => {
      const { body } = await stand.ask("{ list { ... on Thing { id: far } } }");
      expect(body).toMatchObject({ data: { list: [{}, null, { id: null }] }, errors: [{ path: ["list", 2, "id"] }] });
    },
  );
});

test("a guarded field that is reached twice is refused once in each place", async () => {
  await withStand(
    {
      here: {
        sdl: `type Thing { id: ID! secret: Int @authenticated } type Query { list: [Thing] none: [Thing] one: Thing @authenticated }`,
        resolvers: { Query: { list: () => [{ id: "1" }, { id: "2" }], none: () => [] } },
      },
    },
    async (stand) => {
      const { body } = await stand.ask(
        "{ list { id: secret ...S ... on Thing { id: secret } } none { secret } one { id } } fragment S on Thing { secret }",
      );
      expect(body.data).toEqual({
        list: [
          { id: null, secret: null },
          { id: null, secret: null },
        ],
        none: [],
        one: null,
      });
      expect(body.errors?.map(({ path }) => JSON.stringify(path)).sort()).toEqual(
        [
          `["list",0,"id"]`,
          `["list",0,"secret"]`,
          `["list",1,"id"]`,
          `["list",1,"secret"]`,
          `["none","secret"]`,
          `["one"]`,
        ].sort(),
      );
      for (const { extensions } of body.errors!) expect(extensions.code).toBe("UNAUTHENTICATED");
    },
  );
});
