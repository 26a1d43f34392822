// The compiled execution against the stock executor of @apollo/gateway: the same plans, the same subgraphs, the same
// failures; whatever comes out must be the same. Each supergraph has a test file of its own, so that they run side by side.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { composeServices } from "@apollo/composition";
import { operationFromDocument } from "@apollo/federation-internals";
import { buildOperationContext, executeQueryPlan, type ServiceMap } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import { GraphQLError, parse, validate, type DocumentNode } from "graphql";
import { parse as parseYaml } from "yaml";
import { compileOperation, createMemory, type PlanningSchema } from "../execution/operation.ts";
import type { SubgraphAnswer } from "../execution/run.ts";
import { readSupergraph } from "../supergraph.ts";
import { createWorld, type Fetch, type Mishaps, type NamedSdl } from "./made-up-world.ts";
import { randomOperation, type RandomOperation } from "./random-operations.ts";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, "..", "..");

const NO_MISHAPS: Mishaps = { seed: 0, fieldFails: 0, fetchFails: 0, valueIsWrong: 0 };

export function ofFolder(folder: string): NamedSdl[] {
  const dir = path.join(HERE, "supergraphs", folder);
  return readdirSync(dir).map((file) => ({
    name: path.basename(file, ".graphql"),
    sdl: readFileSync(path.join(dir, file), "utf8"),
  }));
}

export function ours(): NamedSdl[] {
  const { subgraphs } = parseYaml(readFileSync(path.join(ROOT, "rover.yaml"), "utf8")) as {
    subgraphs: Record<string, { schema: { file: string } }>;
  };
  return Object.entries(subgraphs).map(([name, { schema }]) => ({
    name,
    sdl: readFileSync(path.join(ROOT, schema.file), "utf8"),
  }));
}

function planning(subgraphs: NamedSdl[]): PlanningSchema {
  const composed = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: "", typeDefs: parse(sdl) })));
  if (composed.errors) throw new AggregateError(composed.errors);
  return readSupergraph(composed.supergraphSdl).planning;
}

type Ask = (service: string, fetch: Fetch) => Promise<SubgraphAnswer>;

/** What a client could see of an outcome; errors of fetches that ran side by side come in any order. */
interface Outcome {
  data?: unknown;
  errors?: unknown[];
  valueCompletion?: unknown[];
  /** Data that is no list where there must be one ends the whole operation; in which words is not compared. */
  thrown?: true;
}

const wire = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const sorted = (errors: readonly unknown[]) => errors.map((error) => JSON.stringify(sortKeys(wire(error)))).sort();

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

async function stock(
  schema: PlanningSchema,
  document: DocumentNode,
  plan: QueryPlan,
  { query, operationName, variables }: RandomOperation,
  ask: Ask,
): Promise<Outcome> {
  const services = new Proxy(
    {},
    {
      get: (_, name: string) => ({
        process: ({ request }: { request: Fetch }) => ask(name, wire(request) as Fetch),
      }),
    },
  ) as unknown as ServiceMap;
  const context = buildOperationContext({ schema: schema.api, operationDocument: document, operationName });
  try {
    const { data, errors, extensions } = await executeQueryPlan(
      plan,
      services,
      { request: { query, operationName, variables }, document, context: {}, metrics: {}, logger: console } as never,
      context,
      schema.supergraph,
      schema.plannerApi,
    );
    const shown = errors?.map((error) =>
      error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message },
    );
    return outcome(wire(data), shown ?? [], (extensions?.valueCompletion as unknown[]) ?? []);
  } catch {
    return { thrown: true };
  }
}

function outcome(data: unknown, errors: readonly unknown[], valueCompletion: readonly unknown[]): Outcome {
  return {
    ...(data === undefined ? {} : { data }),
    errors: sorted(errors),
    valueCompletion: sorted(valueCompletion),
  };
}

const memory = createMemory(1024 * 1024);

async function compiled(
  schema: PlanningSchema,
  document: DocumentNode,
  plan: QueryPlan,
  { operationName, variables }: RandomOperation,
  ask: Ask,
  calm: Ask,
): Promise<Outcome> {
  try {
    const operation = compileOperation(schema, { document, operationName, plan, memory });
    const run = async (asked: Ask) => {
      const { data, errors, valueCompletion } = await operation.run(variables, async ({ service, body }) =>
        Buffer.from(JSON.stringify(await asked(service, JSON.parse(body) as Fetch))),
      );
      return outcome(data === undefined ? undefined : JSON.parse(data.toString()), errors, valueCompletion);
    };
    // What is remembered of a run in which all was well must do no harm to one that differs from it somewhere.
    await run(calm).catch(() => {});
    const first = await run(ask);
    expect(await run(ask)).toEqual(first);
    return first;
  } catch {
    return { thrown: true };
  }
}

/** Fields of different types that meet under one name make an operation invalid: then the next seed is tried. */
function validOperation({ api }: PlanningSchema, seed: number): RandomOperation {
  for (let attempt = 0; attempt < 50; attempt++) {
    const operation = randomOperation(api, seed + attempt * 104_729);
    if (validate(api, parse(operation.query)).length === 0) return operation;
  }
  throw new Error(`No valid operation from seed ${seed}.`);
}

/** Declares the tests that hold the compiled execution against the stock executor on a supergraph. */
export function describeDifferences(subgraphs: NamedSdl[], operations: number): void {
  const schema = planning(subgraphs);
  const world = createWorld(subgraphs);

  test.each([
    { name: "with all well", mishaps: NO_MISHAPS, share: 0.25 },
    { name: "with failing fields", mishaps: { ...NO_MISHAPS, fieldFails: 0.08 }, share: 0.35 },
    { name: "with failing fetches", mishaps: { ...NO_MISHAPS, fetchFails: 0.2, fieldFails: 0.03 }, share: 0.2 },
    { name: "with wrong values", mishaps: { ...NO_MISHAPS, valueIsWrong: 0.03, fieldFails: 0.03 }, share: 0.2 },
  ])(
    "random operations are answered as the stock executor does, $name",
    async ({ name, mishaps, share }) => {
      const count = Math.ceil(operations * share);
      const seen = { data: 0, errors: 0, completions: 0, thrown: 0 };
      for (let index = 0; index < count; index++) {
        const seed = index * 7_919 + name.length * 1_000_003;
        const operation = validOperation(schema, seed);
        const document = parse(operation.query);
        const plan = schema.planner.buildQueryPlan(
          operationFromDocument(schema.plannerApi, document, { operationName: operation.operationName! }),
        );
        const ask: Ask = (service, fetch) => world.answer(service, fetch, { ...mishaps, seed });
        const expected = await stock(schema, document, plan, operation, ask);
        const calm: Ask = (service, fetch) => world.answer(service, fetch, NO_MISHAPS);
        const actual = await compiled(schema, document, plan, operation, ask, calm);
        expect({ seed, query: operation.query, variables: operation.variables, ...actual }).toEqual({
          seed,
          query: operation.query,
          variables: operation.variables,
          ...expected,
        });
        if (expected.data) seen.data += 1;
        if (expected.errors?.length) seen.errors += 1;
        if (expected.valueCompletion?.length) seen.completions += 1;
        if (expected.thrown) seen.thrown += 1;
      }
      // An executor that never answers anything would be like another that doesn't.
      expect(seen.data).toBeGreaterThan(count / 4);
      if (mishaps.fieldFails > 0) expect(seen.errors).toBeGreaterThan(count / 20);
      if (mishaps.valueIsWrong > 0) expect(seen.completions).toBeGreaterThan(0);
    },
    300_000,
  );
}
