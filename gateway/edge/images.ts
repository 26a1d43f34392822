// Pictures, which catalog decodes, stores and checks: POST /images for managers of an organization, GET /images/<hash> for everybody.
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import {
  BodyBrokenOff,
  BodyTooLarge,
  endUnread,
  sendJson,
  type Handler,
  type Route,
} from "../../platform/http/http.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused, refused } from "../core/refused.ts";
import { isPreflighted } from "../core/request.ts";
import type { Identity } from "../identity/identity.ts";
import type { Admission } from "../limits/admission.ts";
import type { CrossOrigin } from "./cross-origin.ts";

/** 10 MB. */
const MAX_BYTES = 10 * 1024 * 1024;
const TOO_LARGE = "A picture may have at most 10 MB (10485760 bytes).";
const FORGERY = "Send the access token in the header `authorization`, or the header `apollo-require-preflight`.";
/** A picture may wait for others, and for its decoder. */
const UPLOAD_TIMEOUT_MS = 120_000;
const TIMEOUT_MS = 15_000;
const FORWARDED_HEADERS = ["content-type", "content-length", "cache-control", "etag", "retry-after"];
/** Whatever the picture is, it runs nothing and loads nothing. Pages of other origins may show it. */
const HARMLESS = {
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

export interface ImageRoutesOptions {
  catalogUrl: () => string;
  identity: Pick<Identity, "headersFor">;
  identify: (request: IncomingMessage) => Promise<GatewayContext>;
  crossOrigin: CrossOrigin;
  admission: Pick<Admission, "admitImage">;
}

export function imageRoutes(options: ImageRoutesOptions): Route[] {
  const { catalogUrl, identity, identify, crossOrigin, admission } = options;

  async function headersOf(viewer: GatewayContext["viewer"]): Promise<Record<string, string>> {
    const [name, value] = await identity.headersFor("catalog", viewer);
    return { [name!]: value! };
  }

  /** @throws Refused */
  async function uploaderOf(request: IncomingMessage, url: URL) {
    const { origin, host, authorization } = request.headers;
    if (!crossOrigin.allows(origin, host) || (authorization === undefined && !isPreflighted(request)))
      throw refused(403, "FORBIDDEN", FORGERY);
    const context = await identify(request);
    const { viewer } = context;
    if (!viewer) throw refused(401, "UNAUTHENTICATED", "Sign in first.");
    const organizationId = url.searchParams.get("organizationId") ?? "";
    if (!viewer.rolesUnknown && !Object.hasOwn(viewer.memberships, organizationId))
      throw refused(403, "FORBIDDEN", "Only for members of the organization: `POST /images?organizationId=…`.");
    await admission.admitImage(context, organizationId);
    if (Number(request.headers["content-length"] ?? 0) > MAX_BYTES) throw refused(413, "BAD_USER_INPUT", TOO_LARGE);
    return viewer;
  }

  const post: Handler = async (request, response, url) => {
    crossOrigin.allow(request, response);
    response.setHeader("cache-control", "no-store");
    try {
      const headers = await headersOf(await uploaderOf(request, url));
      const answer = await fetch(new URL(`${url.pathname}${url.search}`, catalogUrl()), {
        method: "POST",
        headers,
        body: Readable.toWeb(Readable.from(bounded(request))),
        duplex: "half",
        signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
      } as RequestInit);
      const retryAfter = answer.headers.get("retry-after");
      if (retryAfter !== null) response.setHeader("retry-after", retryAfter);
      end(request, response, answer.status, await answer.text());
    } catch (error) {
      refuse(request, response, error);
    }
  };

  const get: Handler = async (request, response, url) => {
    for (const [name, value] of Object.entries(HARMLESS)) response.setHeader(name, value);
    response.setHeader("cache-control", "no-store");
    try {
      const etag = request.headers["if-none-match"];
      const answer = await fetch(new URL(`${url.pathname}${url.search}`, catalogUrl()), {
        headers: { ...(await headersOf(null)), ...(etag !== undefined && { "if-none-match": etag }) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      for (const name of FORWARDED_HEADERS) {
        const found = answer.headers.get(name);
        if (found !== null) response.setHeader(name, found);
      }
      response.writeHead(answer.status);
      if (answer.body === null) response.end();
      else await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
    } catch {
      // The client sees that the picture is incomplete.
      if (response.headersSent) return void response.destroy();
      sendJson(response, 503, { error: "Pictures are unavailable." });
    }
  };

  return [
    { method: "POST", path: "/images", handle: post },
    { method: "OPTIONS", path: "/images", handle: (request, response) => crossOrigin.preflight(request, response) },
    { method: "GET", path: "/images/*", handle: get },
  ];
}

/** @throws BodyTooLarge as soon as too much has come; BodyBrokenOff if the client leaves */
async function* bounded(request: IncomingMessage): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new BodyTooLarge(TOO_LARGE);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof BodyTooLarge) throw cause;
    throw new BodyBrokenOff("The body is incomplete: the connection was closed.", { cause });
  }
}

/** @throws the error, if it is not for the client */
function refuse(request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
  // `fetch` wraps the errors of its body.
  const error = thrown instanceof TypeError && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (error instanceof BodyBrokenOff) throw error;
  if (error instanceof BodyTooLarge) return end(request, response, 413, JSON.stringify({ error: error.message }));
  if (!(error instanceof Refused))
    return end(request, response, 503, JSON.stringify({ error: "Pictures are unavailable: try again." }));
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  end(request, response, error.status, JSON.stringify({ error: error.message }));
}

/** The client may still be sending. */
function end(request: IncomingMessage, response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  if (request.complete) response.end(body);
  else endUnread(response, body);
}
