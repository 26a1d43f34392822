// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104) of millions of short messages. The browser's own (crypto.subtle) answers each message by a promise,
// which takes ten times as long, and is missing on pages without TLS.

export const HASH_BYTES = 32;
const BLOCK_BYTES = 64;
const ROUNDS = 64;

/** The first 32 bits of the fractional part of a root. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) >>> 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

const PRIMES = primes(ROUNDS);
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const schedule = new Int32Array(ROUNDS);

/** Of a block at `at`, into the state. */
function compress(state: Int32Array, block: Uint8Array, at: number): void {
  const w = schedule;
  for (let i = 0, from = at; i < 16; i++, from += 4)
    w[i] = (block[from]! << 24) | (block[from + 1]! << 16) | (block[from + 2]! << 8) | block[from + 3]!;
  for (let i = 16; i < ROUNDS; i++) {
    const [x, y] = [w[i - 15]!, w[i - 2]!];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (state[0]! + a) | 0;
  state[1] = (state[1]! + b) | 0;
  state[2] = (state[2]! + c) | 0;
  state[3] = (state[3]! + d) | 0;
  state[4] = (state[4]! + e) | 0;
  state[5] = (state[5]! + f) | 0;
  state[6] = (state[6]! + g) | 0;
  state[7] = (state[7]! + h) | 0;
}

/** One hash after the other: `start`, `update` any number of times, `end`. */
export class Sha256 {
  readonly #state = new Int32Array(8);
  readonly #block = new Uint8Array(BLOCK_BYTES);
  #filled = 0;
  #length = 0;

  /** @param from the state after whole blocks, of so many bytes */
  start(from: Int32Array = START, bytes = 0): this {
    this.#state.set(from);
    this.#filled = 0;
    this.#length = bytes;
    return this;
  }

  update(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.#length += to - from;
    for (let at = from; at < to;) {
      const taken = Math.min(BLOCK_BYTES - this.#filled, to - at);
      for (let i = 0; i < taken; i++) this.#block[this.#filled + i] = bytes[at + i]!;
      this.#filled += taken;
      at += taken;
      if (this.#filled < BLOCK_BYTES) break;
      compress(this.#state, this.#block, 0);
      this.#filled = 0;
    }
    return this;
  }

  /** The state of a hash whose bytes are whole blocks. */
  get state(): Int32Array {
    return this.#state.slice();
  }

  end(target: Uint8Array = new Uint8Array(HASH_BYTES), offset = 0): Uint8Array {
    const block = this.#block;
    block[this.#filled] = 0x80;
    block.fill(0, this.#filled + 1);
    if (this.#filled >= BLOCK_BYTES - 8) {
      compress(this.#state, block, 0);
      block.fill(0);
    }
    const view = new DataView(block.buffer);
    view.setUint32(BLOCK_BYTES - 8, Math.floor(this.#length / 2 ** 29));
    view.setUint32(BLOCK_BYTES - 4, (this.#length * 8) >>> 0);
    compress(this.#state, block, 0);
    for (let i = 0; i < 8; i++) {
      const word = this.#state[i]!;
      const at = offset + 4 * i;
      target[at] = word >>> 24;
      target[at + 1] = word >>> 16;
      target[at + 2] = word >>> 8;
      target[at + 3] = word;
    }
    return target;
  }
}

export function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = new Sha256().start();
  for (const part of parts) hash.update(part);
  return hash.end();
}

/** HMAC of many messages with one key of 32 bytes: the blocks of the key are hashed once. */
export class Hmac {
  readonly #hash = new Sha256();
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #middle = new Uint8Array(HASH_BYTES);

  constructor(key: Uint8Array) {
    const padded = (byte: number) => {
      const block = new Uint8Array(BLOCK_BYTES).fill(byte);
      for (const [index, value] of key.entries()) block[index]! ^= value;
      return this.#hash.start().update(block).state;
    };
    [this.#inner, this.#outer] = [padded(0x36), padded(0x5c)];
  }

  write(message: Uint8Array, from: number, to: number, target: Uint8Array, offset: number): void {
    this.#hash.start(this.#inner, BLOCK_BYTES).update(message, from, to).end(this.#middle);
    this.#hash.start(this.#outer, BLOCK_BYTES).update(this.#middle).end(target, offset);
  }
}
