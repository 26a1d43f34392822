// Parts of an operation's document.
import {
  Kind,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../platform/graphql/documents.ts";

/** An operation with the fragments that it needs, in their order: graphql-js separates all operations of a document to get one. */
export function separated(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const needed = new Set<DocumentNode["definitions"][number]>([operation]);
  for (const definition of needed)
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment) needed.add(fragment);
      },
    });
  return { ...document, definitions: document.definitions.filter((definition) => needed.has(definition)) };
}

/** The names under which an operation's root fields are answered. */
export function rootNames(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const fragments = fragmentsOf(document);
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        // Once: fragments that spread each other would be visited a number of times that doubles with each.
        seen.add(selection.name.value);
        collect(fragments.get(selection.name.value)!.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return names;
}

/**
 * The introspection part of an operation; undefined if there is none. Its fragments are spread at the root, where their fields are mixed
 * with others.
 */
export function introspectionOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode | undefined {
  const fragments = fragmentsOf(document);
  let isAny = false;
  const only = ({ selections }: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        const isWanted = selection.name.value === "__schema" || selection.name.value === "__type";
        isAny ||= isWanted;
        return isWanted ? [selection] : [];
      }
      const isInline = selection.kind === Kind.INLINE_FRAGMENT;
      const { selectionSet } = isInline ? selection : fragments.get(selection.name.value)!;
      const { directives = [] } = selection;
      return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: only(selectionSet) }];
    }),
  });
  const selectionSet = only(operation.selectionSet);
  if (!isAny) return undefined;
  const rest = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [{ ...operation, selectionSet }, ...rest] };
}
