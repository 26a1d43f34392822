// The maximum cost of an operation, computed before execution: demand control by @cost and @listSize (https://specs.apollo.dev/cost/v0.1,
// after IBM's GraphQL cost directives). A field that returns an object costs 1, a leaf nothing, a mutation 10 more; a list costs as often
// as it may have elements.
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
import { argumentOf, directivesIn, fragmentsOf } from "../../platform/graphql/documents.ts";
import type { Json } from "../execution/json.ts";

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
/** Size of a list without @listSize. */
const ASSUMED_SIZE = 10;
/** Subgraphs cap their pages at this multiple of the usual page: a larger `first` returns, and costs, no more. */
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

/** Fields with at least this cost, such as the check of a password, may occur once in a request. */
const EXPENSIVE = 100;

/** Number of expensive root fields of an operation; each fragment is counted once. */
export function countExpensive(
  schema: GraphQLSchema,
  { weights }: Costs,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const root = schema.getRootType(operation.operation)!.name;
  const fragments = fragmentsOf(document);
  const counted = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD)
        return sum + ((weights.get(`${root}.${selection.name.value}`) ?? 0) >= EXPENSIVE ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      const name = selection.name.value;
      if (!counted.has(name)) counted.set(name, count(fragments.get(name)!.selectionSet));
      return sum + counted.get(name)!;
    }, 0);
  return count(operation.selectionSet);
}

/** The cost of an operation with these variables, as they were sent. */
export type CostOf = (variables: Json) => number;

/** A number that may depend on variables, and on the values of the steps before it. */
type Step = (values: Float64Array, variables: Json) => number;

/** Index of a step's value. */
type Place = number;

/** Cost of a selection set as a function of the `size` of the field around it: `fixed + size * each`. */
interface SetCost {
  fixed: Place[];
  each: Place[];
}

const nothing = (): SetCost => ({ fixed: [], each: [] });

/** The field around a selection set, which determines the sizes of the lists with these names in it. */
type SizedFields = readonly string[];

/** Cost of everything beyond the limit: sums and products stay finite. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * The cost as a list of steps, each built once and evaluated once for each request: one for each field and each fragment, regardless of the
 * number of spreads.
 */
export function compileCost(
  schema: GraphQLSchema,
  costs: Costs,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostOf {
  const fragments = fragmentsOf(document);
  const ofFragments = new Map<string, SetCost>();
  const ofFields = new Map<FieldNode, FieldCost>();
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  const steps: Step[] = [];
  let dependsOnVariables = false;

  const add = (step: Step): Place => steps.push(step) - 1;
  const total = (values: Float64Array, places: Place[]) => places.reduce((sum, place) => sum + values[place]!, 0);

  function costOfSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, sized: SizedFields, cost: SetCost) {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = costOfFragment(selection.name.value, sized);
        cost.fixed.push(...fragment.fixed);
        cost.each.push(...fragment.each);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        costOfSet(selection.selectionSet, condition ? composite(condition) : type, sized, cost);
      } else {
        const field = costOfField(selection, type);
        if (!field) continue;
        cost.fixed.push(field.own);
        if (field.isList && sized.includes(selection.name.value)) cost.each.push(field.perElement);
        else cost.fixed.push(field.asItself);
      }
    }
    return cost;
  }

  /** One step for its whole content: each spread adds one number. */
  function costOfFragment(name: string, sized: SizedFields): SetCost {
    const key = `${name} ${sized.join()}`;
    const known = ofFragments.get(key);
    if (known) return known;
    const { selectionSet, typeCondition } = fragments.get(name)!;
    const { fixed, each } = costOfSet(selectionSet, composite(typeCondition.name.value), sized, nothing());
    const one = (places: Place[]) => (places.length === 0 ? [] : [add((values) => total(values, places))]);
    const cost = { fixed: one(fixed), each: one(each) };
    ofFragments.set(key, cost);
    return cost;
  }

  const composite = (name: string) => schema.getType(name) as GraphQLCompositeType;

  interface FieldCost {
    isList: boolean;
    own: Place;
    perElement: Place;
    /** Cost of its elements, with the default number if no field around it sets the size. */
    asItself: Place;
  }

  /** A field occurs in one selection set and so has one type: its cost for each element is the same in every spread. */
  function costOfField(node: FieldNode, type: GraphQLCompositeType): FieldCost | undefined {
    const known = ofFields.get(node);
    if (known) return known;
    const name = node.name.value;
    const field = "getFields" in type ? type.getFields()[name] : undefined;
    if (!field) return undefined;
    const coordinate = `${type.name}.${name}`;
    const named = getNamedType(field.type);
    const size = costs.sizes.get(coordinate);
    const asked = size && add(sizeAsked(node, field, size));
    const inner =
      node.selectionSet && isCompositeType(named)
        ? costOfSet(node.selectionSet, named, size?.sizedFields ?? [], nothing())
        : nothing();
    const own = costs.weights.get(coordinate);
    const element = own === undefined ? (costs.weights.get(named.name) ?? (isCompositeType(named) ? 1 : 0)) : 0;
    const perElement = add((values) => {
      const sized = asked === undefined ? 0 : values[asked]! * total(values, inner.each);
      return element + total(values, inner.fixed) + sized;
    });
    const isList = isListType(getNullableType(field.type));
    const cost: FieldCost = {
      isList,
      own: add(() => own ?? 0),
      perElement,
      asItself: add((values) => {
        const count = asked === undefined ? ASSUMED_SIZE : values[asked]!;
        return (isList ? count : 1) * values[perElement]!;
      }),
    };
    ofFields.set(node, cost);
    return cost;
  }

  const root = schema.getRootType(operation.operation)!;
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  const { fixed } = costOfSet(operation.selectionSet, root, [], nothing());
  const costOf = (variables: Json): number => {
    const values = new Float64Array(steps.length);
    for (let place = 0; place < steps.length; place++) values[place] = Math.min(MOST, steps[place]!(values, variables));
    return Math.min(MOST, base + total(values, fixed));
  };
  if (dependsOnVariables) return costOf;
  const always = costOf({});
  return () => always;

  /** Number of elements by the slicing arguments. */
  function sizeAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, size: ListSize): Step {
    const asked = size.slicingArguments.map((name): ((variables: Json) => unknown) => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const fallback = field.args.find((argument) => argument.name === name)?.defaultValue;
      if (!value) return () => fallback;
      if (value.kind === Kind.VARIABLE) {
        const variable = value.name.value;
        const usual = defaults.get(variable) ?? fallback;
        dependsOnVariables = true;
        return (variables) => (Object.hasOwn(variables, variable) ? (variables[variable] ?? fallback) : usual);
      }
      const literal = valueFromASTUntyped(value);
      return () => literal;
    });
    return (_, variables) => {
      const numbers = asked.map((amount) => amount(variables)).filter((value) => typeof value === "number");
      if (numbers.length === 0) return size.assumedSize ?? ASSUMED_SIZE;
      // A negative number is the subgraph's to refuse; it must not lower the cost.
      const wanted = Math.max(0, ...numbers);
      return size.assumedSize === undefined ? wanted : Math.min(wanted, LARGEST_PAGE * size.assumedSize);
    };
  }
}
