// Repairs query plans for chained @requires: a field that requires a field that itself requires another. The planner may fetch such a field
// before, or in parallel with, its requirement, and may lose the requirement when it merges two fetches. The repair sorts the fetches of
// such a plan by their dependencies: which response fields each fetch needs, and which it returns.
import type {
  ConditionNode,
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlanInlineFragmentNode,
  QueryPlanSelectionNode,
} from "@apollo/query-planner";
import { Kind, OperationTypeNode, parse, print, type SelectionSetNode } from "graphql";
import type { RequiredFields } from "./planning.ts";
import { askedFields, fragmentsIn, leavesOf, onlyWith, pruned, type AskedField } from "./required-fields.ts";

/** A fetch and its surrounding nodes in the plan. */
interface Step {
  fetch: FetchNode;
  /** False if the plan's own fetch lacked a requirement of one of its fields. */
  isAsPlanned: boolean;
  /** Puts the same around it. */
  wrap(fetch: PlanNode): PlanNode;
  /** Under which it is done, as `@include(if: $all)`. */
  conditions: ReadonlySet<string>;
  /** Fetches that the plan runs before it. */
  before: ReadonlySet<Step>;
  /** Paths of leaves in the response, as `books.sides.width`. */
  needs: ReadonlySet<string>;
  /** The same, each with its conditions: several times if it is selected several times. */
  gives: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
}

/** Surroundings of a plan node; `at` is the path of its objects. */
type Around = Pick<Step, "wrap" | "conditions" | "before"> & { at: string };

/** Candidates that may provide a step's input. */
interface Need {
  givers: Step[];
  /** Of these, the ones that the plan runs before the step. */
  before: Step[];
}

/** The same plan, or a reordered one in which every fetch runs after its requirements. */
export function inOrder(plan: PlanNode, required: RequiredFields): PlanNode {
  if (required.isEmpty) return plan;
  const steps: Step[] = [];
  const whole: Around = { at: "", before: new Set(), conditions: new Set(), wrap: (fetch) => fetch };
  if (!collect(plan, required, whole, steps)) return plan;
  const needs = new Map(steps.map((step) => [step, needsOf(step, steps)]));
  const isRight =
    steps.every(({ isAsPlanned }) => isAsPlanned) &&
    [...needs.values()].flat().every(({ before }) => before.length > 0);
  return isRight ? plan : (staged(steps, needs) ?? plan);
}

function needsOf(step: Step, steps: Step[]): Need[] {
  const holdsFor = (conditions: ReadonlySet<string>) => [...conditions].every((one) => step.conditions.has(one));
  return [...step.needs].flatMap((path): Need[] => {
    const all = steps.filter((one) => one !== step && one.gives.has(path));
    const always = all.filter(({ gives }) => gives.get(path)!.some(holdsFor));
    const givers = always.length > 0 ? always : all;
    // Input that no step provides comes from the first fetches of the plan.
    return givers.length === 0 ? [] : [{ givers, before: givers.filter((one) => step.before.has(one)) }];
  });
}

/** @returns whether all of it is understood */
function collect(node: PlanNode, required: RequiredFields, around: Around, steps: Step[]): boolean {
  const under = (child: PlanNode | undefined, wrapped: Around["wrap"], more: Partial<Around> = {}) =>
    !child || collect(child, required, { ...around, ...more, wrap: (inner) => around.wrap(wrapped(inner)) }, steps);
  switch (node.kind) {
    case "Fetch":
      for (const fetch of apart(node, required))
        steps.push({ ...around, ...dataOf(fetch, around), fetch, isAsPlanned: fetch === node });
      return true;
    case "Flatten": {
      const at = [around.at, ...node.path.map(String)].filter((part) => part !== "" && part !== "@").join(".");
      return under(node.node, (inner) => ({ ...node, node: inner as FlattenNode["node"] }), { at });
    }
    case "Condition": {
      const { condition } = node;
      const only = (clause: Partial<ConditionNode>): PlanNode => ({ kind: "Condition", condition, ...clause });
      const when = (directive: string) => ({
        conditions: new Set([...around.conditions, `@${directive}(if: $${condition})`]),
      });
      return (
        under(node.ifClause, (ifClause) => only({ ifClause }), when("include")) &&
        under(node.elseClause, (elseClause) => only({ elseClause }), when("skip"))
      );
    }
    case "Parallel":
      return node.nodes.every((child) => collect(child, required, around, steps));
    case "Sequence": {
      const before = new Set(around.before);
      return node.nodes.every((child) => {
        const first = steps.length;
        const isUnderstood = collect(child, required, { ...around, before: new Set(before) }, steps);
        for (const step of steps.slice(first)) before.add(step);
        return isUnderstood;
      });
    }
    case "Defer":
      return false;
  }
}

