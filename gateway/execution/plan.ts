// Plans an operation with @apollo/query-planner.
import { operationFromDocument, type Operation } from "@apollo/federation-internals";
import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import {
  GraphQLError,
  isInterfaceType,
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import { traced } from "../../platform/tracing.ts";
import { fetchesOf, unplannedFields } from "./missing.ts";
import type { Planning, RequiredFields } from "./planning.ts";
import { withRequiredFields } from "./required-fields.ts";

export interface Planned {
  operation: Operation;
  plan: QueryPlan;
  /** Of a subscription: what is pushed. */
  primary: FetchNode | undefined;
  /** What is executed, if anything is. */
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
  let plan: QueryPlan;
  try {
    plan = build(operation);
  } catch {
    // The planner does not find from an interface that a subgraph knows as an object to an interface below it.
    try {
      plan = build(operationFromDocument(plannerApi, onObjectTypes(document, api), options));
    } catch (error) {
      throw new GraphQLError("No plan of the subgraphs answers this operation.", {
        originalError: error as Error,
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      });
    }
  }
  const planned = plannedAs(operation, withRequired(plan, required));
  if (plan.node?.kind === "Subscription" || isWhole(planned)) return planned;
  // The planner leaves out a field under a condition if nothing inside it can ever be asked for: then it is an object all the same.
  try {
    plan = build(operationFromDocument(plannerApi, withTypenames(document), options));
    const again = plannedAs(operation, withRequired(plan, required));
    return isWhole(again) ? again : planned;
  } catch {
    // No subgraph can resolve it.
    return planned;
  }
}

const isWhole = ({ operation, node }: Planned) => unplannedFields(operation, fetchesOf(node)).size === 0;

function withRequired(plan: QueryPlan, required: RequiredFields): QueryPlan {
  const restored = (node: PlanNode) => withRequiredFields(node, required);
  if (plan.node?.kind !== "Subscription") return { ...plan, ...(plan.node && { node: restored(plan.node) }) };
  const primary = restored(plan.node.primary) as FetchNode;
  const rest = plan.node.rest && restored(plan.node.rest);
  return { ...plan, node: { ...plan.node, primary, ...(rest && { rest }) } };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The same operation, which asks for the type of whatever it asks for. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      leave: ({ selectionSet, ...node }) =>
        selectionSet && {
          ...node,
          selectionSet: { ...selectionSet, selections: [TYPENAME, ...selectionSet.selections] },
        },
    },
  });
}

function plannedAs(operation: Operation, plan: QueryPlan): Planned {
  const { node } = plan;
  if (node?.kind !== "Subscription") return { operation, plan, primary: undefined, node };
  const { primary, rest } = node;
  return { operation, plan, primary, node: rest ? { kind: "Sequence", nodes: [primary, rest] } : primary };
}

/** The same operation with each fragment on an interface as one on each of its object types. */
function onObjectTypes(document: DocumentNode, api: GraphQLSchema): DocumentNode {
  const objectsOf = (name: string) => {
    const type = api.getType(name);
    return isInterfaceType(type) ? api.getPossibleTypes(type).map((one) => one.name) : [name];
  };
  const typeOf = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.typeCondition.name.value] as const] : [],
    ),
  );
  const named = <Name extends string>(value: Name) => ({ kind: Kind.NAME, value }) as const;
  const onType = (value: string) => ({ kind: Kind.NAMED_TYPE, name: named(value) }) as const;
  const changed = visit(document, {
    InlineFragment: {
      leave: (node) => {
        if (!node.typeCondition) return undefined;
        const types = objectsOf(node.typeCondition.name.value);
        if (types.length === 1) return { ...node, typeCondition: onType(types[0]!) };
        const selections = types.map((type) => ({ ...node, directives: [], typeCondition: onType(type) }));
        const { typeCondition: _, ...around } = node;
        return { ...around, selectionSet: { kind: Kind.SELECTION_SET, selections } };
      },
    },
    // When it is left: what it holds then is not looked at again.
    FragmentSpread: {
      leave: (node) => ({
        kind: Kind.INLINE_FRAGMENT,
        ...(node.directives && { directives: node.directives }),
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: objectsOf(typeOf.get(node.name.value)!).map((type) => ({
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: onType(type),
            selectionSet: {
              kind: Kind.SELECTION_SET,
              selections: [{ kind: Kind.FRAGMENT_SPREAD, name: named(`${node.name.value}_${type}`) }],
            },
          })),
        },
      }),
    },
  });
  return {
    ...changed,
    definitions: changed.definitions.flatMap((one): DefinitionNode[] =>
      one.kind === Kind.FRAGMENT_DEFINITION
        ? objectsOf(one.typeCondition.name.value).map((type) => ({
            ...one,
            name: named(`${one.name.value}_${type}`),
            typeCondition: onType(type),
          }))
        : [one],
    ),
  };
}
