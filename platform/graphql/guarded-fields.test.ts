import { buildSchema, graphql } from "graphql";
import { guardFields } from "./guarded-fields.ts";
import type { Viewer } from "../identity/identity.ts";

const schema = buildSchema(`
  directive @authenticated on FIELD_DEFINITION | OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  interface Node { id: Int name: Int }
  type Open implements Node { id: Int name: Int }
  type Secret implements Node @requiresScopes(scopes: [["staff"]]) { id: Int name: Int @policy(policies: [["other"]]) }
  type Extended implements Node { id: Int name: Int }
  extend type Extended @authenticated
  union Any = Open | Secret
  type Query { open: Open node(type: String): Node any: Any mine: Int @authenticated }`);
guardFields(schema, (used) => used);
const root = {
  open: { id: 1 },
  node: ({ type }: { type: string }) => ({ __typename: type, id: 1, name: 2 }),
  any: { __typename: "Secret", id: 1 },
  mine: 3,
};

const viewer: Viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
const staff = { ...viewer, staff: true };

async function answer(source: string, who: Viewer | null): Promise<unknown> {
  const { data, errors } = await graphql({ schema, source, rootValue: root, contextValue: { viewer: who } });
  return errors ? errors[0]!.extensions.code : JSON.parse(JSON.stringify(data));
}

test("the guard of a type holds for each of its fields, on every path to them", async () => {
  const node = `{ node(type: "Secret") { id } }`;
  expect(await answer(node, null)).toBe("UNAUTHENTICATED");
  expect(await answer(node, viewer)).toBe("FORBIDDEN");
  expect(await answer(node, staff)).toEqual({ node: { id: 1 } });
  expect(await answer("{ any { ... on Node { id } } }", viewer)).toBe("FORBIDDEN");
  expect(await answer(`{ node(type: "Open") { id name } open { id } }`, null)).toEqual({
    node: { id: 1, name: 2 },
    open: { id: 1 },
  });
});

test("the guard of an extended type holds too, in addition to those of its fields", async () => {
  expect(await answer(`{ node(type: "Extended") { id } }`, null)).toBe("UNAUTHENTICATED");
  expect(await answer(`{ node(type: "Extended") { id } }`, viewer)).toEqual({ node: { id: 1 } });
  expect(await answer(`{ node(type: "Secret") { name } }`, staff)).toBe("FORBIDDEN");
  expect(await answer("{ mine }", null)).toBe("UNAUTHENTICATED");
  expect(await answer("{ mine }", viewer)).toEqual({ mine: 3 });
});
