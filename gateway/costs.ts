// What an operation may cost at most, told before it is executed: demand control by @cost and @listSize
// (https://specs.apollo.dev/cost/v0.1, after IBM's GraphQL cost directives). A field that returns an object costs 1, a leaf
// nothing, a mutation 10 more; a list costs as often as it may have elements.
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { argumentOf, directivesIn, fragmentsOf } from "./documents.ts";
import type { Json } from "./execution/run.ts";

interface ListSize {
  assumedSize: number | undefined;
  slicingArguments: string[];
  sizedFields: string[];
}

export interface Costs {
  /** By coordinate: `Type` or `Type.field`. */
  weights: Map<string, number>;
  sizes: Map<string, ListSize>;
}

const MUTATION_COST = 10;
/** Of a list of which nothing else is said. */
const ASSUMED_SIZE = 10;
/** Subgraphs cap their pages, at no more than this many times the usual page: whoever asks for more gets, and pays, no more. */
const LARGEST_PAGE = 10;

export function readCosts(supergraph: DocumentNode): Costs {
  const costs: Costs = { weights: new Map(), sizes: new Map() };
  for (const [coordinate, directive] of directivesIn(supergraph)) {
    if (directive.name.value === "cost") costs.weights.set(coordinate, Number(argumentOf(directive, "weight")));
    if (directive.name.value === "listSize")
      costs.sizes.set(coordinate, {
        assumedSize: argumentOf(directive, "assumedSize") as number | undefined,
        slicingArguments: (argumentOf(directive, "slicingArguments") as string[] | undefined) ?? [],
        sizedFields: (argumentOf(directive, "sizedFields") as string[] | undefined) ?? [],
      });
  }
  return costs;
}

/** What costs so much by itself, such as the check of a password, may be asked for once in a request. */
const DEAR = 100;

/** How many dear fields an operation has at its root. */
export function countDear(
  schema: GraphQLSchema,
  { weights }: Costs,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const root = schema.getRootType(operation.operation)!.name;
  const fragments = fragmentsOf(document);
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD)
        return sum + ((weights.get(`${root}.${selection.name.value}`) ?? 0) >= DEAR ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      return sum + count(fragments.get(selection.name.value)!.selectionSet);
    }, 0);
  return count(operation.selectionSet);
}

/** The cost of an operation with these variables. */
export type CostOf = (variables: Json) => number;

/** A number that may depend on variables. */
type Amount = (variables: Json) => number;

const fixed =
  (amount: number): Amount =>
  () =>
    amount;

export function compileCost(
  schema: GraphQLSchema,
  costs: Costs,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostOf {
  const fragments = fragmentsOf(document);
  const fragmentCosts = new Map<string, Amount>();
  let dependsOnVariables = false;

  /** @param sized sizes that the field around this has settled for lists in here */
  function costOfSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, sized: Map<string, Amount>): Amount {
    const amounts = selections.map((selection): Amount => {
      if (selection.kind === Kind.FIELD) return costOfField(selection, type, sized);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return costOfSet(selection.selectionSet, condition ? composite(condition) : type, sized);
      }
      const name = selection.name.value;
      const fragment = fragments.get(name)!;
      const known = sized.size === 0 ? fragmentCosts.get(name) : undefined;
      const cost = known ?? costOfSet(fragment.selectionSet, composite(fragment.typeCondition.name.value), sized);
      if (sized.size === 0) fragmentCosts.set(name, cost);
      return cost;
    });
    return (variables) => amounts.reduce((sum, amount) => sum + amount(variables), 0);
  }

  const composite = (name: string) => schema.getType(name) as GraphQLCompositeType;

  function costOfField(node: FieldNode, type: GraphQLCompositeType, sized: Map<string, Amount>): Amount {
    const name = node.name.value;
    const field = "getFields" in type ? type.getFields()[name] : undefined;
    if (!field) return fixed(0);
    const coordinate = `${type.name}.${name}`;
    const named = getNamedType(field.type);
    const size = costs.sizes.get(coordinate);
    const asked = size && sizeAsked(node, field, size);
    const innerSizes = new Map((asked ? size.sizedFields : []).map((inner) => [inner, asked!]));
    const inner =
      node.selectionSet && isCompositeType(named) ? costOfSet(node.selectionSet, named, innerSizes) : fixed(0);
    const each = costs.weights.get(named.name) ?? (isCompositeType(named) ? 1 : 0);
    const own = costs.weights.get(coordinate);
    const isList = isListType(getNullableType(field.type));
    const count = isList ? (sized.get(name) ?? asked ?? fixed(ASSUMED_SIZE)) : fixed(1);
    return (variables) => {
      const times = count(variables);
      return own === undefined ? times * (each + inner(variables)) : own + times * inner(variables);
    };
  }

  const root = schema.getRootType(operation.operation)!;
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  const cost = costOfSet(operation.selectionSet, root, new Map());
  if (dependsOnVariables) return (variables) => base + cost(variables);
  const always = base + cost({});
  return () => always;

  /** How many elements the arguments ask for. */
  function sizeAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, size: ListSize): Amount {
    const asked = size.slicingArguments.map((name): ((variables: Json) => unknown) => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const fallback = field.args.find((argument) => argument.name === name)?.defaultValue;
      if (!value) return () => fallback;
      if (value.kind === Kind.VARIABLE) {
        dependsOnVariables = true;
        return (variables) => variables[value.name.value] ?? fallback;
      }
      const literal = valueFromASTUntyped(value);
      return () => literal;
    });
    return (variables) => {
      const numbers = asked.map((amount) => amount(variables)).filter((value) => typeof value === "number");
      if (numbers.length === 0) return size.assumedSize ?? ASSUMED_SIZE;
      // A negative number is the subgraph's to refuse; it must not lower the cost.
      const wanted = Math.max(0, ...numbers);
      return size.assumedSize === undefined ? wanted : Math.min(wanted, LARGEST_PAGE * size.assumedSize);
    };
  }
}
