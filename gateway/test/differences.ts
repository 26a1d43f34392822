// Differential test: the compiled execution against a real ApolloGateway with its own planner. For the same operations, subgraphs and
// failures, results must be the same, except for known-differences.ts. Each supergraph has its own test file, so that they run in parallel.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { composeServices } from "@apollo/composition";
import { parse, validate, type DocumentNode, type GraphQLFormattedError } from "graphql";
import { parse as parseYaml } from "yaml";
import { compileOperation, type PlanningSchema } from "../execution/operation.ts";
import { startStock, type Stock } from "../execution/stock.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";
import { createWorld, type Fetch, type Mishaps } from "./generated-subgraphs.ts";
import type { NamedSdl } from "./sdl-keys.ts";
import { equivalent } from "./equivalent-operations.ts";
import {
  hasFragmentsInFragments,
  hasSkippedFields,
  isSameButEmpty,
  type KnownDifference,
} from "./known-differences.ts";
import { randomOperation, type RandomOperation } from "./random-operations.ts";
import { executeByStock, wire, type Ask, type RawOutcome } from "./stock.ts";

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

function supergraphOf(subgraphs: NamedSdl[]): { sdl: string; planning: PlanningSchema } {
  const composed = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: "", typeDefs: parse(sdl) })));
  if (composed.errors) throw new AggregateError(composed.errors);
  return readSupergraph(composed.supergraphSdl);
}

/** The visible part of an outcome; errors of parallel fetches are unordered. */
interface Outcome {
  data?: unknown;
  errors?: unknown[];
  valueCompletion?: unknown[];
  /** Known difference "another shape". */
  thrown?: true;
}

/** Without the known difference "lost place": of those errors the messages alone are compared, and no list's indices. */
function comparable(
  { data, errors = [], valueCompletion, thrown }: RawOutcome,
  stockErrors: readonly GraphQLFormattedError[],
): Outcome {
  const unplaced = new Set(
    stockErrors
      .filter(({ path }) => !path || path.includes("@") || path.includes("_entities"))
      .map((one) => one.message),
  );
  const placed = errors
    .filter(({ message }) => !unplaced.has(message))
    .map((error) => ({ ...error, path: error.path?.map((part) => (typeof part === "number" ? "@" : part)) }));
  const whole = new Set(errors.map(({ message }) => message).filter((message) => unplaced.has(message)));
  return {
    ...(data === undefined ? {} : { data }),
    ...(thrown ? { thrown } : {}),
    errors: [...sorted(placed), ...sorted([...whole])],
    valueCompletion: sorted(valueCompletion ?? []),
  };
}

/**
 * Errors of one of two equivalent operations. If a field fails under two names in an object that becomes null by that, either name may be reported
 * (GraphQL specification, 6.4.4): there the path ends with the field's own name, which the message tells.
 */
function reported(errors: readonly unknown[], data: unknown): string[] {
  return sorted(
    errors.map((error) => {
      const told = wire(error) as { message: string; path?: (string | number)[] };
      const [, field] = /^\w+\.(\w+) of /.exec(told.message) ?? [];
      const above = told.path?.slice(0, -1) ?? [];
      const object = above.reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | null | undefined)?.[key],
        data,
      );
      return field && told.path && (object ?? null) === null ? { ...told, path: [...above, field] } : told;
    }),
  );
}

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

const stable = (value: unknown) => JSON.stringify(sortKeys(wire(value)));

async function compiled(
  schema: PlanningSchema,
  document: DocumentNode,
  { operationName, variables }: RandomOperation,
  ask: Ask,
  calm: Ask,
): Promise<RawOutcome> {
  const operation = compileOperation(schema, { document, operationName });
  const run = async (asked: Ask) => {
    const { data, errors, valueCompletion } = await operation.run(variables, async ({ service, body }) =>
      Buffer.from(JSON.stringify(await asked(service, JSON.parse(body) as Fetch))),
    );
    return { data: data && (JSON.parse(data.toString()) as unknown), errors, valueCompletion };
  };
  // State cached in a successful run must not affect a run that differs from it.
  await run(calm).catch(() => {});
  const first = await run(ask);
  const again = await run(ask);
  expect({ ...again, errors: sorted(again.errors) }).toEqual({ ...first, errors: sorted(first.errors) });
  return first;
}

const isOfWrongShape = ({ message, extensions }: GraphQLFormattedError) =>
  extensions?.code === "INVALID_GRAPHQL" && /^A subgraph (did not return|returned) /.test(message);

/** A value of another shape is null in its place, and nothing else is lost. */
function expectNullAt(data: unknown, path: readonly (string | number)[]): void {
  let at = data;
  for (const part of path) {
    if (at === null) return;
    at = (at as Record<string | number, unknown>)[part];
  }
  expect(at).toBeNull();
}

/** Fields of different types that meet under one name make an operation invalid: then the next seed is tried. */
function validOperation({ api }: PlanningSchema, seed: number): RandomOperation {
  for (let attempt = 0; attempt < 50; attempt++) {
    const operation = randomOperation(api, seed + attempt * 104_729);
    if (validate(api, parse(operation.query)).length === 0) return operation;
  }
  throw new Error(`No valid operation from seed ${seed}.`);
}

const RARE = ["nothing selected", "skipped field"] as const satisfies KnownDifference[];

