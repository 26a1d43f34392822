// Subscriptions, queries and mutations over graphql-transport-ws
// (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md): who may connect, for how long, and how much at once.
import type { IncomingMessage, Server } from "node:http";
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
import { CORRELATION_HEADER, saneCorrelationId, withCorrelation } from "../platform/correlation.ts";
import { badInput } from "../platform/errors.ts";
import type { Logger } from "../platform/logger.ts";
import { operationAttributes, type Tracing } from "../platform/tracing.ts";
import type { Admission } from "./admission.ts";
import { clientOf, type GatewayContext } from "./context.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import type { Identity } from "./identity.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "./pipeline.ts";
import { Refused } from "./refused.ts";
import { checkParameters } from "./request.ts";
import { authorizationOf } from "./session-cookie.ts";
import { socketSender, type Subscriber } from "./subscriber.ts";
import type { Topics } from "./topics.ts";
import { isUnauthenticated, type Watch, type Watched } from "./watch.ts";

export interface SocketOptions {
  server: Server;
  schema(): GraphQLSchema;
  pipeline: Pipeline;
  topics: Topics;
  admission: Admission;
  crossOrigin: CrossOrigin;
  identity: Identity;
  watch: Watch;
  tracing: Tracing;
  limits: SocketLimits;
  logger: Logger;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export interface SocketLimits {
  sockets: number;
  socketsPerAddress: number;
}

const MAX_FRAME_BYTES = 100 * 1024;
const MAX_SUBSCRIPTIONS_PER_SOCKET = 50;
const INIT_WITHIN_MS = 5_000;
const PING_EVERY_MS = 12_000;
/** A client has no more to say between two pings. */
const MESSAGES_PER_PING = 500;
/** RFC 6455: the client does what it may not. */
const POLICY_VIOLATION = 1008;
/** RFC 6455: the server goes away, and the client may connect again, to another one if there is. */
const GOING_AWAY = 1001;
/** So many sockets are closed at once when the gateway stops: those who come back must not come all at once. */
const CLOSED_TOGETHER = 250;
const CLOSE_EVERY_MS = 100;

export function serveSockets(options: SocketOptions): () => Promise<void> {
  const { server, schema, pipeline, topics, admission, crossOrigin, identity, watch, tracing, limits, logger, format } =
    options;
  const perAddress = new Map<string, number>();
  const sockets = new WebSocketServer({
    server,
    path: "/graphql",
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols,
    verifyClient: ({ req }: { req: IncomingMessage }, answer) => answer(...welcome(req)),
  });
  const connections = new WeakMap<WebSocket, Watched>();

  /** Another site's page may not use a browser's socket to us, and nobody may hold all of them. */
  function welcome(request: IncomingMessage): [boolean, number?, string?, Record<string, string>?] {
    if (!crossOrigin.allows(request.headers.origin, request.headers.host)) return [false, 403, "Forbidden"];
    const address = admission.addressOf(request);
    try {
      admission.admitAddress(address);
    } catch (error) {
      if (error instanceof Refused) return [false, error.status, "Too Many Requests", error.headers];
      throw error;
    }
    if (sockets.clients.size >= limits.sockets) return [false, 503, "Service Unavailable", { "retry-after": "5" }];
    if ((perAddress.get(address) ?? 0) >= limits.socketsPerAddress && !admission.isExempt(address))
      return [false, 429, "Too Many Requests", { "retry-after": "5" }];
    return [true];
  }

  sockets.on("connection", (socket, request) => {
    serve(socket, request);
    const address = admission.addressOf(request);
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    socket.once("close", () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });

  /** Hands a socket's messages to the protocol, and watches whether somebody is still there. */
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
              // Of a kind that only servers send.
              if (error instanceof Error && error.message.startsWith("Unexpected message of type"))
                return socket.close(CloseCode.BadRequest, "Clients do not send messages of this type");
              logger.error({ err: error }, "a socket's message failed");
              socket.close(CloseCode.InternalServerError, "Something went wrong on our side");
            });
          });
        },
      },
      { socket, request },
    );
    const pinging = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      messages = 0;
      socket.ping();
    }, PING_EVERY_MS);
    socket.on("pong", () => (isAlive = true));
    // Frames that are none, or too large: ws closes the socket with the code that says so.
    socket.on("error", (error) => logger.debug({ error: error.message }, "a socket broke"));
    socket.once("close", (code, reason) => {
      clearInterval(pinging);
      void closed(code, String(reason));
    });
  }

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_WITHIN_MS,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const given = connectionParams?.authorization ?? connectionParams?.Authorization;
      const authorization = typeof given === "string" ? given : authorizationOf(request);
      try {
        const { viewer } = await identity.identify(authorization);
        // Gone while users was asked: nobody would ever take it off the watch.
        if (socket.readyState !== WebSocket.OPEN) return false;
        const end = (reason: string) => socket.close(CloseCode.Forbidden, reason);
        const connection = { authorization, viewer, end };
        connections.set(socket, connection);
        socket.once("close", watch.add(connection));
        return true;
      } catch {
        return false; // graphql-ws closes with 4403
      }
    },
    // A new access token for a connection that lives longer than the old one: of the same user, or it is another connection.
    onPing: async ({ extra: { socket } }, payload) => {
      const connection = connections.get(socket);
      if (payload?.authorization === undefined || !connection) return;
      const authorization = String(payload.authorization);
      try {
        const { viewer } = await identity.identify(authorization);
        if (viewer?.userId !== connection.viewer?.userId) return connection.end("The access token is somebody else's");
        Object.assign(connection, { authorization, viewer });
      } catch (error) {
        connection.end(isUnauthenticated(error) ? error.message : "The access token can't be checked at the moment");
      }
    },
    onSubscribe: async (connection, id, payload) => {
      const { socket, request } = connection.extra;
      if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET)
        return [badInput("subscriptions", `a socket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET}`)];
      const known = connections.get(socket)!;
      let context: GatewayContext;
      let prepared: PreparedRequest;
      try {
        // Anew for each operation: the person's roles may have changed since the socket was opened.
        const who = await identity.identify(known.authorization);
        context = { ...who, address: admission.addressOf(request), client: clientOf(request) };
        prepared = await pipeline.prepare(checkParameters(payload), context);
      } catch (error) {
        if (isUnauthenticated(error)) known.end(error.message);
        if (error instanceof GraphQLError) return [error];
        if (error instanceof Refused) return [new Carried(error.errors)];
        throw error;
      }
      const { compiled, refusals } = prepared.operation.allowedFor(context.viewer);
      const isSubscription = prepared.operation.node.operation === OperationTypeNode.SUBSCRIPTION;
      if (isSubscription && !compiled.primary) return [new Carried(refusals)];
      const given = request.headers[CORRELATION_HEADER] as string | undefined;
      const { document, name } = prepared.operation;
      return {
        schema: schema(),
        document,
        operationName: name,
        variableValues: prepared.variables,
        contextValue: { context, id, socket, prepared, correlationId: saneCorrelationId(given) } satisfies Asked,
      };
    },
    execute: async (args) => {
      const { context, prepared, correlationId } = args.contextValue as Asked;
      const { operation } = prepared;
      const span = tracing.begin(operation.node.operation, {});
      span?.set(operationAttributes(operation.node.operation, operation.name));
      try {
        const response = await withCorrelation(correlationId, () => pipeline.execute(prepared, context), span);
        return JSON.parse(responseBytes(response, format).toString()) as ExecutionResult;
      } finally {
        span?.end();
      }
    },
    subscribe: (args) => {
      const asked = args.contextValue as Asked;
      return withCorrelation(asked.correlationId, () => following(topics, asked));
    },
    onError: (_, __, ___, errors: readonly GraphQLError[]) =>
      format(errors.flatMap((error) => (error instanceof Carried ? error.errors : [error.toJSON()]))),
    // What is executed comes formatted already.
    onNext: (_, __, ___, ____, result) => result as FormattedExecutionResult,
  });

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

/** Errors that are formatted already, through where the protocol wants one of its own. */
class Carried extends GraphQLError {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? "");
    this.errors = errors;
  }
}

interface Asked {
  context: GatewayContext;
  prepared: PreparedRequest;
  id: string;
  socket: WebSocket;
  correlationId: string;
}

/** What graphql-ws iterates: it yields nothing, for messages are written to the socket as shared bytes; it ends, or fails. */
function following(topics: Topics, { socket, id, prepared, context }: Asked): AsyncIterableIterator<never> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<IteratorResult<never>>();
  ended.catch(() => {});
  const finish = () => resolve({ done: true, value: undefined });
  const subscriber: Subscriber = {
    send: socketSender(socket, id),
    end: (error) => (error ? reject(error) : finish()),
  };
  // Gone while the request was prepared: its end has been told already, and nobody would stop the following.
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
