// What a subgraph is told of a thing so that it can go on with it: its type, its key and what @requires names, as JSON.
import { applyRewrites, isObjectOfType } from "@apollo/gateway/dist/dataRewrites.js";
import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { mergeInto } from "./merge.ts";
import { textOf } from "./json.ts";
import type { Json } from "./run.ts";

/** The JSON of a thing's representation; undefined if the thing lacks what it takes. */
export type Represent = (thing: Json) => string | undefined;

interface Fragment {
  typeCondition: string;
  selections: readonly QueryPlanSelectionNode[];
}

/** By the runtime types of things, each compiled when the first thing of it comes by. */
export function compileRepresentations(fetch: FetchNode, supergraph: GraphQLSchema): Represent {
  const fragments = fetch.requires! as Fragment[];
  const byType = new Map<string, Represent>();
  return (thing) => {
    const typename = thing.__typename as string | undefined;
    if (typename === undefined) return undefined;
    let represent = byType.get(typename);
    if (!represent) {
      represent = forType(typename, fragments, fetch, supergraph);
      if (supergraph.getType(typename)) byType.set(typename, represent);
    }
    return represent(thing);
  };
}

function forType(typename: string, fragments: Fragment[], fetch: FetchNode, supergraph: GraphQLSchema): Represent {
  const fitting = fragments.filter(({ typeCondition }) =>
    isObjectOfType(supergraph, { __typename: typename }, typeCondition),
  );
  const [only] = fitting;
  if (fitting.length === 0) return () => undefined;
  const isFlat = only!.selections.every((selection) => selection.kind === "Field" && !selection.selections);
  if (fitting.length === 1 && isFlat && !fetch.inputRewrites) return flat(only!);
  return (thing) => {
    const representation = selected(supergraph, thing, fetch.requires!);
    if (!representation?.__typename) return undefined;
    applyRewrites(supergraph, fetch.inputRewrites, representation);
    return JSON.stringify(representation);
  };
}

/** The usual one: a type and a few scalars. */
function flat({ selections }: Fragment): Represent {
  const names = selections.map((selection) => (selection.kind === "Field" ? (selection.alias ?? selection.name) : ""));
  if (!names.includes("__typename")) return () => undefined;
  const heads = names.map((name, index) => `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  return (thing) => {
    let text = "";
    for (let index = 0; index < names.length; index++) {
      const value = thing[names[index]!];
      if (value === undefined) return undefined;
      text += heads[index]! + textOf(value);
    }
    return `${text}}`;
  };
}

/** Null if something is missing; a fragment of which something is missing adds nothing. */
function selected(
  supergraph: GraphQLSchema,
  thing: Json | null,
  selections: readonly QueryPlanSelectionNode[],
): Json | null {
  if (thing === null) return null;
  const result: Json = {};
  for (const selection of selections) {
    if (selection.kind === "Field") {
      const name = selection.alias ?? selection.name;
      const value = thing[name];
      if (value === undefined) return null;
      const { selections: inner } = selection;
      if (!inner) result[name] = value;
      else if (Array.isArray(value))
        result[name] = value.map((element) => selected(supergraph, element as Json, inner));
      else result[name] = selected(supergraph, value as Json, inner);
    } else if (selection.typeCondition && isObjectOfType(supergraph, thing, selection.typeCondition)) {
      mergeInto(result, selected(supergraph, thing, selection.selections));
    }
  }
  return result;
}
