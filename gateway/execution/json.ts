// JSON text of single values, without a call into the engine's serializer for the usual ones.

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
