// The registry over HTTP: the platform API for Rover, Uplink and reports of use for gateways, pages for people. Rover retries HTTP errors
// for half a minute, so refusals are a 200 with a GraphQL error.
import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError, graphql, parse } from "graphql";
import { z } from "zod";
import { openDatabase } from "../platform/postgres/database.ts";
import { healthRoutes } from "../platform/http/health.ts";
import { BodyTooLarge, endUnread, listen, readBody, sendJson, type Handler } from "../platform/http/http.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { createMetrics, metricsRoute, type CounterDeclaration } from "../platform/http/metrics.ts";
import { unreachableDatabase } from "../platform/postgres/postgres-login.ts";
import { TookTooLong } from "../platform/core/worker-thread.ts";
import { platformApi, rootOf } from "./api.ts";
import { entities } from "./entities.ts";
import { pageRoutes } from "./browsing.ts";
import { watchChanges } from "./changes.ts";
import type { RegistryConfig } from "./config.ts";
import { ensureKey, findKey } from "./keys.ts";
import { migrations } from "./migrations.ts";
import { addUsage, forgetUsage } from "./operations.ts";
import { createRegistry } from "./registry.ts";
import { routingUrlRulesFor } from "./routing-urls.ts";
import { forgetChecks } from "./kept-checks.ts";
import { supergraphHashOf, supergraphOf, variantsOf, type VariantRef } from "./store.ts";

export interface RunningRegistry {
  url: string;
  drain(): void;
  stop(): Promise<void>;
}

/** A graph's largest subgraph is some hundred kilobytes. */
const BODY_LIMIT = 2_000_000;
/** Maximum size of an operation, which is Rover's own; schemas are in its variables. */
const MAX_TOKENS = 2_000;
/** Rover knows this for a key that is wrong, and ends at once. */
const NOT_ACCEPTABLE = "406: Not Acceptable";

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const uplinkSchema = z.object({
  variables: z.object({ apiKey: z.string(), ref: z.string(), ifAfterId: z.string().nullish() }),
});

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
});

/** Usage reports of gateways: operations of some seconds. */
const usageSchema = jsonText.pipe(
  z.object({
    id: z.uuid(),
    ref: z.string(),
    operations: z
      .array(
        z.object({
          name: z
            .string()
            .regex(/^[_A-Za-z]\w{0,255}$/)
            .nullable(),
          body: z.string().min(1).max(100_000),
          client: z.string().regex(/^[\w .:/@-]{0,64}$/),
          requests: z.int().min(1).max(1_000_000_000),
        }),
      )
      .max(2_000),
  }),
);

const FORGET_EVERY_MS = 600_000;
/** Poll interval of a waiting gateway: changes of this process are reported at once, changes of other processes at the next poll. */
const LOOK_EVERY_MS = 3_000;
const LONGEST_WAIT_SECONDS = 30;

const COUNTERS: Record<string, CounterDeclaration> = {
  schema_checks_total: { help: "Schema checks, by outcome", labels: ["outcome"] },
  schema_publishes_total: { help: "Publications, by whether they compose", labels: ["outcome"] },
  supergraph_polls_total: { help: "Supergraph requests of gateways, by outcome", labels: ["answer"] },
  usage_reports_total: { help: "Usage reports accepted from gateways" },
};

