// A gateway with GATEWAY_EXECUTOR=stock beside one with ours, on the same subgraphs: what is enforced and said is the same.
import { generateKeyPairSync } from "node:crypto";
import { configForAny, type GatewayConfig } from "../config.ts";
import { exportJWK, SignJWT } from "jose";
import { startStand, type Answer, type Stand, type StubOptions } from "./harness.ts";

const { document, admission } = configForAny("", 0);
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const viewer = { userId: "u", staff: false, verified: true, proven: false, memberships: [] };

const SUBGRAPHS: Record<string, StubOptions> = {
  items: {
    sdl: `
      type Query {
        item(id: ID!): Item
        items(first: Int!): [Item!]! @listSize(slicingArguments: ["first"])
        mine: Item @authenticated
        named: Named
      }
      type Mutation { rename(id: ID!, name: String!): Item }
      interface Named { name: String }
      type Item implements Named @key(fields: "id") { id: ID! name: String notes: String @authenticated }
    `,
    resolvers: {
      Query: {
        item: (_: unknown, { id }: { id: string }) => ({ id, name: `item ${id}` }),
        items: (_: unknown, { first }: { first: number }) =>
          Array.from({ length: first }, (_, index) => ({ id: String(index) })),
        mine: () => ({ id: "9", name: "mine" }),
        named: () => ({ __typename: "Item", id: "5", name: "five", notes: "n" }),
      },
      Mutation: { rename: (_: unknown, item: object) => item },
    },
  },
  prices: {
    sdl: `type Item @key(fields: "id") { id: ID! price(currency: String = "EUR"): Int secret: String @requiresScopes(scopes: [["staff"]]) }`,
    resolvers: {
      Item: {
        __resolveReference: (item: object) => item,
        price: ({ id }: { id: string }, { currency }: { currency: string }) =>
          Number(id) * (currency === "EUR" ? 10 : 20),
      },
    },
  },
  users: {
    sdl: `type Query { sessionViewers(sessionIds: [ID!]!, limited: Boolean! = false): [SessionViewer]! }
      type SessionViewer { userId: ID! staff: Boolean! verified: Boolean! proven: Boolean! memberships: [Membership!]! scopes: [String!] actor: Actor eventIds: [ID!] }
      type Actor { kind: String! id: ID! }
      type Membership { organizationId: ID! role: String! }`,
    resolvers: {
      Query: { sessionViewers: (_: unknown, { sessionIds }: { sessionIds: string[] }) => sessionIds.map(() => viewer) },
    },
  },
};

const stands: Record<string, Stand> = {};
beforeAll(async () => {
  const keys = [{ ...(await exportJWK(publicKey)), kid: "k", alg: "EdDSA" }];
  for (const executor of ["compiled", "stock"] as const) {
    const config: Partial<GatewayConfig> = {
      executor,
      document: { ...document, tokens: 100, aliases: 3 },
      admission: { ...admission, cost: 50 },
      signer: { name: "gateway", key: generateKeyPairSync("ed25519").privateKey },
      // No Redis is there: notifications are lost, and each process counts for itself.
      redisUrl: "redis://127.0.0.1:9",
    };
    stands[executor] = await startStand(SUBGRAPHS, config);
    stands[executor].stubs.users!.get = (path) => (path === "/.well-known/jwks.json" ? { keys } : undefined);
  }
});
afterAll(() => Promise.all(Object.values(stands).map((stand) => stand.stop())));

type More = Parameters<Stand["ask"]>[1];

/** The answer of both. */
async function both(query: string, more?: More): Promise<Pick<Answer, "status" | "body">> {
  const [ours, stock] = await Promise.all([stands.compiled!.ask(query, more), stands.stock!.ask(query, more)]);
  expect({ status: stock.status, body: stock.body }).toEqual({ status: ours.status, body: ours.body });
  return { status: ours.status, body: ours.body };
}

const signedIn = async (): Promise<More> => {
  const token = await new SignJWT({ sid: "s" })
    .setProtectedHeader({ alg: "EdDSA", kid: "k", typ: "at+jwt" })
    .setIssuer("boxoffice-users")
    .setAudience("boxoffice")
    .setSubject("u")
    .setExpirationTime("1m")
    .sign(privateKey);
  return { headers: { authorization: `Bearer ${token}` } };
};

test.each<[query: string, data: object, variables?: object]>([
  [
    "{ items(first: 2) { id price } }",
    {
      items: [
        { id: "0", price: 0 },
        { id: "1", price: 10 },
      ],
    },
  ],
  [
    "query Q($id: ID!, $c: String, $no: Boolean = false) { item(id: $id) { name price(currency: $c) again: price @include(if: $no) } }",
    { item: { name: "item 3", price: 60 } },
    { id: "3", c: "USD" },
  ],
  [
    "{ named { __typename name ... on Item { id price } } }",
    { named: { __typename: "Item", name: "five", id: "5", price: 50 } },
  ],
])("a query over two subgraphs is answered the same: %s", async (query, ...[data, variables]) => {
  expect(await both(query, { variables })).toEqual({ status: 200, body: { data } });
});

test("a mutation is done once by each, with what another subgraph adds to its answer", async () => {
  const count = () =>
    Object.values(stands).map(
      ({ stubs }) => stubs.items!.asked.filter(({ query }) => query.startsWith("mutation")).length,
    );
  const before = count();
  expect(await both(`mutation { rename(id: "4", name: "four") { name price } }`)).toEqual({
    status: 200,
    body: { data: { rename: { name: "four", price: 40 } } },
  });
  expect(count()).toEqual(before.map((times) => times + 1));
});

