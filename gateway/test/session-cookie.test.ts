import type { IncomingMessage } from "node:http";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { listen } from "../../platform/http/http.ts";
import { createCrossOrigin } from "../edge/cross-origin.ts";
import { noIdentity, type Identity } from "../identity/identity.ts";
import { authorizationIn, sessionRoutes } from "../edge/session-cookie.ts";

const identity: Identity = {
  ...noIdentity,
  identify: async () => ({ viewer: null, viewerUntil: new Date(Date.now() + 60_000) }),
};

test.each([
  [true, /^__Host-session=a\.b\.c; Path=\/; HttpOnly; SameSite=Lax; Max-Age=(59|60); Secure$/],
  [false, /^session=a\.b\.c; Path=\/; HttpOnly; SameSite=Lax; Max-Age=(59|60)$/],
])(
  "by TLS (%s) the cookie is one that no other host can set and no plain request carries",
  async (isSecure, expected) => {
    const routes = sessionRoutes(identity, createCrossOrigin([], undefined), { isSecure: () => isSecure });
    const logger = createLogger("gateway", "silent");
    const { port, stop } = await listen({ host: "127.0.0.1", port: 0, routes, logger });
    try {
      const ask = (method: string) =>
        fetch(`http://127.0.0.1:${port}/session`, {
          method,
          headers: { authorization: "Bearer a.b.c", "apollo-require-preflight": "1", "x-forwarded-proto": "https" },
        });
      const set = await ask("POST");
      expect(set.headers.get("set-cookie")).toMatch(expected);
      expect(set.headers.get("cache-control")).toBe("no-store");
      expect((await ask("DELETE")).headers.get("set-cookie")).toMatch(/session=; .*Max-Age=0/);
    } finally {
      await stop();
    }
  },
);

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
