// Size limits of an operation, checked on its text before validation or any other traversal. A fragment is measured once, regardless of the
// number of spreads, so that the check is linear in the document's length.
import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../platform/graphql/documents.ts";

export interface DocumentLimits {
  /** Lexical tokens of the document. */
  tokens: number;
  /** Nesting levels of fields. */
  depth: number;
  /** Fields after fragments are spread. */
  fields: number;
  /** Aliases of one field in one selection set. */
  aliases: number;
}

/**
 * Selections of any kind after fragments are spread, including introspection fields, `__typename`, spreads and inline fragments. This
 * bounds every traversal of an operation. Clients add a `__typename` to each object; the usual introspection has 200 selections.
 */
const SELECTIONS_PER_FIELD = 4;
/** Nesting of syntax for each level of fields: a field, its selection set, and the same for fragments in between. */
const NESTED_PER_LEVEL = 10;

/** @throws GraphQLError with the exceeded limit, or for a cycle of fragments */
export function checkDocument(document: DocumentNode, limits: DocumentLimits): void {
  checkNesting(document, limits);
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Extent>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) extentOfFragment(definition.name.value, fragments, measured);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    refuseBeyond(limits, extentOf(definition.selectionSet, fragments, measured));
  }
  let written = 0;
  visit(document, { Field: ({ name }) => void (written += isIntrospection(name.value) ? 0 : 1) });
  refuseBeyond(limits, { ...NOTHING, fields: written });
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) checkAliases(definition, fragments, limits.aliases);
}

/** Iterative, because recursion over deep nesting would overflow the stack. */
function checkNesting(document: DocumentNode, { depth: levels }: DocumentLimits): void {
  const most = levels * NESTED_PER_LEVEL;
  let depth = 0;
  visit(document, {
    enter: () => {
      depth += 1;
      if (depth > most) throw tooLarge(`is nested more than ${most} levels deep`);
    },
    leave: () => void (depth -= 1),
  });
}

interface Extent {
  fields: number;
  selections: number;
  /** Depth of fields. */
  depth: number;
}

const NOTHING: Extent = { fields: 0, selections: 0, depth: 0 };

/** Introspection counts neither as fields nor as depth: it is allowed separately, and its usual query is deep. */
const isIntrospection = (name: string) => name.startsWith("__");

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function extentOf({ selections }: SelectionSetNode, fragments: Fragments, measured: Map<string, Extent>): Extent {
  const extent = { ...NOTHING };
  const add = (inner: Extent, isLevel: boolean) => {
    extent.fields += inner.fields + (isLevel ? 1 : 0);
    extent.selections += inner.selections + 1;
    extent.depth = Math.max(extent.depth, inner.depth + (isLevel ? 1 : 0));
  };
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      add(extentOfFragment(selection.name.value, fragments, measured), false);
      continue;
    }
    const inner = selection.selectionSet ? extentOf(selection.selectionSet, fragments, measured) : NOTHING;
    if (selection.kind === Kind.INLINE_FRAGMENT) add(inner, false);
    else if (isIntrospection(selection.name.value)) add({ ...NOTHING, selections: inner.selections }, false);
    else add(inner, true);
  }
  return extent;
}

const BEING_MEASURED: Extent = { ...NOTHING };

function extentOfFragment(name: string, fragments: Fragments, measured: Map<string, Extent>): Extent {
  const known = measured.get(name);
  if (known === BEING_MEASURED) throw new GraphQLError(`Cannot spread fragment "${name}" within itself.`);
  if (known) return known;
  const fragment = fragments.get(name);
  // Validation reports missing fragments.
  if (!fragment) return NOTHING;
  measured.set(name, BEING_MEASURED);
  const extent = extentOf(fragment.selectionSet, fragments, measured);
  measured.set(name, extent);
  return extent;
}

function refuseBeyond(limits: DocumentLimits, { depth, fields, selections }: Extent): void {
  if (depth > limits.depth) throw tooLarge(`is ${depth} levels deep; at most ${limits.depth} are allowed`);
  if (fields > limits.fields) throw tooLarge(`selects ${fields} fields; at most ${limits.fields} are allowed`);
  const most = limits.fields * SELECTIONS_PER_FIELD;
  if (selections > most) throw tooLarge(`has more than ${most} selections once its fragments are spread`);
}

/** Traverses the operation with its fragments spread: its size is already limited. */
function checkAliases({ selectionSet }: OperationDefinitionNode, fragments: Fragments, limit: number): void {
  const places = [[selectionSet]];
  for (let place = places.pop(); place; place = places.pop()) {
    const names = new Map<string, Set<string>>();
    for (let set = place.pop(); set; set = place.pop())
      for (const selection of set.selections) {
        if (selection.kind !== Kind.FIELD) {
          const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
          if (inner) place.push(inner.selectionSet);
          continue;
        }
        const field = selection.name.value;
        const under = names.get(field) ?? new Set<string>();
        names.set(field, under.add(selection.alias?.value ?? field));
        if (under.size > limit)
          throw tooLarge(
            `has more than ${limit} aliases of \`${field}\` in one selection set: use variables and several requests`,
          );
        if (selection.selectionSet) places.push([selection.selectionSet]);
      }
  }
}

export function tooLarge(how: string): GraphQLError {
  return new GraphQLError(`The operation ${how}.`, { extensions: { code: "OPERATION_TOO_LARGE" } });
}
