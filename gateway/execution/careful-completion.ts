// Completion of a response with invalid data: slower than the compiled completion, but it tracks paths. Null and invalid leaves get the
// messages of the stock executor, which reports them in `extensions`. A value of the wrong shape becomes null with an error: the rest of
// the response stays.
import {
  ERRORS,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isSubtype,
  isValidLeafValue,
  possibleRuntimeTypes,
  Variable,
  type CompositeType,
  type FieldSelection,
  type ObjectType,
  type Operation,
  type OperationElement,
  type OutputType,
  type Schema,
  type Selection,
  type SelectionSet,
} from "@apollo/federation-internals";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { own } from "./json.ts";
import { clientPath, type Names } from "./response-names.ts";
import { isObject, type Json } from "./json.ts";

export interface CarefullyCompleted {
  data: Json | null;
  /** A value whose shape differs from the schema. */
  errors: GraphQLFormattedError[];
  /** Null in a non-null position, or an invalid leaf. */
  incomplete: GraphQLFormattedError[];
}

interface Values {
  operation: Operation;
  names: Names;
  data: Json;
  variables: Json;
  introspect(selection: FieldSelection): unknown;
}

/** Outcome of completing a value. */
interface Outcome {
  value: unknown;
  /** Null in a non-null position. */
  bubbles?: boolean;
  /** Already reported. */
  isSaid?: boolean;
}

const NULL: Outcome = { value: null };
const SAID: Outcome = { value: null, isSaid: true };

type Path = (string | number)[];

export interface Condition {
  /** A boolean, or the variable that is one. */
  value: unknown;
  wanted: boolean;
}

/** @skip and @include. */
export function conditionsOf(element: OperationElement, schema: Schema): Condition[] {
  if (element.appliedDirectives.length === 0) return [];
  return [
    ...element.appliedDirectivesOf(schema.skipDirective()).map((one) => ({ value: one.arguments().if, wanted: false })),
    ...element
      .appliedDirectivesOf(schema.includeDirective())
      .map((one) => ({ value: one.arguments().if, wanted: true })),
  ];
}

/** Whether the variables include it (@skip, @include). */
export function isAsked(element: OperationElement, schema: Schema, variables: Json): boolean {
  return conditionsOf(element, schema).every(
    ({ value, wanted }) => (value instanceof Variable ? own(variables, value.name) : value) === wanted,
  );
}

