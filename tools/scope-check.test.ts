import { readdirSync, readFileSync } from "node:fs";
import { scopeProblems } from "./scope-check.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag", { name: "@authenticated", as: "@signedIn" }, "@inaccessible"])\n`;

test("the schemas of this version have no problem", () => {
  const found = readdirSync("subgraphs").flatMap((name) =>
    scopeProblems(readFileSync(`subgraphs/${name}/schema.graphql`, "utf8")),
  );
  expect(found).toEqual([]);
});

test("a new mutation without a tag is found in each schema", () => {
  for (const name of readdirSync("subgraphs")) {
    const sdl = readFileSync(`subgraphs/${name}/schema.graphql`, "utf8");
    const planted = sdl.replace("\ntype Mutation {\n", `\ntype Mutation {\n  "Planted."\n  planted: Boolean\n`);
    expect(scopeProblems(planted)).toEqual([
      "Mutation.planted needs a tag: a scope, such as scope-org-read, or first-party.",
    ]);
    expect(scopeProblems(planted.replace("planted: Boolean", `$& @tag(name: "first-party")`))).toEqual([]);
    expect(scopeProblems(planted.replace("planted: Boolean", `$& @tag(name: "scope-org-read")`))).toEqual([]);
  }
});

test.each([
  ["a guarded field", `type Query { a: Int @signedIn }`, "Query.a needs a tag"],
  ["a guarded type", `type A @requiresScopes(scopes: [["staff"]]) { a: Int }`, "A needs a tag"],
  ["a field that depends on the viewer", `type Query { a: Int @tag(name: "per-viewer") }`, "Query.a needs a tag"],
  ["an unknown scope", `type Query { a: Int @tag(name: "scope-org-reed") }`, "Query.a has the unknown scope org:reed"],
  [
    "both",
    `type Query { a: Int @tag(name: "scope-any") @tag(name: "first-party") }`,
    "Query.a has a scope and the tag",
  ],
  [
    "an interface",
    `type A implements B @tag(name: "scope-profile") { b: Int } interface B { b: Int }`,
    "A has a scope, but",
  ],
])("%s is found", (_, sdl, problem) => {
  expect(scopeProblems(LINK + sdl)).toEqual([expect.stringContaining(problem)]);
});

test("what only services use needs no tag", () => {
  expect(scopeProblems(`${LINK}type Mutation { a: Int @inaccessible @signedIn }`)).toEqual([]);
});
