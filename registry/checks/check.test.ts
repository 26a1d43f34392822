import { check, type Contract } from "./check.ts";
import { compose, type Subgraph } from "./composition.ts";
import { findWeakened } from "./directives.ts";

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
  ])("what %s is reported with its subgraph", (_, sdl, code, message) => {
    expect(compose([subgraph("a", sdl)]).errors).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });

  test("what does not compose is reported with composition's own code", () => {
    const one = subgraph("a", `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }`);
    const other = subgraph("b", `type Thing @key(fields: "id") { id: ID! name: String }`);
    expect(compose([one, other]).errors).toMatchObject([{ code: "INVALID_FIELD_SHARING" }]);
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
