// The OpenID provider of users, below /oidc: requests of apps and browsers are forwarded with the person whose browser it is. Users trusts
// the forwarded headers, so none of the client's own are passed on. Pages that users describes are rendered here.
import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_AUTHORIZATION_HEADER, PAGE_TYPE } from "../../platform/http/headers.ts";
import { readBody, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { authorizationIn } from "../account/cookies.ts";
import { sendOpenIdPage, type OpenIdPage } from "../account/openid-pages.ts";
import { originHeaders, type GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import { orRefuse, type Identity } from "../identity/identity.ts";
import type { Admission } from "../limits/admission.ts";

const PREFIX = "/oidc/";
/** RFC 8414 puts the path of the issuer behind the well-known name; OpenID Discovery puts the name behind the issuer. */
const OAUTH_METADATA = "/.well-known/oauth-authorization-server/oidc";
const OAUTH_METADATA_OF_USERS = "/oidc/.well-known/oauth-authorization-server";
const BODY_LIMIT = 32 * 1024;
const TIMEOUT_MS = 10_000;

const REQUEST_HEADERS = [
  ...["accept", "content-type", "cookie", "origin", "user-agent"],
  ...["access-control-request-method", "access-control-request-headers"],
];
const RESPONSE_HEADERS = [
  ...["content-type", "location", "cache-control", "pragma", "vary", "www-authenticate", "content-security-policy"],
  ...["access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers"],
  ...["access-control-expose-headers", "access-control-max-age", "allow"],
];

export interface OpenIdOptions {
  usersUrl: () => string;
  identity: Pick<Identity, "headersFor" | "identify">;
  admission: Pick<Admission, "addressOf" | "isSecure">;
}

export type ToUsers = (
  request: IncomingMessage,
  path: string,
  /** Default: the request's own method and body. */
  instead?: "GET" | { text: string; type: string },
) => Promise<Response>;

/** Sends a request of a browser or an app on to users, as the person whose session the browser has. */
export function createToUsers({ usersUrl, identity, admission }: OpenIdOptions): ToUsers {
  const { addressOf, isSecure } = admission;

  /** Anonymous if the cookie's token has expired: the provider then asks who it is, and the page of that question renews it. */
  async function personOf(
    { headers: { cookie } }: IncomingMessage,
    secure: boolean,
  ): Promise<GatewayContext["viewer"]> {
    const authorization = authorizationIn({ headers: { cookie } }, secure);
    const { viewer } = await orRefuse(identity.identify(authorization)).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) return { viewer: null };
      throw error;
    });
    return viewer;
  }

  return async (request, path, instead) => {
    const body = instead === "GET" ? undefined : instead;
    const secure = isSecure(request);
    const address = addressOf(request);
    const [name, value] = await identity.headersFor("users", await personOf(request, secure), address);
    const { authorization } = request.headers;
    const headers = new Headers(
      REQUEST_HEADERS.flatMap((header): [string, string][] => {
        const found = request.headers[header];
        return typeof found === "string" ? [[header, found]] : [];
      }),
    );
    headers.set(name!, value!);
    headers.set("x-forwarded-for", address);
    const origin = originHeaders({ address, userAgent: request.headers["user-agent"] });
    for (let at = 0; at < origin.length; at += 2) headers.set(origin[at]!, origin[at + 1]!);
    if (authorization !== undefined) headers.set(CLIENT_AUTHORIZATION_HEADER, authorization);
    if (body) headers.set("content-type", body.type);
    const method = body ? "POST" : instead === "GET" ? "GET" : request.method!;
    return fetch(new URL(path, usersUrl()), {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(method === "POST" && { body: body?.text ?? new Uint8Array(await readBody(request, BODY_LIMIT)) }),
    });
  };
}

export function openIdRoutes(toUsers: ToUsers): Route[] {
  const handle =
    (pathOf: (url: URL) => string): Handler =>
    async (request, response, url) => {
      try {
        await pass(request, response, await toUsers(request, `${pathOf(url)}${url.search}`));
      } catch (error) {
        if (response.headersSent) return void response.destroy();
        if (error instanceof Refused || isAway(error)) {
          response.setHeader("retry-after", 5);
          return sendJson(response, 503, { error: "temporarily_unavailable", error_description: "Try again soon." });
        }
        throw error;
      }
    };
  const own = handle(({ pathname }) => pathname);
  return [
    ...["GET", "POST", "OPTIONS"].map((method) => ({ method, path: `${PREFIX}*`, handle: own })),
    { method: "GET", path: OAUTH_METADATA, handle: handle(() => OAUTH_METADATA_OF_USERS) },
  ];
}

/** Users did not answer. */
export function isAway(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError");
}

async function pass(request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) response.appendHeader("set-cookie", cookie);
  const location = answer.headers.get("location");
  if (answer.headers.get("content-type")?.startsWith(PAGE_TYPE))
    return sendOpenIdPage(response, answer.status, (await answer.json()) as OpenIdPage);
  // Browsers follow a redirect of a form only to where the page may send forms, which is this host.
  if (location !== null && request.method === "POST")
    return sendOpenIdPage(response, 200, { page: "go", to: location });
  for (const header of RESPONSE_HEADERS) {
    const found = answer.headers.get(header);
    if (found !== null) response.setHeader(header, found);
  }
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}
