// A session cookie for pages with the access token: scripts can't read it (HttpOnly), and only our own pages send it (SameSite). Over TLS
// its name (`__Host-`) prevents other subdomains and plain pages from setting it. POST /session puts the access token of its Authorization
// header into the cookie, DELETE removes it.
import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import { sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import type { Admission } from "../limits/admission.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import type { Identity } from "../identity/identity.ts";
import { isPreflighted } from "../core/request.ts";

const NAME = "session";
const SECURE_NAME = "__Host-session";
const TOKEN = /^[\w.-]+$/;

/** The access token of a request, as an Authorization header: from that header, or from the cookie. */
export function authorizationIn({ headers }: IncomingMessage, isSecure: boolean): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim().split("=", 2));
  const valueOf = (wanted: string) => cookies.find(([name]) => name === wanted)?.[1];
  const value = valueOf(SECURE_NAME) ?? (isSecure ? undefined : valueOf(NAME));
  return value !== undefined && TOKEN.test(value) ? `Bearer ${value}` : undefined;
}

export function sessionRoutes(
  identity: Identity,
  crossOrigin: CrossOrigin,
  { isSecure }: Pick<Admission, "isSecure">,
): Route[] {
  const setCookie = (request: IncomingMessage, value: string, seconds: number) => {
    const rest = `=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
    return isSecure(request) ? `${SECURE_NAME}${rest}; Secure` : `${NAME}${rest}`;
  };
  const ours = (handle: Handler): Handler => {
    return (request, response, url) => {
      crossOrigin.allow(request, response);
      response.setHeader("cache-control", "no-store");
      const { origin, host } = request.headers;
      if (crossOrigin.allows(origin, host) && isPreflighted(request)) return handle(request, response, url);
      return sendJson(response, 403, {
        error: "Send the header `apollo-require-preflight`, from an origin listed in GATEWAY_CORS_ORIGINS.",
      });
    };
  };
  return [
    {
      method: "POST",
      path: "/session",
      handle: ours(async (request, response) => {
        try {
          const { authorization = "" } = request.headers;
          const { viewerUntil } = await identity.identify(authorization);
          if (!viewerUntil)
            return sendJson(response, 401, { error: "Send the access token in the header `authorization`." });
          const seconds = Math.floor((viewerUntil.getTime() - Date.now()) / 1_000);
          response.setHeader("set-cookie", setCookie(request, authorization.replace(/^Bearer\s+/i, ""), seconds));
          response.writeHead(204).end();
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          sendJson(response, error.extensions.code === "UNAUTHENTICATED" ? 401 : 503, { error: error.message });
        }
      }),
    },
    {
      method: "DELETE",
      path: "/session",
      handle: ours((request, response) => {
        response.setHeader("set-cookie", setCookie(request, "", 0));
        response.writeHead(204).end();
      }),
    },
    { method: "OPTIONS", path: "/session", handle: (request, response) => crossOrigin.preflight(request, response) },
  ];
}
