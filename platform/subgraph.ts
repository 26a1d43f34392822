// Runs any subgraph: database, messages, jobs, GraphQL over HTTP and WebSocket, health and metrics, and an orderly end. Callers are
// authorized before any resolver runs (callers.ts): only the gateway and the named services.
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { hostname } from "node:os";
import { actingOf, SYSTEM, withActing, type Acting } from "./audit/acting.ts";
import { observeBacklog } from "./messaging/backlog.ts";
import { backfillRoute, createBackfill } from "./messaging/backfill.ts";
import { createAdmit, refusalOfStrangers, refuseStrangers } from "./graphql/callers.ts";
import type { MessageHandler } from "./messaging/handlers.ts";
import { startConsumer, type Consumer } from "./messaging/consumer.ts";
import { unreachableDatabase } from "./postgres/postgres-login.ts";
import { openDatabase, type Database, type Entities } from "./postgres/database.ts";
import type { DatabaseMigration } from "./postgres/migrator.ts";
import { createErrorFormatter, graphqlRoutes } from "./graphql/graphql.ts";
import { createGraphqlServer } from "./graphql/graphql-server.ts";
import { createScopeGuard } from "./graphql/scope-requirements.ts";
import { gatekeeper } from "./graphql/gatekeeper.ts";
import { buildSchema } from "./graphql/subgraph-schema.ts";
import { healthRoutes } from "./http/health.ts";
import { forgetting, keptKeys, type KeptRows } from "./jobs/kept-rows.ts";
import { listen, type Route } from "./http/http.ts";
import { bearer, createVerifier, type Caller, type Viewer } from "./identity/identity.ts";
import { startJobs, type JobKind, type JobRunner, type RecurringJob } from "./jobs/jobs.ts";
import { DEVICE_HEADER, PLACE_HEADER } from "./http/headers.ts";
import type { Projection } from "./messaging/projection.ts";
import type { PersonalData } from "./personal-data/declaration.ts";
import { createLogger, type Logger } from "./telemetry/logger.ts";
import { createMetrics, metricsRoute, type CounterDeclaration, type Metrics } from "./http/metrics.ts";
import { keepMonthsAhead } from "./messaging/outbox-months.ts";
import { startWork, type WorkKind, type WorkRunner } from "./jobs/work.ts";
import { connectNotifier, type ChangeNotifier } from "./redis/pubsub.ts";
import { startTracing } from "./telemetry/tracing.ts";
import { createRedisTransport } from "./messaging/redis-streams.ts";
import { startRelay, type Relay } from "./messaging/relay.ts";
import { noteInUse, NO_FUNCTIONS, type SqlFunctions } from "./postgres/sql-functions.ts";
import type { SubgraphConfig } from "./subgraph-config.ts";
import { serveSubscriptions } from "./graphql/subscriptions.ts";

export interface SubgraphContext<Loaders = unknown> {
  /** Cache invalidations sent during this request, for the gateway. */
  changed: Set<string>;
  caller: Caller;
  viewer: Viewer | null;
  /** For the audit log. */
  acting: Acting;
  /**
   * For a mutation through the gateway: a stable pseudonym of the client's network (an IPv4 /24, an IPv6 /64). Undefined for queries,
   * subscriptions and other services.
   */
  network: string | undefined;
  /** For a mutation of users through the gateway: the client's `user-agent`, and its network as a CIDR prefix. */
  device: string | undefined;
  place: string | undefined;
  /** Aborted when the client disconnects: nothing waits for the response any more. */
  abandoned: AbortSignal;
  database: Database;
  notifier: ChangeNotifier;
  metrics: Metrics;
  loaders: Loaders;
}

