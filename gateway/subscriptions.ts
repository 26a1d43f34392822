// Subscriptions, queries and mutations over graphql-transport-ws: who may connect, for how long, and how much at once.
import type { Server } from "node:http";
import { type ExecutionResult, type GraphQLError, type GraphQLFormattedError } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { CORRELATION_HEADER, saneCorrelationId, withCorrelation } from "../platform/correlation.ts";
import { badInput } from "../platform/errors.ts";
import type { Logger } from "../platform/logger.ts";
import { NOBODY, type GatewayContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import { prepare, type SubscribeRequest } from "./subscribe-request.ts";
import type { LoadedSupergraph } from "./supergraph.ts";
import { createTopics } from "./topics.ts";

export interface SubscriptionOptions {
  server: Server;
  supergraph: LoadedSupergraph;
  subgraphUrl(name: string): string;
  identity: Identity;
  /** Runs queries and mutations that come over the socket. */
  execute(
    request: { query: string; variables: Record<string, unknown>; operationName?: string },
    context: GatewayContext,
  ): Promise<ExecutionResult>;
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean;
  logger: Logger;
}

const MAX_FRAME_BYTES = 100 * 1024;
const MAX_SUBSCRIPTIONS_PER_SOCKET = 50;
const RECHECK_SESSIONS_MS = 2_000;
const GOING_AWAY = 1001;

interface Connection {
  context: GatewayContext;
  authorization: string | undefined;
}

export function serveSubscriptions(options: SubscriptionOptions): () => Promise<void> {
  const { server, supergraph, identity, formatError, logger } = options;
  const sockets = new WebSocketServer({
    server,
    path: "/graphql",
    maxPayload: MAX_FRAME_BYTES,
    verifyClient: ({ req }: { req: { headers: Record<string, string | string[] | undefined> } }) =>
      options.allowsOrigin(req.headers.origin as string | undefined, req.headers.host as string | undefined),
  });
  const connections = new Map<WebSocket, Connection>();

  const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON(), error));
  const topics = createTopics({ supergraph, subgraphUrl: options.subgraphUrl, identity, format });

  const disposable = useServer<Record<string, unknown>>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async (connection) => {
        const authorization = connection.connectionParams?.authorization ?? connection.connectionParams?.Authorization;
        try {
          const context = await identity.identify(typeof authorization === "string" ? authorization : undefined);
          const socket = connection.extra.socket as WebSocket;
          connections.set(socket, { context, authorization: authorization as string | undefined });
          socket.once("close", () => connections.delete(socket));
          endWithToken(socket, context);
          return true;
        } catch {
          return false; // graphql-ws closes with 4403
        }
      },
      onSubscribe: async (connection, id, payload) => {
        const { context } = connections.get(connection.extra.socket as WebSocket) ?? { context: NOBODY };
        if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET)
          return format([
            badInput("subscriptions", `a socket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET}`),
          ]) as never;
        const prepared = prepare(supergraph, payload);
        if ("errors" in prepared) return format(prepared.errors) as never;
        return {
          schema: supergraph.schema(),
          document: prepared.document,
          operationName: payload.operationName,
          variableValues: prepared.variables,
          contextValue: {
            gateway: context,
            id,
            socket: connection.extra.socket as WebSocket,
            prepared,
            query: payload.query,
            correlationId: saneCorrelationId(
              connection.extra.request.headers[CORRELATION_HEADER] as string | undefined,
            ),
          },
        };
      },
      execute: async (args) => {
        const { gateway, prepared, query, correlationId } = args.contextValue as OperationContext;
        return withCorrelation(correlationId, () =>
          options.execute(
            {
              query,
              variables: prepared.variables,
              ...(prepared.operationName ? { operationName: prepared.operationName } : {}),
            },
            gateway,
          ),
        );
      },
      subscribe: (args) => {
        const { gateway, prepared, id, socket, correlationId } = args.contextValue as OperationContext;
        return withCorrelation(correlationId, () => topics.follow(socket, id, prepared, gateway));
      },
      onError: (_, __, ___, errors) => format(errors),
    },
    sockets,
  );

  /** An access token's end ends what was begun with it. */
  function endWithToken(socket: WebSocket, { viewerUntil }: GatewayContext): void {
    if (!viewerUntil) return;
    const timer = setTimeout(
      () => socket.close(CloseCode.Forbidden, "The access token has expired"),
      viewerUntil.getTime() - Date.now(),
    );
    timer.unref();
    socket.once("close", () => clearTimeout(timer));
  }

  async function recheckSessions(): Promise<void> {
    for (const [socket, { authorization }] of connections) {
      if (authorization === undefined) continue;
      await identity.identify(authorization).catch((error: GraphQLError) => {
        if (error.extensions?.code === "UNAUTHENTICATED") socket.close(CloseCode.Forbidden, "The session has ended");
      });
    }
  }
  const stopHearing = identity.onSessionsChanged(() => void recheckSessions());
  const recheck = setInterval(() => void recheckSessions(), RECHECK_SESSIONS_MS);

  return async () => {
    clearInterval(recheck);
    stopHearing();
    for (const socket of sockets.clients) socket.close(GOING_AWAY, "Going away");
    await disposable.dispose();
    await topics.stop();
    logger.debug("subscriptions ended");
  };
}

interface OperationContext {
  gateway: GatewayContext;
  prepared: SubscribeRequest;
  id: string;
  socket: WebSocket;
  query: string;
  correlationId: string;
}
