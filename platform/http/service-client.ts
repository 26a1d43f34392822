// Synchronous calls between subgraphs. A request is idempotent by the caller's own ID, so it can be retried after a timeout. UNAVAILABLE
// means no effect; TIMEOUT means unknown.
import { Agent, request } from "undici";
import { correlationHeaders } from "../telemetry/correlation.ts";
import { noteEffect } from "../core/effects.ts";
import { RefusedForGood, timedOut, unavailable } from "../core/errors.ts";
import { KEEP_IDLE_MS } from "./http.ts";
import { signForService, type Signer } from "../identity/identity.ts";
import { withDeadline } from "../core/timeout.ts";
import { traced } from "../telemetry/tracing.ts";
import { reach } from "../core/fault-points.ts";

/** The text of an operation, with types of its result and variables: `npm run compose` generates them from `clients/*.graphql`. */
export type ServiceOperation<Data, Variables> = string & { readonly types?: (variables: Variables) => Data };

export interface ServiceClient {
  /**
   * Runs an operation on the other subgraph; returns its `data`. @throws GraphQLError UNAVAILABLE or TIMEOUT; RefusedForGood;
   * UnknownOperation
   */
  ask<Data, Variables extends object>(
    operation: ServiceOperation<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
  stop(): Promise<void>;
}

/** The other subgraph runs the previous version and does not have the field. Nothing happened. */
export class UnknownOperation extends Error {}

const DEADLINE_MS = 3_000;
/** How long a signed token is reused. It expires after 30 s, which leaves room for clock skew between hosts. */
const TOKEN_REUSED_MS = 5_000;
/** Codes of requests that never reached the other side. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT", "EHOSTUNREACH"]);

const FOR_GOOD = new Set(["BAD_USER_INPUT", "FORBIDDEN", "NOT_FOUND"]);

/** Response key of the first root field. */
const fieldOf = (query: string) => /\{\s*(\w+)/.exec(query)?.[1] ?? "something";

/**
 * Sends many requests in one call; one by one if the other subgraph runs the previous version. A null or separately failed item is an
 * Error.
 * @throws as ServiceClient.ask
 */
export async function askAll<Item, Answer>(
  items: Item[],
  together: () => Promise<(Answer | null)[]>,
  alone: (item: Item) => Promise<Answer>,
): Promise<(Answer | Error)[]> {
  try {
    return (await together()).map((answer) => answer ?? timedOut("Another service"));
  } catch (error) {
    if (!(error instanceof UnknownOperation)) throw error;
    return Promise.all(items.map((item) => alone(item).catch((problem: Error) => problem)));
  }
}

export function createServiceClient(options: { signer: Signer; subgraph: string; url: string }): ServiceClient {
  const { signer, subgraph, url } = options;
  const agent = new Agent({
    connections: 32,
    connect: { timeout: 1_000 },
    keepAliveTimeout: KEEP_IDLE_MS,
    keepAliveMaxTimeout: KEEP_IDLE_MS,
  });

  let signed: { token: Promise<string>; at: number } | undefined;
  function currentToken(): Promise<string> {
    // By the wall clock, in both directions: it may have been set, or the machine may have slept.
    if (!signed || Math.abs(Date.now() - signed.at) > TOKEN_REUSED_MS)
      signed = { token: signForService(signer, subgraph), at: Date.now() };
    return signed.token;
  }

  const ask: ServiceClient["ask"] = (operation, variables) =>
    traced(`ask ${subgraph}`, { subgraph }, () => askNow(operation, variables));

  async function askNow<Data>(query: ServiceOperation<Data, never>, variables: object): Promise<Data> {
    const token = await currentToken();
    reach(`about to ask ${subgraph} for ${fieldOf(query)}`);
    let status: number;
    let answer: { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };
    try {
      // From the wait for a free connection to the last byte.
      [status, answer] = await withDeadline(DEADLINE_MS, async (signal) => {
        const response = await request(url, {
          method: "POST",
          dispatcher: agent,
          headers: ["content-type", "application/json", "authorization", `Bearer ${token}`, ...correlationHeaders()],
          body: JSON.stringify({ query, variables }),
          signal,
        });
        return [response.statusCode, (await response.body.json()) as typeof answer];
      });
      reach(`${subgraph} has answered ${fieldOf(query)}`);
    } catch (error) {
      if (NOT_SENT.has((error as { code?: string }).code ?? "")) throw unavailable(subgraph, error);
      throw timedOut(subgraph);
    }
    const problem = answer.errors?.[0];
    if (query.startsWith("mutation") && answer.data) noteEffect();
    // Refused before any effect.
    if (problem?.extensions?.code === "RATE_LIMITED") throw unavailable(subgraph);
    // The request arrived: the failure may concern only the response.
    if (problem?.extensions?.code === "UNAVAILABLE" || problem?.extensions?.code === "TIMEOUT")
      throw timedOut(subgraph);
    if (FOR_GOOD.has(problem?.extensions?.code ?? ""))
      throw new RefusedForGood(`${subgraph} refused ${fieldOf(query)}: ${problem!.message}`);
    if (problem?.extensions?.code === "GRAPHQL_VALIDATION_FAILED") throw new UnknownOperation(problem.message);
    if (problem || !answer.data) throw new Error(`${subgraph} answered ${status}: ${problem?.message ?? "no data"}`);
    return answer.data;
  }

  return { ask, stop: () => agent.close() };
}
