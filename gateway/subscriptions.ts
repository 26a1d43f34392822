// Subscriptions across subgraphs, over graphql-transport-ws. Clients of one viewer who follow the same thing share one
// upstream, one execution per message and one serialization. Nothing is ever left out silently: whoever can't be
// served on without a gap (upstream lost, reader too slow) is told, subscribes again and resumes.
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { getOperationAST, GraphQLError, parse, print, validate, type DocumentNode, type ExecutionResult, type GraphQLFormattedError, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { CloseCode, createClient, type Client, type Sink } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocket, WebSocketServer } from "ws";
import { CORRELATION_HEADER, saneCorrelationId, withCorrelation } from "../platform/correlation.ts";
import { badInput, unavailable } from "../platform/errors.ts";
import type { Logger } from "../platform/logger.ts";
import { NOBODY, type GatewayContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import type { LoadedSupergraph, PlannedSubscription } from "./supergraph.ts";

export interface SubscriptionOptions {
  server: Server;
  supergraph: LoadedSupergraph;
  subgraphUrl(name: string): string;
  identity: Identity;
  /** Runs queries and mutations that come over the socket. */
  execute(request: { query: string; variables: Record<string, unknown>; operationName?: string }, context: GatewayContext): Promise<ExecutionResult>;
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean;
  logger: Logger;
}

const MAX_FRAME_BYTES = 100 * 1024;
const MAX_SUBSCRIPTIONS_PER_SOCKET = 50;
/** A client that has so much unread is cut off: it resumes when it can. Measured: a stalled reader piled up 35 MB without a limit. */
const MAX_UNREAD_BYTES = 256 * 1024;
const RECHECK_SESSIONS_MS = 2_000;
/** RFC 6455: the server is overloaded or the client too slow; come back later. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;

interface Subscriber {
  socket: WebSocket;
  /** What comes before the shared bytes: the client's own message id. */
  head: string;
  end(error?: GraphQLError): void;
}

interface Topic {
  subscribers: Set<Subscriber>;
  lastMessage: string | undefined;
  stop(): void;
}

interface Connection {
  context: GatewayContext;
  authorization: string | undefined;
}

interface Subscription {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export function serveSubscriptions(options: SubscriptionOptions): () => Promise<void> {
  const { server, supergraph, identity, formatError, logger } = options;
  const sockets = new WebSocketServer({
    server,
    path: "/graphql",
    maxPayload: MAX_FRAME_BYTES,
    verifyClient: ({ req }: { req: { headers: Record<string, string | string[] | undefined> } }) => options.allowsOrigin(req.headers.origin as string | undefined, req.headers.host as string | undefined),
  });
  const topics = new Map<string, Topic>();
  const clients = new Map<string, Client>();
  const connections = new Map<WebSocket, Connection>();

