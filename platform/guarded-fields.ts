// Enforces @authenticated, @requiresScopes and @policy in a subgraph itself: the gateway does so too, but a subgraph believes
// nobody's word that it was done.
import { defaultFieldResolver, getDirectiveValues, isObjectType, type GraphQLSchema } from "graphql";
import { forbidden } from "./errors.ts";
import { grantsOf, meets, signedIn, type Viewer } from "./identity.ts";

/**
 * Wraps the resolvers of the schema's fields that ask something of the viewer.
 * @param plainName what a directive is called in its own specification
 */
export function guardFields(schema: GraphQLSchema, plainName: (used: string) => string): void {
  const directive = (plain: string) => schema.getDirectives().find(({ name }) => plainName(name) === plain);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const valuesOf = (name: string) => {
        const definition = directive(name);
        return definition && field.astNode ? getDirectiveValues(definition, field.astNode) : undefined;
      };
      const scopes = valuesOf("requiresScopes")?.scopes as string[][] | undefined;
      const policies = valuesOf("policy")?.policies as string[][] | undefined;
      if (!valuesOf("authenticated") && !scopes && !policies) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context: { viewer: Viewer | null }, info) => {
        if (!meets(grantsOf(signedIn(context)), { scopes, policies })) throw forbidden();
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
}
