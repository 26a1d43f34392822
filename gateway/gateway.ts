// The gateway: one schema in front of the subgraphs, over HTTP and WebSocket. It stores nothing.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { timedOut } from "../platform/errors.ts";
import { createErrorFormatter } from "../platform/graphql.ts";
import { listen, sendJson, type Handler, type Route } from "../platform/http.ts";
import { createLogger } from "../platform/logger.ts";
import { createMetrics } from "../platform/metrics.ts";
import { connectHints } from "../platform/pubsub.ts";
import { createServiceClient } from "../platform/service-client.ts";
import type { GatewayConfig } from "./config.ts";
import type { GatewayContext } from "./context.ts";
import { createCrossOrigin } from "./cross-origin.ts";
import { graphqlEndpoint } from "./endpoint.ts";
import type { Send } from "./execution/run.ts";
import { createIdentity } from "./identity.ts";
import { createOperations } from "./operations.ts";
import { createPipeline } from "./pipeline.ts";
import { playgroundRoutes } from "./playground.ts";
import { Refused } from "./refused.ts";
import { createSubgraphClient } from "./subgraph-client.ts";
import { serveSubscriptions } from "./subscriptions.ts";
import { readSupergraph } from "./supergraph.ts";

/** Enough for a venue with every row written out; nothing else comes near it. */
const BODY_LIMIT = 1024 * 1024;
const MAX_TOKENS = 1_000;
const OPERATIONS_CACHE_BYTES = 128 * 1024 * 1024;

export interface RunningGateway {
  url: string;
  stop(): Promise<void>;
}

export async function startGateway(
  config: GatewayConfig,
  options: { wholeProcess?: boolean } = {},
): Promise<RunningGateway> {
  const logger = createLogger("gateway", config.logLevel);
  const { subgraphs, planning } = readSupergraph(readFileSync(config.supergraphFile, "utf8"));
  const urlOf = (name: string) => config.subgraphUrls[name] ?? subgraphs.find((one) => one.name === name)?.url ?? "";
  const hints = connectHints(config.redisUrl, config.redisPrefix, logger);
  const users = createServiceClient({ signer: config.signer, subgraph: "users", url: urlOf("users") });
  const identity = createIdentity({ usersUrl: urlOf("users"), users, signer: config.signer, hints });
  const clients = new Map(
    subgraphs.map(({ name }) => {
      const onChanged = (what: string) => what === "sessions" && identity.forgetSessions();
      return [name, createSubgraphClient({ name, url: urlOf(name), onChanged })];
    }),
  );
  const metrics = createMetrics({ graphql_requests_total: { help: "GraphQL requests over HTTP" } }, options);
  const format = maskErrors(createErrorFormatter(logger));

  const sendFor = ({ viewer }: GatewayContext): Send => {
    const deadline = performance.now() + config.operationTimeoutMs;
    return async (request) => {
      const known = identity.headersFor(request.service, viewer);
      const headers = known instanceof Promise ? await known : known;
      const left = Math.min(config.subgraphTimeoutMs, deadline - performance.now());
      if (left <= 0) throw timedOut("The operation");
      return clients.get(request.service)!.send(request, headers, left);
    };
  };
  const operations = createOperations({
    schema: planning,
    introspection: config.introspection,
    maxTokens: MAX_TOKENS,
    cacheBytes: OPERATIONS_CACHE_BYTES,
  });
  const pipeline = createPipeline({ operations: () => operations, sendFor });
  const crossOrigin = createCrossOrigin(config.corsOrigins);

  const identify = async (request: IncomingMessage): Promise<GatewayContext> => {
    metrics.count("graphql_requests_total");
    try {
      return await identity.identify(request.headers.authorization);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new Refused(error.extensions.code === "UNAUTHENTICATED" ? 401 : 503, [error]);
    }
  };
  const alive: Handler = (_, response) => sendJson(response, 200, { status: "ok" });
  const routes: Route[] = [
    ...graphqlEndpoint({ pipeline, crossOrigin, bodyLimit: BODY_LIMIT, identify, format }),
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
    schema: planning.api,
    pipeline,
    subgraphUrl: urlOf,
    identity,
    format,
    allowsOrigin: crossOrigin.allows,
    logger,
  });
  logger.info({ port: http.port }, "ready");
  return {
    url: `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${http.port}/graphql`,
    stop: async () => {
      await stopSubscriptions();
      await http.stop();
      identity.stop();
      await Promise.all([...clients.values()].map((client) => client.stop()));
      await users.stop();
      await hints.stop();
    },
  };
}

/** Which subgraph an error comes from is ours to know, and so is what a bug says. */
function maskErrors(mask: ReturnType<typeof createErrorFormatter>) {
  return (errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] =>
    errors.map((error) => {
      const { serviceName: _, ...extensions } = error.extensions ?? {};
      return mask({ ...error, extensions }, error);
    });
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
