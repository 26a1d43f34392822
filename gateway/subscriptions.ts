// Subscriptions, queries and mutations over graphql-transport-ws: who may connect, for how long, and how much at once.
import type { IncomingMessage, Server } from "node:http";
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { CORRELATION_HEADER, saneCorrelationId, withCorrelation } from "../platform/correlation.ts";
import { badInput } from "../platform/errors.ts";
import type { Logger } from "../platform/logger.ts";
import type { GatewayContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "./pipeline.ts";
import { Refused } from "./refused.ts";
import { checkParameters } from "./request.ts";
import { createTopics } from "./topics.ts";

export interface SubscriptionOptions {
  server: Server;
  schema(): GraphQLSchema;
  pipeline: Pipeline;
  addressOf(request: IncomingMessage): string;
  subgraphUrl(name: string): string;
  identity: Identity;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
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
  const { server, schema, pipeline, identity, format, logger } = options;
  const sockets = new WebSocketServer({
    server,
    path: "/graphql",
    maxPayload: MAX_FRAME_BYTES,
    verifyClient: ({ req }: { req: { headers: Record<string, string | string[] | undefined> } }) =>
      options.allowsOrigin(req.headers.origin as string | undefined, req.headers.host as string | undefined),
  });
  const connections = new Map<WebSocket, Connection>();

  const topics = createTopics({ pipeline, subgraphUrl: options.subgraphUrl, identity, format });

  const disposable = useServer<Record<string, unknown>>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async (connection) => {
        const authorization = connection.connectionParams?.authorization ?? connection.connectionParams?.Authorization;
        try {
          const who = await identity.identify(typeof authorization === "string" ? authorization : undefined);
          const context = { ...who, address: options.addressOf(connection.extra.request) };
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
        const { context } = connections.get(connection.extra.socket as WebSocket)!;
        if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET)
          return format([
            badInput("subscriptions", `a socket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET}`).toJSON(),
          ]) as never;
        let prepared: PreparedRequest;
        try {
          prepared = await pipeline.prepare(checkParameters(payload), context);
        } catch (error) {
          if (error instanceof Refused) return format(error.errors) as never;
          throw error;
        }
        const { document, name } = prepared.operation;
        return {
          schema: schema(),
          document,
          operationName: name,
          variableValues: prepared.variables,
          contextValue: {
            gateway: context,
            id,
            socket: connection.extra.socket as WebSocket,
            prepared,
            correlationId: saneCorrelationId(
              connection.extra.request.headers[CORRELATION_HEADER] as string | undefined,
            ),
          } satisfies OperationContext,
        };
      },
      execute: async (args) => {
        const { gateway, prepared, correlationId } = args.contextValue as OperationContext;
        const response = await withCorrelation(correlationId, () => pipeline.execute(prepared, gateway));
        return JSON.parse(responseBytes(response, format).toString()) as ExecutionResult;
      },
      subscribe: (args) => {
        const { gateway, prepared, id, socket, correlationId } = args.contextValue as OperationContext;
        return withCorrelation(correlationId, () => topics.follow(socket, id, prepared, gateway));
      },
      onError: (_, __, ___, errors) =>
        format(errors.map((error) => (error instanceof GraphQLError ? error.toJSON() : error))),
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
  prepared: PreparedRequest;
  id: string;
  socket: WebSocket;
  correlationId: string;
}
