import type { IncomingMessage } from "node:http";
import { ACCESS, authorizationIn, CODE, REFRESH, writeCookie } from "./cookies.ts";

test.each([
  [ACCESS, true, "__Host-session=a.b.c; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure"],
  [ACCESS, false, "session=a.b.c; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"],
  [REFRESH, true, "__Secure-refresh=a.b.c; Path=/session; HttpOnly; SameSite=Strict; Max-Age=60; Secure"],
  [CODE, true, "__Secure-code=a.b.c; Path=/account; HttpOnly; SameSite=Lax; Max-Age=60; Secure"],
])("over TLS no other host can set the cookie $name, and no plain request carries it", (cookie, isSecure, expected) => {
  expect(writeCookie(cookie, isSecure, "a.b.c", 60)).toBe(expected);
});

test("by TLS a cookie that a plain page or another subdomain could have set counts for nothing", () => {
  const request = (cookie?: string, authorization?: string) =>
    ({ headers: { cookie, authorization } }) as IncomingMessage;
  expect(authorizationIn(request("session=planted"), true)).toBeUndefined();
  expect(authorizationIn(request("session=planted; __Host-session=own"), true)).toBe("Bearer own");
  expect(authorizationIn(request("other=1; session=own"), false)).toBe("Bearer own");
  expect(authorizationIn(request("__Host-session=own", "Bearer given"), true)).toBe("Bearer given");
  for (const none of [undefined, "", "session", "session=", "session=a b", "sessions=a"])
    expect(authorizationIn(request(none), false)).toBeUndefined();
});
