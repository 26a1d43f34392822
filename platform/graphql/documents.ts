// Helpers for GraphQL documents: directives of a schema, and fragments of an operation's document.
import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
} from "graphql";

/** A directive and its coordinate: `Type` or `Type.field`. */
export type Applied = [coordinate: string, directive: ConstDirectiveNode];

/** All directives of types and of the fields of objects and interfaces. */
export function directivesIn(schema: DocumentNode): Applied[] {
  return schema.definitions.flatMap((definition): Applied[] => {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || !("name" in definition) || !definition.name) return [];
    const type = definition.name.value;
    const own = "directives" in definition ? (definition.directives as readonly ConstDirectiveNode[]) : [];
    const hasFields =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    const ofFields = ((hasFields && definition.fields) || []).flatMap(({ name, directives = [] }) =>
      directives.map((directive): Applied => [`${type}.${name.value}`, directive]),
    );
    return [...own.map((directive): Applied => [type, directive]), ...ofFields];
  });
}

/** Undefined if it is not given. */
export function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}
