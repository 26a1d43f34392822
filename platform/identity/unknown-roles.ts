// While the gateway can't look up a viewer's roles, subgraphs see the viewer without roles. NotFound could then be wrong: results that
// depend on a role are UNAVAILABLE instead. Results that need no role are unchanged.
import { defaultFieldResolver, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { rolesUnknown } from "../core/errors.ts";
import type { Viewer } from "./identity.ts";

/** Wraps nullable fields that are null for viewers without a role. */
const BY_ROLE = "by-role";
const FEDERATION = new Set(["_entities", "_service"]);

interface Asking {
  viewer: Viewer | null;
}

/**
 * Wraps the resolvers of root fields and of fields with the tag.
 * @param plainName maps a directive's name to the name in its specification
 */
export function tellUnknownRoles(schema: GraphQLSchema, plainName: (used: string) => string): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()))
      if ((roots.includes(type) && !FEDERATION.has(field.name)) || isByRole(field, plainName)) wrap(field);
  }
}

function isByRole({ type, astNode }: GraphQLField<unknown, unknown>, plainName: (used: string) => string): boolean {
  const tags = astNode?.directives?.filter(({ name }) => plainName(name.value) === "tag") ?? [];
  const names = tags.flatMap(({ arguments: given = [] }) => given.map(({ value }) => "value" in value && value.value));
  return !isNonNullType(type) && names.includes(BY_ROLE);
}

function wrap(field: GraphQLField<unknown, Asking>): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    const result = resolve(source, args, context, info) as unknown;
    return context.viewer?.rolesUnknown ? Promise.resolve(result).then(unlessMissing) : result;
  };
}

/** @throws GraphQLError UNAVAILABLE for a missing result */
function unlessMissing(result: unknown): unknown {
  const isMissing = result === null || result === undefined;
  if (isMissing || (result as { __typename?: unknown }).__typename === "NotFound") throw rolesUnknown();
  return result;
}
