// Each known difference, shown with a real ApolloGateway: what it answers, and what ours does.
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import { compileOperation } from "../execution/operation.ts";
import { startStock } from "../execution/stock.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";
import { LINK, type StubOptions } from "./harness.ts";
import type { KnownDifference } from "./known-differences.ts";
import { wire } from "./stock.ts";
import type { Send, SubgraphAnswer } from "../execution/subgraph-requests.ts";

interface Case {
  subgraphs: Record<string, StubOptions>;
  query: string;
  /** What a subgraph answers in place of its resolvers. */
  answers?: Record<string, SubgraphAnswer>;
  /** What stock answers; undefined: it throws. */
  stock: object | undefined;
  ours: object;
}

const reference = { __resolveReference: (thing: object) => thing };
const thing = { id: "1" };

const SHIPPING = (requires: string, weight = "weight"): Record<string, StubOptions> => ({
  shop: {
    sdl: `type Query { item: Item } type Item @key(fields: "id") { id: ID! weight(unit: String = "g"): Int code: ID }`,
    resolvers: {
      Query: { item: () => thing },
      Item: {
        ...reference,
        weight: (_: unknown, { unit }: { unit: string }) => (unit === "kg" ? 2 : 2_000),
        code: () => "c",
      },
    },
  },
  shipping: {
    sdl: `type Item @key(fields: "id") { id: ID! weight(unit: String = "g"): Int @external cost: Int @requires(fields: "${requires}") }`,
    resolvers: { Item: { ...reference, cost: (item: Record<string, number>) => item[weight] } },
  },
});