export async function startRegistry(
  config: RegistryConfig,
  options: { wholeProcess?: boolean } = {},
): Promise<RunningRegistry> {
  const logger = createLogger("registry", config.logLevel);
  const { databaseUrl: url, otherDatabasePassword: otherPassword } = config;
  const database = await openDatabase({ url, otherPassword, entities, migrations, logger }).catch((error: unknown) => {
    throw unreachableDatabase("REGISTRY_DATABASE_URL", url, error) ?? error;
  });
  const metrics = createMetrics(COUNTERS, options);
  const changes = watchChanges(database);
  const registry = createRegistry(changes.database, metrics.count, routingUrlRulesFor(config.host));
  const { graphId, usageDays } = config;
  let isStopping = false;
  for (const key of config.keys) await ensureKey(database, graphId, key);

  const api: Handler = async (request, response) => {
    const given = await bodyOf(request, response);
    if (!given) return;
    const parsed = requestSchema.safeParse(given.body);
    if (!parsed.success) return refuse(response, "The body must be a GraphQL request in JSON.");
    const key = await findKey(database, String(request.headers["x-api-key"] ?? ""), config);
    if (!key) return refuse(response, NOT_ACCEPTABLE);
    if (key.kind === "gateway")
      return refuse(response, "This key is of the kind `gateway`: use a key of the kind `read` or `write`.");
    const { query, variables, operationName } = parsed.data;
    try {
      const document = parse(query, { maxTokens: MAX_TOKENS });
      const root = rootOf({ database, registry, key, frontendUrl: config.publicUrl ?? self(), usageDays });
      const isMutation = document.definitions.some((one) => "operation" in one && one.operation === "mutation");
      const result = await graphql({
        schema: platformApi,
        source: query,
        rootValue: isMutation ? root.mutation : root.query,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
      });
      for (const { originalError, message } of result.errors ?? [])
        if (originalError && !(originalError instanceof GraphQLError || originalError instanceof TookTooLong))
          logger.error({ err: originalError, operationName }, message);
      sendJson(response, 200, { ...result, ...(result.errors && { errors: result.errors.map(masked) }) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      refuse(response, error.message);
    }
  };

  /** Whether gateways get the supergraph `hash`: checked repeatedly for this time, until another one is delivered. */
  async function isInForce(ref: VariantRef, hash: string, waitMs: number, waiting: ServerResponse): Promise<boolean> {
    const until = performance.now() + waitMs;
    for (;;) {
      if ((await supergraphHashOf(database.read(), ref)) !== hash) return false;
      const leftMs = until - performance.now();
      if (leftMs <= 0 || isStopping || waiting.closed) return true;
      await changes.next(Math.min(leftMs, LOOK_EVERY_MS));
    }
  }

  /** Apollo Uplink: https://www.apollographql.com/docs/graphos/platform/uplink. */
  const uplink: Handler = async (request, response) => {
    const given = await bodyOf(request, response);
    if (!given) return;
    const answer = (routerConfig: { __typename: string; [field: string]: unknown }) => {
      metrics.count("supergraph_polls_total", { answer: routerConfig.__typename });
      // Otherwise the stop would wait for an open connection.
      if (isStopping) response.setHeader("connection", "close");
      sendJson(response, 200, { data: { routerConfig } });
    };
    const failed = (code: string, message: string) => answer({ __typename: "FetchError", code, message });
    const parsed = uplinkSchema.safeParse(given.body);
    if (!parsed.success) return failed("INVALID_REQUEST", "Pass `ref` and `apiKey`.");
    const { apiKey, ref, ifAfterId } = parsed.data.variables;
    const keyIsUnknown = () => failed("AUTHENTICATION_FAILED", "The key is unknown.");
    const key = await findKey(database, apiKey, config);
    if (!key) return keyIsUnknown();
    const [id, variant = "current"] = ref.split("@");
    const unknown = () => failed("UNKNOWN_REF", "The variant has no composed schema.");
    if (id !== key.graphId) return unknown();
    const variantRef = { graphId: id, variant };
    const waitMs = preferredWaitMs(request);
    if (ifAfterId && (await isInForce(variantRef, ifAfterId, waitMs, response)))
      return answer({ __typename: "Unchanged", id: ifAfterId, minDelaySeconds: 1 });
    // The key may have been revoked during the wait.
    if (waitMs > 0 && !(await findKey(database, apiKey, config))) return keyIsUnknown();
    const supergraph = await supergraphOf(database.read(), variantRef);
    if (!supergraph) return unknown();
    return answer({
      __typename: "RouterConfigResult",
      id: supergraph.hash,
      minDelaySeconds: 1,
      supergraphSdl: supergraph.sdl,
    });
  };

  const usage: Handler = async (request, response) => {
    // Gateways rely on the HTTP status, unlike Rover.
    const text = (await readBody(request, BODY_LIMIT)).toString("utf8");
    const key = await findKey(database, String(request.headers["x-api-key"] ?? ""), config);
    if (key?.kind !== "gateway")
      return sendJson(response, 401, { error: "This requires a key of the kind `gateway`." });
    const parsed = usageSchema.safeParse(text);
    if (!parsed.success) return sendJson(response, 400, { error: z.prettifyError(parsed.error) });
    const { ref, ...report } = parsed.data;
    const [id, variant = "current"] = ref.split("@");
    if (id !== key.graphId || !(await variantsOf(database, id)).includes(variant))
      return sendJson(response, 404, { error: "The variant does not exist." });
    await database.transaction((tx) => addUsage(tx, { graphId: id, variant }, report));
    metrics.count("usage_reports_total");
    sendJson(response, 200, { taken: report.operations.length });
  };

  const http = await listen({
    host: config.host,
    port: config.port,
    logger,
    routes: [
      { method: "POST", path: "/", handle: api },
      { method: "POST", path: "/graphql", handle: api },
      { method: "POST", path: "/uplink", handle: uplink },
      { method: "POST", path: "/usage", handle: usage },
      ...pageRoutes(database, config),
      metricsRoute(metrics),
      ...healthRoutes({ database: database.ping, migrations: database.isMigrated }),
    ],
  });
  const forget = () =>
    Promise.all([forgetUsage(database, usageDays), forgetChecks(database)]).catch((error: unknown) =>
      logger.warn({ err: error }, "cleanup of old operations and checks failed"),
    );
  const forgetting = setInterval(() => void forget(), FORGET_EVERY_MS).unref();
  const self = () => `http://${config.host}:${http.port}`;
  return {
    url: self(),
    drain: () => http.drain(),
    stop: async () => {
      isStopping = true;
      clearInterval(forgetting);
      changes.end();
      await http.stop();
      await registry.stop();
      await database.close();
    },
  };
}

/** How long a client prefers to wait instead of being answered that there is nothing new (RFC 7240, section 4.3). */
function preferredWaitMs({ headers: { prefer } }: IncomingMessage): number {
  const [, seconds] = /(?:^|[,;])\s*wait=(\d{1,6})\b/i.exec(String(prefer ?? "")) ?? [];
  return Math.min(Number(seconds ?? 0), LONGEST_WAIT_SECONDS) * 1_000;
}

/** Undefined if it was refused already. */
async function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<{ body: unknown } | undefined> {
  try {
    return { body: JSON.parse((await readBody(request, BODY_LIMIT)).toString("utf8")) as unknown };
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      response.setHeader("content-type", "application/json; charset=utf-8");
      endUnread(response, JSON.stringify(refusal(`The request is larger than ${BODY_LIMIT} bytes.`)));
    } else refuse(response, "The body must be a GraphQL request in JSON.");
    return undefined;
  }
}

const refusal = (message: string) => ({ data: null, errors: [{ message }] });

function refuse(response: ServerResponse, message: string): void {
  sendJson(response, 200, refusal(message));
}

/** Internal errors are only logged. */
function masked(error: GraphQLError): { message: string } {
  const { originalError } = error;
  if (originalError instanceof TookTooLong)
    return { message: `The schema is too complex to check: ${originalError.message}` };
  return {
    message: originalError && !(originalError instanceof GraphQLError) ? "Internal server error." : error.message,
  };
}
