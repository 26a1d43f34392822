// Errors for missing data: a fetch failed, the viewer may not see it, or no subgraph can resolve it. Each missing place gets an error with
// its path, including list indices.
import {
  baseType,
  isCompositeType,
  isSubtype,
  Variable,
  type CompositeType,
  type Operation,
  type SelectionSet,
} from "@apollo/federation-internals";
import type { FetchNode, PlanNode, ResponsePath } from "@apollo/query-planner";
import { Kind, parse, type FragmentDefinitionNode, type GraphQLFormattedError, type SelectionSetNode } from "graphql";
import { conditionsOf, isAsked, type Condition } from "./careful-completion.ts";
import { own } from "./json.ts";
import { clientPath, type Names } from "./response-names.ts";
import { isObject, type Json } from "./json.ts";

/** An error and the fields that it makes null. */
export interface Loss {
  error: GraphQLFormattedError;
  /** Paths without indices, joined by dots. */
  fields: Iterable<string>;
  /** Only missing data causes errors. */
  isOnlyWhereMissing?: boolean;
}

/** Maximum repetitions of the same error in a list of thousands. */
const MAX_PLACES = 100;

export interface Response {
  operation: Operation;
  names: Names;
  data: Json;
  variables: Json;
}

/** One error for each place at which a field of a loss is missing; one for the loss if there is no such place. */
export function errorsOf(
  losses: readonly Loss[],
  { operation, names, data, variables }: Response,
): GraphQLFormattedError[] {
  const lossOf = new Map<string, Loss>();
  const onTheWay = new Set<string>();
  for (const loss of losses) {
    for (const field of loss.fields) {
      if (!lossOf.has(field)) lossOf.set(field, loss);
      for (let path = field; path; path = path.slice(0, Math.max(path.lastIndexOf("."), 0))) onTheWay.add(path);
    }
  }
  const places = new Map<Loss, Map<string, ResponsePath>>();

  function walk(set: SelectionSet, thing: Json, type: CompositeType, path: ResponsePath, before: string): void {
    const { __typename: typename } = thing;
    const known = typeof typename === "string" ? operation.schema().type(typename) : undefined;
    const actual = known && isCompositeType(known) ? known : type;
    for (const selection of set.selections()) {
      if (!isAsked(selection.element, operation.schema(), variables)) continue;
      if (selection.kind === "FragmentSelection") {
        const { typeCondition } = selection.element;
        if (!typeCondition || isSubtype(typeCondition, actual)) walk(selection.selectionSet, thing, type, path, before);
        continue;
      }
      const { element, selectionSet } = selection;
      const name = element.responseName();
      const field = `${before}${name}`;
      if (!onTheWay.has(field) || element.name.startsWith("__")) continue;
      const value = own(thing, name);
      if (value === undefined) found(lossOf.get(field), [...path, name]);
      else if (selectionSet)
        within(value, selectionSet, baseType(element.definition.type!) as CompositeType, [...path, name], `${field}.`);
    }
  }

  function within(value: unknown, set: SelectionSet, type: CompositeType, path: ResponsePath, before: string): void {
    if (Array.isArray(value)) value.forEach((one, index) => within(one, set, type, [...path, index], before));
    else if (isObject(value)) walk(set, value, type, path, before);
  }

  function found(loss: Loss | undefined, path: ResponsePath): void {
    if (!loss) return;
    const all = places.get(loss) ?? new Map<string, ResponsePath>();
    if (all.size < MAX_PLACES) all.set(JSON.stringify(path), path);
    places.set(loss, all);
  }

  const root = operation.schema().schemaDefinition.rootType(operation.rootKind)!;
  walk(operation.selectionSet, data, root, [], "");
  return losses.flatMap((loss) => {
    const paths = [...(places.get(loss)?.values() ?? [])];
    if (paths.length === 0) return loss.isOnlyWhereMissing ? [] : [loss.error];
    return paths.map((path) => ({ ...loss.error, path: clientPath(path, names) }));
  });
}

