// Leaves of the response, written if they are of their type, as the stock executor judges it.
import { isCustomScalarType, isEnumType, type FieldSelection, type NamedType } from "@apollo/federation-internals";
import type { Json } from "./json.ts";
import { literal, NULL, Writer, type Literal } from "./writer.ts";

/** Outcome of writing a value. */
export const WRITTEN = 0;
/** Null was written. */
export const IS_NULL = 1;
/** Null in a non-null position: the parent discards its output and becomes null. */
export const BUBBLES = 2;
export type Outcome = typeof WRITTEN | typeof IS_NULL | typeof BUBBLES;

export interface Completing {
  variables: Json;
  /** Whether a value was null or invalid against the schema: the stock completion has the error messages. */
  isIncomplete: boolean;
  introspect(selection: FieldSelection): unknown;
}

export type Write = (value: unknown, state: Completing) => Outcome;
/** Writer of the current response. */
export const out = new Writer();

export function writeNull(): Outcome {
  out.literal(NULL);
  return IS_NULL;
}

/** An invalid leaf becomes null and is reported as incomplete. */
function unlessWrong(write: (value: unknown) => boolean): Write {
  return (value, state) => {
    if (write(value)) return WRITTEN;
    if (value !== undefined && value !== null) state.isIncomplete = true;
    return writeNull();
  };
}

export function writeLeaf(type: NamedType): Write {
  if (isEnumType(type)) return writeEnum(new Map(type.values.map(({ name }) => [name, literal(`"${name}"`)])));
  if (isCustomScalarType(type as never))
    return (value) => {
      if (value === undefined || value === null) return writeNull();
      out.value(value);
      return WRITTEN;
    };
  switch (type.name) {
    case "Boolean":
      return unlessWrong((value) => {
        if (typeof value === "boolean") out.boolean(value);
        return typeof value === "boolean";
      });
    case "Int":
      return unlessWrong(writeInteger);
    case "Float":
      return unlessWrong((value) => {
        const isFinite = Number.isFinite(value);
        if (isFinite) out.text(String(value));
        return isFinite;
      });
    case "ID":
      return unlessWrong((value) => writeString(value) || writeInteger(value));
    default:
      return unlessWrong(writeString);
  }
}

function writeEnum(names: ReadonlyMap<unknown, Literal>): Write {
  return unlessWrong((value) => {
    const name = names.get(value);
    if (name) out.literal(name);
    return name !== undefined;
  });
}

function writeString(value: unknown): boolean {
  if (typeof value !== "string") return false;
  out.string(value);
  return true;
}

/** As in the stock executor: numbers of 1e21 and more are not written as integers. */
function writeInteger(value: unknown): boolean {
  // Most integers are small.
  if (typeof value === "number" && value > 0 && value < 1e9 && Math.floor(value) === value) {
    out.digits(value);
    return true;
  }
  if (!Number.isInteger(value) || Math.abs(value as number) >= 1e21) return false;
  out.text(String(value));
  return true;
}
