// Selections of an operation that need something of the viewer: the gateway removes those that it denies, a subgraph refuses them.
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Requirement } from "../identity/identity.ts";
import { fragmentsOf } from "./documents.ts";

/** By coordinate: `Type` or `Type.field`. Without scopes or policies: the viewer must be signed in. */
export type Requirements = Map<string, Requirement>;

/** A selection of an operation with requirements. */
export interface Guarded {
  node: SelectionNode;
  requirement: Requirement;
  /** Its path in the response, without list indices. */
  path: string[];
}

/** All selections of an operation with requirements; those inside fragments once. */
export function guardedIn(
  schema: GraphQLSchema,
  requirements: Requirements,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Guarded[] {
  const found: Guarded[] = [];
  const fragments = fragmentsOf(document);
  const visited = new Set<string>();
  const root = schema.getRootType(operation.operation);

  function guard(node: SelectionNode, coordinates: string[], path: string[]): void {
    for (const coordinate of coordinates) {
      const requirement = requirements.get(coordinate);
      if (requirement) found.push({ node, requirement, path });
    }
  }

  /** A fragment on the type that it is in adds no requirement. */
  const typeAsked = (on: GraphQLCompositeType, inside: GraphQLCompositeType) => (on === inside ? [] : [on.name]);

  function walk({ selections }: SelectionSetNode, type: GraphQLCompositeType, path: string[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)!;
        const on = schema.getType(fragment.typeCondition.name.value) as GraphQLCompositeType;
        guard(selection, typeAsked(on, type), path);
        if (!visited.has(selection.name.value)) walk(fragment.selectionSet, on, path);
        visited.add(selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const on = condition ? (schema.getType(condition) as GraphQLCompositeType) : type;
        guard(selection, typeAsked(on, type), path);
        walk(selection.selectionSet, on, path);
      } else if ("getFields" in type) {
        const name = selection.name.value;
        const field = type.getFields()[name];
        if (!field) continue;
        const at = [...path, selection.alias?.value ?? name];
        const named = getNamedType(field.type);
        const implementations = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
        // The guard of a type applies to each field that returns it; that of a root type, to each of its fields.
        const types = type === root ? [root.name, named.name] : [named.name];
        guard(selection, [type, ...implementations].map((one) => `${one.name}.${name}`).concat(types), at);
        if (selection.selectionSet && isCompositeType(named)) walk(selection.selectionSet, named, at);
      }
    }
  }

  if (root) walk(operation.selectionSet, root, []);
  return found;
}
