// One subgraph as the gateway's executor sees it: pooled connections, a deadline, and honest errors.
// UNAVAILABLE: the request never arrived, nothing happened. TIMEOUT: nobody knows.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { Agent, request as send } from "undici";
import { CORRELATION_HEADER, correlationId } from "../platform/correlation.ts";
import { CHANGED_HEADER } from "../platform/headers.ts";
import { timedOut, unavailable } from "../platform/errors.ts";
import type { GatewayContext } from "./context.ts";
import type { Identity } from "./identity.ts";

const NEVER_ARRIVED = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

export interface SubgraphSource extends GraphQLDataSource<GatewayContext> {
  stop(): Promise<void>;
}

export function createSubgraphSource(options: {
  name: string;
  url: string;
  identity: Identity;
  timeoutMs: number;
}): SubgraphSource {
  const { name, url, identity, timeoutMs } = options;
  const agent = new Agent({ connections: 64, connect: { timeout: 1_000 }, keepAliveTimeout: 30_000 });

  async function post(body: string, viewer: GatewayContext["viewer"]) {
    const id = correlationId();
    const response = await send(url, {
      method: "POST",
      dispatcher: agent,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await identity.tokenFor(name, viewer)}`,
        ...(id ? { [CORRELATION_HEADER]: id } : {}),
      },
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const answer = (await response.body.json()) as object;
    // Before the client is answered: its next request must find what this one has changed. Other gateways are told by a hint.
    if (response.headers[CHANGED_HEADER] === "sessions") identity.forgetSessions();
    return answer;
  }

  return {
    process: async ({ request, kind, context }: GraphQLDataSourceProcessOptions<GatewayContext>) => {
      const viewer = String(kind) === "incoming operation" ? (context as GatewayContext).viewer : null;
      const body = JSON.stringify({
        query: request.query,
        variables: request.variables,
        operationName: request.operationName,
      });
      const mayRepeat = !request.query?.startsWith("mutation");
      for (let attempt = 1; ; attempt++) {
        try {
          return await post(body, viewer);
        } catch (error) {
          const { code } = error as { code?: string };
          if (NEVER_ARRIVED.has(code ?? "")) throw unavailable(`The ${name} service`, error);
          // A kept-alive connection that the other side has just closed: a query may simply be sent again.
          if (mayRepeat && attempt === 1 && (code === "UND_ERR_SOCKET" || code === "ECONNRESET")) continue;
          throw timedOut(`The ${name} service`);
        }
      }
    },
    stop: () => agent.destroy(),
  };
}
