// Cookies of a browser's session. Scripts can't read them (HttpOnly). Over TLS, the prefixes `__Host-` and `__Secure-` keep plain pages and
// other subdomains from setting them. Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis (prefixes, SameSite)
import type { IncomingMessage } from "node:http";

export interface Cookie {
  name: string;
  /** Its prefix over TLS. */
  prefix: "__Host-" | "__Secure-";
  path: string;
  sameSite: "Lax" | "Strict";
}

/** The access token. Lax: a link from elsewhere opens a page as the person who is signed in. */
export const ACCESS: Cookie = { name: "session", prefix: "__Host-", path: "/", sameSite: "Lax" };
/** The refresh token: sent only to the routes that use it, and never by another site. */
export const REFRESH: Cookie = { name: "refresh", prefix: "__Secure-", path: "/session", sameSite: "Strict" };
/** ID, nonce and purpose of a requested code. Lax: the link in the mail opens the page that needs it. */
export const CODE: Cookie = { name: "code", prefix: "__Secure-", path: "/account", sameSite: "Lax" };
/** A sign-in at another provider that this browser has begun. Lax: the provider sends the browser back. */
export const EXTERNAL: Cookie = { name: "external", prefix: "__Secure-", path: "/account/external", sameSite: "Lax" };

const VALUE = /^[\w.~-]+$/;

function valueOf(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Over TLS only the name with the prefix counts. Undefined for an empty value, or one with other characters than tokens have. */
export function readCookie(
  { headers }: Pick<IncomingMessage, "headers">,
  cookie: Cookie,
  isSecure: boolean,
): string | undefined {
  const header = headers.cookie;
  if (header === undefined) return undefined;
  const value =
    valueOf(header, `${cookie.prefix}${cookie.name}`) ?? (isSecure ? undefined : valueOf(header, cookie.name));
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

/** A `set-cookie` header. @param seconds lifetime; 0 deletes it */
export function writeCookie(
  { name, prefix, path, sameSite }: Cookie,
  isSecure: boolean,
  value: string,
  seconds: number,
): string {
  const rest = `=${value}; Path=${path}; HttpOnly; SameSite=${sameSite}; Max-Age=${seconds}`;
  return isSecure ? `${prefix}${name}${rest}; Secure` : `${name}${rest}`;
}

/** The access token of a request, as an Authorization header: from that header, or from the cookie. */
export function authorizationIn(request: Pick<IncomingMessage, "headers">, isSecure: boolean): string | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) return authorization;
  const token = readCookie(request, ACCESS, isSecure);
  return token === undefined ? undefined : `Bearer ${token}`;
}