/** Definition of a subgraph. */
export interface Subgraph {
  name: string;
  config: SubgraphConfig;
  typeDefs: string;
  resolvers: object;
  entities: Entities;
  migrations: DatabaseMigration[];
  functions?: SqlFunctions;
  createLoaders(database: Database, viewer: Viewer | null): unknown;
  handlers?: MessageHandler[];
  /**
   * GraphQL endpoints of publishers, by name. A subgraph that is newer than a publisher's first messages backfills them from there; without
   * an endpoint it starts at the publisher's stream.
   */
  backfillFrom?: Record<string, string>;
  projections?: Projection[];
  /** Subgraphs that react to this one's messages, itself included. */
  consumers: string[];
  jobs?: JobKind[];
  recurring?: RecurringJob[];
  /** In addition to idempotency keys. */
  keptRows?: KeptRows[];
  /** What its own tables know about people. */
  personalData?: PersonalData;
  work?: WorkKind[];
  counters?: Record<string, CounterDeclaration>;
  /**
   * Cache invalidations that the calling gateway must apply before it responds, so that an acknowledged change is visible to the next
   * request.
   */
  gatewayInvalidations?: string[];
  /** Root fields that only these services may call, never the gateway's viewers. */
  internal?: Record<string, string[]>;
  routes?(database: Database, logger: Logger, callerOf: (request: IncomingMessage) => Promise<Caller>): Route[];
  /** Called after the database is open, and before requests are served. */
  prepare?(running: { database: Database; notifier: ChangeNotifier; metrics: Metrics }): Promise<void>;
  stop?(): Promise<void>;
}

export interface RunningSubgraph {
  name: string;
  url: string;
  database: Database;
  relay: Relay;
  consumer: Consumer;
  jobs: JobRunner;
  work: WorkRunner;
  handlers: MessageHandler[];
  drain(): void;
  stop(): Promise<void>;
}

const MESSAGES: Record<string, CounterDeclaration> = {
  messages_refused_total: {
    help: "Stream entries refused because their signature is missing or invalid",
    labels: ["publisher"],
  },
  messages_published_total: { help: "Messages in Redis, by name", labels: ["message"] },
};

const keepFunctions = (functions: SqlFunctions): RecurringJob => ({
  name: "keep the functions of this version",
  every: { ms: 60 * 60 * 1_000 },
  run: (database) => noteInUse(database.read(), functions),
});

const NEVER = new AbortController().signal;
const BODY_LIMIT = 4 * 1024 * 1024; // the gateway has checked the client's limit; batches of entities are larger

