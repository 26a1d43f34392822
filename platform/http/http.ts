// A small HTTP server: exact routes, bodies of a bounded size, and an orderly end.
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createHash } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { CORRELATION_HEADER, currentSpan, saneCorrelationId, withCorrelation } from "../telemetry/correlation.ts";
import type { Logger } from "../telemetry/logger.ts";
import { NO_TRACING, type RecordedSpan, type Tracing } from "../telemetry/spans.ts";
import { prefersGzip } from "./negotiation.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export interface Route {
  method: string;
  /** An exact path, or a prefix if it ends in `/*`. */
  path: string;
  handle: Handler;
}

export class BodyTooLarge extends Error {}

/** The client disconnected before its body was complete: there is no recipient for a response. */
export class BodyBrokenOff extends Error {}

/** @throws BodyTooLarge as soon as more than `limit` bytes have come; BodyBrokenOff if it ends too soon. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      request.pause();
      reject(new BodyTooLarge(`The body is larger than ${limit} bytes.`));
    });
    request.once("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once("error", (cause) =>
      reject(new BodyBrokenOff("The body is incomplete: the connection was closed.", { cause })),
    );
  });
}

const LINGER_MS = 1_000;

/** Responds to a client that is still sending: closing the connection at once would lose the response. */
export function endUnread(response: ServerResponse, body: string): void {
  response.setHeader("connection", "close").setHeader("content-length", Buffer.byteLength(body));
  response.write(body);
  setTimeout(() => response.end(), LINGER_MS).unref();
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

const gzipped = promisify(gzip);
/** Below this a response fits one network packet, and compressing it gains nothing. */
const COMPRESS_FROM_BYTES = 1_400;

/**
 * Ends a response with a large body efficiently: 304 if the client's ETag matches (RFC 9110 section 13.1.2), unless the response is `no-store`;
 * compressed if the client accepts it.
 */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Buffer,
): Promise<void> {
  const isStorable = !String(response.getHeader("cache-control") ?? "").includes("no-store");
  if (request.method === "GET" && response.statusCode === 200 && isStorable) {
    const etag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
    response.setHeader("etag", etag).setHeader("cache-control", "private, no-cache");
    if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) {
      response.removeHeader("content-length");
      response.writeHead(304).end();
      return;
    }
  }
  response.appendHeader("vary", "accept-encoding");
  if (body.length < COMPRESS_FROM_BYTES || !prefersGzip(request)) {
    response.end(body);
    return;
  }
  const compressed = await gzipped(body, { level: constants.Z_BEST_SPEED });
  response.setHeader("content-encoding", "gzip").setHeader("content-length", compressed.length);
  response.end(compressed);
}

export interface HttpServer {
  server: Server;
  port: number;
  /**
   * Fails readiness, and closes keep-alive connections after the response, so that clients use other processes. Everything is served as
   * before.
   */
  drain(): void;
  /** Stops accepting connections, and completes requests in flight. */
  stop(): Promise<void>;
}

/**
 * Idle timeout of our own clients' connections: shorter than the drain of a process, so that no request is sent on a connection that is
 * being closed. The caller could not know whether such a request arrived.
 */
export const KEEP_IDLE_MS = 4_000;

export const READY = "/health/ready";
/** Requests that take longer are aborted at the end. */
const END_WITHIN_MS = 5_000;

