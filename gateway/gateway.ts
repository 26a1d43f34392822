// The gateway: one schema in front of the subgraphs, over HTTP and WebSocket. It is stateless.
import type { IncomingMessage } from "node:http";
import { timedOut, unavailable } from "../platform/core/errors.ts";
import { healthRoutes } from "../platform/http/health.ts";
import { listen, sendJson, type Route } from "../platform/http/http.ts";
import { PUBLIC_GATEWAY } from "../platform/identity/identity.ts";
import { createAccessLog, createLogger, type Logger } from "../platform/telemetry/logger.ts";
import { createMetrics, metricsRoute } from "../platform/http/metrics.ts";
import { connectNotifier, type ChangeNotifier } from "../platform/redis/pubsub.ts";
import { createRateLimits } from "../platform/redis/rate-limits.ts";
import { trustPeers } from "../platform/http/trusted-peers.ts";
import { createServiceClient } from "../platform/http/service-client.ts";
import { startTracing } from "../platform/telemetry/tracing.ts";
import { subscriberOf } from "./core/addresses.ts";
import { createAdmission, type Admission } from "./limits/admission.ts";
import type { GatewayConfig } from "./config.ts";
import { clientFields, originHeaders, SESSIONS_SUBGRAPH, type GatewayContext } from "./core/context.ts";
import { createConnections } from "./limits/connections.ts";
import { createCrossOrigin, type CrossOrigin } from "./edge/cross-origin.ts";
import { createCurrentSupergraph, type CurrentOptions } from "./operations/supergraph-manager.ts";
import { openDelivery } from "./supergraph/supergraph-source.ts";
import { graphqlEndpoint } from "./edge/endpoint.ts";
import { createEntrance } from "./edge/entrance.ts";
import { exportRoutes } from "./edge/exports.ts";
import { createToUsers, openIdRoutes } from "./edge/openid.ts";
import { imageRoutes } from "./edge/images.ts";
import { queueRoutes } from "./edge/queues.ts";
import { seatMapRoutes } from "./edge/seat-maps.ts";
import { createErrorMask } from "./edge/error-mask.ts";
import { createEventStreams } from "./edge/event-streams.ts";
import type { Send } from "./execution/subgraph-requests.ts";
import { createIdentity, createNobodysIdentity, orRefuse, noIdentity, type Identity } from "./identity/identity.ts";
import { jwksRoute } from "./edge/jwks.ts";
import { createLoadShedder } from "./limits/load-shedding.ts";
import { createObservation } from "./observability.ts";
import { createPipeline } from "./operations/pipeline.ts";
import { withOwn } from "./operations/trusted-documents.ts";
import { playgroundSignInRoutes } from "./edge/playground-sign-in.ts";
import { playgroundRoutes } from "./edge/playground.ts";
import { Refused } from "./core/refused.ts";
import { SCRIPT_OPERATIONS } from "./account/pages.ts";
import { accountRoutes } from "./account/routes.ts";
import { authorizationIn } from "./account/cookies.ts";
import { serveSockets } from "./edge/sockets.ts";
import { createTopics } from "./subscriptions/topics.ts";
import { createUsage, noUsage } from "./operations/usage.ts";
import { createSessionMonitor } from "./identity/session-monitor.ts";
import { SESSIONS_TOPIC } from "../schema/redis-access.ts";

const EVENT_ON_SALE = "{ events(first: 1, filter: { status: ON_SALE }) { nodes { id } } }";
const OPERATIONS_CACHE_BYTES = 128 * 1024 * 1024;

export interface RunningGateway {
  url: string;
  drain(): void;
  stop(): Promise<void>;
}

export interface GatewayOptions extends Pick<CurrentOptions, "read" | "openThread"> {
  /** Whether the process is only this gateway, so that its metrics are those of the process. */
  wholeProcess?: boolean;
}