/** Each step as early as its requirements allow; undefined for a cycle. */
function staged(steps: Step[], needs: ReadonlyMap<Step, readonly Need[]>): PlanNode | undefined {
  const isMutation = steps.some(({ fetch }) => fetch.operationKind === OperationTypeNode.MUTATION);
  const done = new Set<Step>();
  const isDone = (step: Step) => done.has(step);
  /** Mutations run in order, each with its dependent fetches before the next one. */
  const isItsTurn = ({ fetch, before }: Step) => !isMutation || fetch.requires || [...before].every(isDone);
  const hasAll = (step: Step) =>
    needs.get(step)!.every(({ givers, before }) => (before.length > 0 ? before.every(isDone) : givers.some(isDone)));
  const hasOneOfEach = (step: Step) => needs.get(step)!.every(({ givers }) => givers.some(isDone));
  const stages: PlanNode[] = [];
  while (done.size < steps.length) {
    const left = steps.filter((step) => !isDone(step) && isItsTurn(step));
    const complete = left.filter(hasAll);
    const ready = complete.length > 0 ? complete : left.filter(hasOneOfEach);
    if (ready.length === 0) return undefined;
    const nodes = ready.map(({ wrap, fetch }) => wrap(fetch));
    stages.push(nodes.length === 1 ? nodes[0]! : { kind: "Parallel", nodes });
    for (const step of ready) done.add(step);
  }
  return { kind: "Sequence", nodes: stages };
}

function dataOf(fetch: FetchNode, { at, conditions }: Around): Pick<Step, "needs" | "gives"> {
  const prefix = at === "" ? "" : `${at}.`;
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = fragmentsIn(document);
  const gives = new Map<string, ReadonlySet<string>[]>();
  const walk = ({ selections }: SelectionSetNode, before: string, outer: ReadonlySet<string>): void => {
    for (const selection of selections) {
      const under = new Set([...outer, ...(selection.directives ?? []).map((one) => print(one))]);
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, before, under);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        walk(fragments.get(selection.name.value)!.selectionSet, before, under);
      else {
        const path = `${before}${(selection.alias ?? selection.name).value}`;
        if (selection.selectionSet) walk(selection.selectionSet, `${path}.`, under);
        else gives.set(path, [...(gives.get(path) ?? []), under]);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (!fetch.requires) walk(definition.selectionSet, prefix, conditions);
    else
      for (const entities of definition.selectionSet.selections)
        if (entities.kind === Kind.FIELD && entities.selectionSet) walk(entities.selectionSet, prefix, conditions);
  }
  return { needs: new Set(pathsIn(fetch.requires ?? [], prefix)), gives };
}

/** The fetch unchanged, or split in two if it selects fields without their requirements. */
function apart(fetch: FetchNode, required: RequiredFields): FetchNode[] {
  const { requires, serviceName } = fetch;
  if (!requires) return [fetch];
  const asked = askedFields(fetch, required);
  const given = new Set(pathsIn(requires));
  const isRepresented = ({ types }: AskedField) =>
    requires.some((one) => one.kind === "InlineFragment" && types.includes(one.typeCondition ?? ""));
  const incomplete = asked.filter(
    (field) => isRepresented(field) && [...field.requires].some((path) => !given.has(path)),
  );
  if (incomplete.length === 0) return [fetch];
  const others = asked.filter((field) => !incomplete.includes(field));
  const only = (fields: AskedField[]) => onlyWith(fetch.operation, new Set(fields.map(({ node }) => print(node))));
  const ofAny = new Set(asked.flatMap((field) => [...field.requires]));
  const completed = (fragment: QueryPlanInlineFragmentNode): QueryPlanInlineFragmentNode => {
    const type = fragment.typeCondition ?? "";
    const ofKeys = new Set(required.keysOf(serviceName, type).flatMap((key) => leavesOf(key)));
    const kept = pruned(fragment.selections, (path) => ofKeys.has(path) || !ofAny.has(path));
    const names = new Set(kept.map((one) => (one.kind === "Field" && !one.selections ? one.name : undefined)));
    const more = incomplete
      .filter(({ types }) => types.includes(type))
      .flatMap(({ node }) => required.of(serviceName, type, node.name.value) ?? [])
      .flatMap((set) => selectionsOf(set))
      .filter((one) => one.kind !== "Field" || !names.has(one.name));
    return { ...fragment, selections: [...kept, ...more] };
  };
  const complete: FetchNode = {
    ...fetch,
    operation: only(incomplete),
    requires: requires.map((one) => (one.kind === "InlineFragment" ? completed(one) : one)),
  };
  return others.length === 0 ? [complete] : [{ ...fetch, operation: only(others) }, complete];
}

function pathsIn(selections: readonly QueryPlanSelectionNode[], before = ""): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === "InlineFragment") return pathsIn(selection.selections, before);
    const path = `${before}${selection.name}`;
    return selection.selections ? pathsIn(selection.selections, `${path}.`) : [path];
  });
}

function selectionsOf({ selections }: SelectionSetNode): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const typeCondition = selection.typeCondition?.name.value;
      const inner = selectionsOf(selection.selectionSet);
      return [{ kind: "InlineFragment", ...(typeCondition && { typeCondition }), selections: inner }];
    }
    const { name, selectionSet } = selection;
    return [{ kind: "Field", name: name.value, ...(selectionSet && { selections: selectionsOf(selectionSet) }) }];
  });
}
