// Enforces @authenticated, @requiresScopes and @policy in the subgraph itself: the gateway does so too, but a subgraph does not rely on it.
import {
  defaultFieldResolver,
  getDirectiveValues,
  isObjectType,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import { forbidden } from "../core/errors.ts";
import { grantsOf, meets, signedIn, type Requirement, type Viewer } from "../identity/identity.ts";

type Guardable = FieldDefinitionNode | ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/**
 * Wraps the resolvers of fields with requirements, on the field or its type.
 * @param plainName maps a directive's name to the name in its specification
 */
export function guardFields(schema: GraphQLSchema, plainName: (used: string) => string): void {
  const directive = (plain: string) => schema.getDirectives().find(({ name }) => plainName(name) === plain);
  const requirementOf = (node: Guardable): Requirement | undefined => {
    const valuesOf = (name: string) => {
      const definition = directive(name);
      return definition && getDirectiveValues(definition, node);
    };
    const scopes = valuesOf("requiresScopes")?.scopes as string[][] | undefined;
    const policies = valuesOf("policy")?.policies as string[][] | undefined;
    return valuesOf("authenticated") || scopes || policies ? { scopes, policies } : undefined;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const nodes = [type.astNode, ...type.extensionASTNodes, field.astNode];
      const requirements = nodes.flatMap((node) => (node && requirementOf(node)) ?? []);
      if (requirements.length === 0) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context: { viewer: Viewer | null }, info) => {
        const grants = grantsOf(signedIn(context));
        if (!requirements.every((requirement) => meets(grants, requirement))) throw forbidden();
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
}
