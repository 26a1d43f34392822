// Serializes the subgraphs' data directly to the JSON bytes of the response: one pass, without building response objects. Null bubbles as
// in the specification (6.4.4). Data that violates the schema is left to the careful completion, which reports it.
import {
  baseType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isSubtype,
  Variable,
  type CompositeType,
  type FieldSelection,
  type NamedType,
  type Operation,
  type OutputType,
  type Schema,
  type SelectionSet,
} from "@apollo/federation-internals";
import { conditionsOf } from "./careful-completion.ts";
import { own } from "./json.ts";
import { JsonText } from "./json.ts";
import type { Json } from "./json.ts";
import { BUBBLES, out, writeLeaf, writeNull, WRITTEN, type Completing, type Outcome, type Write } from "./leaves.ts";
import type { Names } from "./response-names.ts";
import { literal } from "./writer.ts";

type Condition = (variables: Json) => boolean;

/** Thrown if only the careful completion can continue: the operation is unusual, or the data does not match its schema. */
export class Uncompleted extends Error {}

/** Bytes before `data` if nothing else precedes it; a brace follows. */
export const ONLY_DATA = literal(`{"data":`);

/** @throws Uncompleted */
export type Completion = (data: Json, of: Omit<Completing, "isIncomplete"> & { hasEscapes: boolean }) => Completed;

export interface Completed {
  /** JSON of an object that holds `data` and nothing else. */
  json: Buffer;
  /** Whether a value did not match the schema, so that the response needs errors. */
  isIncomplete: boolean;
}

const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** State of the compilation. */
interface Context {
  schema: Schema;
  clientName(name: string): string;
}

/** @throws Uncompleted for an operation that only the careful completion does right. */
export function compileCompletion(operation: Operation, { fields }: Names): Completion {
  const context = { schema: operation.schema(), clientName: (name: string) => fields.get(name) ?? name };
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind)!;
  const object = compileObject([{ selectionSet: operation.selectionSet, conditions: [] }], root, context);
  return (data, { variables, hasEscapes, introspect }) => {
    const state = { variables, isIncomplete: false, introspect };
    out.begin(hasEscapes);
    out.literal(ONLY_DATA);
    object(data, state);
    out.byte(CLOSE_OBJECT);
    return { json: out.take(), isIncomplete: state.isIncomplete };
  };
}

/** A selection set that applies if all conditions hold. */
interface Part {
  selectionSet: SelectionSet;
  conditions: Condition[];
}

/** Compiled for each runtime type at its first object: compiling all combinations of nested abstract types would take too long. */
function compileObject(parts: Part[], staticType: CompositeType, context: Context): Write {
  const byType = new Map<string, Write>();
  let untyped: Write | undefined;
  return (value, state) => {
    const typename = (value as Json).__typename;
    if (typename === undefined) {
      untyped ??= writeFields(parts, staticType, context);
      return untyped(value, state);
    }
    if (typeof typename !== "string") throw new Uncompleted();
    let write = byType.get(typename);
    if (!write) {
      const type = context.schema.type(typename);
      // At the root, a subgraph's own name for its root type; elsewhere, a type that clients do not know, or not here.
      if (!type || !isCompositeType(type) || !isSubtype(staticType, type)) throw new Uncompleted();
      write = writeFields(parts, type, context);
      byType.set(typename, write);
    }
    return write(value, state);
  };
}

interface Field {
  name: string;
  /** Name in the response. */
  shown: string;
  write: Write;
  /** Alternatives of conditions, of which all must hold; empty: always. */
  conditions: Condition[][];
}

/** @param type type of the object, as far as known */
function writeFields(parts: Part[], type: CompositeType, context: Context): Write {
  const collected = new Map<string, Collected>();
  for (const { selectionSet, conditions } of parts) collect(selectionSet, type, conditions, context, collected);
  const fields = [...collected].map(([name, field]): Field => {
    const isAlways = field.parts.some(({ conditions }) => conditions.length === 0);
    return {
      name,
      shown: context.clientName(name),
      write: writeField(field, type, context),
      conditions: isAlways ? [] : field.parts.map((part) => part.conditions),
    };
  });
  return fields.some(({ conditions }) => conditions.length > 0) ? writeConditional(fields) : writeAll(fields);
}

function writeAll(fields: Field[]): Write {
  const count = fields.length;
  const names = fields.map(({ name }) => name);
  const writes = fields.map(({ write }) => write);
  const heads = fields.map(({ shown }, index) => literal(`${index === 0 ? "{" : ","}${JSON.stringify(shown)}:`));
  if (count === 0) return writeEmpty;
  return (object, state) => {
    const start = out.at;
    for (let index = 0; index < count; index++) {
      out.literal(heads[index]!);
      if (writes[index]!((object as Json)[names[index]!], state) === BUBBLES) {
        out.at = start;
        return writeNull();
      }
    }
    out.byte(CLOSE_OBJECT);
    return WRITTEN;
  };
}

const EMPTY = literal("{}");

/** For a type without selected fields. */
function writeEmpty(): Outcome {
  out.literal(EMPTY);
  return WRITTEN;
}

