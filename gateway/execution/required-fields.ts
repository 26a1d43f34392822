// Input of an entity fetch: the key, and the @requires of its selected fields. The planner merges all of it. This separates them: an
// excluded field requires nothing, and two fields may require the same field with different arguments, which one representation can't hold.
import type { FetchNode, PlanNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { withoutStandIns, type RequiredFields } from "./planning.ts";

/** Whether a field is included, by a variable or always. */
type Condition = { variable: string; wanted: boolean } | boolean;

/** A field that a fetch selects on entities. */
export interface AskedField {
  node: FieldNode;
  /** Type conditions around it. */
  types: readonly string[];
  /** All of them must hold. */
  conditions: Condition[];
  /** Paths of the leaves that it requires, as `size.width`. */
  requires: ReadonlySet<string>;
}

/** The plan with the fields that are meant, and fetches apart where their requirements exclude each other. */
export function withRequiredFields(node: PlanNode, required: RequiredFields): PlanNode {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return { ...node, nodes: node.nodes.map((child) => withRequiredFields(child, required)) };
    case "Flatten":
      return { ...node, node: withRequiredFields(node.node, required) };
    case "Condition":
      return {
        ...node,
        ...(node.ifClause && { ifClause: withRequiredFields(node.ifClause, required) }),
        ...(node.elseClause && { elseClause: withRequiredFields(node.elseClause, required) }),
      };
    case "Fetch": {
      const apart = apartBy(node, required).map((fetch) => {
        const operation = withoutStandIns(fetch.operation, required);
        return { ...fetch, operation, operationDocumentNode: undefined } as FetchNode;
      });
      return apart.length === 1 ? apart[0]! : { kind: "Parallel", nodes: apart };
    }
    case "Defer":
      return node;
  }
}

function apartBy(fetch: FetchNode, required: RequiredFields): FetchNode[] {
  if (!fetch.requires) return [fetch];
  const asked = askedFields(fetch, required);
  // If a subgraph has an interface as an @interfaceObject, some types may lack fields that are required for others.
  const isOfSome = fetch.inputRewrites !== undefined && fetch.requires.length > 1;
  const groups: { fields: AskedField[]; standIns: Map<string, string> }[] = [];
  for (const field of asked) {
    const standIns = standInsOf(field.requires, required);
    const fits = groups.find(
      (group) =>
        (!isOfSome || isSame(group.fields[0]!.requires, field.requires)) &&
        [...standIns].every(([meant, name]) => (group.standIns.get(meant) ?? name) === name),
    );
    if (!fits) groups.push({ fields: [field], standIns });
    else {
      fits.fields.push(field);
      for (const [meant, name] of standIns) fits.standIns.set(meant, name);
    }
  }
  if (groups.length < 2) return [fetch];
  const ofAny = new Set(asked.flatMap(({ requires }) => [...requires]));
  return groups.map(({ fields }) => {
    const ofThese = new Set(fields.flatMap(({ requires }) => [...requires]));
    return {
      ...fetch,
      operation: onlyWith(fetch.operation, new Set(fields.map(({ node }) => print(node)))),
      requires: pruned(fetch.requires!, (path) => !ofAny.has(path) || ofThese.has(path)),
    };
  });
}

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  some.size === others.size && [...some].every((one) => others.has(one));

/** For each original path, the stand-in field with these arguments. */
function standInsOf(paths: ReadonlySet<string>, { withArguments }: RequiredFields): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const names = path.split(".");
    for (const [index, name] of names.entries())
      if (withArguments.has(name)) {
        const meant = [...names.slice(0, index), withArguments.get(name)!.name].join(".");
        found.set(meant, name);
      }
  }
  return found;
}

/** The document of a fetch with a subset of its entity fields. */
export function onlyWith(operation: string, kept: ReadonlySet<string>): string {
  const document = visit(parse(operation, { noLocation: true }), {
    Field: {
      enter: (node, _key, _parent, _path, ancestors) => {
        if (node.name.value === "_entities") return undefined;
        const isTop =
          ancestors.filter((one) => !Array.isArray(one) && (one as FieldNode).kind === Kind.FIELD).length === 1;
        if (isTop && node.name.value !== "__typename" && !kept.has(print(node))) return null;
        return isTop ? false : undefined;
      },
    },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const needed = visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? false : null),
  });
  return stripIgnoredCharacters(print(needed));
}