export function completeCarefully({ operation, names, data, variables, introspect }: Values): CarefullyCompleted {
  const schema = operation.schema();
  const errors: GraphQLFormattedError[] = [];
  const incomplete: GraphQLFormattedError[] = [];
  const clientName = (name: string) => names.fields.get(name) ?? name;

  const describe = (path: Path, type: OutputType, parent: CompositeType) => {
    const last = path.at(-1)!;
    return typeof last === "string"
      ? `field ${String(parent)}.${clientName(last)}`
      : `array element of type ${String(type)} at index ${last}`;
  };
  const say = (message: string, path: Path) => {
    incomplete.push(ERRORS.INVALID_GRAPHQL.err(message, { path: clientPath(path, names) }).toJSON());
  };
  const refuse = (message: string, path: Path): Outcome => {
    const error = new GraphQLError(message, {
      path: clientPath(path, names),
      extensions: { code: ERRORS.INVALID_GRAPHQL.code },
    });
    errors.push(error.toJSON());
    return SAID;
  };

  /** @returns whether the object is null because something in it is null that may not be. */
  function select(
    set: SelectionSet,
    thing: Json,
    output: Json,
    actual: CompositeType,
    parent: CompositeType,
    path: Path,
  ): boolean {
    for (const selection of set.selections()) {
      if (!isAsked(selection.element, schema, variables)) continue;
      if (selection.kind === "FragmentSelection") {
        const { typeCondition } = selection.element;
        if (typeCondition && !isSubtype(typeCondition, actual)) continue;
        if (select(selection.selectionSet, thing, output, actual, typeCondition ?? parent, path)) return true;
        continue;
      }
      const { element, selectionSet } = selection;
      const { type } = element.definition;
      const name = element.responseName();
      const shown = clientName(name);
      const before = Object.hasOwn(output, shown) ? output[shown] : undefined;
      if (element.definition.isSchemaIntrospectionField()) {
        if (before === undefined) put(output, shown, introspect(selection));
      } else if (element.name === "__typename") {
        if (before !== undefined) continue;
        const said = own(thing, name) ?? own(thing, "__typename");
        const known = typeof said === "string" ? (schema.type(said) ?? actual) : actual;
        if (!isObjectType(known as never)) return true;
        put(output, shown, (known as CompositeType).name);
      } else {
        const outcome = complete(type!, own(thing, name) ?? null, before, selectionSet, parent, [...path, name]);
        put(output, shown, outcome.value);
        if (outcome.bubbles) return true;
      }
    }
    return false;
  }

  function complete(
    type: OutputType,
    value: unknown,
    before: unknown,
    set: SelectionSet | undefined,
    parent: CompositeType,
    path: Path,
  ): Outcome {
    if (before === null || (before !== undefined && !set)) return { value: before };
    if (isNonNullType(type)) {
      const outcome = complete(type.ofType as OutputType, value, before, set, parent, path);
      if (outcome.value !== null) return { value: outcome.value };
      if (!outcome.isSaid)
        say(`Cannot return null for non-nullable ${describe(path, type.ofType as OutputType, parent)}.`, path);
      return { value: null, bubbles: true, isSaid: true };
    }
    if (value === null || value === undefined) return NULL;
    if (isListType(type)) return completeList(type.ofType as OutputType, value, before, set, parent, path);
    if (isCompositeType(type)) return completeObject(type, value, before, set!, parent, path);
    if (isValidLeafValue(schema, value, type as never)) return { value };
    say(`Invalid value found for ${describe(path, type, parent)}.`, path);
    return SAID;
  }

  function completeList(
    element: OutputType,
    value: unknown,
    before: unknown,
    set: SelectionSet | undefined,
    parent: CompositeType,
    path: Path,
  ): Outcome {
    if (!Array.isArray(value))
      return refuse(`A subgraph did not return a list for ${describe(path, element, parent)}.`, path);
    const outcomes = value.map((one: unknown, index) =>
      complete(element, one, Array.isArray(before) ? before[index] : undefined, set, parent, [...path, index]),
    );
    const isSaid = outcomes.some((one) => one.isSaid);
    if (outcomes.some(({ bubbles }) => bubbles)) return { value: null, isSaid };
    return { value: outcomes.map((one) => one.value), isSaid };
  }

  function completeObject(
    type: CompositeType,
    value: unknown,
    before: unknown,
    set: SelectionSet,
    parent: CompositeType,
    path: Path,
  ): Outcome {
    if (!isObject(value))
      return refuse(`A subgraph did not return an object for ${describe(path, type, parent)}.`, path);
    const { __typename: typename } = value;
    if (typename !== undefined && typename !== null && typeof typename !== "string")
      return refuse(`A subgraph did not return a string as __typename of ${describe(path, type, parent)}.`, path);
    let actual = type;
    if (typename) {
      const known = schema.type(typename);
      if (!known || !isCompositeType(known)) {
        say(`Invalid __typename found for object at ${describe(path, type, parent)}.`, path);
        return SAID;
      }
      if (!isSubtype(type, known))
        return refuse(`A subgraph returned a ${typename} for ${describe(path, type, parent)}.`, path);
      actual = known;
    } else if (dependsOnType(set, type, variables)) {
      return refuse(`A subgraph did not return the __typename of ${describe(path, type, parent)}.`, path);
    }
    const output = isObject(before) ? before : (Object.create(null) as Json);
    if (select(set, value, output, actual, actual, path)) return { value: null, isSaid: true };
    return { value: output };
  }

  const root = schema.schemaDefinition.rootType(operation.rootKind)!;
  const output = Object.create(null) as Json;
  const typename = own(data, "__typename");
  const named = typeof typename === "string" ? schema.type(typename) : undefined;
  const actual = named && isCompositeType(named) ? named : root;
  const isNull = select(operation.selectionSet, data, output, actual, root, []);
  return { data: isNull ? null : output, errors, incomplete };
}

/** Own properties only, also for names such as `constructor`. */
function put(output: Json, name: string, value: unknown): void {
  Object.defineProperty(output, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Whether a field is selected for only some of the possible types of a value. */
function dependsOnType(set: SelectionSet, type: CompositeType, variables: Json): boolean {
  if (isObjectType(type)) return false;
  return set.selections().some((selection) => {
    // The type of the missing value was never fetched.
    if (selection.kind !== "FragmentSelection" || !isAsked(selection.element, type.schema(), variables)) return false;
    const { typeCondition } = selection.element;
    if (!typeCondition || isSubtype(typeCondition, type)) return dependsOnType(selection.selectionSet, type, variables);
    return isAnyAsked(selection, possibleRuntimeTypes(type), variables);
  });
}

/** Whether a selection contains a field of one of the types. */
function isAnyAsked(selection: Selection, types: readonly ObjectType[], variables: Json): boolean {
  const { element, selectionSet } = selection;
  if (types.length === 0 || !isAsked(element, element.schema(), variables)) return false;
  if (element.kind === "Field") return true;
  const { typeCondition } = element;
  const fitting = typeCondition ? types.filter((type) => isSubtype(typeCondition, type)) : types;
  return selectionSet!.selections().some((inner) => isAnyAsked(inner, fitting, variables));
}
