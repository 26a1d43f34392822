// Which executor takes an operation, and what the stock one answers where ours can't plan.
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import type { PlanningSchema } from "../execution/operation.ts";
import type { Send } from "../execution/subgraph-requests.ts";
import { createCompiler, found, type OperationToPlan } from "../operations/compiler.ts";
import { planned } from "../operations/plans.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";
import { LINK } from "./harness.ts";

const SUBGRAPHS = {
  items: {
    sdl: `type Query { item(id: ID!): Item shelf: Shelf } type Shelf { item: Item } type Item @key(fields: "id") { id: ID! weight: Int } type Subscription { sold: Item }`,
    resolvers: {
      Query: { item: (_: unknown, { id }: { id: string }) => ({ id }) },
      Item: { __resolveReference: (item: object) => item, weight: () => 3 },
    },
  },
  costs: {
    sdl: `type Item @key(fields: "id") { id: ID! weight: Int @external cost: Int @requires(fields: "weight") }`,
    resolvers: {
      Item: { __resolveReference: (item: object) => item, cost: ({ weight }: { weight: number }) => weight * 2 },
    },
  },
};

const { supergraphSdl, errors } = composeServices(
  Object.entries(SUBGRAPHS).map(([name, { sdl }]) => ({ name, url: "http://none", typeDefs: parse(LINK + sdl) })),
);
if (errors) throw new AggregateError(errors);
const sdl = supergraphSdl!;
const { planning } = readSupergraph(sdl);

/** A bug of ours in what is done about a plan. */
const broken: PlanningSchema = {
  ...planning,
  stock: planning.stock,
  planner: planning.planner,
  required: {
    ...planning.required,
    of: () => {
      throw new TypeError("The requirement of a field is no field.");
    },
  },
};

const send: Send = async ({ service, body }) => {
  const { sdl: typeDefs, resolvers } = SUBGRAPHS[service as keyof typeof SUBGRAPHS];
  const schema = buildSubgraphSchema([{ typeDefs: parse(LINK + typeDefs), resolvers: resolvers as never }]);
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  return Buffer.from(JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables })));
};

const toPlan = (query: string, more: Partial<OperationToPlan> = {}): OperationToPlan => {
  const document = parse(query, { noLocation: true });
  return { document, shown: document, operationName: undefined, refusals: [], isSubscription: false, ...more };
};

function start(executor: "compiled" | "stock", by: PlanningSchema) {
  const fallbacks: unknown[] = [];
  const onFallback = (name: string | undefined, reason: string) => void fallbacks.push([name, reason]);
  const asked: string[] = [];
  const compiler = createCompiler({ sdl, planning, executor, onFallback });
  const compile = (operation: OperationToPlan) =>
    compiler.compile(operation, async (what) => {
      asked.push(what.what);
      return found(planned(by, what)).plan!;
    });
  return { compiler, compile, asked, fallbacks };
}

const QUERY = "query Costs ($id: ID!) { item(id: $id) { id cost } }";
const ANSWER = { item: { id: "7", cost: 6 } };

test.each([
  ["ours, which can plan it", "compiled", planning, ["plan"], []],
  [
    "stock, as ours can't plan it",
    "compiled",
    broken,
    ["plan", "plan for stock"],
    [["Costs", "The requirement of a field is no field."]],
  ],
  ["stock, as the operator has chosen it", "stock", planning, ["plan for stock"], []],
] as const)("an operation is executed by %s", async (_, executor, by, asked, fallbacks) => {
  const one = start(executor, by);
  await one.compiler.ready();
  const { compiled, size } = await one.compile(toPlan(QUERY));
  const { data, errors: none } = await compiled.run({ id: "7" }, send);
  expect({ data: JSON.parse(data!.toString()) as unknown, none }).toEqual({ data: ANSWER, none: [] });
  expect(size).toBe(JSON.stringify(compiled.plan).length);
  expect(one.asked).toEqual(asked);
  expect(one.fallbacks).toEqual(fallbacks);
  await one.compiler.stop();
});

test("our executor runs subscriptions, also if stock runs the rest", async () => {
  const chosen = start("stock", planning);
  const { compiled } = await chosen.compile(toPlan("subscription { sold { id cost } }", { isSubscription: true }));
  expect(compiled.primary?.serviceName).toBe("items");
  expect(chosen.asked).toEqual(["plan"]);
  const failing = start("compiled", broken);
  const refused = failing.compile(toPlan("subscription { sold { id cost } }", { isSubscription: true }));
  await expect(refused).rejects.toMatchObject({ status: 400 });
  expect(failing.asked).toEqual(["plan"]);
});

test("what a subgraph answers in another shape is an error and null, and the next operation is executed", async () => {
  const { compile, compiler } = start("stock", planning);
  const shelf = await compile(toPlan("{ shelf { item { cost } } }"));
  const wrong: Send = async () => Buffer.from(`{"data":{"shelf":[{"item":{"__typename":"Item","id":"7"}}]}}`);
  const { data: nothing, errors: said } = await shelf.compiled.run({}, wrong);
  expect(nothing?.toString()).toBe("null");
  expect(said).toEqual([
    { message: expect.stringContaining("Unexpected array"), extensions: { code: "INTERNAL_SERVER_ERROR" } },
  ]);
  const { compiled } = await compile(toPlan(QUERY));
  const { data } = await compiled.run({ id: "7" }, send);
  expect(JSON.parse(data!.toString())).toEqual(ANSWER);
  await compiler.stop();
});