/** Fields of an operation that no fetch of its plan returns. */
export function unplannedFields(operation: Operation, fetches: readonly PlacedFetch[]): Set<string> {
  const brought = new Set(fetches.flatMap((fetch) => [...broughtBy(fetch)]));
  const found = new Set<string>();
  const walk = (set: SelectionSet, before: string, around: readonly Condition[]): void => {
    for (const { element, selectionSet } of set.selections()) {
      const conditions = [...around, ...conditionsOf(element, operation.schema())];
      if (isNever(conditions)) continue;
      if (element.kind === "FragmentElement") {
        walk(selectionSet!, before, conditions);
        continue;
      }
      if (element.name.startsWith("__")) continue;
      const field = `${before}${element.responseName()}`;
      if (!brought.has(field)) found.add(field);
      else if (selectionSet) walk(selectionSet, `${field}.`, conditions);
    }
  };
  walk(operation.selectionSet, "", []);
  return found;
}

/** The planner omits fields that no variables can include. */
const isNever = (conditions: readonly Condition[]) =>
  conditions.some(
    ({ value, wanted }) =>
      (typeof value === "boolean" && value !== wanted) ||
      (value instanceof Variable &&
        conditions.some(
          (other) => other.value instanceof Variable && other.value.name === value.name && other.wanted !== wanted,
        )),
  );

/** The fields at a path of the client's, each as the plan may call it. */
export function fieldsAt(path: readonly (string | number)[], { fields }: Names): string[] {
  let found = [""];
  for (const part of path) {
    const names = [String(part), ...[...fields].flatMap(([own, client]) => (client === part ? [own] : []))];
    found = found.flatMap((before) => names.map((name) => (before ? `${before}.${name}` : name)));
  }
  return found;
}

/** A fetch of a plan, and the path at which it is carried out. */
export interface PlacedFetch {
  fetch: FetchNode;
  path: ResponsePath;
}

export function fetchesOf(node: PlanNode | undefined, path: ResponsePath = []): PlacedFetch[] {
  switch (node?.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case "Flatten":
      return fetchesOf(node.node, path.concat(node.path));
    case "Condition":
      return [...fetchesOf(node.ifClause, path), ...fetchesOf(node.elseClause, path)];
    case "Fetch":
      return [{ fetch: node, path }];
    default:
      return [];
  }
}

/** The fields that a fetch returns, at every depth. */
export function broughtBy({ fetch, path }: PlacedFetch): Set<string> {
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const renamed = new Map(
    (fetch.outputRewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === "KeyRenamer" ? [[String(rewrite.path.at(-1)), rewrite.renameKeyTo] as const] : [],
    ),
  );
  const found = new Set<string>();
  const walk = ({ selections }: SelectionSetNode, before: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, before);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value)!.selectionSet, before);
      else if (fetch.requires && selection.name.value === "_entities") walk(selection.selectionSet!, before);
      else {
        const response = selection.alias?.value ?? selection.name.value;
        const field = `${before}${renamed.get(response) ?? response}`;
        found.add(field);
        if (selection.selectionSet) walk(selection.selectionSet, `${field}.`);
      }
    }
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, prefixOf(path));
  return found;
}

const prefixOf = (path: ResponsePath) =>
  path
    .filter((part) => part !== "@")
    .map((part) => `${part}.`)
    .join("");

/** Data missing after a failed fetch: its own fields, and the fields that depend on them. */
export function lostWith(failed: FetchNode, fetches: readonly PlacedFetch[]): Set<string> {
  const index = fetches.findIndex(({ fetch }) => fetch === failed);
  const lost = broughtBy(fetches[index]!);
  for (const later of fetches.slice(index + 1)) {
    const { requires = [] } = later.fetch;
    if (namesAny(requires as readonly Required[], prefixOf(later.path), lost))
      for (const field of broughtBy(later)) lost.add(field);
  }
  return lost;
}

interface Required {
  kind: string;
  name?: string;
  alias?: string;
  selections?: readonly Required[];
}

function namesAny(selections: readonly Required[], before: string, lost: ReadonlySet<string>): boolean {
  return selections.some(({ kind, name, alias, selections: inner = [] }) => {
    if (kind !== "Field") return namesAny(inner, before, lost);
    const field = `${before}${alias ?? name}`;
    return (name !== "__typename" && lost.has(field)) || namesAny(inner, `${field}.`, lost);
  });
}
