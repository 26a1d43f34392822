// Subscriptions, queries and mutations over graphql-transport-ws
// (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md): who may connect, for how long, and how much at once.
import { STATUS_CODES, type IncomingMessage, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import {
  GraphQLError,
  OperationTypeNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { CloseCode, handleProtocols, makeServer } from "graphql-ws";
import { WebSocket, WebSocketServer } from "ws";
import { CORRELATION_HEADER, saneCorrelationId, withCorrelation } from "../../platform/telemetry/correlation.ts";
import { badInput } from "../../platform/core/errors.ts";
import type { Logger } from "../../platform/telemetry/logger.ts";
import { operationAttributes } from "../../platform/telemetry/tracing.ts";
import type { Tracing } from "../../platform/telemetry/spans.ts";
import type { Admission } from "../limits/admission.ts";
import type { Connections } from "../limits/connections.ts";
import { clientFields, type GatewayContext } from "../core/context.ts";
import { carriedBy, carry } from "./carried-refusals.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import { codesOf, type Entrance } from "./entrance.ts";
import { orRefuse, type Identity } from "../identity/identity.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "../operations/pipeline.ts";
import { Refused } from "../core/refused.ts";
import { checkParameters } from "../core/request.ts";
import { createRounds } from "../subscriptions/rounds.ts";
import { socketSender, type Subscriber } from "../subscriptions/subscriber.ts";
import type { Topics } from "../subscriptions/topics.ts";
import {
  identifyAgain,
  isUnauthenticated,
  type SessionMonitor,
  type MonitoredConnection,
} from "../identity/session-monitor.ts";

export interface SocketOptions {
  server: Server;
  schema(): GraphQLSchema;
  pipeline: Pipeline;
  topics: Topics;
  admission: Admission;
  connections: Connections;
  entrance: Entrance;
  crossOrigin: CrossOrigin;
  identity: Identity;
  watch: SessionMonitor;
  tracing: Tracing;
  authorizationOf(request: IncomingMessage): string | undefined;
  logger: Logger;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

const MAX_FRAME_BYTES = 100 * 1024;
const MAX_SUBSCRIPTIONS_PER_SOCKET = 50;
const INIT_WITHIN_MS = 5_000;
const PING_EVERY_MS = 12_000;
/** More messages between two pings are abuse. */
const MESSAGES_PER_PING = 500;
/** RFC 6455: policy violation. */
const POLICY_VIOLATION = 1008;
/** RFC 6455: the server goes away. The client may reconnect, to another gateway if there is one. */
const GOING_AWAY = 1001;
/** Sockets closed at once at shutdown, so that clients do not all reconnect at the same time. */
const CLOSED_TOGETHER = 250;
const CLOSE_EVERY_MS = 100;

export function serveSockets(options: SocketOptions): () => Promise<void> {
  const { server, schema, pipeline, topics, admission, connections, entrance } = options;
  const { crossOrigin, identity, watch, tracing, authorizationOf, logger, format } = options;
  const sockets = new WebSocketServer({
    server,
    path: "/graphql",
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    // Messages of one chunk are handled one per turn, so that a client that sends hundreds does not block others.
    allowSynchronousEvents: false,
    handleProtocols,
    verifyClient: ({ req }: { req: IncomingMessage }, answer) => answer(...welcome(req)),
  });
  const known = new WeakMap<WebSocket, MonitoredConnection>();
  const pings = createRounds(PING_EVERY_MS);

  /** Pages of other sites may not use a browser's socket, and one address may not hold all sockets. */
  function welcome(request: IncomingMessage): [boolean, number?, string?, Record<string, string>?] {
    if (!crossOrigin.isOurs(request.headers.host)) return [false, 421, STATUS_CODES[421]];
    if (!crossOrigin.allows(request.headers.origin, request.headers.host)) return [false, 403, "Forbidden"];
    const address = admission.addressOf(request);
    try {
      admission.admitAddress(address);
      connections.check(address);
      return [true];
    } catch (error) {
      if (error instanceof Refused) return [false, error.status, STATUS_CODES[error.status], error.headers];
      throw error;
    }
  }

  sockets.on("connection", (socket, request) => {
    // Checked a moment ago, when it was accepted.
    socket.once("close", connections.enter(admission.addressOf(request)));
    serve(socket, request);
  });

  /** Passes a socket's messages to the protocol, and detects dead connections. */
  function serve(socket: WebSocket, request: IncomingMessage): void {
    let isAlive = true;
    let messages = 0;
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(data);
        },
        close: (code, reason) => socket.close(code, reason),
        onMessage: (hear) => {
          socket.on("message", (data: Buffer) => {
            messages += 1;
            if (messages > MESSAGES_PER_PING) return socket.close(POLICY_VIOLATION, "Too many messages");
            hear(data.toString()).catch((error: unknown) => {
              if (isOutOfPlace(error)) return socket.close(CloseCode.BadRequest, "Invalid message received");
              logger.error({ err: error }, "WebSocket: a message failed");
              socket.close(CloseCode.InternalServerError, "Internal server error");
            });
          });
        },
      },
      { socket, request },
    );
    const stopPinging = pings.add(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      messages = 0;
      socket.ping();
    });
    socket.on("pong", () => (isAlive = true));
    // Invalid or oversized frames: ws closes the socket with the matching code.
    socket.on("error", (error) => logger.debug({ error: error.message }, "WebSocket error"));
    socket.once("close", (code, reason) => {
      stopPinging();
      void closed(code, String(reason));
    });
  }

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_WITHIN_MS,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const given = connectionParams?.authorization ?? connectionParams?.Authorization;
      const isGiven = typeof given === "string";
      const authorization = isGiven ? given : authorizationOf(request);
      try {
        const identified = await identity.identify(authorization, admission.addressOf(request));
        // The client disconnected while users was called: nothing would end its monitoring.
        if (socket.readyState !== WebSocket.OPEN) return false;
        const end = (reason: string) => socket.close(CloseCode.Forbidden, reason);
        const isCookie = !isGiven && request.headers.authorization === undefined;
        const identify = identifyAgain(identity, authorization, identified, isCookie);
        const connection = { identify, viewer: identified.viewer, end };
        known.set(socket, connection);
        socket.once("close", watch.add(connection));
        return true;
      } catch {
        return false; // graphql-ws closes with 4403
      }
    },
    // A new access token for a connection that lives longer than the old one: of the same user, or it is another connection.
    onPing: async ({ extra: { socket, request } }, payload) => {
      const connection = known.get(socket);
      if (payload?.authorization === undefined || !connection) return;
      const authorization = String(payload.authorization);
      try {
        // A token costs the check of a signature.
        const address = admission.addressOf(request);
        admission.admitAddress(address);
        const { viewer } = await identity.identify(authorization, address);
        if (viewer?.userId !== connection.viewer?.userId)
          return connection.end("The access token belongs to another user");
        Object.assign(connection, { identify: () => identity.identify(authorization), viewer });
      } catch (error) {
        connection.end(isUnauthenticated(error) ? error.message : "The access token can't be checked at the moment");
      }
    },
    onSubscribe: async (connection, id, payload) => {
      const { socket, request } = connection.extra;
      if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET)
        return [badInput("subscriptions", `a WebSocket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET}`)];
      const own = saneCorrelationId(request.headers[CORRELATION_HEADER] as string | undefined);
      try {
        const asked = await withCorrelation(own, () =>
          ask({ id, socket, raw: request.socket, correlationId: own }, request, payload),
        );
        const { document, name } = asked.prepared.operation;
        return { schema: schema(), document, operationName: name, contextValue: asked };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.status === 401) known.get(socket)!.end(error.message);
        return [carry(error)];
      }
    },
    execute: (args) => (args.contextValue as Asked).result!,
    subscribe: (args) => {
      const asked = args.contextValue as Asked;
      return withCorrelation(asked.correlationId, () => following(topics, asked));
    },
    onError: (_, __, ___, errors: readonly GraphQLError[]) => format(errors.flatMap(carriedBy)),
    // Results are already formatted.
    onNext: (_, __, ___, ____, result) => result as FormattedExecutionResult,
  });

  /** Queries and mutations run here: all per-operation steps happen between entering and leaving. */
  async function ask(asking: Asking, request: IncomingMessage, payload: unknown): Promise<Asked> {
    const address = admission.addressOf(request);
    return entrance.pass("socket", address, async (visit) => {
      // For each operation: the user's roles may have changed since the socket was opened.
      const who = await orRefuse(known.get(asking.socket)!.identify());
      const context: GatewayContext = (visit.context = { ...who, address, ...clientFields(request) });
      const prepared = (visit.prepared = await pipeline.prepare(checkParameters(payload), context));
      const asked: Asked = { ...asking, context, prepared };
      const { operation } = prepared;
      const { compiled, refusals } = operation.allowedFor(context.viewer);
      if (operation.node.operation === OperationTypeNode.SUBSCRIPTION) {
        if (!compiled.primary && refusals.length > 0) throw new Refused(403, refusals.map(asError));
        return asked;
      }
      const span = tracing.begin(operation.node.operation, {});
      span?.set(operationAttributes(operation.node.operation, operation.name));
      try {
        const response = await withCorrelation(asking.correlationId, () => pipeline.execute(prepared, context), span);
        visit.codes = codesOf(response.errors);
        return { ...asked, result: JSON.parse(responseBytes(response, format).toString()) as ExecutionResult };
      } finally {
        span?.end();
      }
    });
  }

  return async () => {
    const open = [...sockets.clients];
    for (let first = 0; first < open.length; first += CLOSED_TOGETHER) {
      if (first > 0) await delay(CLOSE_EVERY_MS);
      for (const socket of open.slice(first, first + CLOSED_TOGETHER)) socket.close(GOING_AWAY, "Going away");
    }
    sockets.close();
  };
}

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
}

