// Turns what the subgraphs have said into the response that the client asked for, straight to JSON: one pass, no object of
// the response is ever built. Null bubbles as the specification says (6.4.4). Whatever is not as the schema promises is left
// to the stock executor's own completion, which knows how to say so: see `Completion`.
import {
  baseType,
  isCompositeType,
  isCustomScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSubtype,
  Variable,
  type CompositeType,
  type FieldSelection,
  type FragmentSelection,
  type NamedType,
  type Operation,
  type OperationElement,
  type OutputType,
  type Schema,
  type SelectionSet,
} from "@apollo/federation-internals";
import { quoted, textOf } from "./json.ts";
import type { Json } from "./run.ts";

/** JSON text, or undefined where null bubbles up to whatever this is part of. */
type Text = string | undefined;

interface Completing {
  variables: Json;
  /** Whether something was null or wrong that the schema says can't be: the stock completion knows the words for it. */
  isIncomplete: boolean;
  introspect(selection: FieldSelection): unknown;
}

type ValueText = (value: unknown, state: Completing) => Text;
type Condition = (variables: Json) => boolean;

/** Thrown where only the stock completion knows what to do: the operation is exotic, or the data not of its schema's shape. */
export class Uncompleted extends Error {}

/** @throws Uncompleted */
export type Completion = (data: Json, variables: Json, introspect: Completing["introspect"]) => Completed;

export interface Completed {
  /** JSON of `data`. */
  text: string;
  /** Whether a value was not as the schema says, so that there is more to say than the text. */
  isIncomplete: boolean;
}

export function compileCompletion(operation: Operation): Completion {
  const schema = operation.schema();
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind)!;
  const object = compileObject([{ selectionSet: operation.selectionSet, conditions: [] }], root, schema);
  const defaults = operation.collectDefaultedVariableValues() as Json;
  const hasDefaults = Object.keys(defaults).length > 0;
  return (data, variables, introspect) => {
    const state = {
      variables: hasDefaults ? { ...defaults, ...variables } : variables,
      isIncomplete: false,
      introspect,
    };
    return { text: object(data, state) ?? "null", isIncomplete: state.isIncomplete };
  };
}

/** A selection set that counts where all conditions hold. */
interface Part {
  selectionSet: SelectionSet;
  conditions: Condition[];
}

/** By the runtime types that come by, when the first thing of each does: nested abstract types would be too many beforehand. */
function compileObject(parts: Part[], staticType: CompositeType, schema: Schema): ValueText {
  const byType = new Map<string, ValueText>();
  let untyped: ValueText | undefined;
  return (value, state) => {
    const typename = (value as Json).__typename;
    if (typename === undefined) {
      untyped ??= fieldsText(parts, staticType, undefined, schema);
      return untyped(value, state);
    }
    if (typeof typename !== "string") throw new Uncompleted();
    let text = byType.get(typename);
    if (!text) {
      const type = schema.type(typename);
      // At the root, a subgraph's own name for its root type; elsewhere, a type that clients do not know.
      if (!type || !isCompositeType(type)) throw new Uncompleted();
      text = fieldsText(parts, type, type, schema);
      byType.set(typename, text);
    }
    return text(value, state);
  };
}

interface FieldStep {
  name: string;
  /** What stands before the value: the key. */
  head: string;
  text: ValueText;
  conditions: Condition[][];
}

function fieldsText(
  parts: Part[],
  parentType: CompositeType,
  runtimeType: CompositeType | undefined,
  schema: Schema,
): ValueText {
  const collected = new Map<string, Collected>();
  for (const { selectionSet, conditions } of parts)
    collect(selectionSet, parentType, runtimeType, conditions, schema, collected);
  const steps = [...collected].map(([name, field]): FieldStep => ({
    name,
    head: `${JSON.stringify(name)}:`,
    text: fieldText(field, schema),
    conditions: field.parts.some(({ conditions }) => conditions.length === 0)
      ? []
      : field.parts.map((part) => part.conditions),
  }));
  if (steps.some(({ conditions }) => conditions.length > 0)) return conditionalFields(steps);
  return unconditionalFields(steps);
}

function unconditionalFields(steps: FieldStep[]): ValueText {
  const count = steps.length;
  const names = steps.map(({ name }) => name);
  const texts = steps.map(({ text }) => text);
  const heads = steps.map(({ head }, index) => (index === 0 ? `{${head}` : `,${head}`));
  if (count === 0) return () => "{}";
  return (object, state) => {
    let json = "";
    for (let index = 0; index < count; index++) {
      const text = texts[index]!((object as Json)[names[index]!], state);
      if (text === undefined) return undefined;
      json += heads[index]! + text;
    }
    return `${json}}`;
  };
}

function conditionalFields(steps: FieldStep[]): ValueText {
  return (object, state) => {
    let json = "{";
    for (const { name, head, text: textOfField, conditions } of steps) {
      if (conditions.length > 0 && !conditions.some((all) => all.every((holds) => holds(state.variables)))) continue;
      const text = textOfField((object as Json)[name], state);
      if (text === undefined) return undefined;
      json += (json.length > 1 ? "," : "") + head + text;
    }
    return `${json}}`;
  };
}

interface Collected {
  selection: FieldSelection;
  parentType: CompositeType;
  parts: { selectionSet: SelectionSet | undefined; conditions: Condition[] }[];
}

