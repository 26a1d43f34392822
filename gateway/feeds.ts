// What the supergraph says of its subscriptions, by tags:
// `shared-feed` on a field of Subscription: whoever follows it hears the same, so that all of them can share one upstream;
// `per-viewer` on any field: what it says depends on who asks, so that whoever selects it does not share;
// `replayed-feed` on a field of Subscription: newcomers are told the last message at once, for it is all that they need.
import {
  isInterfaceType,
  Kind,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

/** Tags by coordinate: `Type.field`. */
export type Tags = Map<string, Set<string>>;

export interface Feed {
  isShared: boolean;
  isReplayed: boolean;
}

export function readTags(supergraph: DocumentNode): Tags {
  const tags: Tags = new Map();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const names = directives
        .filter((directive) => directive.name.value === "tag")
        .map((directive) => String(valueFromASTUntyped(directive.arguments![0]!.value)));
      if (names.length > 0) tags.set(`${definition.name.value}.${name.value}`, new Set(names));
    }
  }
  return tags;
}

export function feedOf(
  schema: GraphQLSchema,
  tags: Tags,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Feed {
  const feed = { isShared: false, isReplayed: false };
  const root = schema.getRootType(operation.operation);
  let dependsOnViewer = false;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: ({ name }) => {
        const type = typeInfo.getParentType();
        if (!type) return;
        const types = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
        for (const one of types) {
          const found = tags.get(`${one.name}.${name.value}`);
          if (found?.has("per-viewer")) dependsOnViewer = true;
          if (one !== root) continue;
          feed.isShared = found?.has("shared-feed") ?? false;
          feed.isReplayed = found?.has("replayed-feed") ?? false;
        }
      },
    }),
  );
  return { ...feed, isShared: feed.isShared && !dependsOnViewer };
}
