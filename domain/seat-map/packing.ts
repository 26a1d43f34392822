// Packed states of seats, as clients get them: docs/seat-map.md has the formats, byte by byte. A seat is named by its index in the layout.
import { readVarints, writeVarint } from "./varint.ts";

/** States by their code of two bits. */
export const SEAT_STATES = ["AVAILABLE", "HELD", "SOLD", "BLOCKED"] as const;
export type SeatState = (typeof SEAT_STATES)[number];

const CODES: Record<SeatState, number> = { AVAILABLE: 0, HELD: 1, SOLD: 2, BLOCKED: 3 };
export const codeOf = (state: SeatState): number => CODES[state];

export interface PackedChange {
  index: number;
  code: number;
  version: number;
}

const toBase64 = (bytes: Uint8Array | number[]) => Buffer.from(bytes as Uint8Array).toString("base64");

/** Four seats a byte; the first is in its lowest two bits. */
export function packStates(codes: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(codes.length / 4));
  for (let index = 0; index < codes.length; index++) bytes[index >> 2]! |= codes[index]! << ((index & 3) * 2);
  return toBase64(bytes);
}

export function unpackStates(packed: string, seats: number): Uint8Array {
  const bytes = Buffer.from(packed, "base64");
  return Uint8Array.from({ length: seats }, (_, index) => (bytes[index >> 2]! >> ((index & 3) * 2)) & 3);
}

/** Runs of seats with the same version: the length of the run, then the version. */
export function packVersions(versions: Uint32Array): string {
  const bytes: number[] = [];
  for (let start = 0, end: number; start < versions.length; start = end) {
    const version = versions[start]!;
    for (end = start + 1; versions[end] === version;) end++;
    writeVarint(bytes, end - start);
    writeVarint(bytes, version);
  }
  return toBase64(bytes);
}

export function unpackVersions(packed: string, seats: number): Uint32Array {
  const versions = new Uint32Array(seats);
  const reader = readVarints(Buffer.from(packed, "base64"));
  for (let start = 0; start < seats;) {
    const end = start + reader.next();
    versions.fill(reader.next(), start, end);
    start = end;
  }
  return versions;
}

/** Records in the order of the layout: the distance from the record before with the code, then the version. */
export function packChanges(changes: readonly PackedChange[]): string {
  const bytes: number[] = [];
  let next = 0;
  for (const { index, code, version } of [...changes].sort((one, other) => one.index - other.index)) {
    writeVarint(bytes, ((index - next) << 2) | code);
    writeVarint(bytes, version);
    next = index + 1;
  }
  return toBase64(bytes);
}

export function unpackChanges(packed: string): PackedChange[] {
  const changes: PackedChange[] = [];
  const reader = readVarints(Buffer.from(packed, "base64"));
  for (let next = 0; !reader.isAtEnd();) {
    const first = reader.next();
    const index = next + (first >>> 2);
    changes.push({ index, code: first & 3, version: reader.next() });
    next = index + 1;
  }
  return changes;
}
