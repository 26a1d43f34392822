// Reads packed states, versions and changes: docs/seat-map.md has the formats.

export const STATE = { available: 0, held: 1, sold: 2, blocked: 3 } as const;

/** Unsigned LEB128 numbers in base64. */
export function* varints(base64: string): Generator<number, void> {
  const bytes = atob(base64);
  let value = 0;
  let factor = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    value += (byte & 127) * factor;
    if (byte > 127) {
      factor *= 128;
      continue;
    }
    yield value;
    value = 0;
    factor = 1;
  }
}

export interface SeatsNow {
  states: Uint8Array;
  versions: Uint32Array;
}

export function unpackStates(packed: string, packedVersions: string, seats: number): SeatsNow {
  const bytes = atob(packed);
  const states = new Uint8Array(seats);
  for (let seat = 0; seat < seats; seat++) states[seat] = (bytes.charCodeAt(seat >> 2) >> ((seat & 3) * 2)) & 3;
  const versions = new Uint32Array(seats);
  const runs = varints(packedVersions);
  for (let start = 0; start < seats;) {
    const length = runs.next().value ?? seats;
    versions.fill(runs.next().value ?? 0, start, start + length);
    start += length;
  }
  return { states, versions };
}

/** Of two states of a seat the one with the higher version wins. @returns the seats whose state is another one now */
export function merge({ states, versions }: SeatsNow, newer: SeatsNow): number[] {
  const changed: number[] = [];
  for (let seat = 0; seat < states.length; seat++) {
    if (newer.versions[seat]! <= versions[seat]!) continue;
    if (states[seat] !== newer.states[seat]) changed.push(seat);
    states[seat] = newer.states[seat]!;
    versions[seat] = newer.versions[seat]!;
  }
  return changed;
}

/** @returns the seats whose state is another one now */
export function applyChanges(packed: string, { states, versions }: SeatsNow): number[] {
  const changed: number[] = [];
  const numbers = varints(packed);
  for (let next = 0; ;) {
    const first = numbers.next();
    const version = numbers.next();
    if (first.done || version.done) return changed;
    const seat = next + Math.floor(first.value / 4);
    next = seat + 1;
    if (seat >= states.length || version.value <= versions[seat]!) continue;
    const state = first.value % 4;
    if (states[seat] !== state) changed.push(seat);
    states[seat] = state;
    versions[seat] = version.value;
  }
}
