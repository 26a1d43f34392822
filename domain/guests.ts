// Guests buy without an account.

/**
 * IDs of guests are UUIDs of version 8 (RFC 9562, section 5.8), those of all other users of version 7 or 4. So each subgraph knows a guest
 * by the id alone, and so do triggers.
 */
export function isGuest(userId: string): boolean {
  return userId.charAt(VERSION) === GUEST;
}

/** The id of a guest, from a UUID of version 7. */
export function guestIdOf(uuid: string): string {
  return `${uuid.slice(0, VERSION)}${GUEST}${uuid.slice(VERSION + 1)}`;
}

/** Position of the version in a UUID as text. */
const VERSION = 14;
const GUEST = "8";

/** SQL of the same. */
export const isGuestSql = (userId: string): string => `get_byte(uuid_send(${userId}), 6) >> 4 = 8`;
