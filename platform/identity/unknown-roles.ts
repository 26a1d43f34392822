// While the gateway can't look up what a viewer may do, a subgraph sees the viewer without roles. "There is no such thing" could then be
// wrong: what a role would show is UNAVAILABLE instead. What was found without a role stays.
import { defaultFieldResolver, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { rolesUnknown } from "../core/errors.ts";
import type { Viewer } from "./identity.ts";

/** Of nullable fields that are null for who has no role. */
const BY_ROLE = "by-role";
const FEDERATION = new Set(["_entities", "_service"]);

interface Asking {
  viewer: Viewer | null;
}

/**
 * Wraps the resolvers of root fields and of fields with the tag.
 * @param plainName what a directive is called in its own specification
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

/** @throws GraphQLError UNAVAILABLE for what is not there */
function unlessMissing(result: unknown): unknown {
  const isMissing = result === null || result === undefined;
  if (isMissing || (result as { __typename?: unknown }).__typename === "NotFound") throw rolesUnknown();
  return result;
}
