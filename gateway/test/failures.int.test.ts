// A subgraph that is dead, silent or out of its mind costs its own fields and no more.
import { until } from "../../testkit/until.ts";
import { startStand, type Stand } from "./harness.ts";

const goods = {
  sdl: `type Query { good: Good other: String } type Mutation { change: Int } type Good @key(fields: "id") { id: ID! name: String! }`,
  resolvers: {
    Query: { good: () => ({ id: "1", name: "Lamp" }), other: () => "here" },
    Mutation: { change: () => 1 },
  },
};
const stock = {
  sdl: `type Query { left: Int! } type Good @key(fields: "id") { id: ID! stock: Int }`,
  resolvers: { Query: { left: () => 5 }, Good: { __resolveReference: ({ id }: { id: string }) => ({ id, stock: 7 }) } },
};

let stand: Stand;
beforeEach(async () => {
  stand = await startStand({ goods, stock }, { subgraphTimeoutMs: 400, operationTimeoutMs: 700, debug: false });
});
afterEach(() => stand.stop());

const ASK = "{ good { name stock } other }";

test("a subgraph that is gone costs its fields, at once, and is asked again when it is back", async () => {
  expect((await stand.ask(ASK)).body).toEqual({ data: { good: { name: "Lamp", stock: 7 }, other: "here" } });
  await stand.stubs.stock!.stop();
  const { body } = await stand.ask(ASK);
  expect(body.data).toEqual({ good: { name: "Lamp", stock: null }, other: "here" });
  expect(body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
  // So often that it is not even asked any more.
  for (let index = 0; index < 20; index++) expect((await stand.ask(ASK)).body.data).toEqual(body.data);
  await stand.stubs.stock!.start();
  await until(async () => !(await stand.ask(ASK)).body.errors, "the subgraph is asked again");
});

test("headers that a subgraph finds too large are said to be so, and cost nobody else the subgraph", async () => {
  stand.stubs.stock!.behaviour = "finds the headers too large";
  for (let index = 0; index < 20; index++) {
    const { body } = await stand.ask(ASK);
    expect(body.data).toEqual({ good: { name: "Lamp", stock: null }, other: "here" });
    expect(body.errors).toMatchObject([
      { message: expect.stringContaining("HTTP 431"), extensions: { code: "UNAVAILABLE" } },
    ]);
  }
  stand.stubs.stock!.behaviour = "answers";
  expect((await stand.ask(ASK)).body.errors).toBeUndefined();
});

test("a subgraph that is silent costs its deadline and its fields", async () => {
  stand.stubs.stock!.behaviour = "is silent";
  const begun = Date.now();
  const { body } = await stand.ask(ASK);
  // Without a deadline it would not end at all.
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(body.data).toEqual({ good: { name: "Lamp", stock: null }, other: "here" });
  expect(body.errors).toMatchObject([{ extensions: { code: "TIMEOUT" } }]);
});

test("all that an operation asks for one after the other ends with the operation's deadline", async () => {
  stand.stubs.goods!.behaviour = "is silent";
  stand.stubs.stock!.behaviour = "is silent";
  const begun = Date.now();
  const { status, body } = await stand.ask("{ good { name stock } left }");
  expect([status, body.data]).toEqual([200, null]);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test("what is not GraphQL is an error that says nothing of what it was", async () => {
  stand.stubs.stock!.behaviour = "answers garbage";
  const { body } = await stand.ask(ASK);
  expect(body.data).toEqual({ good: { name: "Lamp", stock: null }, other: "here" });
  expect(body.errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
  expect(JSON.stringify(body)).not.toContain("html");
});

test("a query whose connection breaks off is asked once more, a mutation never", async () => {
  const { goods: stub } = stand.stubs;
  stub!.behaviour = "breaks off";
  await stand.ask("{ other }");
  expect(stub!.asked).toHaveLength(2);
  const { body } = await stand.ask("mutation { change }");
  expect(stub!.asked).toHaveLength(3);
  expect(body).toMatchObject({ data: { change: null }, errors: [{ extensions: { code: "TIMEOUT" } }] });
});

test("once a mutation was sent, no part of its response says that nothing happened, and its own data stays", async () => {
  await stand.stop();
  stand = await startStand(
    {
      goods: {
        sdl: `${goods.sdl} extend type Mutation { make: Good }`,
        resolvers: { ...goods.resolvers, Mutation: { change: () => 1, make: () => ({ id: "1", name: "Lamp" }) } },
      },
      stock: {
        sdl: `${stock.sdl} type Mutation { count: Int }`,
        resolvers: { ...stock.resolvers, Mutation: { count: () => 2 } },
      },
    },
    { subgraphTimeoutMs: 400, operationTimeoutMs: 700, debug: false },
  );
  await stand.stubs.stock!.stop();
  const made = await stand.ask("mutation { make { name stock } }");
  expect(made.body.data).toEqual({ make: { name: "Lamp", stock: null } });
  expect(made.body.errors).toMatchObject([{ extensions: { code: "TIMEOUT" } }]);
  const both = await stand.ask("mutation { change count }");
  expect(both.body).toMatchObject({ data: { change: 1, count: null }, errors: [{ extensions: { code: "TIMEOUT" } }] });
  const never = await stand.ask("mutation { count }");
  expect(never.body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
});

test("an answer that is not GraphQL does not say whether a mutation has happened", async () => {
  stand.stubs.goods!.behaviour = "answers garbage";
  const { body } = await stand.ask("mutation { change }");
  expect(body).toMatchObject({ data: { change: null }, errors: [{ extensions: { code: "TIMEOUT" } }] });
});

test("another supergraph is taken while requests are under way, one that is none is not", async () => {
  const { goods: stub } = stand.stubs;
  stub!.behaviour = "is silent";
  const underWay = stand.ask(ASK);
  await until(() => stub!.asked.length === 1, "the request has reached the subgraph");
  stub!.behaviour = "answers";
  stand.replace({ goods: goods.sdl.replace("other: String", "other: String another: Int") });
  await until(async () => (await stand.ask("{ another }")).status === 200, "the new field is served");
  expect((await stand.ask("{ left }")).body.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  // It was begun with the old one, and ends as the old one says.
  expect((await underWay).body.data).toEqual({ good: null, other: null });
});
