// Unsigned LEB128: seven bits a byte, the lowest first; the highest bit says that another byte follows.

export function writeVarint(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  bytes.push(left);
}

export interface VarintReader {
  next(): number;
  isAtEnd(): boolean;
}

/** `next` @throws RangeError if the bytes end within a number, or the number has more than 32 bits */
export function readVarints(bytes: Uint8Array): VarintReader {
  let at = 0;
  return {
    isAtEnd: () => at >= bytes.length,
    next: () => {
      let value = 0;
      for (let shift = 0; shift < 35; shift += 7) {
        const byte = bytes[at++];
        if (byte === undefined) break;
        value += (byte & 127) * 2 ** shift;
        if (byte < 128 && value < 2 ** 32) return value;
      }
      throw new RangeError("No varint of 32 bits.");
    },
  };
}
