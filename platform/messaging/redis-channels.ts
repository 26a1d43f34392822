// Channels to a publisher's relays.

/** Wakes relays: there is something to publish. */
export function wakeChannel(prefix: string, publisher: string): string {
  return `${prefix}:wake:${publisher}`;
}

/** Sent there by a subscriber that has refused an entry of the stream. If it is forged, it costs one check. */
export const CHECK_STREAM = "check";
