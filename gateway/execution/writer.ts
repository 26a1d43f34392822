// Writes JSON as bytes, straight to where the socket takes them from: no string is built, joined and encoded. One writer
// serves the whole process, for a response is written in one go.

/** A value, or a key with what stands before it, that is written as it is. */
export type Literal = Uint8Array;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Longer strings are faster in the engine's own encoder. */
const SHORT = 128;
const FIRST_BYTES = 64 * 1024;
/** What a huge response has made the buffer grow to is given back. */
const KEPT_BYTES = 4 * 1024 * 1024;

export const literal = (text: string): Literal => new Uint8Array(Buffer.from(text));
export const NULL = literal("null");
const TRUE = literal("true");
const FALSE = literal("false");

export class Writer {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** How much is written. Setting it back takes back what was written since. */
  at = 0;

  /** @returns a copy of what is written; begins anew. */
  take(): Buffer {
    const copy = Buffer.allocUnsafe(this.at);
    this.#bytes.copy(copy, 0, 0, this.at);
    this.at = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
    return copy;
  }

  #ensure(length: number): void {
    if (this.at + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.at + length));
    this.#bytes.copy(larger, 0, 0, this.at);
    this.#bytes = larger;
  }

  byte(value: number): void {
    this.#ensure(1);
    this.#bytes[this.at++] = value;
  }

  literal(value: Literal): void {
    const { length } = value;
    this.#ensure(length);
    const bytes = this.#bytes;
    const { at } = this;
    for (let index = 0; index < length; index++) bytes[at + index] = value[index]!;
    this.at = at + length;
  }

  /** Text that is JSON already. */
  text(value: string): void {
    this.#ensure(value.length * 3);
    this.at += this.#bytes.write(value, this.at, "utf8");
  }

  string(value: string): void {
    const { length } = value;
    if (length > SHORT) return this.text(JSON.stringify(value));
    this.#ensure(length + 2);
    const bytes = this.#bytes;
    let { at } = this;
    bytes[at++] = QUOTE;
    for (let index = 0; index < length; index++) {
      const code = value.charCodeAt(index);
      // What must be escaped, or is more than one byte.
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return this.text(JSON.stringify(value));
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.at = at;
  }

  boolean(value: boolean): void {
    this.literal(value ? TRUE : FALSE);
  }

  /** Any JSON value. */
  value(value: unknown): void {
    if (typeof value === "string") this.string(value);
    else if (typeof value === "boolean") this.boolean(value);
    else if (value === undefined || value === null) this.literal(NULL);
    else this.text(JSON.stringify(value));
  }
}
