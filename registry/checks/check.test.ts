import { buildSchema } from "graphql";
import { check, type Contract } from "./check.ts";
import { compose, type Subgraph } from "./composition.ts";
import { findWeakened } from "./directives.ts";
import { lint } from "./lint.ts";
import { compareSchemas } from "./operations.ts";
import { findPitfalls } from "./pitfalls.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@tag", "@inaccessible", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@external", "@requires", "@shareable"])
`;
const subgraph = (name: string, sdl: string): Subgraph => ({ name, url: `http://${name}`, sdl: LINK + sdl });
const composed = (...subgraphs: Subgraph[]) => {
  const { composed: result, errors } = compose(subgraphs);
  if (!result) throw new Error(JSON.stringify(errors));
  return result;
};

describe("composition", () => {
  test("what fits together is one schema without what is inaccessible", () => {
    const { apiSchema, hints } = composed(
      subgraph("a", `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! hidden: Int @inaccessible }`),
      subgraph("b", `type Thing @key(fields: "id") { id: ID! more: String }`),
    );
    expect(Object.keys(apiSchema.getTypeMap().Thing!.toConfig() as object)).toContain("name");
    expect(Object.keys((apiSchema.getType("Thing") as never as { getFields(): object }).getFields())).toEqual([
      "id",
      "more",
    ]);
    expect(hints).toEqual([]);
  });

  test.each([
    ["does not parse", "type Query {", "INVALID_GRAPHQL", /\[a\]/],
    ["is not valid", "type Query { thing: Nothing }", "INVALID_GRAPHQL", /Nothing/],
  ])("what %s is told by its subgraph", (_, sdl, code, message) => {
    expect(compose([subgraph("a", sdl)]).errors).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });

  test("what does not fit together is told with composition's own code", () => {
    const one = subgraph("a", `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }`);
    const other = subgraph("b", `type Thing @key(fields: "id") { id: ID! name: String }`);
    expect(compose([one, other]).errors).toMatchObject([{ code: "INVALID_FIELD_SHARING" }]);
  });
});

describe("changes weighed by operations", () => {
  const before = buildSchema(`
    type Query { seat(id: ID!, kind: Kind): Seat  seats(filter: Filter): [Seat]  old: Int }
    type Seat { id: ID! row: String status: Status }
    enum Status { FREE SOLD } enum Kind { A B } input Filter { row: String inner: Inner } input Inner { deep: Int }
  `);
  const OPERATIONS = [
    { name: "Map", body: `query Map($filter: Filter) { seats(filter: $filter) { id status } }` },
    { name: "One", body: `query One { seat(id: 1, kind: A) { row } }` },
    { name: "Nonsense", body: `{ nothing }` },
  ];
  const SDL = `
    type Query { seat(id: ID!, kind: Kind): Seat  seats(filter: Filter): [Seat]  old: Int }
    type Seat { id: ID! row: String status: Status }
    enum Status { FREE SOLD } enum Kind { A B } input Filter { row: String inner: Inner } input Inner { deep: Int }
  `;
  const changed = (from: string, to: string) => {
    expect(SDL).toContain(from);
    return compareSchemas(before, buildSchema(SDL.replace(from, to)), OPERATIONS);
  };

  test.each([
    ["a field that is used", "row: String status", "status", "FAILURE", /used by One/],
    ["a field that nobody uses", "  old: Int }", "}", "NOTICE", /no known operation uses it/],
    ["a value of an enum that is answered with", "FREE SOLD", "FREE", "FAILURE", /used by Map/],
    ["a value that is asked with", "A B", "B", "FAILURE", /used by One/],
    ["a field of an input that may be in a variable", "deep: Int", "other: Int", "FAILURE", /used by Map/],
    ["a demanded argument of a field that is used", "kind: Kind)", "kind: Kind, more: Int!)", "FAILURE", /used by One/],
    ["a field that becomes nullable", "type Seat { id: ID!", "type Seat { id: ID", "FAILURE", /used by Map/],
    ["a new field", "row: String status", "row: String more: Int status", "NOTICE", /more/],
  ])("%s", async (_, from, to, severity, description) => {
    const { changes, numberOfCheckedOperations } = await changed(from, to);
    // An operation that was not valid before can't be broken.
    expect(numberOfCheckedOperations).toBe(2);
    expect(changes).toContainEqual(
      expect.objectContaining({ severity, description: expect.stringMatching(description) }),
    );
    if (severity === "NOTICE") expect(changes.every((change) => change.severity === "NOTICE")).toBe(true);
  });

  test("of very many operations that break the first are named and the others counted", async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ name: `Many${n}`, body: `query Many${n} { old }` }));
    const { changes } = await compareSchemas(before, buildSchema(SDL.replace("  old: Int }", "}")), many);
    expect(changes[0]!.description).toMatch(/used by Many0, .*, Many9 and 490 more/);
    expect(changes).toHaveLength(12);
    expect(changes.at(-1)).toMatchObject({ code: "OPERATION_BROKEN", description: "and 490 more operations" });
  });

  test("without known operations every breaking change fails", async () => {
    const { changes } = await compareSchemas(before, buildSchema(SDL.replace("  old: Int }", "}")), []);
    expect(changes).toMatchObject([{ severity: "FAILURE", code: "FIELD_REMOVED" }]);
  });

  test("an operation that is not valid any more is named with why", async () => {
    const { changes } = await changed("row: String status", "status");
    expect(changes).toContainEqual({
      severity: "FAILURE",
      code: "OPERATION_BROKEN",
      path: "One",
      description: expect.stringMatching(/^One: .*row/),
    });
  });
});

