// Plans an operation with @apollo/query-planner.
import { operationFromDocument, type Operation } from "@apollo/federation-internals";
import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { traced } from "../../platform/telemetry/tracing.ts";
import { fragmentsOf } from "../../platform/graphql/documents.ts";
import { inOrder } from "./fetch-order.ts";
import type { Planning, RequiredFields } from "./planning.ts";
import { withRequiredFields } from "./required-fields.ts";

export interface Planned {
  operation: Operation;
  plan: QueryPlan;
  /** For a subscription: the pushed root field. */
  primary: FetchNode | undefined;
  /** The executable plan, if there is one. */
  node: PlanNode | undefined;
}

/** @throws GraphQLError if the operation can't be planned. */
export function planOf(
  planning: Planning,
  api: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  known?: QueryPlan,
): Planned {
  const { plannerApi, required } = planning;
  const options = operationName ? { operationName } : {};
  const operation = operationFromDocument(plannerApi, document, options);
  if (known) return plannedAs(operation, known);
  const build = (planned: Operation) => traced("plan", {}, () => planning.planner.buildQueryPlan(planned));
  const prepared = withTypes(withoutExcluded(document));
  // The planner does not find from an interface that a subgraph knows as an object to other interfaces. For an interface that no other
  // subgraph resolves, the type is unknown: the operation is planned unchanged.
  const attempts = [() => prepared, () => onObjectTypes(prepared, api), () => document];
  let failure: unknown;
  for (const attempt of attempts) {
    try {
      return plannedAs(operation, withRequired(build(operationFromDocument(plannerApi, attempt(), options)), required));
    } catch (error) {
      failure = error;
    }
  }
  throw noPlan(failure);
}

export const noPlan = (cause: unknown) =>
  new GraphQLError("No query plan can answer this operation.", {
    originalError: cause as Error,
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });

/** Plans as the stock executor does: the supergraph and the operation as they are. @throws GraphQLError if it can't be planned. */
export function stockPlanOf({ stock: { planner, api } }: Planning, document: DocumentNode): QueryPlan {
  const operation = operationFromDocument(api, document);
  try {
    return traced("plan", {}, () => planner.buildQueryPlan(operation));
  } catch (error) {
    throw noPlan(error);
  }
}

function withRequired(plan: QueryPlan, required: RequiredFields): QueryPlan {
  const restored = (node: PlanNode) => withRequiredFields(inOrder(node, required), required);
  if (plan.node?.kind !== "Subscription") return { ...plan, ...(plan.node && { node: restored(plan.node) }) };
  const primary = restored(plan.node.primary) as FetchNode;
  const rest = plan.node.rest && restored(plan.node.rest);
  return { ...plan, node: { ...plan.node, primary, ...(rest && { rest }) } };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The same operation without parts that literals exclude: the planner may lose the literal and keep the field. */
function withoutExcluded(document: DocumentNode): DocumentNode {
  const dropped = (node: SelectionNode) => (isExcludedByLiteral(node) ? null : undefined);
  return visit(document, {
    Field: { enter: dropped },
    InlineFragment: { enter: dropped },
    FragmentSpread: { enter: dropped },
    SelectionSet: { leave: ({ selections }) => (selections.length === 0 ? setOf([TYPENAME]) : undefined) },
  });
}

/**
 * Rewrites fields under conditions as fragments on their type if all other selections are conditional, too. Otherwise the planner mistakes
 * shared conditions of the selections for the field's own.
 */
function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      leave: (node) => {
        const { selectionSet } = node;
        if (!selectionSet || !isConditional(node) || !isAllConditional(selectionSet)) return undefined;
        return { ...node, selectionSet: setOf([TYPENAME, ...selectionSet.selections]) };
      },
    },
  });
}

function isExcludedByLiteral({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const value = given[0]?.value;
    const isLiteral = value?.kind === Kind.BOOLEAN;
    return isLiteral && (name.value === "skip" ? value.value : name.value === "include" && !value.value);
  });
}

/** Whether the selection may be empty at run time: fragments on types may not match. */
const isAllConditional = ({ selections }: SelectionSetNode): boolean =>
  selections.every(
    (selection) =>
      isConditional(selection) ||
      selection.kind === Kind.FRAGMENT_SPREAD ||
      (selection.kind === Kind.INLINE_FRAGMENT &&
        (selection.typeCondition || isAllConditional(selection.selectionSet))),
  );

const isConditional = ({ directives = [] }: SelectionNode) =>
  directives.some(({ name }) => name.value === "skip" || name.value === "include");

function plannedAs(operation: Operation, plan: QueryPlan): Planned {
  const { node } = plan;
  if (node?.kind !== "Subscription") return { operation, plan, primary: undefined, node };
  const { primary, rest } = node;
  return { operation, plan, primary, node: rest ? { kind: "Sequence", nodes: [primary, rest] } : primary };
}

/** The same operation with each fragment on an abstract type as one on each of its object types that can be there. */
function onObjectTypes(document: DocumentNode, api: GraphQLSchema): DocumentNode {
  const fragments = fragmentsOf(document);
  const objectsOf = (name: string) => {
    const type = api.getType(name);
    return isAbstractType(type) ? api.getPossibleTypes(type).map((one) => one.name) : [name];
  };

  /** @param within the object types that it can be about */
  function expanded({ selections }: SelectionSetNode, within: readonly string[]): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        const [type] = within.map((name) => api.getType(name) as GraphQLObjectType);
        const field = type?.getFields()[selection.name.value];
        if (!selection.selectionSet || !field) return [selection];
        const inner = expanded(selection.selectionSet, objectsOf(getNamedType(field.type).name));
        return [{ ...selection, selectionSet: setOf(inner.length > 0 ? inner : [TYPENAME]) }];
      }
      const { directives = [] } = selection;
      const isInline = selection.kind === Kind.INLINE_FRAGMENT;
      const { typeCondition, selectionSet } = isInline ? selection : fragments.get(selection.name.value)!;
      const about = (types: readonly string[], condition: object): SelectionNode[] => {
        const inner = expanded(selectionSet, types);
        if (inner.length === 0) return [];
        return [{ kind: Kind.INLINE_FRAGMENT, directives, ...condition, selectionSet: setOf(inner) }];
      };
      if (!typeCondition) return about(within, {});
      return objectsOf(typeCondition.name.value)
        .filter((type) => within.includes(type))
        .flatMap((type) => about([type], { typeCondition: { ...typeCondition, name: named(type) } }));
    });
  }

  return {
    ...document,
    definitions: document.definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION
        ? [{ ...one, selectionSet: setOf(expanded(one.selectionSet, [api.getRootType(one.operation)!.name])) }]
        : [],
    ),
  };
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const setOf = (selections: readonly SelectionNode[]) => ({ kind: Kind.SELECTION_SET, selections }) as const;
