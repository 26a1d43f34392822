// Channels to a publisher's relays.

/** Wakes relays: there is something to publish. */
export function wakeChannel(prefix: string, publisher: string): string {
  return `${prefix}:wake:${publisher}`;
}

/** Requests a check of the stream, from a subscriber that refused an entry. If it is forged, it costs one check. */
export const CHECK_STREAM = "check";
