// Version of a layout: the event's ID and an HMAC of the document. A version is a capability: it is the only check on reading a layout. The
// key is the hash of the access code, so versions of private events can't be guessed, and a new code revokes the old version.
import { createHmac, timingSafeEqual } from "node:crypto";

const HASH_BYTES = 16; // 128 bits
const EVENT_BYTES = 16;

export function versionOf(eventId: string, document: string, accessHash: string | null): string {
  const event = Buffer.from(eventId.replaceAll("-", ""), "hex");
  const hash = createHmac("sha256", accessHash ?? "")
    .update(document)
    .digest();
  return Buffer.concat([event, hash.subarray(0, HASH_BYTES)]).toString("base64url");
}

/** Null for a text that is no version. */
export function eventOfVersion(version: string): string | null {
  const bytes = Buffer.from(version, "base64url");
  if (bytes.length !== EVENT_BYTES + HASH_BYTES || bytes.toString("base64url") !== version) return null;
  return bytes.toString("hex", 0, EVENT_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Takes the same time for any version. */
export function isSameVersion(given: string, version: string): boolean {
  return given.length === version.length && timingSafeEqual(Buffer.from(given), Buffer.from(version));
}
