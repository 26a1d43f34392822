// How large an operation may be, whatever it asks for: told from its text alone, first as it is written, before validation
// spends time on it, and then with its fragments spread, before anything is planned.
import { GraphQLError, Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { fragmentsOf } from "./documents.ts";

export interface DocumentLimits {
  /** Lexical tokens of the document. */
  tokens: number;
  /** Levels of fields, one inside the other. */
  depth: number;
  /** Fields after fragments are spread. */
  fields: number;
  /** Names under which one field may be asked for in one place. */
  aliases: number;
}

/**
 * Refuses what is too large even as it is written. Fragments may still go in circles here.
 * @throws GraphQLError that says by how much
 */
export function checkWritten(document: DocumentNode, limits: DocumentLimits): void {
  let fields = 0;
  let deepest = 0;
  function walk({ selections }: SelectionSetNode, depth: number): void {
    checkAliases(selections, limits.aliases);
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      if (isField && !selection.name.value.startsWith("__")) {
        fields += 1;
        deepest = Math.max(deepest, depth + 1);
      }
      // Introspection is deep, and does not count.
      const isCounted = !isField || !selection.name.value.startsWith("__");
      if ("selectionSet" in selection && selection.selectionSet && isCounted)
        walk(selection.selectionSet, isField ? depth + 1 : depth);
    }
  }
  for (const definition of document.definitions) if ("selectionSet" in definition) walk(definition.selectionSet, 0);
  refuseBeyond(limits, { fields, depth: deepest });
}

interface Extent {
  fields: number;
  depth: number;
}

/**
 * Introspection does not count: whether it is allowed at all is another question, and the usual query for it is deep.
 * The document is valid, so that fragments form no cycle; each is measured once, however often it is spread.
 * @throws GraphQLError that says by how much the operation is too large.
 */
export function checkExtent(document: DocumentNode, operation: OperationDefinitionNode, limits: DocumentLimits): void {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Extent>();

  function extentOf({ selections }: SelectionSetNode): Extent {
    const extent = { fields: 0, depth: 0 };
    const add = ({ fields, depth }: Extent) => {
      extent.fields += fields;
      extent.depth = Math.max(extent.depth, depth);
    };
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith("__")) continue;
        const inner = selection.selectionSet ? extentOf(selection.selectionSet) : { fields: 0, depth: 0 };
        add({ fields: inner.fields + 1, depth: inner.depth + 1 });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(extentOf(selection.selectionSet));
      else add(extentOfFragment(selection.name.value));
    }
    return extent;
  }

  function extentOfFragment(name: string): Extent {
    const known = measured.get(name);
    if (known) return known;
    const extent = extentOf(fragments.get(name)!.selectionSet);
    measured.set(name, extent);
    return extent;
  }

  refuseBeyond(limits, extentOf(operation.selectionSet));
}

function refuseBeyond(limits: DocumentLimits, { fields, depth }: Extent): void {
  if (depth > limits.depth) throw tooLarge(`is ${depth} levels deep; at most ${limits.depth} are allowed`);
  if (fields > limits.fields) throw tooLarge(`selects ${fields} fields; at most ${limits.fields} are allowed`);
}

function checkAliases(selections: SelectionSetNode["selections"], limit: number): void {
  const names = new Map<string, Set<string>>();
  const add = (among: SelectionSetNode["selections"]): void => {
    for (const selection of among) {
      if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet.selections);
      if (selection.kind !== Kind.FIELD) continue;
      const field = selection.name.value;
      const under = names.get(field) ?? new Set<string>();
      names.set(field, under.add(selection.alias?.value ?? field));
      if (under.size > limit)
        throw tooLarge(
          `asks for \`${field}\` under more than ${limit} names in one place: use variables and several requests`,
        );
    }
  };
  add(selections);
}

function tooLarge(how: string): GraphQLError {
  return new GraphQLError(`The operation ${how}.`, { extensions: { code: "OPERATION_TOO_LARGE" } });
}