/** Every response has the correlation ID, including errors. */
export async function listen(options: {
  host: string;
  port: number;
  routes: Route[];
  logger: Logger;
  tracing?: Tracing;
  /** Interval of checks for slow requests. */
  lookForSlowMs?: number;
}): Promise<HttpServer> {
  const { host, port, routes, logger, tracing = NO_TRACING, lookForSlowMs = 5_000 } = options;
  const exact = routes.filter(({ path }) => !path.endsWith("/*"));
  const routing: Routing = {
    routes,
    usual: new Map(
      exact.map((route) => [`${route.method} ${route.path}`, { route, url: new URL(route.path, "http://localhost") }]),
    ),
  };
  let isDraining = false;
  const responses = new WeakMap<Socket, ServerResponse>();
  const server = createServer({ connectionsCheckingInterval: lookForSlowMs }, (request, response) => {
    responses.set(request.socket, response);
    if (isDraining) {
      response.setHeader("connection", "close");
      if (request.url?.split("?", 1)[0] === READY) return sendJson(response, 503, { status: "stopping" });
    }
    const id = saneCorrelationId(request.headers[CORRELATION_HEADER] as string | undefined);
    response.setHeader(CORRELATION_HEADER, id);
    // Browsers must not guess another content type.
    response.setHeader("x-content-type-options", "nosniff");
    const span = isWatched(request) ? tracing.begin(request.method ?? "", request.headers) : undefined;
    if (!span) return withCorrelation(id, () => void dispatch(request, response, routing, logger));
    span.set({ "http.request.method": request.method ?? "", "correlation.id": id });
    withCorrelation(
      id,
      () => void dispatch(request, response, routing, logger).finally(() => endSpan(span, response)),
      span,
    );
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    logger.debug({ error: error.message }, "malformed request");
    refuseUnreadable(error, socket, responses.get(socket));
  });
  // A slower request holds a connection that others could use.
  server.headersTimeout = 5_000;
  server.requestTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error as Error)),
  ]);
  return {
    server,
    port: (server.address() as AddressInfo).port,
    drain: () => void (isDraining = true),
    stop: async () => {
      isDraining = true;
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), END_WITHIN_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

const TOO_SLOW = [408, "TIMEOUT", "The request was not received completely in time: send it again."] as const;
const NO_REQUEST = [400, "BAD_REQUEST", "Malformed HTTP request."] as const;
/** By error code of Node's parser. */
const UNREADABLE: Record<string, readonly [status: number, code: string, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
  HPE_HEADER_OVERFLOW: [431, "BAD_REQUEST", "The headers are larger than 16 KiB."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "BAD_REQUEST", "The extensions of the body's chunks are larger than 16 KiB."],
};

/**
 * Responds to requests that reach no route: malformed, or received too slowly. Node itself sends an empty body, also for a request that
 * arrived in time at a process that was too busy to read it.
 */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, last: ServerResponse | undefined): void {
  // The previous response is in progress: the client would mistake this one for it.
  const isAnswering = last !== undefined && !last.writableFinished && (last.headersSent || last.req.complete);
  if (error.code === "ECONNRESET" || !socket.writable || isAnswering) return void socket.destroy();
  const [status, code, message] = UNREADABLE[error.code ?? ""] ?? NO_REQUEST;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `${CORRELATION_HEADER}: ${saneCorrelationId(undefined)}`,
    "x-content-type-options: nosniff",
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** Health checks and metrics are not traced. */
const isWatched = ({ url = "" }: IncomingMessage) => !url.startsWith("/health") && url !== "/metrics";

function endSpan(span: RecordedSpan, { statusCode }: ServerResponse): void {
  span.set({ "http.response.status_code": statusCode });
  span.end(statusCode >= 500 ? String(statusCode) : undefined);
}

interface Routing {
  routes: Route[];
  /** By method and URL, if the URL is only the path: no parsing needed. */
  usual: Map<string, { route: Route; url: URL }>;
}

function handle(route: Route, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> | void {
  currentSpan()?.rename(`${route.method} ${route.path}`);
  return route.handle(request, response, url);
}

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, usual }: Routing,
  logger: Logger,
): Promise<void> {
  try {
    const known = usual.get(`${request.method} ${request.url}`);
    if (known) return await handle(known.route, request, response, known.url);
    const url = URL.parse(request.url ?? "/", "http://localhost");
    if (!url) return sendJson(response, 400, { error: "The request target is not a URL." });
    const matching = routes.filter(({ path }) =>
      path.endsWith("/*") ? url.pathname.startsWith(path.slice(0, -1)) : path === url.pathname,
    );
    const route = matching.find(({ method }) => method === request.method);
    if (route) await handle(route, request, response, url);
    else
      sendJson(response, matching.length > 0 ? 405 : 404, {
        error: matching.length > 0 ? "Method not allowed." : "Not found.",
      });
  } catch (error) {
    if (error instanceof BodyBrokenOff) return logger.debug({ error: error.message }, "request aborted by the client");
    if (error instanceof BodyTooLarge) {
      response.statusCode = 413;
      response.setHeader("content-type", "application/json; charset=utf-8");
      const refusal = { message: error.message, extensions: { code: "BAD_USER_INPUT" } };
      return endUnread(response, JSON.stringify({ errors: [refusal] }));
    }
    if (!request.destroyed || !response.headersSent) logger.error({ err: error }, "request failed");
    // A response that was begun is cut off: the client sees that it is not complete.
    if (response.headersSent && !response.writableEnded) return void response.destroy();
    sendJson(response, 500, {
      errors: [{ message: "Internal server error.", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
    });
  }
}

/** Waits until a response takes more. Also resolves if the client disconnects. Leaves no listeners behind. */
export async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]);
  over.abort();
}