test.each([
  [
    "a field at the root",
    '{ item(id: "1") { price } mine { name price } }',
    { item: { price: 10 }, mine: null },
    [["mine"]],
  ],
  ["all that was asked for", "{ mine { name } }", { mine: null }, [["mine"]]],
  [
    "a field of elements of a list",
    "{ all: items(first: 2) { id notes } }",
    {
      all: [
        { id: "0", notes: null },
        { id: "1", notes: null },
      ],
    },
    [
      ["all", 0, "notes"],
      ["all", 1, "notes"],
    ],
  ],
  [
    "a field under the name of another",
    '{ item(id: "1") { id: notes name: id __typename: name price: secret } }',
    { item: { id: null, name: "1", __typename: "item 1", price: null } },
    [
      ["item", "id"],
      ["item", "price"],
    ],
  ],
  [
    "a field in a fragment on an interface",
    "{ named { ...N } } fragment N on Named { name ... on Item { notes } }",
    { named: { name: "five", notes: null } },
    [["named", "notes"]],
  ],
])("a client that is not signed in is refused %s, and gets the rest", async (_, query, data, paths) => {
  const { status, body } = await both(query);
  expect(status).toBe(200);
  expect(body.data).toEqual(data);
  expect(body.errors?.map(({ path }) => path)).toEqual(paths);
  for (const { extensions } of body.errors!) expect(extensions.code).toBe("UNAUTHENTICATED");
});

test("a viewer may see what asks for a sign-in, not what asks for a role, and subgraphs learn who it is", async () => {
  const { body } = await both("{ mine { id price secret } }", await signedIn());
  expect(body.data).toEqual({ mine: { id: "9", price: 90, secret: null } });
  expect(body.errors).toMatchObject([{ path: ["mine", "secret"], extensions: { code: "FORBIDDEN" } }]);
  for (const { stubs } of Object.values(stands))
    for (const name of ["items", "prices"]) {
      const [, claims] = stubs[name]!.asked.at(-1)!.authorization!.replace("Bearer ", "").split(".");
      expect(JSON.parse(Buffer.from(claims!, "base64url").toString())).toMatchObject({ sub: "u" });
    }
});

test.each([
  ["what costs too much", "{ items(first: 1000) { id } }", "COST_ESTIMATED_TOO_EXPENSIVE"],
  ["what is too long", `{ items(first: 1) { ${"id ".repeat(100)} } }`, "GRAPHQL_PARSE_FAILED"],
  [
    "more names than allowed",
    `{ a: named { name } b: named { name } c: named { name } d: named { name } }`,
    "OPERATION_TOO_LARGE",
  ],
  ["an unknown field", "{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
  ["a variable that is missing", "query ($id: ID!) { item(id: $id) { id } }", "BAD_USER_INPUT"],
])("%s is refused before a subgraph is asked", async (_, query, code) => {
  const asked = () => Object.values(stands).map(({ stubs }) => stubs.items!.asked.length);
  const before = asked();
  const { status, body } = await both(query);
  expect(status).toBe(400);
  expect(body.errors![0]!.extensions.code).toBe(code);
  expect(asked()).toEqual(before);
});

test("introspection works beside other fields, in the client's order", async () => {
  const { body } = await both(
    `{ __type(name: "Item") { name } item(id: "1") { price } s: __schema { queryType { name } } mine { id } }`,
  );
  expect(JSON.stringify(body.data)).toBe(
    `{"__type":{"name":"Item"},"item":{"price":10},"s":{"queryType":{"name":"Query"}},"mine":null}`,
  );
});

test("a subgraph that is gone costs its fields, and a mutation that was sent is not said not to have happened", async () => {
  const prices = Object.values(stands).map(({ stubs }) => stubs.prices!);
  await Promise.all(prices.map((stub) => stub.stop()));
  const codes = async (query: string) => {
    const answers = await Promise.all(Object.values(stands).map((stand) => stand.ask(query)));
    return answers.map(({ body }) => [body.data, body.errors?.map(({ extensions }) => extensions.code)]);
  };
  const item = { item: { name: "item 1", price: null } };
  expect(await codes(`{ item(id: "1") { name price } }`)).toEqual([
    [item, ["UNAVAILABLE"]],
    [item, ["UNAVAILABLE"]],
  ]);
  const renamed = { rename: { name: "x", price: null } };
  expect(await codes(`mutation { rename(id: "1", name: "x") { name price } }`)).toEqual([
    [renamed, ["TIMEOUT"]],
    [renamed, ["TIMEOUT"]],
  ]);
  await Promise.all(prices.map((stub) => stub.start()));
});

test("another supergraph is taken, and executed by stock as well", async () => {
  const stand = stands.stock!;
  stand.replace({
    items: SUBGRAPHS.items!.sdl.replace("item(id: ID!)", "item(id: ID!): Item thing(id: ID!)"),
    prices: SUBGRAPHS.prices!.sdl,
    users: SUBGRAPHS.users!.sdl,
  });
  let answer: Answer;
  do answer = await stand.ask(`{ thing(id: "2") { __typename } item(id: "2") { price } }`);
  while (answer.body.errors?.[0]?.extensions.code === "GRAPHQL_VALIDATION_FAILED");
  expect(answer.body).toEqual({ data: { thing: null, item: { price: 20 } } });
});
