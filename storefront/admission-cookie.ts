// The admission of a visitor to the sale of an event with a queue: in a cookie of that event, which no script can read.
// Over TLS the prefix `__Host-` keeps plain pages and other subdomains from setting it.
import type { Caller } from "./gateway-client.ts";

const EVENT_ID = /^[\w-]{1,64}$/;
const TOKEN = /^[\w.~-]+$/;
const HOST = "__Host-";

const nameOf = (eventId: string) => `admission-${eventId}`;

/** The token that is sent with holds; undefined without one. */
export function admissionIn({ cookie = "" }: Caller, eventId: string): string | undefined {
  if (!EVENT_ID.test(eventId)) return undefined;
  const name = nameOf(eventId);
  for (const pair of cookie.split(";")) {
    const [found, value = ""] = pair.trim().split("=", 2);
    if ((found === name || found === `${HOST}${name}`) && TOKEN.test(value)) return value;
  }
  return undefined;
}

/**
 * A `set-cookie` header.
 * @param until time after which the token is of no use
 * @param origin of the pages
 */
export function admissionCookie(eventId: string, token: string, until: string, origin: string): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  return written(eventId, token, seconds, origin);
}

/** A `set-cookie` header that deletes it. */
export const noAdmissionCookie = (eventId: string, origin: string): string => written(eventId, "", 0, origin);

function written(eventId: string, value: string, seconds: number, origin: string): string {
  const isSecure = origin.startsWith("https:");
  return `${isSecure ? HOST : ""}${nameOf(eventId)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
}
