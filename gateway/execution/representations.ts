// Representations of entities for a subgraph, as JSON: type, key and the fields of @requires.
import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { isObjectType, Kind, type GraphQLSchema, type SelectionSetNode } from "graphql";
import { mergeInto } from "./merge.ts";
import { own } from "./json.ts";
import { textOf } from "./json.ts";
import type { RequiredFields } from "./planning.ts";
import { compileRewrites, isOfType } from "./rewrites.ts";
import { isObject, type Json } from "./json.ts";

export interface Represent {
  /** The identity of an entity within its type; undefined if a key field is missing. */
  key(thing: Json): unknown;
  /** The JSON of its representation. */
  text(thing: Json, key: unknown): string;
}

interface Fragment {
  typeCondition: string;
  selections: readonly QueryPlanSelectionNode[];
}

interface Around {
  supergraph: GraphQLSchema;
  /** The subgraph's name of a stand-in field. */
  sentAs(name: string): string;
  /** The @keys of a type, and of its interfaces, in the subgraph of the fetch. */
  keysOf(typename: string): readonly SelectionSetNode[];
}

/** By runtime type, each compiled at the first object of it; undefined: nothing to fetch. */
export function compileRepresentations(
  fetch: FetchNode,
  { supergraph, required }: { supergraph: GraphQLSchema; required: RequiredFields },
): (thing: Json) => Represent | undefined {
  const around: Around = {
    supergraph,
    sentAs: (name) => required.withArguments.get(name)?.name ?? name,
    keysOf: (typename) => {
      const type = supergraph.getType(typename);
      const types = isObjectType(type) ? [type, ...type.getInterfaces()] : [{ name: typename }];
      return types.flatMap(({ name }) => required.keysOf(fetch.serviceName, name));
    },
  };
  const fragments = fetch.requires! as Fragment[];
  const byType = new Map<unknown, Represent | undefined>();
  return (thing) => {
    const typename = thing.__typename;
    if (byType.has(typename)) return byType.get(typename);
    if (typeof typename !== "string") return undefined;
    const represent = forType(typename, fragments, fetch, around);
    if (supergraph.getType(typename)) byType.set(typename, represent);
    return represent;
  };
}

function forType(typename: string, fragments: Fragment[], fetch: FetchNode, around: Around): Represent | undefined {
  const { supergraph } = around;
  const fitting = fragments.filter(({ typeCondition }) => isOfType(supergraph, typename, typeCondition));
  if (fitting.length === 0) return undefined;
  const { selections } = fitting[0]!;
  const isFlat = selections.every((selection) => selection.kind === "Field" && !selection.selections);
  if (fitting.length === 1 && isFlat && !fetch.inputRewrites) return flat(typename, selections, around);
  const keys = around.keysOf(typename);
  const rewrite = compileRewrites(supergraph, fetch.inputRewrites);
  const text = (thing: Json) => {
    const representation = selected(around, thing, fetch.requires!);
    if (!representation?.__typename) return undefined;
    // For an @interfaceObject the planner selects the requirements of some types for all, and the key of those types only.
    if (keys.length > 0 && !keys.some((key) => hasAll(representation, key))) return undefined;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
  return { key: text, text: (_, key) => key as string };
}

/** Whether it has all fields of a key. */
function hasAll(value: unknown, key: SelectionSetNode): boolean {
  if (Array.isArray(value)) return value.every((one) => hasAll(one, key));
  if (!isObject(value)) return true;
  return key.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const inner = own(value, selection.name.value);
    return inner !== undefined && (!selection.selectionSet || hasAll(inner, selection.selectionSet));
  });
}

/** The usual one: a type and a few scalars. */
function flat(
  typename: string,
  selections: readonly QueryPlanSelectionNode[],
  { sentAs }: Around,
): Represent | undefined {
  const all = selections.map((selection) => (selection.kind === "Field" ? (selection.alias ?? selection.name) : ""));
  const names = all.filter((name) => name !== "__typename");
  if (names.length === all.length) return undefined;
  const head = `{"__typename":${JSON.stringify(typename)}`;
  const heads = names.map((name) => `,${JSON.stringify(sentAs(name))}:`);
  const [only] = names;
  if (names.length === 1)
    return {
      // An object would not be equal to another of the same text.
      key: (thing) => {
        const value = own(thing, only!);
        return typeof value === "object" ? JSON.stringify(value) : value;
      },
      text: (thing) => `${head}${heads[0]}${textOf(thing[only!])}}`,
    };
  const text = (thing: Json) => {
    let json = head;
    for (let index = 0; index < names.length; index++) {
      const value = own(thing, names[index]!);
      if (value === undefined) return undefined;
      json += heads[index]! + textOf(value);
    }
    return `${json}}`;
  };
  return { key: text, text: (_, key) => key as string };
}

/** Null if something is missing; a fragment of which something is missing adds nothing. */
function selected(around: Around, thing: unknown, selections: readonly QueryPlanSelectionNode[]): Json | null {
  if (typeof thing !== "object" || thing === null) return null;
  const result: Json = {};
  for (const selection of selections) {
    if (selection.kind === "Field") {
      const name = selection.alias ?? selection.name;
      const value = own(thing as Json, name);
      if (value === undefined) return null;
      const { selections: inner } = selection;
      const sent = around.sentAs(name);
      if (!inner) result[sent] = value;
      else if (Array.isArray(value)) result[sent] = value.map((element) => selected(around, element, inner));
      else result[sent] = selected(around, value, inner);
    } else if (isOf(around.supergraph, thing as Json, selection.typeCondition)) {
      mergeInto(result, selected(around, thing, selection.selections));
    }
  }
  return result;
}

const isOf = (supergraph: GraphQLSchema, { __typename: typename }: Json, condition: string | undefined) =>
  condition !== undefined && typeof typename === "string" && isOfType(supergraph, typename, condition);
