// JSON values: their shapes, and the text of single ones without a call into the engine's serializer for the usual ones.

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Own properties only: a schema's field or a client's variable may be named `constructor`. JSON contains no functions, and objects inherit
 * nothing else but their prototype.
 */
export function own(object: Json, name: string): unknown {
  const value = object[name];
  if (typeof value === "function") return undefined;
  return name === "__proto__" && !Object.hasOwn(object, name) ? undefined : value;
}

/** No quote, backslash, control character or surrogate: such a string needs no escaping. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\ud7ff]*$/;
/** Longer strings are as fast in the engine's own serializer. */
const SHORT = 200;

export function textOf(value: unknown): string {
  if (typeof value === "string" && value.length < SHORT && PLAIN.test(value)) return `"${value}"`;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number" && Number.isSafeInteger(value)) return `${value}`;
  return JSON.stringify(value);
}

/** A value that is JSON text already. */
export class JsonText {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}
