// Traits of subscriptions, from tags in the supergraph. `shared-feed` on a field of Subscription: all subscribers get the same data and can
// share one upstream. `per-viewer` on any field: its value depends on the viewer, so selections with it are not shared. `replayed-feed` on
// a field of Subscription: new subscribers get the last message at once, because it is all they need.
import {
  isInterfaceType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { argumentOf, directivesIn } from "../../platform/graphql/documents.ts";
import type { Json } from "../execution/json.ts";

/** Tags by coordinate: `Type` or `Type.field`. */
export type Tags = Map<string, Set<string>>;

export interface Feed {
  /** Identical for equal subscriptions, regardless of formatting. */
  text: string;
  isShared: boolean;
  isReplayed: boolean;
  /** Whether it resumes from a cursor: the argument `after` is not null. */
  resumes(variables: Json): boolean;
}

export function readTags(supergraph: DocumentNode): Tags {
  const tags: Tags = new Map();
  for (const [coordinate, directive] of directivesIn(supergraph)) {
    if (directive.name.value !== "tag") continue;
    const named = tags.get(coordinate) ?? new Set();
    tags.set(coordinate, named.add(String(argumentOf(directive, "name"))));
  }
  return tags;
}

/** @param document holds the subscription and no other operation */
export function feedOf(
  schema: GraphQLSchema,
  tags: Tags,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Feed {
  let dependsOnViewer = false;
  let field: FieldNode | undefined;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const type = typeInfo.getParentType();
        if (!type) return;
        if (type === schema.getSubscriptionType()) field ??= node;
        const types = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
        dependsOnViewer ||= types.some(({ name }) => tags.get(`${name}.${node.name.value}`)?.has("per-viewer"));
      },
    }),
  );
  const tagsOfField = tags.get(`${schema.getSubscriptionType()?.name}.${field?.name.value}`);
  const after = field?.arguments?.find(({ name }) => name.value === "after")?.value;
  const fallback = variableDefinitions.find(
    ({ variable }) => after?.kind === Kind.VARIABLE && variable.name.value === after.name.value,
  )?.defaultValue;
  return {
    text: print(document),
    isShared: !dependsOnViewer && (tagsOfField?.has("shared-feed") ?? false),
    isReplayed: tagsOfField?.has("replayed-feed") ?? false,
    resumes: (variables) => {
      if (after?.kind !== Kind.VARIABLE) return after !== undefined && after.kind !== Kind.NULL;
      const given = variables[after.name.value];
      return given === undefined ? fallback !== undefined && fallback.kind !== Kind.NULL : given !== null;
    },
  };
}
