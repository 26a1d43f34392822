// What limited viewers may use, from tags of a schema. `scope-orders-read` on a field or a type grants it to viewers with the scope
// orders:read; of several tags one is enough. `scope-any` grants it to all. `first-party` keeps it for people in sessions of their own. A
// mutation without a tag is kept, too, and so is what has another guard or depends on the viewer. All else is public.
import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { meets, type Grants, type Viewer } from "../identity/identity.ts";
import type { Admit } from "./callers.ts";
import { argumentOf, directivesIn } from "./documents.ts";
import { guardedIn, type Guarded, type Requirements } from "./guarded-selections.ts";
import { plainNames } from "./linked-directives.ts";

const PREFIX = "scope-";
const ANY = "any";
const FIRST_PARTY = "first-party";
const PER_VIEWER = "per-viewer";
const GUARDS = new Set(["authenticated", "requiresScopes", "policy"]);
const MUTATION = "Mutation";

/** Tags about limited viewers by coordinate: scopes, and whether a tag keeps it for people in sessions of their own. */
export interface Granted {
  scopes: string[];
  isFirstParty: boolean;
  /** Whether it may not be public. */
  isGuarded: boolean;
}

/** @param plainName maps a directive's name to the name in its specification */
export function readGranted(schema: DocumentNode, plainName = (used: string) => used): Map<string, Granted> {
  const granted = new Map<string, Granted>();
  const at = (coordinate: string): Granted => {
    const found = granted.get(coordinate) ?? { scopes: [], isFirstParty: false, isGuarded: false };
    granted.set(coordinate, found);
    return found;
  };
  for (const [coordinate, directive] of directivesIn(schema)) {
    const name = plainName(directive.name.value);
    if (GUARDS.has(name)) at(coordinate).isGuarded = true;
    if (name !== "tag") continue;
    const tag = String(argumentOf(directive, "name"));
    if (tag === PER_VIEWER) at(coordinate).isGuarded = true;
    if (tag === FIRST_PARTY) at(coordinate).isFirstParty = true;
    if (tag.startsWith(PREFIX)) at(coordinate).scopes.push(tag.slice(PREFIX.length).replace("-", ":"));
  }
  for (const definition of schema.definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === MUTATION)
      for (const { name } of definition.fields ?? []) at(`${MUTATION}.${name.value}`).isGuarded = true;
  return granted;
}

export function readScopes(schema: DocumentNode, plainName?: (used: string) => string): Requirements {
  return new Map(
    [...readGranted(schema, plainName)].flatMap(([coordinate, { scopes, isFirstParty, isGuarded }]) =>
      scopes.length > 0 || isFirstParty || isGuarded
        ? [[coordinate, { scopes: scopes.map((scope) => [scope]) }] as const]
        : [],
    ),
  );
}

const NOTHING: ReadonlySet<string> = new Set();

export function scopeGrantsOf({ scopes = [] }: Viewer): Grants {
  return { scopes: new Set([...scopes, ANY]), policies: NOTHING };
}

/** The error for a limited viewer. */
export function scopeRefusalOf({ requirement, path }: Guarded): GraphQLError {
  const scopes = (requirement.scopes ?? []).flat();
  const message =
    scopes.length === 0
      ? "You may not do this: it is only for the owner of the account, in a session of their own."
      : `You may not do this: it requires the scope ${scopes.join(" or ")}.`;
  return new GraphQLError(message, { path, extensions: { code: "FORBIDDEN" } });
}

/** Refuses operations of limited viewers: the gateway does so too, but a subgraph does not rely on it. */
export function createScopeGuard(schema: GraphQLSchema, typeDefs: string): Admit {
  const source = parse(typeDefs);
  const requirements = readScopes(source, plainNames(source));
  const known = new WeakMap<OperationDefinitionNode, Guarded[]>();
  return (caller, document, operation) => {
    const viewer = caller.kind === "gateway" ? caller.viewer : null;
    if (!viewer?.scopes) return;
    let guarded = known.get(operation);
    if (!guarded) known.set(operation, (guarded = guardedIn(schema, requirements, document, operation)));
    const grants = scopeGrantsOf(viewer);
    const denied = guarded.find(({ requirement }) => !meets(grants, requirement));
    if (!denied) return;
    const { message, path = [] } = scopeRefusalOf(denied);
    // Apollo Server answers with the status.
    throw new GraphQLError(message, { path, extensions: { code: "FORBIDDEN", http: { status: 403 } } });
  };
}
