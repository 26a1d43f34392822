// What an operation denies to limited viewers. Others cost no search for it, and share no variant with those who see less.
import { buildSchema, parse, print, type OperationDefinitionNode } from "graphql";
import { guardedIn } from "../../platform/graphql/guarded-selections.ts";
import { readScopes } from "../../platform/graphql/scope-requirements.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { createDenials, readRequirements, without } from "../supergraph/requirements.ts";

const SDL = `directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT
  directive @authenticated on FIELD_DEFINITION
  type Parcel @tag(name: "scope-orders-read") { id: ID note: Int @tag(name: "scope-email") }
  type Query { open: Int own: Int @authenticated @tag(name: "scope-profile") parcel: Parcel }
  type Mutation { send: Int }`;

function denialsOf(query: string) {
  const schema = buildSchema(SDL);
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  let searches = 0;
  const denials = createDenials(guardedIn(schema, readRequirements(parse(SDL)), document, operation), () => {
    searches++;
    return guardedIn(schema, readScopes(parse(SDL)), document, operation);
  });
  return { denials, document, searches: () => searches };
}

const ordinary: Viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
const withScopes = (...scopes: string[]): Viewer => ({ ...ordinary, scopes });
const QUERY = "{ open own parcel { id note } }";

test("nothing is searched for people in sessions of their own, and once for limited viewers", () => {
  const { denials, searches } = denialsOf(QUERY);
  for (const viewer of [ordinary, null, ordinary]) {
    denials.keyOf(viewer);
    denials.of(viewer);
  }
  expect(searches()).toBe(0);
  for (const viewer of [withScopes(), withScopes("email")]) denials.of(viewer);
  expect(searches()).toBe(1);
});

test("viewers share a variant only if they see the same", () => {
  const scopes = ["profile", "email", "orders:read"];
  const viewers = [
    null,
    ordinary,
    ...Array.from({ length: 8 }, (_, bits) => withScopes(...scopes.filter((__, at) => bits & (1 << at)))),
  ];
  for (const query of [QUERY, "{ open }", "{ parcel { id } }", "{ own }", "mutation { send }"]) {
    const { denials, document } = denialsOf(query);
    const shown = new Map<string, Set<string>>();
    for (const viewer of viewers) {
      const { removed, refusals } = denials.of(viewer);
      const seen = print(without(document, removed)) + JSON.stringify(refusals);
      const key = denials.keyOf(viewer);
      shown.set(key, (shown.get(key) ?? new Set()).add(seen));
    }
    for (const [key, seen] of shown) expect([query, key, seen.size]).toEqual([query, key, 1]);
  }
});

test("a refusal names the scope, and is not repeated for what is inside", () => {
  const { denials, document } = denialsOf(QUERY);
  const { removed, refusals } = denials.of(withScopes("profile"));
  expect(print(without(document, removed)).replace(/\s+/g, " ")).toBe("{ open own }");
  expect(refusals).toEqual([
    {
      message: "You may not do this: it requires the scope orders:read.",
      path: ["parcel"],
      extensions: { code: "FORBIDDEN" },
    },
  ]);
});

test("a mutation without a tag is refused", () => {
  const { denials } = denialsOf("mutation { send }");
  expect(denials.of(ordinary).refusals).toEqual([]);
  expect(denials.of(withScopes("profile", "any")).refusals).toMatchObject([
    { path: ["send"], extensions: { code: "FORBIDDEN" } },
  ]);
});
