// A session in a cookie, for pages: the access token stands where scripts can't read it (HttpOnly), and is sent by our own
// pages alone (SameSite). POST /session puts the access token of its Authorization header into the cookie, DELETE takes it out.
import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import { sendJson, type Handler, type Route } from "../platform/http.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import type { Identity } from "./identity.ts";
import { isPreflighted } from "./request.ts";

const NAME = "session";
const TOKEN = /^[\w.-]+$/;

/** Who sends the request, as an Authorization header says it: by that header, or by our cookie. */
export function authorizationOf({ headers }: IncomingMessage): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  for (const cookie of headers.cookie?.split(";") ?? []) {
    const [name, value] = cookie.trim().split("=", 2);
    if (name === NAME && value !== undefined && TOKEN.test(value)) return `Bearer ${value}`;
  }
  return undefined;
}

export function sessionRoutes(identity: Identity, crossOrigin: CrossOrigin): Route[] {
  const setCookie = (request: IncomingMessage, value: string, seconds: number) => {
    const isPlain = !("encrypted" in request.socket) && request.headers["x-forwarded-proto"] !== "https";
    const secure = isPlain ? "" : "; Secure";
    return `${NAME}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  };
  const ours = (handle: Handler): Handler => {
    return (request, response, url) => {
      crossOrigin.allow(request, response);
      const { origin, host } = request.headers;
      if (crossOrigin.allows(origin, host) && isPreflighted(request)) return handle(request, response, url);
      return sendJson(response, 403, {
        error: "Send the header `apollo-require-preflight`, from a page that GATEWAY_CORS_ORIGINS names.",
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