function collect(
  selectionSet: SelectionSet,
  parentType: CompositeType,
  runtimeType: CompositeType | undefined,
  conditions: Condition[],
  schema: Schema,
  into: Map<string, Collected>,
): void {
  for (const selection of selectionSet.selections()) {
    const own = conditionsOf(selection.element, schema);
    const all = own.length > 0 ? [...conditions, ...own] : conditions;
    if (selection.kind === "FieldSelection") {
      const name = selection.element.responseName();
      // What every object inherits is not what a subgraph has said.
      if (name in Object.prototype) throw new Uncompleted(`The response name ${name}`);
      const known = into.get(name);
      const part = { selectionSet: selection.selectionSet, conditions: all };
      if (!known) into.set(name, { selection, parentType, parts: [part] });
      // The first of them decides whether null bubbles, and which that is depends on the variables.
      else if (String(known.selection.element.definition.type) !== String(selection.element.definition.type))
        throw new Uncompleted(`${name}, which is of two types`);
      else known.parts.push(part);
    } else {
      const { typeCondition } = (selection as FragmentSelection).element;
      if (!typeCondition || isSubtype(typeCondition, runtimeType ?? parentType))
        collect(selection.selectionSet, typeCondition ?? parentType, runtimeType, all, schema, into);
    }
  }
}

function conditionsOf(element: OperationElement, schema: Schema): Condition[] {
  const [skip] = element.appliedDirectivesOf(schema.skipDirective());
  const [include] = element.appliedDirectivesOf(schema.includeDirective());
  return [
    ...(skip ? [condition(skip.arguments().if, false)] : []),
    ...(include ? [condition(include.arguments().if, true)] : []),
  ];
}

function condition(value: unknown, wanted: boolean): Condition {
  if (!(value instanceof Variable)) return () => value === wanted;
  const { name } = value;
  return (variables) => {
    const given = variables[name];
    if (typeof given !== "boolean") throw new Uncompleted();
    return given === wanted;
  };
}

function fieldText({ selection, parentType, parts }: Collected, schema: Schema): ValueText {
  const field = selection.element;
  // Where the only part does not hold, the field is not there at all.
  const inner = parts.length === 1 ? [{ selectionSet: parts[0]!.selectionSet, conditions: [] }] : parts;
  if (field.definition.isSchemaIntrospectionField())
    return (_, state) => JSON.stringify(state.introspect(selection)) ?? "null";
  if (field.name === "__typename") return typenameText(field.responseName(), parentType, schema);
  return valueText(field.definition.type!, inner, schema);
}

function typenameText(responseName: string, parentType: CompositeType, schema: Schema): ValueText {
  const usual = isObjectType(parentType) ? parentType.name : undefined;
  const usualText = usual === undefined ? undefined : `"${usual}"`;
  // An alias of __typename that a subgraph was not asked for is not followed up: the planner asks for it.
  if (responseName !== "__typename") return (value, state) => typename(value, state);
  return typename;

  function typename(value: unknown, state: Completing): Text {
    if (value === usual || value === undefined || value === null) {
      if (usualText !== undefined && (value === usual || responseName === "__typename")) return usualText;
      throw new Uncompleted();
    }
    const type = typeof value === "string" ? (schema.type(value) ?? parentType) : parentType;
    if (isObjectType(type)) return `"${type.name}"`;
    state.isIncomplete = true;
    return undefined;
  }
}

function valueText(type: OutputType, parts: Collected["parts"], schema: Schema): ValueText {
  if (isNonNullType(type)) {
    const inner = valueText(type.ofType as OutputType, parts, schema);
    return (value, state) => {
      const text = inner(value, state);
      if (text !== "null") return text;
      state.isIncomplete = true;
      return undefined;
    };
  }
  if (isListType(type)) return listText(valueText(type.ofType as OutputType, parts, schema));
  if (isCompositeType(baseType(type))) {
    const object = compileObject(parts as Part[], type as CompositeType, schema);
    return (value, state) => {
      if (value === undefined || value === null) return "null";
      if (typeof value !== "object" || Array.isArray(value)) throw new Uncompleted();
      return object(value, state) ?? "null";
    };
  }
  return leafText(type as NamedType);
}

function listText(element: ValueText): ValueText {
  return (value, state) => {
    if (value === undefined || value === null) return "null";
    if (!Array.isArray(value)) throw new Uncompleted();
    let json = "";
    let isNull = false;
    // All of them, also after one that makes the list null: a later one may be of no shape at all.
    for (let index = 0; index < value.length; index++) {
      const text = element(value[index], state);
      if (text === undefined) isNull = true;
      else json += index === 0 ? text : `,${text}`;
    }
    return isNull ? "null" : `[${json}]`;
  };
}

function leafText(type: NamedType): ValueText {
  const wrong = (value: unknown, state: Completing): Text => {
    if (value !== undefined && value !== null) state.isIncomplete = true;
    return "null";
  };
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.values.map(({ name }) => [name, `"${name}"`]));
    return (value, state) => texts.get(value) ?? wrong(value, state);
  }
  if (isCustomScalarType(type as never))
    return (value) => (value === undefined || value === null ? "null" : textOf(value));
  switch (type.name) {
    case "Boolean":
      return (value, state) => (value === true ? "true" : value === false ? "false" : wrong(value, state));
    case "Int":
      return (value, state) => (isInteger(value) ? `${value}` : wrong(value, state));
    case "Float":
      return (value, state) =>
        typeof value === "number" && Number.isFinite(value) ? JSON.stringify(value) : wrong(value, state);
    case "ID":
      return (value, state) =>
        typeof value === "string" ? quoted(value) : isInteger(value) ? `${value}` : wrong(value, state);
    default:
      return (value, state) => (typeof value === "string" ? quoted(value) : wrong(value, state));
  }
}

/** As the stock executor sees it: beyond 1e21 a number is not written as an integer. */
function isInteger(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 1e21;
}
