// GraphQL over HTTP by Apollo Server, with common rules for all GraphQL responses: masked bugs, no stack traces, a closed list of codes.
import type { IncomingHttpHeaders } from "node:http";
import { HeaderMap, type ApolloServer, type BaseContext } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { types } from "node:util";
import { sqlState } from "../postgres/database.ts";
import { mayHaveHappened, watchingEffects } from "../core/effects.ts";
import { CODES } from "../core/errors.ts";
import { manyRoute, type AnswerToOne, type OneOfMany } from "./graphql-many.ts";
import { CHANGED_HEADER, MANY, TAKES_MANY_HEADER } from "../http/headers.ts";
import { readBody, sendJson, sendBody, type Route } from "../http/http.ts";
import type { Logger } from "../telemetry/logger.ts";

/** Codes of graphql-js and Apollo Server for client errors. */
const CLIENT_CODES = new Set<string>([
  ...CODES,
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "OPERATION_TOO_LARGE",
  "COST_ESTIMATED_TOO_EXPENSIVE",
  "QUERY_NOT_IN_SAFELIST",
]);

/**
 * Kind of a database error, if it is one. UNAVAILABLE: no statement ran, or the transaction was rolled back, so nothing was changed.
 * TIMEOUT: the connection was lost, and the commit may have succeeded.
 */
function databaseFault(error: unknown): "UNAVAILABLE" | "TIMEOUT" | undefined {
  const state = sqlState(error);
  if (state !== undefined) {
    if (/^(53|57P03|57014|25P03)/.test(state)) return "UNAVAILABLE";
    return /^(08|57P0)/.test(state) ? "TIMEOUT" : undefined;
  }
  for (let at = error; types.isNativeError(at); at = at.cause) {
    const said = `${(at as { code?: string }).code} ${at.message}`;
    if (NEVER_ASKED.test(said)) return "UNAVAILABLE";
    if (MAYBE_HEARD.test(said)) return "TIMEOUT";
  }
  return undefined;
}

const NEVER_ASKED =
  /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|timeout exceeded when trying to connect|timeout expired|due to connection timeout/i;
const MAYBE_HEARD = /ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|Connection ended|not queryable/i;

const FAULTS = {
  UNAVAILABLE: {
    message: "A part of the system is unavailable: nothing was changed, try again.",
    extensions: { code: "UNAVAILABLE" },
  },
  TIMEOUT: {
    message: "A part of the system timed out: the request may have taken effect, retry with the same idempotency key.",
    extensions: { code: "TIMEOUT" },
  },
};

/** The client's view of an error. Bugs are logged here, once, and masked. */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? "");
    const { path, locations } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (CLIENT_CODES.has(code)) {
      const { stacktrace: _, isWithdrawn, ...extensions } = formatted.extensions ?? {};
      if (code === "UNAVAILABLE" && mayHaveHappened() && !isWithdrawn) return { ...place, ...FAULTS.TIMEOUT };
      return { message: formatted.message, ...place, extensions };
    }
    const cause = unwrapResolverError(error);
    const fault = databaseFault(cause);
    if (fault) {
      logger.warn({ err: cause }, "the database is unavailable");
      return { ...place, ...FAULTS[mayHaveHappened() ? "TIMEOUT" : fault] };
    }
    logger.error({ err: cause, path: formatted.path }, "unexpected error: the answer is INTERNAL_SERVER_ERROR");
    return { message: "Internal server error.", ...place, extensions: { code: "INTERNAL_SERVER_ERROR" } };
  };
}

export interface GraphqlRouteOptions<Context extends BaseContext> {
  server: ApolloServer<Context>;
  path: string;
  bodyLimit: number;
  /**
   * @param abandoned aborted if the client disconnects before the response
   * @param headers only of a request that is not part of a batch
   */
  context(authorization: string | undefined, abandoned: AbortSignal, headers?: IncomingHttpHeaders): Promise<Context>;
  /** Runs before the request is parsed; undefined if the caller may continue. */
  refusalOf?(authorization: string): Promise<AnswerToOne | undefined>;
  logger: Logger;
}

/** GET and POST routes for GraphQL requests, single and batched. */
export function graphqlRoutes<Context extends BaseContext>({
  server,
  path,
  bodyLimit,
  context,
  refusalOf,
  logger,
}: GraphqlRouteOptions<Context>): Route[] {
  const handle: Route["handle"] = async (request, response, url) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    let body: unknown;
    if (request.method === "POST") {
      const raw = await readBody(request, bodyLimit);
      try {
        body = JSON.parse(raw.toString("utf8"));
      } catch {
        return sendJson(response, 400, {
          errors: [{ message: "The body is not JSON.", extensions: { code: "BAD_REQUEST" } }],
        });
      }
    }
    const client = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) client.abort();
    });
    const result = await watchingEffects(() =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? "POST", headers, search: url.search, body },
        context: () => context(request.headers.authorization, client.signal, request.headers),
      }),
    );
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.setHeader(TAKES_MANY_HEADER, "1");
    response.statusCode = result.status ?? 200;
    if (result.body.kind === "complete") return sendBody(request, response, result.body.string);
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  };

  const serveOne = async ({ authorization, request: body }: OneOfMany, abandoned: AbortSignal) => {
    const refusal = await refusalOf?.(authorization);
    if (refusal) return refusal;
    const {
      status = 200,
      headers,
      body: answer,
    } = await watchingEffects(() =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: "POST", headers: new HeaderMap([["content-type", JSON_TYPE]]), search: "", body },
        context: () => context(authorization, abandoned),
      }),
    );
    if (answer.kind !== "complete")
      throw new Error("The request requires an incremental response, which is not supported.");
    return { status, body: answer.string, changed: headers.get(CHANGED_HEADER) };
  };
  return [
    ...["GET", "POST"].map((method) => ({ method, path, handle })),
    manyRoute({ path: `${path}${MANY}`, bodyLimit, serve: serveOne, logger }),
  ];
}

const JSON_TYPE = "application/json";
