// The gateway: one schema in front of the subgraphs, over HTTP and WebSocket. It stores nothing.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type ExecutionResult } from "graphql";
import { CORRELATION_HEADER } from "../platform/correlation.ts";
import { createErrorFormatter, graphqlRoutes } from "../platform/graphql.ts";
import { listen, sendJson, type Handler, type Route } from "../platform/http.ts";
import { createLogger } from "../platform/logger.ts";
import { createMetrics } from "../platform/metrics.ts";
import { connectHints } from "../platform/pubsub.ts";
import { createServiceClient } from "../platform/service-client.ts";
import type { GatewayConfig } from "./config.ts";
import { NOBODY, type GatewayContext } from "./context.ts";
import { createSubgraphSource } from "./data-source.ts";
import { createIdentity } from "./identity.ts";
import { playgroundRoutes } from "./playground.ts";
import { MAX_TOKENS } from "./subscribe-request.ts";
import { serveSubscriptions } from "./subscriptions.ts";
import { loadSupergraph, subgraphsOf } from "./supergraph.ts";

/** Enough for a venue with every row written out; nothing else comes near it. */
const BODY_LIMIT = 1024 * 1024;

export interface RunningGateway {
  url: string;
  stop(): Promise<void>;
}

export async function startGateway(
  config: GatewayConfig,
  options: { wholeProcess?: boolean } = {},
): Promise<RunningGateway> {
  const logger = createLogger("gateway", config.logLevel);
  const listed = subgraphsOf(readFileSync(config.supergraphFile, "utf8"));
  const urlOf = (name: string) =>
    config.subgraphUrls[name] ?? listed.find((subgraph) => subgraph.name === name)?.url ?? "";
  const hints = connectHints(config.redisUrl, config.redisPrefix, logger);
  const users = createServiceClient({ signer: config.signer, subgraph: "users", url: urlOf("users") });
  const identity = createIdentity({ usersUrl: urlOf("users"), users, signer: config.signer, hints });
  const sources = Object.fromEntries(
    listed.map(({ name }) => [
      name,
      createSubgraphSource({ name, url: urlOf(name), identity, timeoutMs: config.subgraphTimeoutMs }),
    ]),
  );
  const supergraph = loadSupergraph({ file: config.supergraphFile, sources, logger });
  const metrics = createMetrics({ graphql_requests_total: { help: "GraphQL requests over HTTP" } }, options);
  const maskInternals = createErrorFormatter(logger);
  const formatError: typeof maskInternals = (formatted, error) => {
    // Which subgraph an error comes from is ours to know.
    const { serviceName: _, ...extensions } = formatted.extensions ?? {};
    return maskInternals({ ...formatted, extensions }, error);
  };
  const server = new ApolloServer<GatewayContext>({
    gateway: supergraph.gateway as never,
    introspection: config.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      noSubscriptionsOverHttp,
    ],
  });
  await server.start();

  const allowsOrigin = (origin: string | undefined, host: string | undefined) =>
    origin === undefined ||
    config.corsOrigins.includes(origin) ||
    config.corsOrigins.includes("*") ||
    sameHost(origin, host);
  const identified = new WeakMap<IncomingMessage, GatewayContext>();
  const graphql = graphqlRoutes({
    server,
    path: "/graphql",
    bodyLimit: BODY_LIMIT,
    context: async (request) => identified.get(request) ?? NOBODY,
  }).map((route): Route => ({ ...route, handle: guarded(route.handle) }));

  function guarded(handle: Handler): Handler {
    return async (request, response, url) => {
      metrics.count("graphql_requests_total");
      allowCors(request, response, allowsOrigin);
      try {
        identified.set(request, await identity.identify(request.headers.authorization));
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        return sendJson(response, error.extensions.code === "UNAUTHENTICATED" ? 401 : 503, {
          errors: [formatError(error.toJSON(), error)],
        });
      }
      await handle(request, response, url);
    };
  }

  const alive: Handler = (_, response) => sendJson(response, 200, { status: "ok" });
  const routes: Route[] = [
    ...graphql,
    { method: "OPTIONS", path: "/graphql", handle: (request, response) => preflight(request, response, allowsOrigin) },
    { method: "GET", path: "/health", handle: alive },
    { method: "GET", path: "/health/live", handle: alive },
    { method: "GET", path: "/health/ready", handle: alive },
    {
      method: "GET",
      path: "/metrics",
      handle: async (_, response) =>
        void response.setHeader("content-type", metrics.registry.contentType).end(await metrics.registry.metrics()),
    },
    { method: "GET", path: "/.well-known/jwks.json", handle: (_, response) => forwardJwks(urlOf("users"), response) },
    ...(config.playground ? playgroundRoutes() : []),
  ];
  const http = await listen({ host: config.host, port: config.port, routes, logger });
  const stopSubscriptions = serveSubscriptions({
    server: http.server,
    supergraph,
    subgraphUrl: urlOf,
    identity,
    formatError,
    allowsOrigin,
    logger,
    execute: async (request, context) => {
      const { body } = await server.executeOperation(request, { contextValue: context });
      return (
        body.kind === "single" ? body.singleResult : { errors: [new GraphQLError("Not supported.")] }
      ) as ExecutionResult;
    },
  });
  logger.info({ port: http.port }, "ready");
  return {
    url: `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${http.port}/graphql`,
    stop: async () => {
      await stopSubscriptions();
      await http.stop();
      await server.stop();
      identity.stop();
      await Promise.all(Object.values(sources).map((source) => source.stop()));
      await users.stop();
      await hints.stop();
    },
  };
}

const noSubscriptionsOverHttp: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== "subscription") return;
      throw new GraphQLError("Subscriptions are served over WebSocket (graphql-transport-ws) at this same URL.", {
        extensions: { code: "BAD_REQUEST", http: { status: 400 } },
      });
    },
  }),
};

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

type OriginRule = (origin: string | undefined, host: string | undefined) => boolean;

function allowCors(request: IncomingMessage, response: ServerResponse, allows: OriginRule): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || !allows(origin, host)) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", CORRELATION_HEADER);
  response.setHeader("vary", "origin");
  return true;
}

function preflight(request: IncomingMessage, response: ServerResponse, allows: OriginRule): void {
  if (allowCors(request, response, allows)) {
    response.setHeader("access-control-allow-methods", "GET, POST");
    response.setHeader(
      "access-control-allow-headers",
      `content-type, authorization, apollo-require-preflight, ${CORRELATION_HEADER}`,
    );
    response.setHeader("access-control-max-age", "600");
  }
  response.writeHead(204).end();
}

async function forwardJwks(usersUrl: string, response: ServerResponse): Promise<void> {
  try {
    const answer = await fetch(new URL("/.well-known/jwks.json", usersUrl), { signal: AbortSignal.timeout(3_000) });
    response.setHeader("cache-control", "public, max-age=60");
    sendJson(response, answer.status, await answer.json());
  } catch {
    sendJson(response, 503, { error: "The sign-in service does not answer at the moment." });
  }
}