interface Asking {
  id: string;
  socket: WebSocket;
  raw: Duplex;
  correlationId: string;
}

interface Asked extends Asking {
  context: GatewayContext;
  prepared: PreparedRequest;
  /** For queries and mutations. */
  result?: ExecutionResult;
}

const asError = ({ message, path, extensions }: GraphQLFormattedError) =>
  new GraphQLError(message, { path: path ?? null, extensions: extensions ?? {} });

/** A message type that only servers may send: the one client error that graphql-ws throws instead of closing the socket. */
function isOutOfPlace(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("Unexpected message of type");
}

/** The iterator for graphql-ws: it yields nothing, because messages are written to the socket as shared bytes; it only ends or fails. */
function following(topics: Topics, { socket, raw, id, prepared, context }: Asked): AsyncIterableIterator<never> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<IteratorResult<never>>();
  ended.catch(() => {});
  const finish = () => resolve({ done: true, value: undefined });
  const subscriber: Subscriber = {
    send: socketSender(socket, raw, id),
    end: (error) => (error ? reject(error) : finish()),
  };
  // The client disconnected while the request was prepared. Its end was already reported, so nothing would end the subscription.
  const isOpen = socket.readyState === WebSocket.OPEN;
  if (!isOpen) finish();
  const stop = isOpen ? topics.follow(subscriber, prepared, context) : finish;
  return {
    next: () => ended,
    return: () => {
      stop();
      finish();
      return ended;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
