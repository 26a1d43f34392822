// A message's ID contains its publisher's outbox and its number there. It is a UUID of version 8 (RFC 9562, section 5.8): 16 hexadecimal
// digits of the outbox's origin, an 8, and 15 digits of the number. migrations.ts makes them. IDs of earlier versions are random, and have
// no number.
const NUMBERED = /^([0-9a-f]{8})-([0-9a-f]{4})-(8[0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/;

export interface Numbered {
  origin: string;
  /** In the outbox. */
  id: number;
}

/** Undefined for an id that has no number. */
export function numberOf(messageId: string): Numbered | undefined {
  const [, first, second, third, high, low] = NUMBERED.exec(messageId) ?? [];
  if (low === undefined) return undefined;
  const id = parseInt(`${high}${low}`, 16);
  return Number.isSafeInteger(id) ? { origin: `${first}${second}${third}`, id } : undefined;
}