const TWO: Record<string, StubOptions> = {
  items: {
    sdl: `type Query { item: Item shelf: Shelf } type Shelf { item: Item } type Item @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { item: () => thing } },
  },
  names: {
    sdl: `type Item @key(fields: "id") { id: ID! name: String size: Size } type Size { width: Int }`,
    resolvers: { Item: { ...reference, name: ({ id }: { id: string }) => `name ${id}`, size: () => ({ width: 1 }) } },
  },
};

const CASES: Record<KnownDifference, Case> = {
  "nothing selected": {
    subgraphs: TWO,
    query: `query ($shown: Boolean! = true, $skipped: Boolean! = true) { shown: item @include(if: $shown) { id @skip(if: $skipped) } }`,
    stock: { data: { shown: null }, errors: [] },
    ours: { data: { shown: {} }, errors: [] },
  },
  "skipped field": {
    subgraphs: {
      items: {
        sdl: `type Query { shelf: Shelf } type Shelf { size: Int item: Item } type Item @key(fields: "id") { id: ID! weight: Int }`,
        resolvers: {
          Query: { shelf: () => ({ size: 1, item: thing }) },
          Item: {
            id: () => {
              throw new Error("No id.");
            },
          },
        },
      },
      names: TWO.names!,
    },
    query:
      "query ($shown: Boolean! = true) { shelf @include(if: $shown) { size item @skip(if: true) { name weight } } }",
    stock: {
      data: { shelf: { size: 1 } },
      errors: [
        {
          message: "No id.",
          path: ["shelf", "item", "id"],
          extensions: { code: "DOWNSTREAM_SERVICE_ERROR", serviceName: "items" },
        },
      ],
    },
    ours: { data: { shelf: { size: 1 } }, errors: [] },
  },
  "interface object": {
    subgraphs: {
      prices: {
        sdl: `type Query { item: Item } type Item @key(fields: "id") @interfaceObject { id: ID! price: Int }`,
        resolvers: { Query: { item: () => thing }, Item: { ...reference, price: () => 5 } },
      },
      things: {
        sdl: `interface Item @key(fields: "id") { id: ID! } type Book implements Item @key(fields: "id") { id: ID! pages: Int }
          type Query { book: Item }`,
        resolvers: {
          Query: { book: () => ({ __typename: "Book", id: "1", pages: 9 }) },
          Item: { __resolveReference: ({ id }: { id: string }) => ({ __typename: "Book", id, pages: 9 }) },
        },
      },
    },
    query: "{ book { price ... on Book { pages } } }",
    answers: { prices: { data: { _entities: [{ __typename: "Item", price: 5 }] } } },
    stock: { data: { book: { price: 5 } }, errors: [] },
    ours: { data: { book: { price: 5, pages: 9 } }, errors: [] },
  },
  "fragment in a fragment": {
    subgraphs: {
      fairs: {
        sdl: `interface Named { name: String } union Any = Fair | Stall type Query { fair: Fair }
          type Fair implements Named { name: String at: String } type Stall implements Named { name: String }`,
        resolvers: { Query: { fair: () => ({ name: "Spring", at: "May" }) } },
      },
    },
    query: "{ fair { ... on Named { ... on Fair { at } } } }",
    stock: { data: { fair: {} }, errors: [] },
    ours: { data: { fair: { at: "May" } }, errors: [] },
  },
  "another shape": {
    subgraphs: TWO,
    query: "{ shelf { item { name } } }",
    answers: { items: { data: { shelf: [{ item: { __typename: "Item", id: "1" } }] } } },
    stock: undefined,
    ours: { data: { shelf: null }, errors: [{ path: ["shelf"] }] },
  },
  "lost place": {
    subgraphs: TWO,
    query: "{ item { id name } }",
    answers: { names: { errors: [{ message: "no" }] } },
    stock: {
      data: { item: { id: "1", name: null } },
      errors: [{ message: "no", extensions: { serviceName: "names", code: "DOWNSTREAM_SERVICE_ERROR" } }],
    },
    ours: { data: { item: { id: "1", name: null } }, errors: [{ message: "no", path: ["item", "name"] }] },
  },
  "empty value": {
    subgraphs: {
      items: {
        sdl: `type Query { items: [Item!]! } interface Item { id: ID! }
          type A implements Item @key(fields: "id") { id: ID! } type B implements Item @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { items: () => ["A", "B"].map((type) => ({ __typename: type, id: type })) } },
      },
      counts: {
        sdl: `interface Item { id: ID! left: Int }
          type A implements Item @key(fields: "id") { id: ID! left: Int! } type B implements Item @key(fields: "id") { id: ID! left: Int }`,
        resolvers: { A: { ...reference, left: () => 0 }, B: { ...reference, left: () => 0 } },
      },
    },
    query: "{ items { left } }",
    stock: { data: { items: [{ left: 0 }, { left: null }] }, errors: [] },
    ours: { data: { items: [{ left: 0 }, { left: 0 }] }, errors: [] },
  },
  "required with arguments": {
    subgraphs: SHIPPING(`weight(unit: \\"kg\\")`),
    query: "{ item { weight cost } }",
    stock: { data: { item: { weight: 2_000, cost: 2_000 } }, errors: [] },
    ours: { data: { item: { weight: 2_000, cost: 2 } }, errors: [] },
  },
  "name of a key": {
    subgraphs: SHIPPING("weight"),
    query: "{ item { id: code cost weight: id } }",
    stock: { data: { item: { id: "1", cost: 2_000, weight: 2_000 } }, errors: [] },
    ours: { data: { item: { id: "c", cost: 2_000, weight: "1" } }, errors: [] },
  },
  "unresolvable key": {
    subgraphs: {
      items: {
        sdl: `type Query { item: Item } type Item @key(fields: "code", resolvable: false) @key(fields: "id", resolvable: false) @key(fields: "id code") {
          id: ID! code: ID! title: String @external label: String @requires(fields: "title") }`,
        resolvers: {
          Query: { item: () => ({ id: "1", code: "c" }) },
          Item: {
            __resolveReference: (item: { id?: string; code?: string }) => (item.id && item.code ? item : null),
            label: ({ title }: { title: string }) => title,
          },
        },
      },
      titles: {
        sdl: `type Item @key(fields: "id") { id: ID! title: String }`,
        resolvers: { Item: { ...reference, title: () => "T" } },
      },
    },
    query: "{ item { label } }",
    stock: { data: { item: { label: null } }, errors: [] },
    ours: { data: { item: { label: "T" } }, errors: [] },
  },
  "chain of requirements": {
    subgraphs: {
      lib: {
        sdl: `type Query { book: Book } type Book @key(fields: "id") { id: ID! pages: Int }`,
        resolvers: { Query: { book: () => ({ ...thing, pages: 300 }) }, Book: { ...reference, pages: () => 300 } },
      },
      shop: {
        sdl: `type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID! pages: Int @external weight: Int @requires(fields: "pages") }`,
        resolvers: {
          Book: {
            ...reference,
            id: () => "1",
            isbn: () => "i",
            weight: ({ pages }: { pages?: number }) => (pages === undefined ? null : pages * 2),
          },
        },
      },
      rank: {
        sdl: `type Book @key(fields: "isbn") { isbn: ID! weight: Int @external heavy: Boolean @requires(fields: "weight") }`,
        resolvers: {
          Book: {
            ...reference,
            heavy: ({ weight }: { weight?: number | null }) => (weight == null ? null : weight > 500),
          },
        },
      },
    },
    query: "{ book { heavy } }",
    stock: { data: { book: { heavy: null } }, errors: [] },
    ours: { data: { book: { heavy: true } }, errors: [] },
  },
};

/** The answers of subgraphs in this process. */
function sender({ subgraphs, answers = {} }: Case): Send {
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema([{ typeDefs: parse(LINK + sdl), resolvers: resolvers as never }]),
    ]),
  );
  return async ({ service, body }) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const schema = schemas.get(service)!;
    const answer = answers[service] ?? (await execute({ schema, document: parse(query), variableValues: variables }));
    return Buffer.from(JSON.stringify(answer));
  };
}

test.each(Object.entries(CASES))("%s: stock and ours differ", async (_, one) => {
  const services = Object.entries(one.subgraphs).map(([service, { sdl }]) => ({
    name: service,
    url: "http://none",
    typeDefs: parse(LINK + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new AggregateError(errors, String(errors));
  const document = parse(one.query);
  const { planning } = readSupergraph(supergraphSdl);
  const ours = await compileOperation(planning, { document, operationName: undefined }).run({}, sender(one));
  expect({ data: JSON.parse(ours.data!.toString()) as unknown, errors: ours.errors }).toMatchObject(one.ours);

  const stock = await startStock(supergraphSdl);
  const answer = stock.execute({ document, variables: {} }, sender(one));
  if (one.stock === undefined) await expect(answer).rejects.toThrow("Unexpected array");
  else expect(wire(await answer)).toEqual({ valueCompletion: [], ...one.stock });
  await stock.stop();
});
