// Sign-in of the playground: it is an app of the OpenID provider (authorization code with PKCE). The gateway keeps the verifier and the access
// token in cookies that scripts can't read. A script of the playground's tabs gets the token from /playground/access-token, for 10 minutes.
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { readCookie, writeCookie, type Cookie } from "../account/cookies.ts";
import { Refused } from "../core/refused.ts";
import { isAway, type ToUsers } from "./openid.ts";

const CLIENT = "playground";
const SCOPES =
  "openid profile email orders:read tickets:read tickets:codes holds:write orders:write org:read gate:scan";
const SIGNED_IN = "/playground/signed-in";
const MINUTES = 10;

/** State and PKCE verifier. Lax: the provider sends the browser back. */
const BEGUN: Cookie = { name: "begun", prefix: "__Secure-", path: SIGNED_IN, sameSite: "Lax" };
const TOKEN: Cookie = { name: "token", prefix: "__Secure-", path: "/playground/access-token", sameSite: "Strict" };

export interface PlaygroundSignIn {
  toUsers: ToUsers;
  publicUrl: string;
  isSecure(request: IncomingMessage): boolean;
}

const random = () => randomBytes(32).toString("base64url");

export function playgroundSignInRoutes({ toUsers, publicUrl, isSecure }: PlaygroundSignIn): Route[] {
  const redirectUri = new URL(SIGNED_IN, publicUrl).href;

  const begin: Handler = (request, response, url) => {
    // Cookies belong to the host that the provider sends the browser back to.
    if (request.headers.host !== new URL(publicUrl).host) {
      const location = new URL(url.pathname, publicUrl).href;
      return void response.writeHead(302, { location }).end();
    }
    const [state, verifier] = [random(), random()];
    const asked = new URLSearchParams({
      response_type: "code",
      client_id: CLIENT,
      redirect_uri: redirectUri,
      scope: SCOPES,
      state,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    response.setHeader("set-cookie", writeCookie(BEGUN, isSecure(request), `${state}.${verifier}`, MINUTES * 60));
    response.writeHead(302, { location: `/oidc/auth?${asked}`, "cache-control": "no-store" }).end();
  };

  /** @throws Refused while users is down */
  async function tokenFor(request: IncomingMessage, code: string, verifier: string): Promise<string | undefined> {
    const form = { grant_type: "authorization_code", client_id: CLIENT, redirect_uri: redirectUri };
    const text = new URLSearchParams({ ...form, code, code_verifier: verifier }).toString();
    const type = "application/x-www-form-urlencoded";
    const answer = await toUsers(request, "/oidc/token", { text, type }).catch((error: unknown) => {
      throw isAway(error) ? new Refused(503, []) : error;
    });
    return answer.ok ? ((await answer.json()) as { access_token?: string }).access_token : undefined;
  }

  const finish: Handler = async (request, response, url) => {
    const secure = isSecure(request);
    const [state, verifier = ""] = readCookie(request, BEGUN, secure)?.split(".") ?? [];
    const code = url.searchParams.get("code");
    const isOwn = state !== undefined && state === url.searchParams.get("state");
    const token = isOwn && code !== null ? await tokenFor(request, code, verifier) : undefined;
    const kept = token === undefined ? [] : [writeCookie(TOKEN, secure, token, MINUTES * 60)];
    response.setHeader("set-cookie", [writeCookie(BEGUN, secure, "", 0), ...kept]);
    response.writeHead(302, { location: "/playground", "cache-control": "no-store" }).end();
  };

  const read: Handler = (request, response) => {
    response.setHeader("cache-control", "no-store");
    sendJson(response, 200, { accessToken: readCookie(request, TOKEN, isSecure(request)) ?? null });
  };

  return [
    { method: "GET", path: "/playground/sign-in", handle: begin },
    { method: "GET", path: SIGNED_IN, handle: finish },
    { method: "GET", path: TOKEN.path, handle: read },
  ];
}
