// Client of one subgraph: pooled connections, deadlines, circuit breaker, and exact errors. UNAVAILABLE: the request never arrived and had
// no effect. TIMEOUT: the effect is unknown.
import { GraphQLError } from "graphql";
import { correlationHeaders } from "../../platform/telemetry/correlation.ts";
import { CHANGED_HEADER } from "../../platform/http/headers.ts";
import { timedOut, unavailable } from "../../platform/core/errors.ts";
import { KEEP_IDLE_MS } from "../../platform/http/http.ts";
import { traced } from "../../platform/telemetry/tracing.ts";
import { createBreaker } from "./circuit-breaker.ts";
import type { SubgraphRequest } from "../execution/subgraph-requests.ts";
import { createHttpPool, CutOff, NeverSent, TooLate } from "./http-pool.ts";
import type { HttpResponse } from "./response-reader.ts";
import { createTurns, type TurnRequest } from "./turns.ts";

/** Larger than any valid response; beyond it the subgraph is broken and would fill the memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

export interface SubgraphClient {
  /**
   * @param deadlineMs how long the answer may take
   * @param headers identify the viewer to the subgraph
   * @param clients identity of the client for the circuit breaker, if the duration may depend on its request
   * @throws GraphQLError UNAVAILABLE or TIMEOUT
   */
  send(
    request: SubgraphRequest,
    headers: readonly string[],
    deadlineMs: number,
    clients?: readonly string[],
  ): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface SubgraphClientOptions {
  name: string;
  url: string;
  /** Called with the invalidations of a response before it is passed on. */
  onChanged(topic: string, about: string | undefined): void;
  /** Called for each completed request: its duration, and whether the subgraph responded. */
  onEnd(subgraph: string, seconds: number, outcome: "answered" | "failed"): void;
}

export function createSubgraphClient({ name, url, onChanged, onEnd }: SubgraphClientOptions): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = createHttpPool({
    origin,
    connections: 64,
    connectTimeoutMs: 1_000,
    keepIdleMs: KEEP_IDLE_MS,
    maxBodyBytes: MAX_ANSWER_BYTES,
  });
  const post = createTurns({ pool, path, maxAnswerBytes: MAX_ANSWER_BYTES });
  const breaker = createBreaker();

  /** Before the response: the client's next request must see this change. Other gateways are informed by a notification. */
  function tellChanges({ headers }: HttpResponse): void {
    for (const changed of headers.get(CHANGED_HEADER)?.split(",") ?? []) {
      const [topic, about] = changed.split(":");
      onChanged(topic!, about || undefined);
    }
  }

  async function attempt(request: SubgraphRequest, headers: readonly string[], deadline: number): Promise<Buffer> {
    const asked = turnRequest(request.body, headers, deadline);
    for (let attempts = 1; ; attempts++) {
      try {
        const response = await post(asked);
        checkStatus(response);
        tellChanges(response);
        return response.body;
      } catch (error) {
        // The server has just closed an idle connection: a query can be retried.
        if (request.isQuery && attempts === 1 && error instanceof CutOff && performance.now() < deadline) continue;
        throw error;
      }
    }
  }

  const send: SubgraphClient["send"] = async (request, headers, deadlineMs, clients) => {
    if (!breaker.allows()) throw unavailable(`The ${name} service`);
    const begun = performance.now();
    try {
      const answer = await attempt(request, headers, begun + deadlineMs);
      breaker.succeeded();
      onEnd(name, (performance.now() - begun) / 1_000, "answered");
      return answer;
    } catch (error) {
      // The subgraph is up and serves other requests.
      if (error instanceof HeadersTooLarge) breaker.succeeded();
      else breaker.failed(error instanceof TooLate ? clients : []);
      onEnd(name, (performance.now() - begun) / 1_000, "failed");
      throw failure(name, error);
    }
  };

  return {
    send: (...args) => traced(`fetch ${name}`, { subgraph: name }, () => send(...args)),
    stop: async () => pool.stop(),
  };
}

/** Only a request whose headers are a token and a correlation ID can be batched; trace headers belong to one request. */
function turnRequest(body: string, headers: readonly string[], deadline: number): TurnRequest {
  const correlation = correlationHeaders();
  const isUsual = headers.length === 2 && headers[0] === "authorization" && correlation.length === 2;
  return {
    body,
    headers: [...headers, ...correlation],
    deadline,
    authorization: isUsual ? headers[1] : undefined,
    correlationId: isUsual ? correlation[1] : undefined,
  };
}

/** RFC 6585. */
const HEADERS_TOO_LARGE = 431;

class HeadersTooLarge extends Error {}

function failure(name: string, error: unknown): GraphQLError {
  if (error instanceof HeadersTooLarge)
    return new GraphQLError(
      `The request's headers are too large for the ${name} service (HTTP 431): nothing was changed.`,
      { extensions: { code: "UNAVAILABLE" }, originalError: error },
    );
  if (error instanceof NeverSent) return unavailable(`The ${name} service`, error);
  return timedOut(`The ${name} service`, error);
}

function checkStatus({ status, headers }: HttpResponse): void {
  // Its server has read only the headers.
  if (status === HEADERS_TOO_LARGE) throw new HeadersTooLarge();
  // From a proxy, or from a server that failed: not a GraphQL error.
  if (status >= 500 && !headers.get("content-type")?.includes("json")) throw new Error(`Status ${status}.`);
}
