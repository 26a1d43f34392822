// No walk over a document takes longer than the document is, whatever its fragments spread: counted in reads of its nodes.
import fc from "fast-check";
import {
  getIntrospectionQuery,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from "graphql";
import { compileCost, countExpensive, readCosts } from "../supergraph/costs.ts";
import { checkDocument } from "../operations/document-limits.ts";
import { separated } from "../core/documents.ts";
import { feedOf, readTags } from "../supergraph/subscription-traits.ts";
import { guardedIn } from "../../platform/graphql/guarded-selections.ts";
import { readRequirements, without } from "../supergraph/requirements.ts";
import { documents, schema, sdl } from "./spreading-documents.ts";

const costs = readCosts(sdl);
const requirements = readRequirements(sdl);
const tags = readTags(sdl);

/** The same, so that each read of a node's property is counted. */
function counting<T extends object>(whole: T): { counted: T; reads(): number } {
  let reads = 0;
  const known = new WeakMap<object, object>();
  const watch = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const before = known.get(value);
    if (before) return before;
    const watched = new Proxy(value, {
      get: (target, property, receiver) => {
        reads += 1;
        return watch(Reflect.get(target, property, receiver));
      },
    });
    known.set(value, watched);
    return watched;
  };
  return { counted: watch(whole) as T, reads: () => reads };
}

const UNLIMITED = { tokens: Infinity, depth: Infinity, fields: Infinity, aliases: Infinity };
const LIMITS = { tokens: 10_000, depth: 15, fields: 500, aliases: 10 };

function refusalOf(check: () => void): GraphQLError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const known = new Map<string, number>();

/** Number of reads of a walk that visits each node of the document a few times. All walks are tried with the same documents. */
function fewTimes(text: string, document: DocumentNode): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { counted, reads } = counting(document);
  visit(counted, { enter: () => {} });
  known.set(text, 5 * reads() + 500);
  return fewTimes(text, document);
}

const walks: [string, (document: DocumentNode, operation: OperationDefinitionNode) => unknown][] = [
  ["the limits", (document) => refusalOf(() => checkDocument(document, LIMITS))],
  ["the separation of an operation", separated],
  ["the count of dear fields", (document, operation) => countExpensive(schema, costs, document, operation)],
  ["the cost", (document, operation) => compileCost(schema, costs, document, operation)({ n: 2 })],
  ["the requirements", (document, operation) => guardedIn(schema, requirements, document, operation)],
  [
    "the document without what is guarded",
    (document, operation) =>
      without(document, new Set(guardedIn(schema, requirements, document, operation).map(({ node }) => node))),
  ],
  ["the feed", (document, operation) => feedOf(schema, tags, document, operation)],
];

test.each(walks)("%s: no document, however its fragments spread, is read more than a few times", (_, walk) => {
  fc.assert(
    fc.property(documents, (text) => {
      const document = parse(text, { noLocation: true });
      const { counted, reads } = counting(document);
      walk(counted, getOperationAST(counted, "O0")!);
      expect(reads()).toBeLessThan(fewTimes(text, document));
    }),
    { numRuns: 50 },
  );
});

test("a cost is evaluated by reading each variable once for each place where it is written, not for each that it is spread to", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const document = parse(text, { noLocation: true });
      const costOf = compileCost(schema, costs, document, getOperationAST(document, "O0")!);
      let written = 0;
      visit(document, { Variable: () => void (written += 1) });
      let reads = 0;
      const variables = new Proxy({ n: 2 } as Record<string, unknown>, {
        get: (target, name: string) => ((reads += 1), target[name]),
      });
      costOf(variables);
      expect(reads).toBeLessThanOrEqual(written);
    }),
    { numRuns: 50 },
  );
});