describe("guards, limits and tags", () => {
  const PLAIN = `type Query { a: Int b: [Int] c: Int }`;
  const weakened = (before: string, after: string) => {
    const of = (directives: string) =>
      composed(subgraph("s", PLAIN.replace("a: Int", `a: Int ${directives}`))).supergraphSdl;
    return findWeakened(of(before), of(after)).map(({ rule, coordinate }) => [rule, coordinate]);
  };

  test.each([
    ["@authenticated", "", "GUARD_WEAKENED"],
    [`@requiresScopes(scopes: [["a", "b"]])`, `@requiresScopes(scopes: [["a"]])`, "GUARD_WEAKENED"],
    [`@requiresScopes(scopes: [["a"]])`, `@requiresScopes(scopes: [["a"], ["b"]])`, "GUARD_WEAKENED"],
    [`@requiresScopes(scopes: [["a"]])`, "@authenticated", "GUARD_WEAKENED"],
    [`@policy(policies: [["p"]])`, "", "GUARD_WEAKENED"],
    ["@cost(weight: 20)", "@cost(weight: 2)", "LIMIT_WEAKENED"],
    ["@cost(weight: 20)", "", "LIMIT_WEAKENED"],
    ["@inaccessible", "", "HIDDEN_IS_PUBLIC"],
    [`@tag(name: "public") @tag(name: "x")`, `@tag(name: "x")`, "TAG_REMOVED"],
  ])("%s to %s", (before, after, rule) => {
    expect(weakened(before, after)).toEqual([[rule, "Query.a"]]);
  });

  test.each([
    ["@needsLogin", "GUARD_WEAKENED"],
    ["@price(weight: 50)", "LIMIT_WEAKENED"],
    ["@hidden", "HIDDEN_IS_PUBLIC"],
    [`@federation__policy(policies: [["p"]])`, "GUARD_WEAKENED"],
    [`@federation__listSize(assumedSize: 5)`, "LIMIT_WEAKENED"],
    [`@federation__tag(name: "public")`, "TAG_REMOVED"],
  ])("%s is seen to be removed, though it has another name", (directive, rule) => {
    const imports = `import: ["@key", { name: "@authenticated", as: "@needsLogin" }, { name: "@cost", as: "@price" }, { name: "@inaccessible", as: "@hidden" }]`;
    const of = (applied: string) => {
      const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${imports})
        type Query { a: Int b: [Int] ${applied} }`;
      return composed({ name: "s", url: "http://s", sdl }).supergraphSdl;
    };
    expect(findWeakened(of(directive), of(""))).toMatchObject([{ rule, coordinate: "Query.b" }]);
  });

  test.each([
    ["", "@authenticated"],
    ["@authenticated", `@requiresScopes(scopes: [["a"]])`],
    [`@requiresScopes(scopes: [["a"], ["b"]])`, `@requiresScopes(scopes: [["a", "c"]])`],
    ["@cost(weight: 2)", "@cost(weight: 20)"],
    [`@tag(name: "x")`, `@tag(name: "x") @tag(name: "public")`],
  ])("%s to %s weakens nothing", (before, after) => {
    expect(weakened(before, after)).toEqual([]);
  });

  test("a list that is assumed to be shorter, and arguments and types, are seen too", () => {
    const sdl = (size: number, tag: string) =>
      composed(
        subgraph(
          "s",
          `type Query { list(first: Int ${tag}): [T] @listSize(assumedSize: ${size}) } type T ${tag} { id: ID }`,
        ),
      ).supergraphSdl;
    expect(findWeakened(sdl(100, `@tag(name: "t")`), sdl(10, "")).map(({ coordinate }) => coordinate)).toEqual([
      "Query.list",
      "Query.list.first",
      "T",
    ]);
  });
});

describe("lint", () => {
  test.each([
    [`type seat_map { id: ID }`, "TYPE_NAMES_SHOULD_BE_PASCAL_CASE", "seat_map"],
    [`type Seat { row_no: Int }`, "FIELD_NAMES_SHOULD_BE_CAMEL_CASE", "Seat.row_no"],
    [`type Seat { rows(Of_it: Int): Int }`, "INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE", "Seat.rows(Of_it:)"],
    [`enum Status { free }`, "ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE", "Status.free"],
    [`type Seat { id: ID @deprecated }`, "DEPRECATED_DIRECTIVE_MISSING_REASON", "Seat.id"],
    [`input Wish { id: ID }`, "INPUT_TYPE_SUFFIX", "Wish"],
    [`type Query { getSeat: Int }`, "RESTY_FIELD_NAMES", "Query.getSeat"],
    [`type Seat { id: ID }`, "ALL_ELEMENTS_REQUIRE_DESCRIPTION", "Seat"],
    [`type Seat {`, "DOES_NOT_PARSE", ""],
  ])("%s breaks %s", (sdl, rule, coordinate) => {
    expect(lint(sdl)).toContainEqual(expect.objectContaining({ rule, coordinate }));
  });

  test("what is well named and described is left alone, and so are names of federation", () => {
    const sdl = `
      "A seat." type Seat @key(fields: "id") { "Its id." id: ID! "Old." old: Int @deprecated(reason: "use id") }
      "How it is." enum Status { FREE } "For it." input SeatInput { "Which." id: ID! }
      type Query { "One." seat(id: ID!): Seat } extend type Seat { "More." more: Int } scalar _Any`;
    expect(lint(sdl)).toEqual([]);
  });

  test("places are offsets in bytes, so that whoever draws them under the text draws them right", () => {
    const sdl = `"Größe 🎭"\ntype seat { "x" id: ID }`;
    const [{ place }] = lint(sdl) as [ReturnType<typeof lint>[0]];
    const bytes = Buffer.from(sdl);
    expect(bytes.subarray(place.start.byteOffset, place.end.byteOffset).toString()).toBe("seat");
    expect(place).toMatchObject({ start: { line: 2, column: 6 }, end: { line: 2, column: 10 } });
  });
});

test.each([
  [
    `type T @key(fields: "id") { id: ID @external a: Int @requires(fields: "b(c: 1)") }`,
    "ARGUMENTS_IN_REQUIRES",
    "T.a",
  ],
  [`type T @context(name: "c") { id: ID }`, "CONTEXT_IS_UNDEFINED", "T"],
  [`type T { id: ID @override(from: "a", label: "percent(5)") }`, "OVERRIDE_BY_LABEL", "T.id"],
  [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@requires", as: "@needs" }])
     type T { a: Int @needs(fields: "b(c: 1)") }`,
    "ARGUMENTS_IN_REQUIRES",
    "T.a",
  ],
  [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
     type T { id: ID @federation__override(from: "a", label: "percent(5)") }`,
    "OVERRIDE_BY_LABEL",
    "T.id",
  ],
])("%s is a pitfall", (sdl, rule, coordinate) => {
  expect(findPitfalls(sdl)).toMatchObject([{ rule, coordinate }]);
});

describe("a check", () => {
  const orders = subgraph("orders", `type Query { "One." order: Int old_name: Int }`);
  const seats = subgraph("seats", `type Query { "One." seat: Int @authenticated }`);

  const checked = (published: Subgraph[], proposed: Subgraph[], contracts: Contract[] = []) =>
    check({ published, proposed, operations: [], contracts, owned: null });

  test("passes what adds, and does not repeat what the published schema says already", async () => {
    const more = { ...orders, sdl: orders.sdl.replace("order: Int", `order: Int "More." more: Int`) };
    const result = await checked([orders, seats], [more]);
    expect(result).toMatchObject({ passed: true, composition: { isSupergraphChanged: true }, diagnostics: [] });
  });

  test.each([
    ["does not compose", "order: Int", "order: Nothing"],
    ["breaks somebody", `"One." order: Int`, ""],
    ["reads badly", "order: Int", `order: Int "x" New_name: Int`],
  ])("fails what %s", async (_, from, to) => {
    const proposed = { ...orders, sdl: orders.sdl.replace(from, to) };
    expect((await checked([orders, seats], [proposed])).passed).toBe(false);
  });

  test("fails what weakens a guard, though the API is the same", async () => {
    const proposed = { ...seats, sdl: seats.sdl.replace("seat: Int @authenticated", "seat: Int") };
    const result = await checked([orders, seats], [proposed]);
    expect(result.operations!.changes).toEqual([]);
    expect(result).toMatchObject({ passed: false, weakened: [{ rule: "GUARD_WEAKENED" }] });
  });

  test("fails what a contract can't be made of any more, or what breaks only those who use the contract", async () => {
    const filter = { include: ["public"], exclude: ["own"], hideUnreachableTypes: true };
    const contracts = [{ variant: "public", filter, operations: [] }];
    const shows = subgraph(
      "shows",
      `type Query { "All." a: Int @tag(name: "public") "Some." b: Int @tag(name: "public") }`,
    );
    const withTag = (field: string) => ({
      ...shows,
      sdl: shows.sdl.replaceAll(`${field}: Int`, `${field}: Int @tag(name: "own")`),
    });
    const narrowed = await checked([shows], [withTag("b")], contracts);
    expect(narrowed).toMatchObject({
      passed: false,
      operations: { changes: [] },
      contracts: [{ variant: "public", errors: [], changes: [{ code: "FIELD_REMOVED" }] }],
    });
    const emptied = { ...shows, sdl: withTag("a").sdl.replaceAll(`b: Int`, `b: Int @tag(name: "own")`) };
    expect(await checked([shows], [emptied], contracts)).toMatchObject({
      passed: false,
      contracts: [{ errors: [{ message: expect.stringMatching(/Query/) }], changes: [] }],
    });
    // What goes for all, a type that only led there with it, is weighed by those who are known to ask for something.
    const places = subgraph(
      "places",
      `type Query { "All." a: Int @tag(name: "public") "Some." place: Place @tag(name: "public") } "A place." type Place @tag(name: "public") { "Where." city: String }`,
    );
    const fewer = { ...places, sdl: places.sdl.replace(`"Some." place: Place @tag(name: "public")`, "") };
    const known = {
      published: [places],
      proposed: [fewer],
      operations: [{ name: "All", body: "{ a }" }],
      contracts,
      owned: null,
    };
    expect(await check(known)).toMatchObject({ passed: true, contracts: [{ errors: [], changes: [] }] });
    expect(await check({ ...known, operations: [{ name: "Some", body: "{ place { city } }" }] })).toMatchObject({
      passed: false,
      contracts: [{ changes: [] }],
    });
    // What could not be made before is not this change's fault.
    expect(await checked([emptied], [emptied], contracts)).toMatchObject({ passed: true, contracts: [] });
  });

  test("the first subgraphs of a graph have nobody to break", async () => {
    expect(await checked([], [orders, seats])).toMatchObject({ operations: { changes: [] }, weakened: [] });
  });
});