export async function startSubgraph(
  subgraph: Subgraph,
  options: { wholeProcess?: boolean } = {},
): Promise<RunningSubgraph> {
  const { name, config } = subgraph;
  const logger = createLogger(name, config.logLevel);
  const database = await openDatabase({
    url: config.databaseUrl,
    otherPassword: config.otherDatabasePassword,
    readUrl: config.databaseReadUrl,
    entities: subgraph.entities,
    migrations: subgraph.migrations,
    ...(subgraph.functions && { functions: subgraph.functions }),
    logger,
  }).catch((error: unknown) => {
    throw unreachableDatabase(`${name.toUpperCase()}_DATABASE_URL`, config.databaseUrl, error) ?? error;
  });
  const tracing = await startTracing(name, config.tracing, false, logger);
  const notifier = connectNotifier(config.redisUrl, config.redisPrefix, logger);
  const metrics = createMetrics({ ...subgraph.counters, ...MESSAGES }, options);
  try {
    await subgraph.prepare?.({ database, notifier, metrics });
  } catch (error) {
    await Promise.all([notifier.stop(), database.close(), tracing.stop()]);
    throw error;
  }
  const verify = createVerifier(name, config.trustedKeys);
  const contextFor = (caller: Caller, abandoned = NEVER, headers: IncomingHttpHeaders = {}): SubgraphContext => {
    const { viewer, network } = caller.kind === "gateway" ? caller : { viewer: null };
    const told = (header: string) => (caller.kind === "gateway" ? (headers[header] as string | undefined) : undefined);
    const changed = new Set<string>();
    const acting = viewer ? actingOf(viewer, network) : SYSTEM;
    const noting: ChangeNotifier = {
      ...notifier,
      notify: (topic, about = "") => {
        if (subgraph.gatewayInvalidations?.includes(topic)) changed.add(`${topic}:${about}`);
        notifier.notify(topic, about);
      },
    };
    return {
      changed,
      caller,
      viewer,
      acting,
      network,
      device: told(DEVICE_HEADER),
      place: told(PLACE_HEADER),
      abandoned,
      database: viewer ? withActing(database, acting) : database,
      notifier: noting,
      metrics,
      loaders: subgraph.createLoaders(database, viewer),
    };
  };
  const schema = buildSchema(subgraph);
  const admit = createAdmit(subgraph, createScopeGuard(schema, subgraph.typeDefs));
  const server = createGraphqlServer<SubgraphContext>({
    schema,
    introspection: config.introspection,
    formatError: createErrorFormatter(logger),
    logger,
    plugins: [gatekeeper(admit)],
  });
  await server.start();

  const handlers = [
    ...(subgraph.handlers ?? []),
    ...(subgraph.projections ?? []).flatMap((projection) => projection.handlers),
  ];
  const transport = createRedisTransport({ ...config, logger });
  const relay = startRelay({
    subgraph: name,
    consumers: subgraph.consumers,
    database,
    transport,
    ...config,
    logger,
    onPublished: (message) => metrics.count("messages_published_total", { message }),
  });
  const backfill = createBackfill({
    subgraph: name,
    publishers: [...new Set(handlers.map(({ publisher }) => publisher))],
    from: subgraph.backfillFrom ?? {},
    database,
    ...config,
  });
  const consumer = startConsumer({
    subgraph: name,
    // Stable across restarts: messages that were pending at a crash are redelivered to the process at once.
    instance: `${name}-${hostname()}-${config.port || randomUUID()}`,
    handlers,
    database,
    transport,
    logger,
    onRefused: (publisher) => metrics.count("messages_refused_total", { publisher }),
    backfill,
  });
  // Prometheus sees no increase in the first sample of a series, so it must start with 0.
  for (const { publisher } of handlers) metrics.count("messages_refused_total", { publisher }, 0);
  const jobs = startJobs({
    subgraph: name,
    database,
    kinds: subgraph.jobs ?? [],
    recurring: [
      ...[keptKeys, ...(subgraph.keptRows ?? [])].map(forgetting),
      keepMonthsAhead,
      keepFunctions(subgraph.functions ?? NO_FUNCTIONS),
      ...(subgraph.recurring ?? []),
    ],
    logger,
  });

  const work = startWork({ subgraph: name, database, kinds: subgraph.work ?? [], logger });

  observeBacklog(metrics, { database, relay, consumer, jobs, work });

  const authorized = (authorization: string | undefined) => verify(bearer(authorization));
  const callerOf = (request: IncomingMessage) => authorized(request.headers.authorization);
  const graphql = graphqlRoutes({
    server,
    path: "/graphql",
    bodyLimit: BODY_LIMIT,
    context: async (authorization, abandoned, headers) =>
      contextFor(await authorized(authorization), abandoned, headers),
    refusalOf: refusalOfStrangers(authorized),
    logger,
  });
  const routes: Route[] = [
    ...graphql.map((route) => refuseStrangers(route, callerOf)),
    backfillRoute({ subgraph: name, consumers: subgraph.consumers, database, ...config, logger, callerOf }),
    ...healthRoutes({
      database: database.ping,
      migrations: database.isMigrated,
      redis: notifier.isAvailable,
      consumer: consumer.isRunning,
      relay: relay.isRunning,
      jobs: () => jobs.isRunning() && work.isRunning(),
    }),
    metricsRoute(metrics),
    ...(subgraph.routes?.(database, logger, callerOf) ?? []),
  ];
  const http = await listen({ host: config.host, port: config.port, routes, logger, tracing });
  const stopSubscriptions = schema.getSubscriptionType()
    ? serveSubscriptions({
        server: http.server,
        schema,
        authorize: authorized,
        admit,
        contextFor: (caller) => contextFor(caller),
        logger,
      })
    : async () => {};
  logger.info({ port: http.port }, "ready");
  return {
    name,
    url: `http://${config.host}:${http.port}/graphql`,
    database,
    relay,
    consumer,
    jobs,
    work,
    handlers,
    drain: () => http.drain(),
    stop: async () => {
      await stopSubscriptions();
      await http.stop();
      await Promise.all([jobs.stop(), work.stop(), consumer.stop(), backfill.stop()]);
      await relay.stop();
      await server.stop();
      await notifier.stop();
      await subgraph.stop?.();
      await database.close();
      await tracing.stop();
    },
  };
}