test("what is within the limits stays small when its fragments are spread, whatever is walked afterwards", () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(documents, (text) => {
      const document = parse(text, { noLocation: true });
      const isSmall = spreadSize(document, 4 * LIMITS.fields) <= 4 * LIMITS.fields;
      const refusal = refusalOf(() => checkDocument(document, { ...UNLIMITED, fields: LIMITS.fields }));
      if (refusal) expect(refusal.extensions.code).toBe("OPERATION_TOO_LARGE");
      if (!isSmall) expect(refusal).toBeDefined();
      if (refusal) refused += 1;
      else accepted += 1;
    }),
    { numRuns: 100 },
  );
  expect(Math.min(accepted, refused)).toBeGreaterThan(10);
});

/** Selections of the largest operation, counted one by one; gives up beyond `most`. */
function spreadSize(document: DocumentNode, most: number): number {
  const sizes = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return 0;
    let size = 0;
    const sets = [definition.selectionSet];
    for (let set = sets.pop(); set && size <= most; set = sets.pop())
      for (const selection of set.selections) {
        size += 1;
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? document.definitions.find((one) => "name" in one && one.name?.value === selection.name.value)
            : selection;
        const next = (inner as FieldNode).selectionSet;
        if (next) sets.push(next);
      }
    return size;
  });
  return Math.max(...sizes);
}

const chain = (length: number, last: string) =>
  Array.from(
    { length },
    (_, at) => `fragment a${at} on Query { ${at + 1 < length ? `...a${at + 1} ...a${at + 1}` : last} }`,
  );

test("fragments that double are refused as too large, and those in a circle as what they are", () => {
  for (const last of ["__typename", "__schema { queryType { name } }", "... { __typename }", "dear"]) {
    const document = parse(`{ ...a0 } ${chain(40, last).join(" ")}`);
    expect(refusalOf(() => checkDocument(document, LIMITS))?.extensions.code).toBe("OPERATION_TOO_LARGE");
  }
  const circle = parse("{ ...a } fragment a on Query { ...b ...b } fragment b on Query { thing { id } ...a }");
  expect(refusalOf(() => checkDocument(circle, LIMITS))?.message).toBe('Cannot spread fragment "a" within itself.');
});

test("the usual query for introspection, with all that it can ask for, is within the limits", () => {
  const query = getIntrospectionQuery({
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    oneOf: true,
  });
  checkDocument(parse(query), { ...LIMITS, fields: 100 });
});

test("a variable's default counts as what was asked for, and a huge product stays a number", () => {
  const cost = (query: string, variables = {}) => {
    const document = parse(query);
    return compileCost(schema, costs, document, getOperationAST(document)!)(variables);
  };
  expect(cost("query ($n: Int = 200) { things(first: $n) { id } }")).toBe(200);
  expect(cost("query ($n: Int = 200) { things(first: $n) { id } }", { n: 7 })).toBe(7);
  // Left out, though every object has something of this name.
  expect(cost("query ($toString: Int = 150) { things(first: $toString) { id } }")).toBe(150);
  expect(cost(`{ things(first: 0) { ${"things { ".repeat(400)} id ${"} ".repeat(400)} } }`)).toBe(0);
});

test("a connection's lists are as long as the field around them was asked for, in fragments too", () => {
  const query = `query ($n: Int) { thing { page(first: $n) { ...P ...P } } }
    fragment P on Page { nodes { id } edges { near { id } } }`;
  const document = parse(query);
  const costOf = compileCost(schema, costs, document, getOperationAST(document)!);
  // The thing and its page, and twice 30 nodes and 10 edges with one more each.
  expect(costOf({ n: 30 })).toBe(2 + 2 * (30 + 10 * 2));
});

test("an alias counts in the place that its fragment is spread to", () => {
  const parts = (count: number) =>
    Array.from(
      { length: 2 },
      (_, part) =>
        `fragment P${part} on Query { ${Array.from({ length: count }, (_, at) => `p${part}_${at}: dear`).join(" ")} }`,
    );
  const check = (count: number) =>
    refusalOf(() => checkDocument(parse(`{ ...P0 ...P1 } ${parts(count).join(" ")}`), LIMITS));
  expect(check(5)).toBeUndefined();
  expect(check(6)?.message).toContain("in one selection set");
});
