// The query of the published benchmark of gateways: ours answers it as the stock executor does, with fewer requests.
import { parse } from "graphql";
import { compileOperation } from "../execution/operation.ts";
import { startStock, type Stock } from "../execution/stock.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";
import { composeHeavy, createSubgraph, QUERY, SUBGRAPHS, variablesOf, type SubgraphName } from "./heavy-world.ts";
import type { Fetch } from "./generated-subgraphs.ts";
import { executeByStock, wire, type Ask } from "./stock.ts";

const sdl = composeHeavy((name) => `http://${name}`);
const { planning } = readSupergraph(sdl);
const document = parse(QUERY);
const compiled = compileOperation(planning, { document, operationName: undefined });

let stock: Stock;
beforeAll(async () => {
  stock = await startStock(sdl);
});
afterAll(() => stock.stop());

const subgraphs = new Map((Object.keys(SUBGRAPHS) as SubgraphName[]).map((name) => [name, createSubgraph(name)]));

function world() {
  const asked: string[] = [];
  const ask: Ask = async (service, fetch) => {
    asked.push(service);
    return wire(await subgraphs.get(service as SubgraphName)!(fetch)) as Awaited<ReturnType<Ask>>;
  };
  return { ask, asked };
}

async function both(request: number) {
  const variables = variablesOf(request);
  const others = world();
  const expected = await executeByStock(stock, planning, document, { query: QUERY, variables }, others.ask);
  const own = world();
  const { data, errors } = await compiled.run(variables, async ({ service, body }) =>
    Buffer.from(JSON.stringify(await own.ask(service, JSON.parse(body) as Fetch))),
  );
  return { answer: { data: JSON.parse(data!.toString()) as unknown, errors }, expected, own, others };
}

test.each([0, 1, 1_000])(
  "the heavy query is answered as the stock executor answers it, request %i",
  async (request) => {
    const { answer, expected } = await both(request);
    expect(JSON.stringify(answer.data).length).toBeGreaterThan(80_000);
    expect(answer).toEqual({ data: expected.data, errors: expected.errors });
  },
);

test("an entity is asked for once, wherever in the query it is needed", async () => {
  const { own, others } = await both(0);
  expect(others.asked).toHaveLength(16);
  // Products and their stock, shipping and authors come for all places of the query together.
  expect(own.asked.toSorted()).toEqual(
    [
      "accounts",
      "accounts",
      "inventory",
      "inventory",
      "inventory",
      "products",
      "products",
      "reviews",
      "reviews",
    ].sort(),
  );
});