export async function startGateway(
  config: GatewayConfig,
  { wholeProcess = false, ...reading }: GatewayOptions = {},
): Promise<RunningGateway> {
  const logger = createLogger("gateway", config.logLevel);
  const metrics = createMetrics({}, { wholeProcess });
  const tracing = await startTracing("gateway", config.tracing, true, logger);
  const access = createAccessLog("gateway", config.logLevel);
  const observation = createObservation(metrics, access);
  const delivery = await openDelivery(config, logger);
  const current = await createCurrentSupergraph({
    sdls: delivery.first,
    subgraphUrls: config.subgraphUrls,
    subgraphHosts: config.registry?.subgraphHosts,
    executor: config.executor,
    knowsScalars: config.knowsScalars,
    introspection: config.introspection,
    limits: config.document,
    cacheBytes: OPERATIONS_CACHE_BYTES,
    client: {
      onChanged: (topic, about) => topic === SESSIONS_TOPIC && identity.forgetSessions(about),
      onEnd: (name, seconds, outcome) => observation.fetch(name, seconds, outcome),
    },
    drainMs: config.operationTimeoutMs,
    logger,
    ...reading,
  });
  const counting = { prefix: config.redisPrefix, process: config.signer?.name ?? "gateway", logger };
  const rates = createRateLimits({ ...counting, redisUrl: config.redisUrl });
  const bursts = createRateLimits({ ...counting, redisUrl: undefined });
  const proxies = await trustPeers(config.proxyAddresses, logger);
  const admission = createAdmission(config.admission, rates, bursts, proxies);
  const { admitKey } = admission;
  const { identity, notifier, stop: stopIdentity } = identityOf(config, current.subgraphUrl, admitKey, logger);
  const connections = createConnections(config.connections, admission);
  const load = createLoadShedder(config.load);
  const entrance = createEntrance({ admission, load, observation });
  const crossOrigin = createCrossOrigin(config.corsOrigins, config.hosts);
  const format = createErrorMask(config, logger);

  const sendFor = (context: GatewayContext): Send => {
    const { viewer, address } = context;
    const deadline = performance.now() + config.operationTimeoutMs;
    // Clients that are exempt from rate limits are trusted: their failures alone may open the circuit breaker.
    const clients = admission.isExempt(address) ? [] : [subscriberOf(address), ...(viewer ? [viewer.userId] : [])];
    return (request) => {
      const left = Math.min(config.subgraphTimeoutMs, deadline - performance.now());
      if (left <= 0) return Promise.reject(timedOut("The operation"));
      const client = current.client(request.service);
      if (!client) return Promise.reject(unavailable(`The ${request.service} service`));
      // Only mutations carry the client's network: reads do not depend on it, and may be shared.
      const headers = identity.headersFor(request.service, viewer, request.isQuery ? undefined : address);
      const from = !request.isQuery && request.service === SESSIONS_SUBGRAPH ? originHeaders(context) : undefined;
      if (!from && !(headers instanceof Promise)) return client.send(request, headers, left, clients);
      return Promise.resolve(headers).then((signed) =>
        client.send(request, from ? [...signed, ...from] : signed, left, clients),
      );
    };
  };
  const usage = config.registry ? createUsage(config.registry, logger) : noUsage;
  const pipeline = createPipeline({
    operations: current.operations,
    admit: admission.admit,
    admitNew: admission.admitNew,
    sendFor,
    onAdmitted: (operation, { client }) => usage.count(operation, client),
    trusted: config.trustedDocuments && withOwn(config.trustedDocuments, SCRIPT_OPERATIONS),
    known: config.knownDocuments,
  });
  const authorizationOf = (request: IncomingMessage) => authorizationIn(request, admission.isSecure(request));
  const identify = async (request: IncomingMessage): Promise<GatewayContext> => {
    const address = admission.addressOf(request);
    const who = await orRefuse(identity.identify(authorizationOf(request), address));
    return { ...who, address, ...clientFields(request) };
  };

  /** Sent as the page's client would send it. */
  async function eventOnSale(request: IncomingMessage): Promise<string | undefined> {
    const context = await identify(request);
    const asked = { query: EVENT_ON_SALE, operationName: undefined, variables: {}, extensions: {}, isOwn: true };
    const { data } = await pipeline.execute(await pipeline.prepare(asked, context), context);
    const found = data && (JSON.parse(data.toString()) as { events: { nodes: { id: string }[] } | null });
    return found?.events?.nodes[0]?.id;
  }

  const topics = createTopics({ pipeline, subgraphUrl: current.subgraphUrl, identity, format });
  current.onReplaced(topics.replan);
  observation.feeds(topics.size);
  const watch = createSessionMonitor(identity, topics.viewersChecked);
  const streams = createEventStreams({ pipeline, topics, connections, identity, watch, authorizationOf, format });
  const redis = () => (notifier?.isAvailable() ?? true) && rates.areShared();
  const health = healthRoutes(config.redisUrl ? { redis } : {}, () => ({ supergraph: !current.isOld() }));
  const toUsers = createToUsers({ usersUrl: () => current.subgraphUrl("users"), identity, admission });
  const { playground, publicUrl } = config;
  const signIn =
    playground && notifier && publicUrl !== undefined
      ? playgroundSignInRoutes({ toUsers, publicUrl, isSecure: admission.isSecure })
      : [];
  const others = [
    ...(config.metricsPort === undefined ? [metricsRoute(metrics)] : []),
    ...(config.signer
      ? [
          ...imageRoutes({
            catalogUrl: () => current.subgraphUrl("catalog"),
            identity,
            identify,
            crossOrigin,
            admission,
          }),
          ...seatMapRoutes({ seatingUrl: () => current.subgraphUrl("seating"), identity }),
          ...queueRoutes({ seatingUrl: () => current.subgraphUrl("seating"), identity }),
        ]
      : []),
    // Without session notifications the gateway has no viewers, and sign-in is off.
    ...(notifier
      ? [
          jwksRoute(() => current.subgraphUrl("users")),
          ...accountRoutes({ identity, admission, crossOrigin, entrance, pipeline, toUsers }),
          ...openIdRoutes(toUsers),
          ...exportRoutes({
            subgraphUrl: (subgraph) => current.subgraphUrl(subgraph),
            identity,
            identify,
            crossOrigin,
            admission,
          }),
        ]
      : []),
    ...(config.playground
      ? [
          ...signIn,
          ...playgroundRoutes({
            schema: () => current.supergraph().planning.api,
            eventOnSale: (request) => eventOnSale(request).catch(() => undefined),
            person: config.playgroundPerson,
            hasSignIn: signIn.length > 0,
            isSecure: admission.isSecure,
          }),
        ]
      : []),
  ];
  const routes: Route[] = [
    ...graphqlEndpoint({
      pipeline,
      crossOrigin,
      entrance,
      streams,
      bodyLimit: config.bodyLimitBytes,
      debug: config.debug,
      addressOf: admission.addressOf,
      identify,
      format,
    }),
    ...others.map((route) => counted(route, admission, crossOrigin)),
  ].map((route) => atHome(route, admission, crossOrigin));
  // Health checks come from infrastructure: every few seconds, from one address, with any host name.
  const http = await listen({
    host: config.host,
    port: config.port,
    routes: [...routes, ...health],
    logger,
    tracing,
    lookForSlowMs: 1_000,
  });
  const inside =
    config.metricsPort === undefined
      ? undefined
      : await listen({ host: config.host, port: config.metricsPort, routes: [metricsRoute(metrics)], logger });
  const stopSockets = serveSockets({
    server: http.server,
    schema: () => current.supergraph().planning.api,
    pipeline,
    topics,
    admission,
    connections,
    entrance,
    crossOrigin,
    identity,
    watch,
    tracing,
    authorizationOf,
    logger,
    format,
  });
  delivery.follow(async (sdl) => observation.supergraph((await current.replace(sdl)) ? "taken" : "refused"));
  logger.info({ port: http.port }, "ready");
  return {
    url: `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${http.port}/graphql`,
    drain: () => http.drain(),
    stop: async () => {
      delivery.stop();
      watch.stop();
      streams.stop();
      await stopSockets();
      await topics.stop();
      await Promise.all([http.stop(), inside?.stop()]);
      await usage.stop();
      await Promise.all([current.stop(), stopIdentity(), rates.stop(), bursts.stop()]);
      proxies.stop();
      access.stop();
      await tracing.stop();
    },
  };
}

