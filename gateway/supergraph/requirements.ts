// Requirements on the viewer: @authenticated, @requiresScopes and @policy (https://specs.apollo.dev/authenticated/v0.1 and its siblings).
// Denied fields are removed from the operation before planning, are null in the response, and cause an error. All other fields are
// answered.
import {
  getNamedType,
  GraphQLError,
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
import { grantsOf, meets, type Requirement, type Viewer } from "../../platform/identity/identity.ts";
import { argumentOf, directivesIn, fragmentsOf } from "../core/documents.ts";

/** By coordinate: `Type` or `Type.field`. Without scopes or policies: the viewer must be signed in. */
export type Requirements = Map<string, Requirement>;

export function readRequirements(supergraph: DocumentNode): Requirements {
  const requirements: Requirements = new Map();
  for (const [coordinate, directive] of directivesIn(supergraph)) {
    const { value: name } = directive.name;
    if (name !== "authenticated" && name !== "requiresScopes" && name !== "policy") continue;
    const requirement = requirements.get(coordinate) ?? {};
    if (name === "requiresScopes") requirement.scopes = argumentOf(directive, "scopes") as string[][];
    if (name === "policy") requirement.policies = argumentOf(directive, "policies") as string[][];
    requirements.set(coordinate, requirement);
  }
  return requirements;
}

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

/** The error for a viewer who does not meet a requirement; undefined if allowed. */
export function refusalCode(
  { requirement }: Guarded,
  viewer: Viewer | null,
): "UNAUTHENTICATED" | "FORBIDDEN" | undefined {
  if (!viewer) return "UNAUTHENTICATED";
  return meets(grantsOf(viewer), requirement) ? undefined : "FORBIDDEN";
}

export function refusalOf({ requirement, path }: Guarded, code: "UNAUTHENTICATED" | "FORBIDDEN"): GraphQLError {
  if (code === "UNAUTHENTICATED") return new GraphQLError("Sign in first.", { path, extensions: { code } });
  const { scopes = [], policies = [] } = requirement;
  const wanted = [...scopes, ...policies].map((all) => all.join(" and ")).join(", or ");
  return new GraphQLError(`You may not do this: it requires ${wanted}.`, { path, extensions: { code } });
}

/** The document without some of its selections; an empty selection set becomes `__typename`. */
export function without(document: DocumentNode, removed: ReadonlySet<SelectionNode>): DocumentNode {
  const cut = (set: SelectionSetNode): SelectionSetNode => {
    const left = set.selections.flatMap((selection): SelectionNode[] => {
      if (removed.has(selection)) return [];
      if (!("selectionSet" in selection) || !selection.selectionSet) return [selection];
      return [{ ...selection, selectionSet: cut(selection.selectionSet) }];
    });
    return { ...set, selections: left.length > 0 ? left : [TYPENAME] };
  };
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      "selectionSet" in definition ? { ...definition, selectionSet: cut(definition.selectionSet) } : definition,
    ),
  };
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };
