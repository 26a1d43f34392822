// /session for scripts of our own pages. POST signs in and sets both cookies; its answer has no token. With only an Authorization header it
// puts that access token into the cookie. POST /session/refresh replaces both cookies. GET /session/continue does so for a page without a
// script, and returns to it, or without a session goes to the local page `else`, by default the sign-in. DELETE ends the session.
import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
import { z } from "zod";
import { readBody, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import type { GatewayContext } from "../core/context.ts";
import { isPreflighted } from "../core/request.ts";
import { Refused } from "../core/refused.ts";
import type { CrossOrigin } from "../edge/cross-origin.ts";
import { isSession, type BrowserSessions, type Credentials, type SignedIn } from "./browser-sessions.ts";
import { ACCESS, REFRESH, writeCookie } from "./cookies.ts";
import { BODY_LIMIT, isForm } from "../../platform/http/forms.ts";
import { OperationFailed } from "./operations.ts";
import { localTarget } from "./targets.ts";

const text = z.string().min(1).max(2_000);
/** JSON of a PublicKeyCredential. */
const passkey = z.string().min(1).max(10_000);
const credentialsSchema = z.union([
  z.strictObject({ email: text, password: text }).transform((password) => ({ password })),
  z.strictObject({
    code: z.strictObject({
      id: text,
      code: text,
      nonce: text,
      newPassword: text.optional(),
      idempotencyKey: text,
    }),
  }),
  z
    .strictObject({
      challenge: text,
      totp: text.optional(),
      recoveryCode: text.optional(),
      passkey: passkey.optional(),
    })
    .transform((secondFactor) => ({ secondFactor })),
  z.strictObject({ passkey }),
  z.strictObject({ refreshToken: text }),
]);
const EXPECTED =
  'The body must be {"email", "password"}, {"code": {"id", "code", "nonce", "idempotencyKey", "newPassword"?}}, {"challenge", "totp" | "recoveryCode" | "passkey"}, {"passkey"} or {"refreshToken"}.';

/** HTTP status of a failed operation. */
const STATUS: Record<string, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  TIMEOUT: 503,
};

export interface SessionRoutesOptions {
  sessions: BrowserSessions;
  crossOrigin: CrossOrigin;
  isSecure(request: IncomingMessage): boolean;
  /** Anonymous for an invalid or expired access token. @throws Refused while users is down */
  visitorOf(request: IncomingMessage): Promise<GatewayContext>;
  /** The viewer of the Authorization header. @throws GraphQLError */
  identify(request: IncomingMessage): Promise<Pick<GatewayContext, "viewerUntil">>;
  /** POST /session of a form. */
  submitForm: Handler;
}

export function sessionRoutes(options: SessionRoutesOptions): Route[] {
  const { sessions, crossOrigin, visitorOf, submitForm } = options;

  /** Only for scripts of our own pages, and for clients that are not browsers. */
  const ours = (handle: Handler): Handler => {
    return async (request, response, url) => {
      crossOrigin.allow(request, response);
      response.setHeader("cache-control", "no-store");
      const { origin, host } = request.headers;
      if (!crossOrigin.allows(origin, host) || !isPreflighted(request))
        return sendJson(response, 403, {
          error: "Send the header `apollo-require-preflight`, from an origin listed in GATEWAY_CORS_ORIGINS.",
        });
      try {
        await handle(request, response, url);
      } catch (error) {
        sendFailure(response, error);
      }
    };
  };

  const begin = ours(async (request, response) => {
    if (request.headers["content-type"] === undefined) return adoptAccessToken(options, request, response);
    answer(
      sessions,
      request,
      response,
      await sessions.signIn(await readCredentials(request), await visitorOf(request)),
    );
  });

  const refresh = ours(async (request, response) => {
    const result = await sessions.refresh(request, await visitorOf(request));
    if (!result) return sendJson(response, 401, { error: "This browser has no session: sign in." });
    if (!isSession(result)) sessions.forget(request, response);
    answer(sessions, request, response, result);
  });

  const end = ours(async (request, response) => {
    await sessions.end(request, await visitorOf(request));
    sessions.forget(request, response);
    response.writeHead(204).end();
  });

  const resume = resumeHandler(options);
  const preflight: Handler = (request, response) => crossOrigin.preflight(request, response);
  return [
    {
      method: "POST",
      path: "/session",
      handle: (request, response, url) => (isForm(request) ? submitForm : begin)(request, response, url),
    },
    { method: "DELETE", path: "/session", handle: end },
    { method: "POST", path: "/session/refresh", handle: refresh },
    { method: "GET", path: "/session/continue", handle: resume },
    { method: "OPTIONS", path: "/session", handle: preflight },
    { method: "OPTIONS", path: "/session/refresh", handle: preflight },
  ];
}

async function readCredentials(request: IncomingMessage): Promise<Credentials> {
  const body = (await readBody(request, BODY_LIMIT)).toString("utf8");
  const parsed = credentialsSchema.safeParse(jsonOf(body));
  if (!parsed.success) throw new BadBody(EXPECTED);
  return parsed.data as Credentials;
}

function answer(sessions: BrowserSessions, request: IncomingMessage, response: ServerResponse, result: SignedIn): void {
  if (!isSession(result)) return sendJson(response, 401, result);
  sessions.keep(request, response, result);
  const { user, accessTokenExpiresAt } = result;
  sendJson(response, 200, { __typename: "Session", user, accessTokenExpiresAt });
}

async function adoptAccessToken(
  { identify, isSecure }: SessionRoutesOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { viewerUntil } = await identify(request);
  if (!viewerUntil)
    return sendJson(response, 401, {
      error: `Send the access token in the header \`authorization\`, or credentials. ${EXPECTED}`,
    });
  const seconds = Math.floor((viewerUntil.getTime() - Date.now()) / 1_000);
  const token = request.headers.authorization!.replace(/^Bearer\s+/i, "");
  // Without the refresh token of the session before: it would bring that session back.
  response.setHeader("set-cookie", [
    writeCookie(ACCESS, isSecure(request), token, seconds),
    writeCookie(REFRESH, isSecure(request), "", 0),
  ]);
  response.writeHead(204).end();
}

/** A GET, but without an effect for other sites: they can't send the cookie of the refresh token. */
function resumeHandler({ sessions, visitorOf }: SessionRoutesOptions): Handler {
  return async (request, response, url) => {
    const to = localTarget(url.searchParams.get("to"));
    response.setHeader("cache-control", "no-store");
    let isSignedIn = false;
    try {
      const result = await sessions.refresh(request, await visitorOf(request));
      isSignedIn = result !== undefined && isSession(result);
      if (result && isSession(result)) sessions.keep(request, response, result);
      else if (result) sessions.forget(request, response);
    } catch (error) {
      if (!(error instanceof OperationFailed || error instanceof Refused)) throw error;
    }
    const otherwise = url.searchParams.get("else");
    const signIn = `/account/sign-in?${new URLSearchParams({ to }).toString()}`;
    const location = isSignedIn ? to : otherwise === null ? signIn : localTarget(otherwise);
    response.writeHead(303, { location }).end();
  };
}

class BadBody extends Error {}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new BadBody(`The body is not JSON. ${EXPECTED}`);
  }
}

/** @throws the error if it is not for the client */
function sendFailure(response: ServerResponse, error: unknown): void {
  if (error instanceof BadBody) return sendJson(response, 400, { error: error.message });
  if (error instanceof OperationFailed) {
    if (error.retryAfterSeconds !== undefined) response.setHeader("retry-after", error.retryAfterSeconds);
    return sendJson(response, STATUS[error.code] ?? 500, { error: error.message, code: error.code });
  }
  if (error instanceof Refused) return sendJson(response, error.status, { error: error.message });
  if (error instanceof GraphQLError)
    return sendJson(response, error.extensions.code === "UNAUTHENTICATED" ? 401 : 503, { error: error.message });
  throw error;
}
