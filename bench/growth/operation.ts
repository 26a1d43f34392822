// How an operation is asked of a subgraph: a field of Query, one of an entity by reference, or a mutation.
import type { Viewer } from "../../platform/identity/identity.ts";
import { idOf } from "./fill.ts";

export interface Operation {
  subgraph: string;
  name: string;
  query: string;
  /** Of one call: what changes something has a key of its own each time. */
  variables(): Record<string, unknown>;
  as: Partial<Viewer> | null;
  /** Whether it asks how many there are, which takes as long as there are many. */
  isCount: boolean;
}

export const organization = idOf("organization", 1);
export const event = idOf("event", 1);
export const buyer = idOf("user", 1);
const VIEWERS = {
  nobody: null,
  buyer: { userId: buyer },
  member: { userId: idOf("user", 2), memberships: { [organization]: "OWNER" } },
  staff: { userId: idOf("user", 3), staff: true },
} satisfies Record<string, Partial<Viewer> | null>;

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const PAGE = "pageInfo { hasNextPage endCursor }";
export const list = (fields: string) => `{ nodes { ${fields} } ${PAGE} }`;

/** Where a page is selected, it is also asked how many there are. */
export interface Field {
  field: string;
  select?: string;
  as?: keyof typeof VIEWERS;
  /** If the field does not say what it is about. */
  name?: string;
}

export const root = (subgraph: string, fields: Field[]) =>
  fields.flatMap((one) => asked(subgraph, one.field, one, (field) => `{ ${field} }`, {}));

export function of(subgraph: string, type: string, id: string, fields: Field[]): Operation[] {
  const around = (field: string) =>
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${field} } } }`;
  return fields.flatMap((one) =>
    asked(subgraph, `${type}.${one.field}`, one, around, { r: [{ __typename: type, id }] }),
  );
}

function asked(
  subgraph: string,
  plainName: string,
  { field, select = "", as = "member", name = plainName }: Field,
  around: (field: string) => string,
  variables: Record<string, unknown>,
): Operation[] {
  const made = (what: string, selection: string) => {
    const query = around(`${field} ${selection}`);
    const isCount = query.includes("totalCount");
    return { subgraph, name: `${name}${what} (${as})`, query, variables: () => variables, as: VIEWERS[as], isCount };
  };
  const isPage = select.startsWith("{ nodes");
  return [made("", select), ...(isPage ? [made(" totalCount", "{ totalCount }")] : [])];
}

export const mutation = (
  subgraph: string,
  as: keyof typeof VIEWERS,
  declared: string,
  field: string,
  selection: string,
  variables: Operation["variables"],
): Operation => ({
  subgraph,
  name: `${field.replace(/\(.*$/, "")} (${as})`,
  query: `mutation (${declared}) { ${field} ${selection} }`,
  variables,
  as: VIEWERS[as],
  isCount: false,
});