function identityOf(
  { signer, redisUrl, redisPrefix, publicUrl, formerPublicUrls }: GatewayConfig,
  urlOf: (subgraph: string) => string,
  admitKey: Admission["admitKey"],
  logger: Logger,
): { identity: Identity; notifier?: ChangeNotifier; stop(): Promise<void> } {
  if (!signer || !redisUrl) return { identity: noIdentity, stop: async () => {} };
  if (signer.name === PUBLIC_GATEWAY) return { identity: createNobodysIdentity(signer), stop: async () => {} };
  const notifier = connectNotifier(redisUrl, redisPrefix, logger);
  const users = createServiceClient({ signer, subgraph: "users", url: urlOf("users") });
  // Without PUBLIC_URL there are no apps.
  const publicUrls = publicUrl === undefined ? [] : [publicUrl, ...formerPublicUrls];
  const identity = createIdentity({ usersUrl: urlOf("users"), users, signer, notifier, admitKey, publicUrls });
  return {
    identity,
    notifier,
    stop: async () => {
      identity.stop();
      await users.stop();
      await notifier.stop();
    },
  };
}

/** A route whose requests count by address, like operations. */
function counted(route: Route, admission: Admission, crossOrigin: CrossOrigin): Route {
  const handle: Route["handle"] = (request, response, url) => {
    try {
      admission.admitAddress(admission.addressOf(request));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      crossOrigin.allow(request, response);
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      return sendJson(response, error.status, { error: error.message });
    }
    return route.handle(request, response, url);
  };
  return { ...route, handle };
}

const HSTS = "max-age=31536000";
const NOT_HERE = "Unknown host name: the operator can add it to GATEWAY_HOSTS.";

/** A route that answers only under the gateway's names, and sends HSTS over TLS. */
function atHome(route: Route, admission: Admission, crossOrigin: CrossOrigin): Route {
  const handle: Route["handle"] = (request, response, url) => {
    if (!crossOrigin.isOurs(request.headers.host)) return sendJson(response, 421, { error: NOT_HERE });
    if (admission.isSecure(request)) response.setHeader("strict-transport-security", HSTS);
    return route.handle(request, response, url);
  };
  return { ...route, handle };
}
