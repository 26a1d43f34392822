// Writes JSON as bytes directly into the socket's buffer, without building, joining and encoding strings. One writer serves the whole
// process, because a response is written synchronously.

/** A value, or a key with its prefix, that is written verbatim. */
export type Literal = Uint8Array;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const MOST_DIGITS = 9;
/** A shorter string takes less time than the call into the engine that writes a longer one. */
const SHORT = 12;
/** No quote, backslash, control character or surrogate: such a string is written verbatim. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\ud7ff\ue000-\uffff]*$/;
const FIRST_BYTES = 64 * 1024;
/** The buffer of a huge response is released. */
const KEPT_BYTES = 4 * 1024 * 1024;

export const literal = (text: string): Literal => new Uint8Array(Buffer.from(text));
export const NULL = literal("null");
const TRUE = literal("true");
const FALSE = literal("false");

export class Writer {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** How much is written. Setting it back discards later output. */
  at = 0;
  #hasEscapes = true;

  /** @param hasEscapes whether a string may need escaping; checking each character costs more than writing it */
  begin(hasEscapes: boolean): void {
    this.at = 0;
    this.#hasEscapes = hasEscapes;
  }

  /** @returns a copy of the output; resets the writer. */
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
    if (value.length <= SHORT && this.#short(value)) return;
    if (this.#hasEscapes && !PLAIN.test(value)) return this.text(JSON.stringify(value));
    this.#ensure(value.length * 3 + 2);
    const bytes = this.#bytes;
    let { at } = this;
    bytes[at++] = QUOTE;
    at += bytes.write(value, at);
    bytes[at++] = QUOTE;
    this.at = at;
  }

  /** @param value a positive integer below 1e9: the call into the engine takes longer than dividing it */
  digits(value: number): void {
    this.#ensure(MOST_DIGITS);
    const bytes = this.#bytes;
    let rest = value | 0;
    let end = this.at;
    for (let left = rest; left > 0; left = (left / 10) | 0) end++;
    this.at = end;
    for (; rest > 0; rest = (rest / 10) | 0) bytes[--end] = ZERO + (rest % 10);
  }

  #short(value: string): boolean {
    const { length } = value;
    this.#ensure(length + 2);
    const bytes = this.#bytes;
    let { at } = this;
    bytes[at++] = QUOTE;
    for (let index = 0; index < length; index++) {
      const code = value.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.at = at;
    return true;
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