/** Declares the tests that hold the compiled execution against the stock executor on a supergraph. */
export function describeDifferences(subgraphs: NamedSdl[], operations: number): void {
  const { sdl, planning: schema } = supergraphOf(subgraphs);
  const world = createWorld(subgraphs);
  let stock: Stock;
  beforeAll(async () => {
    stock = await startStock(sdl);
  });
  afterAll(() => stock.stop());

  const compared = { operations: 0, "nothing selected": 0, "skipped field": 0 };

  test.each([
    { name: "with all well", mishaps: NO_MISHAPS, share: 0.25 },
    { name: "with failing fields", mishaps: { ...NO_MISHAPS, fieldFails: 0.08 }, share: 0.35 },
    { name: "with failing fetches", mishaps: { ...NO_MISHAPS, fetchFails: 0.2, fieldFails: 0.03 }, share: 0.2 },
    { name: "with wrong values", mishaps: { ...NO_MISHAPS, valueIsWrong: 0.03, fieldFails: 0.03 }, share: 0.2 },
  ])(
    "random operations are answered as the stock executor does, $name",
    async ({ name, mishaps, share }) => {
      const count = Math.ceil(operations * share);
      const seen = { data: 0, errors: 0, completions: 0 };
      const passedOver = new Map<KnownDifference, number>();
      const passOver = (known: KnownDifference) => passedOver.set(known, (passedOver.get(known) ?? 0) + 1);
      for (let index = 0; index < count; index++) {
        const seed = index * 7_919 + name.length * 1_000_003;
        const operation = validOperation(schema, seed);
        const document = parse(operation.query);
        const ask: Ask = (service, fetch) => world.answer(service, fetch, { ...mishaps, seed });
        const stockAnswer = await executeByStock(stock, schema, document, operation, ask);
        const calm: Ask = (service, fetch) => world.answer(service, fetch, NO_MISHAPS);
        const answer = await compiled(schema, document, operation, ask, calm);
        const wrong = (answer.errors ?? []).filter(isOfWrongShape);
        for (const { path } of wrong) expectNullAt(answer.data, path!);
        if (wrong.length > 0 || stockAnswer.thrown || stockAnswer.data === undefined) {
          expect(answer.data).toBeDefined();
          passOver("another shape");
          continue;
        }
        const stockErrors = stockAnswer.errors ?? [];
        const isSame =
          JSON.stringify(comparable(answer, stockErrors)) === JSON.stringify(comparable(stockAnswer, stockErrors));
        if (!isSame && hasFragmentsInFragments(document)) {
          passOver("fragment in a fragment");
          continue;
        }
        const expected = comparable(stockAnswer, stockErrors);
        if (!isSame && isSameButEmpty(comparable(answer, stockErrors), expected)) {
          passOver("nothing selected");
          continue;
        }
        if (!isSame && hasSkippedFields(document)) {
          passOver("skipped field");
          continue;
        }
        const about = { seed, query: operation.query, variables: operation.variables };
        expect({ ...about, ...comparable(answer, stockErrors) }).toEqual({ ...about, ...expected });
        if (expected.data) seen.data += 1;
        if (expected.errors?.length) seen.errors += 1;
        if (expected.valueCompletion?.length) seen.completions += 1;
      }
      // About a tenth; of a few hundred it may be more.
      expect(passedOver.get("fragment in a fragment") ?? 0).toBeLessThan(count / 8);
      compared.operations += count;
      for (const known of RARE) compared[known] += passedOver.get(known) ?? 0;
      // An executor that never answers anything would be like another that doesn't.
      expect(seen.data).toBeGreaterThan(count / 4);
      if (mishaps.fieldFails > 0) expect(seen.errors).toBeGreaterThan(count / 20);
      if (mishaps.valueIsWrong > 0) {
        expect(seen.completions).toBeGreaterThan(0);
        expect(passedOver.get("another shape")).toBeGreaterThan(0);
      }
    },
    300_000,
  );

  // In one of the samples they may be more, because it is small.
  test("few of these operations show a known difference", () => {
    for (const known of RARE) expect(compared[known]).toBeLessThanOrEqual(compared.operations / 50);
  });

  test.each([
    { name: "with all well", mishaps: NO_MISHAPS },
    { name: "with failing fields", mishaps: { ...NO_MISHAPS, fieldFails: 0.08 } },
  ])(
    "names that clients choose change nothing but names, and neither do fragments on interfaces and unions, $name",
    async ({ name, mishaps }) => {
      const count = Math.ceil(operations * 0.1);
      const seen = { compared: 0, invalid: 0 };
      for (let index = 0; index < count; index++) {
        const seed = index * 6_101 + name.length * 1_000_003;
        const operation = validOperation(schema, seed);
        const document = parse(operation.query);
        const same = equivalent(schema.api, document, operation.variables, seed);
        // Two fields can't always share a name.
        if (validate(schema.api, parse(same.query)).length > 0) {
          seen.invalid += 1;
          continue;
        }
        const ask: Ask = (service, fetch) => world.answer(service, fetch, { ...mishaps, seed });
        const first = await compiled(schema, document, operation, ask, ask);
        const expected = same.translated(wire(first.data));
        // Nor can two equivalent ones: they become one.
        if (expected === undefined) {
          seen.invalid += 1;
          continue;
        }
        const other = { ...operation, query: same.query, variables: same.variables };
        const second = await compiled(schema, parse(same.query), other, ask, ask);
        const about = { seed, query: operation.query, other: same.query };
        const translated = (first.errors ?? []).map((error) => same.translated(wire(error)));
        expect({ ...about, data: stable(second.data), errors: reported(second.errors ?? [], second.data) }).toEqual({
          ...about,
          data: stable(expected),
          errors: reported(translated, expected),
        });
        seen.compared += 1;
      }
      expect(seen.compared).toBeGreaterThan(count / 4);
    },
    300_000,
  );
}