export const fragmentsIn = ({ definitions }: DocumentNode) =>
  new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );

export function askedFields({ operation, serviceName }: FetchNode, required: RequiredFields): AskedField[] {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsIn(document);
  const found: AskedField[] = [];
  const walk = ({ selections }: SelectionSetNode, types: string[], before: Condition[]): void => {
    for (const node of selections) {
      const conditions = [...before, ...conditionsOf(node.directives ?? [])];
      if (node.kind === Kind.FIELD) {
        if (node.name.value === "__typename") continue;
        const sets = types.flatMap((type) => required.of(serviceName, type, node.name.value) ?? []);
        found.push({ node, types, conditions, requires: new Set(sets.flatMap((set) => leavesOf(set))) });
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition?.name.value;
        walk(node.selectionSet, on ? [...types, on] : types, conditions);
      } else {
        const { typeCondition, selectionSet } = fragments.get(node.name.value)!;
        walk(selectionSet, [...types, typeCondition.name.value], conditions);
      }
    }
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      for (const field of definition.selectionSet.selections)
        if (field.kind === Kind.FIELD && field.selectionSet) walk(field.selectionSet, [], []);
  return found;
}

function conditionsOf(directives: readonly DirectiveNode[]): Condition[] {
  return directives.flatMap(({ name, arguments: args }): Condition[] => {
    if (name.value !== "skip" && name.value !== "include") return [];
    const wanted = name.value === "include";
    const value = args?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) return [{ variable: value.name.value, wanted }];
    return value?.kind === Kind.BOOLEAN ? [value.value === wanted] : [];
  });
}

/** Paths of the leaves, as `size.width`. */
export function leavesOf(set: SelectionSetNode, before = ""): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return leavesOf(selection.selectionSet, before);
    const path = `${before}${selection.name.value}`;
    return selection.selectionSet ? leavesOf(selection.selectionSet, `${path}.`) : [path];
  });
}

export function pruned(
  selections: readonly QueryPlanSelectionNode[],
  isKept: (path: string) => boolean,
  before = "",
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === "Field" && !selection.selections)
      return selection.name === "__typename" || isKept(`${before}${selection.name}`) ? [selection] : [];
    const { selections: all = [] } = selection;
    const inner = pruned(all, isKept, selection.kind === "Field" ? `${before}${selection.name}.` : before);
    // A type alone does not identify an entity.
    const isEmpty = inner.every((one) => one.kind === "Field" && one.name === "__typename");
    return isEmpty && inner.length < all.length ? [] : [{ ...selection, selections: inner }];
  });
}

/** Requirements of a fetch, by its included fields. */
export interface Requirements {
  /** A key of the included fields: the same for the same fields. Empty if it is always the same. */
  variant(valueOf: (variable: string) => unknown): string;
  requires(variant: string): FetchNode["requires"];
}

export function requirementsOf(fetch: FetchNode, required: RequiredFields): Requirements {
  const asked = askedFields(fetch, required).filter(({ requires }) => requires.size > 0);
  if (asked.every(({ conditions }) => conditions.length === 0))
    return { variant: () => "", requires: () => fetch.requires };
  const holds = (condition: Condition, valueOf: (variable: string) => unknown) =>
    typeof condition === "boolean" ? condition : valueOf(condition.variable) === condition.wanted;
  return {
    variant: (valueOf) =>
      asked.map(({ conditions }) => (conditions.every((one) => holds(one, valueOf)) ? "1" : "0")).join(""),
    requires: (variant) => {
      const isAsked = (field: AskedField) => variant[asked.indexOf(field)] === "1";
      return fetch.requires!.flatMap((fragment) => {
        const on = fragment.kind === "InlineFragment" ? fragment.typeCondition : undefined;
        const ofType = asked.filter(({ types }) => types.includes(on ?? ""));
        // The planner lists the members of an interface if a subgraph has it as an @interfaceObject.
        const fields = ofType.length > 0 ? ofType : asked;
        const ofAny = new Set(fields.flatMap(({ requires }) => [...requires]));
        const needed = new Set(fields.filter(isAsked).flatMap(({ requires }) => [...requires]));
        return pruned([fragment], (path) => !ofAny.has(path) || needed.has(path));
      });
    },
  };
}