  const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON(), error));

  function upstreamClient(subgraph: string): Client {
    let client = clients.get(subgraph);
    if (!client) {
      client = createClient({
        url: options.subgraphUrl(subgraph).replace(/^http/, "ws"),
        webSocketImpl: WebSocket,
        lazy: true,
        keepAlive: 10_000,
        retryAttempts: 0,
        connectionParams: async () => ({ authorization: `Bearer ${await identity.tokenFor(subgraph, null)}` }),
      });
      clients.set(subgraph, client);
    }
    return client;
  }

  function closeTopic(key: string, topic: Topic, error?: GraphQLError): void {
    if (topics.get(key) === topic) topics.delete(key);
    for (const subscriber of [...topic.subscribers]) subscriber.end(error);
    topic.subscribers.clear();
    topic.stop();
  }

  function deliver(topic: Topic, result: ExecutionResult): void {
    const payload = result.errors ? { ...result, errors: format(result.errors) } : result;
    const message = `,"type":"next","payload":${JSON.stringify(payload)}}`;
    topic.lastMessage = message;
    for (const subscriber of topic.subscribers) send(subscriber, message);
  }

  function send(subscriber: Subscriber, message: string): void {
    if (subscriber.socket.bufferedAmount > MAX_UNREAD_BYTES) {
      subscriber.socket.close(TRY_AGAIN_LATER, "Too slow");
      return;
    }
    if (subscriber.socket.readyState === WebSocket.OPEN) subscriber.socket.send(subscriber.head + message);
  }

  function openTopic(key: string, planned: PlannedSubscription, subscription: Subscription, context: GatewayContext): Topic {
    let stopUpstream: (() => void) | undefined;
    let stopped = false;
    const topic: Topic = {
      subscribers: new Set(),
      lastMessage: undefined,
      stop: () => {
        stopped = true;
        stopUpstream?.();
      },
    };
    topics.set(key, topic);
    const fail = (error: unknown) => closeTopic(key, topic, error instanceof GraphQLError ? error : new GraphQLError("failed", { originalError: error as Error }));
    // Messages are completed side by side but delivered in the order in which they came.
    let delivered: Promise<void> = Promise.resolve();
    const sink: Sink<ExecutionResult<Record<string, unknown>>> = {
      next: (message) => {
        const completed = planned.complete(message, subscription.variables, context);
        delivered = delivered
          .then(() => completed)
          .then((result) => deliver(topic, result))
          .catch(fail);
      },
      error: (error) => void delivered.then(() => closeTopic(key, topic, upstreamError(error, planned.subgraph))),
      complete: () => void delivered.then(() => closeTopic(key, topic)),
    };
    void identity
      .tokenFor(planned.subgraph, context.viewer)
      .then((token) => {
        if (stopped) return;
        const extensions = { authorization: `Bearer ${token}` };
        stopUpstream = upstreamClient(planned.subgraph).subscribe({ query: planned.operation, operationName: planned.operationName, variables: subscription.variables, extensions }, sink as Sink<never>);
      })
      .catch(fail);
    return topic;
  }

  /** What graphql-ws iterates: it yields nothing, for messages are written to the socket as shared bytes; it ends, or fails. */
  function follow(socket: WebSocket, id: string, subscription: Subscription, context: GatewayContext): AsyncIterableIterator<never> {
    const { promise: ended, resolve, reject } = Promise.withResolvers<IteratorResult<never>>();
    ended.catch(() => {});
    const planned = supergraph.planSubscription(subscription.document, subscription.operationName);
    // Whoever resumes from a cursor needs what came since then, and so an upstream of its own.
    const own = resumesFromCursor(subscription) ? randomUUID() : null;
    const key = JSON.stringify([print(subscription.document), subscription.operationName, subscription.variables, context.viewer?.sessionId ?? "", own]);
    const topic = topics.get(key) ?? openTopic(key, planned, subscription, context);
    const subscriber: Subscriber = {
      socket,
      head: `{"id":${JSON.stringify(id)}`,
      end: (error) => {
        topic.subscribers.delete(subscriber);
        if (topic.subscribers.size === 0 && topics.get(key) === topic) closeTopic(key, topic);
        if (error) reject(error);
        else resolve({ done: true, value: undefined });
      },
    };
    topic.subscribers.add(subscriber);
    if (topic.lastMessage) send(subscriber, topic.lastMessage);
    return {
      next: () => ended,
      return: () => {
        subscriber.end();
        return ended;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

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
        if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET) return format([badInput("subscriptions", `a socket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET}`)]) as never;
        const prepared = prepare(supergraph, payload);
        if ("errors" in prepared) return format(prepared.errors) as never;
        return {
          schema: supergraph.schema(),
          document: prepared.document,
          operationName: payload.operationName,
          variableValues: prepared.variables,
          contextValue: { gateway: context, id, socket: connection.extra.socket as WebSocket, prepared, query: payload.query, correlationId: saneCorrelationId(connection.extra.request.headers[CORRELATION_HEADER] as string | undefined) },
        };
      },
      execute: async (args) => {
        const { gateway, prepared, query, correlationId } = args.contextValue as OperationContext;
        return withCorrelation(correlationId, () => options.execute({ query, variables: prepared.variables, ...(prepared.operationName ? { operationName: prepared.operationName } : {}) }, gateway));
      },
      subscribe: (args) => {
        const { gateway, prepared, id, socket, correlationId } = args.contextValue as OperationContext;
        return withCorrelation(correlationId, () => follow(socket, id, prepared, gateway));
      },
      onError: (_, __, ___, errors) => format(errors),
    },
    sockets,
  );

  /** An access token's end ends what was begun with it. */
  function endWithToken(socket: WebSocket, { viewerUntil }: GatewayContext): void {
    if (!viewerUntil) return;
    const timer = setTimeout(() => socket.close(CloseCode.Forbidden, "The access token has expired"), viewerUntil.getTime() - Date.now());
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
    for (const [key, topic] of topics) closeTopic(key, topic);
    for (const socket of sockets.clients) socket.close(GOING_AWAY, "Going away");
    await disposable.dispose();
    await Promise.all([...clients.values()].map((client) => client.dispose()));
    logger.debug("subscriptions ended");
  };
}

interface OperationContext {
  gateway: GatewayContext;
  prepared: Subscription;
  id: string;
  socket: WebSocket;
  query: string;
  correlationId: string;
}

interface SubscribePayload {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

function prepare(supergraph: LoadedSupergraph, payload: SubscribePayload): Subscription | { errors: readonly GraphQLError[] } {
  let document: DocumentNode;
  try {
    document = parse(payload.query, { maxTokens: 1_000 });
  } catch (error) {
    return { errors: [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")] };
  }
  const errors = validate(supergraph.schema(), document);
  if (errors.length > 0) return { errors: errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED")) };
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return { errors: [badInput("operationName", "names no operation of the document")] };
  const variables = getVariableValues(supergraph.schema(), operation.variableDefinitions ?? [], payload.variables ?? {});
  if (variables.errors) return { errors: variables.errors.map((error) => withCode(error, "BAD_USER_INPUT")) };
  return { document, operation, operationName: payload.operationName ?? undefined, variables: payload.variables ?? {} };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null, extensions: { code } });
}

/** Whether the subscription's field is given an `after`. */
function resumesFromCursor({ operation, variables }: Subscription): boolean {
  return operation.selectionSet.selections.some(
    (selection) =>
      selection.kind === "Field" &&
      selection.arguments?.some(({ name, value }) => name.value === "after" && value.kind !== "NullValue" && (value.kind !== "Variable" || variables[value.name.value] != null)),
  );
}

function upstreamError(error: unknown, subgraph: string): GraphQLError {
  const first = Array.isArray(error) ? (error[0] as GraphQLFormattedError) : undefined;
  if (first) return new GraphQLError(first.message, { path: first.path ?? null, extensions: first.extensions ?? {} });
  return unavailable(`The ${subgraph} service`);
}