function writeConditional(fields: Field[]): Write {
  const steps = fields.map((field) => ({ ...field, head: literal(`${JSON.stringify(field.shown)}:`) }));
  return (object, state) => {
    const start = out.at;
    out.byte(OPEN_OBJECT);
    for (const { name, head, write, conditions } of steps) {
      if (conditions.length > 0 && !conditions.some((all) => all.every((holds) => holds(state.variables)))) continue;
      if (out.at > start + 1) out.byte(COMMA);
      out.literal(head);
      if (write((object as Json)[name], state) === BUBBLES) {
        out.at = start;
        return writeNull();
      }
    }
    out.byte(CLOSE_OBJECT);
    return WRITTEN;
  };
}

interface Collected {
  selection: FieldSelection;
  parts: { selectionSet: SelectionSet | undefined; conditions: Condition[] }[];
}

function collect(
  selectionSet: SelectionSet,
  type: CompositeType,
  conditions: Condition[],
  context: Context,
  into: Map<string, Collected>,
): void {
  for (const selection of selectionSet.selections()) {
    const own = conditionsOf(selection.element, context.schema).map(({ value, wanted }) => condition(value, wanted));
    const all = own.length > 0 ? [...conditions, ...own] : conditions;
    if (selection.kind === "FieldSelection") {
      const name = selection.element.responseName();
      const known = into.get(name);
      const part = { selectionSet: selection.selectionSet, conditions: all };
      if (!known) into.set(name, { selection, parts: [part] });
      // The first of them decides whether null bubbles, and which that is depends on the variables.
      else if (String(known.selection.element.definition.type) !== String(selection.element.definition.type))
        throw new Uncompleted(`${name}, which is of two types`);
      else known.parts.push(part);
    } else {
      const { typeCondition } = selection.element;
      if (!typeCondition || isSubtype(typeCondition, type)) collect(selection.selectionSet, type, all, context, into);
      // The subgraphs did not return its type.
      else if (!isObjectType(type)) throw new Uncompleted();
    }
  }
}

function condition(value: unknown, wanted: boolean): Condition {
  if (!(value instanceof Variable)) return () => value === wanted;
  const { name } = value;
  return (variables) => {
    const given = own(variables, name);
    if (typeof given !== "boolean") throw new Uncompleted();
    return given === wanted;
  };
}

function writeField({ selection, parts }: Collected, type: CompositeType, context: Context): Write {
  const field = selection.element;
  // If the only part is not included, the field is absent.
  const inner = parts.length === 1 ? [{ selectionSet: parts[0]!.selectionSet, conditions: [] }] : parts;
  if (field.definition.isSchemaIntrospectionField())
    return (_, state) => {
      const value = state.introspect(selection);
      if (value instanceof JsonText) out.text(value.json);
      else out.value(value);
      return WRITTEN;
    };
  if (field.name === "__typename") return writeTypename(field.responseName(), type, context);
  return writeValue(field.definition.type!, inner, context);
}

function writeTypename(responseName: string, parentType: CompositeType, { schema }: Context): Write {
  const usual = isObjectType(parentType) ? parentType.name : undefined;
  const usualText = usual === undefined ? undefined : literal(`"${usual}"`);
  return (value, state) => {
    if (usualText && (value === usual || (value === undefined && responseName === "__typename"))) {
      out.literal(usualText);
      return WRITTEN;
    }
    // Under another name nothing unrequested is revealed, and the planner selects it anyway.
    if (value === undefined || value === null) throw new Uncompleted();
    const type = typeof value === "string" ? (schema.type(value) ?? parentType) : parentType;
    if (isObjectType(type)) {
      out.string(type.name);
      return WRITTEN;
    }
    state.isIncomplete = true;
    return BUBBLES;
  };
}

function writeValue(type: OutputType, parts: Collected["parts"], context: Context): Write {
  if (isNonNullType(type)) {
    const inner = writeValue(type.ofType as OutputType, parts, context);
    return (value, state) => {
      const outcome = inner(value, state);
      if (outcome === WRITTEN) return WRITTEN;
      state.isIncomplete = true;
      return BUBBLES;
    };
  }
  if (isListType(type)) return writeList(writeValue(type.ofType as OutputType, parts, context));
  if (isCompositeType(baseType(type))) {
    const object = compileObject(parts as Part[], type as CompositeType, context);
    return (value, state) => {
      if (value === undefined || value === null) return writeNull();
      if (typeof value !== "object" || Array.isArray(value)) throw new Uncompleted();
      return object(value, state);
    };
  }
  return writeLeaf(type as NamedType);
}

function writeList(element: Write): Write {
  return (value, state) => {
    if (value === undefined || value === null) return writeNull();
    if (!Array.isArray(value)) throw new Uncompleted();
    const start = out.at;
    let isNull = false;
    out.byte(OPEN_LIST);
    // All elements, also after one that nulls the list: a later one may have an invalid shape.
    for (let index = 0; index < value.length; index++) {
      if (index > 0) out.byte(COMMA);
      if (element(value[index], state) === BUBBLES) isNull = true;
    }
    if (isNull) {
      out.at = start;
      return writeNull();
    }
    out.byte(CLOSE_LIST);
    return WRITTEN;
  };
}
