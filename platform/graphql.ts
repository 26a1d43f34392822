// GraphQL over HTTP by Apollo Server, and what every GraphQL answer of ours has in common: masked bugs, no stack, closed list of codes.
import { HeaderMap, type ApolloServer, type BaseContext } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import type { IncomingMessage } from "node:http";
import { sqlState } from "./database.ts";
import { CODES } from "./errors.ts";
import { readBody, sendJson, type Route } from "./http.ts";
import type { Logger } from "./logger.ts";

/** Codes that graphql-js and Apollo Server give to what a client did wrong. */
const CLIENT_CODES = new Set<string>([
  ...CODES,
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Connection failures, shutdown, and a statement that ran out of time: PostgreSQL is away or overloaded. */
function databaseIsAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return /^(08|57P0|53|57014)/.test(state);
  for (let at = error; at instanceof Error; at = at.cause) {
    if (
      /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect|Connection ended/i.test(
        `${(at as { code?: string }).code} ${at.message}`,
      )
    )
      return true;
  }
  return false;
}

/** What a client may see of an error. Bugs are logged here, once, and masked. */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? "");
    const { path, locations } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (CLIENT_CODES.has(code)) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { message: formatted.message, ...place, extensions };
    }
    const cause = unwrapResolverError(error);
    if (databaseIsAway(cause)) {
      logger.warn({ err: cause }, "the database does not answer");
      return {
        message: "A part of the system does not answer at the moment: try again.",
        ...place,
        extensions: { code: "UNAVAILABLE" },
      };
    }
    logger.error({ err: cause }, "bug");
    return { message: "Something went wrong on our side.", ...place, extensions: { code: "INTERNAL_SERVER_ERROR" } };
  };
}

export interface GraphqlRouteOptions<Context extends BaseContext> {
  server: ApolloServer<Context>;
  path: string;
  bodyLimit: number;
  context(request: IncomingMessage): Promise<Context>;
}

/** GET and POST routes that answer GraphQL requests. */
export function graphqlRoutes<Context extends BaseContext>({
  server,
  path,
  bodyLimit,
  context,
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
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? "POST", headers, search: url.search, body },
      context: () => context(request),
    });
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = result.status ?? 200;
    if (result.body.kind === "complete") return void response.end(result.body.string);
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  };
  return ["GET", "POST"].map((method) => ({ method, path, handle }));
}
