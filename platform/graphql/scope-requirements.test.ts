import { parse, type OperationDefinitionNode } from "graphql";
import type { Caller, Viewer } from "../identity/identity.ts";
import { createScopeGuard } from "./scope-requirements.ts";
import { buildSchema } from "./subgraph-schema.ts";

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@tag", as: "@label" }, "@authenticated"])
  type Parcel @key(fields: "id") @label(name: "scope-orders-read") @label(name: "scope-org-read") { id: ID! code: Int @label(name: "scope-tickets-codes") }
  type Shop @key(fields: "id") { id: ID! own: Int @label(name: "per-viewer") kept: Int @authenticated parcels: [Parcel] }
  type Gone { message: String }
  union Result = Parcel | Gone
  type Query { shop: Shop parcel: Parcel }
  type Mutation { send: Result @label(name: "scope-orders-write") lose: Result burn: Int @label(name: "first-party") }
  type Subscription { sent: Parcel }`;
const guard = createScopeGuard(buildSchema({ typeDefs, resolvers: {} }), typeDefs);
const ordinary: Viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };

/** The refusal, if there is one. */
function refusal(source: string, scopes: string[] | undefined): string | undefined {
  const document = parse(source);
  const caller: Caller = { kind: "gateway", viewer: { ...ordinary, ...(scopes && { scopes }) } };
  try {
    guard(caller, document, document.definitions[0] as OperationDefinitionNode);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const OWNER = "only for the owner of the account";

test.each<[string, string[], string | undefined]>([
  ["{ shop { id } }", [], undefined],
  ["{ shop { own } }", ["orders:read"], OWNER],
  ["{ shop { kept } }", ["orders:read"], OWNER],
  ["{ parcel { id } }", [], "the scope orders:read or org:read"],
  ["{ shop { parcels { id } } }", ["orders:write"], "the scope orders:read or org:read"],
  ["{ parcel { id } }", ["org:read"], undefined],
  ["{ parcel { code } }", ["org:read"], "the scope tickets:codes"],
  ["{ parcel { code } }", ["tickets:codes"], "the scope orders:read or org:read"],
  ["{ parcel { code } }", ["tickets:codes", "orders:read"], undefined],
  ["mutation { send { ... on Gone { message } } }", ["orders:write"], undefined],
  ["mutation { send { ... on Parcel { id } } }", ["orders:write"], "the scope orders:read or org:read"],
  ["mutation { send { __typename } }", ["orders:read"], "the scope orders:write"],
  ["mutation { lose { __typename } }", ["orders:read", "any"], OWNER],
  ["mutation { burn }", ["orders:read", "first-party"], OWNER],
  ["subscription { sent { id } }", [], "the scope orders:read or org:read"],
  [`{ _entities(representations: []) { ... on Parcel { id } } }`, [], "the scope orders:read or org:read"],
  [
    `{ _entities(representations: []) { ...a } } fragment a on Parcel { code }`,
    ["org:read"],
    "the scope tickets:codes",
  ],
])("%s with %j", (source, scopes, refused) => {
  if (refused === undefined) expect(refusal(source, scopes)).toBeUndefined();
  else expect(refusal(source, scopes)).toContain(refused);
  expect(refusal(source, undefined)).toBeUndefined();
});

test("services and anonymous viewers are not limited", () => {
  const document = parse("mutation { burn }");
  const callers: Caller[] = [
    { kind: "service", name: "orders" },
    { kind: "gateway", viewer: null },
  ];
  for (const caller of callers)
    expect(() => guard(caller, document, document.definitions[0] as OperationDefinitionNode)).not.toThrow();
});
