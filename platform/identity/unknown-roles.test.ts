import { buildSchema, graphql } from "graphql";
import type { Viewer } from "./identity.ts";
import { tellUnknownRoles } from "./unknown-roles.ts";

const schema = buildSchema(`
  directive @label(name: String!) repeatable on FIELD_DEFINITION
  type Parcel { id: Int note: Int @label(name: "by-role") own: Int @label(name: "other") sum: Int! @label(name: "by-role") }
  type NotFound { message: String }
  union Result = Parcel | NotFound
  type Query { parcel(id: Int): Parcel }
  type Mutation { send(id: Int): Result }`);
// Under whatever name the schema has imported it.
tellUnknownRoles(schema, (used) => (used === "label" ? "tag" : used));
const root = {
  parcel: ({ id }: { id: number }) => (id === 1 ? { id, sum: 0 } : null),
  send: ({ id }: { id: number }) =>
    id === 1 ? { __typename: "Parcel", id, sum: 0 } : { __typename: "NotFound", message: "There is none." },
};
const viewer: Viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };

async function answer(source: string, who: Viewer | null): Promise<unknown> {
  const { data, errors = [] } = await graphql({ schema, source, rootValue: root, contextValue: { viewer: who } });
  return [
    JSON.parse(JSON.stringify(data)),
    ...errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions.code}`),
  ];
}

test("what a role might show or find is UNAVAILABLE while roles are unknown; what is found without one stays", async () => {
  const unknown: Viewer = { ...viewer, rolesUnknown: true };
  expect(await answer("{ parcel(id: 1) { id note own sum } }", unknown)).toEqual([
    { parcel: { id: 1, note: null, own: null, sum: 0 } },
    "parcel.note UNAVAILABLE",
  ]);
  expect(await answer("{ parcel(id: 2) { id } }", unknown)).toEqual([{ parcel: null }, "parcel UNAVAILABLE"]);
  expect(await answer("mutation { send(id: 1) { __typename } }", unknown)).toEqual([
    { send: { __typename: "Parcel" } },
  ]);
  expect(await answer("mutation { send(id: 2) { __typename } }", unknown)).toEqual([
    { send: null },
    "send UNAVAILABLE",
  ]);
});

test("for everybody else it does not exist", async () => {
  for (const who of [viewer, null]) {
    expect(await answer("{ parcel(id: 1) { note } other: parcel(id: 2) { id } }", who)).toEqual([
      { parcel: { note: null }, other: null },
    ]);
    expect(await answer("mutation { send(id: 2) { __typename } }", who)).toEqual([
      { send: { __typename: "NotFound" } },
    ]);
  }
});
