// What is followed, by whom. Clients of one viewer who follow the same thing share one upstream, one execution per
// message and one serialization. Nothing is ever left out silently: whoever can't be served on without a gap (upstream
// lost, reader too slow) is told, subscribes again and resumes.
import { randomUUID } from "node:crypto";
import { GraphQLError, print, type GraphQLFormattedError } from "graphql";
import { createClient, type Client, type Sink } from "graphql-ws";
import { WebSocket } from "ws";
import { unavailable } from "../platform/errors.ts";
import type { GatewayContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import type { Response } from "./execution/operation.ts";
import type { SubgraphAnswer } from "./execution/run.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "./pipeline.ts";

/** A client that has so much unread is cut off: it resumes when it can. Measured: a stalled reader piled up 35 MB without a limit. */
const MAX_UNREAD_BYTES = 256 * 1024;
/** RFC 6455: the server is overloaded or the client too slow; come back later. */
const TRY_AGAIN_LATER = 1013;

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

export interface TopicsOptions {
  pipeline: Pipeline;
  subgraphUrl(name: string): string;
  identity: Identity;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export interface Topics {
  /** What graphql-ws iterates: it yields nothing, for messages are written to the socket as shared bytes; it ends, or fails. */
  follow(
    socket: WebSocket,
    id: string,
    request: PreparedRequest,
    context: GatewayContext,
  ): AsyncIterableIterator<never>;
  stop(): Promise<void>;
}

export function createTopics({ pipeline, subgraphUrl, identity, format }: TopicsOptions): Topics {
  const topics = new Map<string, Topic>();
  const clients = new Map<string, Client>();

  function upstreamClient(subgraph: string): Client {
    let client = clients.get(subgraph);
    if (!client) {
      client = createClient({
        url: subgraphUrl(subgraph).replace(/^http/, "ws"),
        webSocketImpl: WebSocket,
        lazy: true,
        keepAlive: 10_000,
        retryAttempts: 0,
        connectionParams: async () => ({ authorization: (await identity.headersFor(subgraph, null))[1] }),
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

  function deliver(topic: Topic, response: Response): void {
    const message = `,"type":"next","payload":${responseBytes(response, format)}}`;
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

  function openTopic(key: string, request: PreparedRequest, context: GatewayContext): Topic {
    const {
      serviceName: subgraph,
      operation: query,
      operationName,
    } = request.operation.allowedFor(context.viewer).compiled.primary!;
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
    const fail = (error: unknown) =>
      closeTopic(
        key,
        topic,
        error instanceof GraphQLError ? error : new GraphQLError("failed", { originalError: error as Error }),
      );
    // Messages are completed side by side but delivered in the order in which they came.
    let delivered: Promise<void> = Promise.resolve();
    const sink: Sink<SubgraphAnswer> = {
      next: (message) => {
        const completed = pipeline.complete(request, context, message);
        // Waited for further down; a failure must not count as unhandled until then.
        completed.catch(() => {});
        delivered = delivered
          .then(() => completed)
          .then((result) => deliver(topic, result))
          .catch(fail);
      },
      error: (error) => void delivered.then(() => closeTopic(key, topic, upstreamError(error, subgraph))),
      complete: () => void delivered.then(() => closeTopic(key, topic)),
    };
    void Promise.resolve(identity.headersFor(subgraph, context.viewer))
      .then(([, authorization]) => {
        if (stopped) return;
        stopUpstream = upstreamClient(subgraph).subscribe(
          { query, operationName, variables: request.variables, extensions: { authorization } },
          sink as Sink<never>,
        );
      })
      .catch(fail);
    return topic;
  }

  function follow(
    socket: WebSocket,
    id: string,
    request: PreparedRequest,
    context: GatewayContext,
  ): AsyncIterableIterator<never> {
    const { promise: ended, resolve, reject } = Promise.withResolvers<IteratorResult<never>>();
    ended.catch(() => {});
    // Whoever resumes from a cursor needs what came since then, and so an upstream of its own.
    const own = resumesFromCursor(request) ? randomUUID() : null;
    const key = JSON.stringify([
      print(request.operation.document),
      request.operation.name,
      request.variables,
      context.viewer?.sessionId ?? "",
      own,
    ]);
    const topic = topics.get(key) ?? openTopic(key, request, context);
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

  return {
    follow,
    stop: async () => {
      for (const [key, topic] of topics) closeTopic(key, topic);
      await Promise.all([...clients.values()].map((client) => client.dispose()));
    },
  };
}

/** Whether the subscription's field is given an `after`. */
function resumesFromCursor({ operation, variables }: PreparedRequest): boolean {
  return operation.node.selectionSet.selections.some(
    (selection) =>
      selection.kind === "Field" &&
      selection.arguments?.some(
        ({ name, value }) =>
          name.value === "after" &&
          value.kind !== "NullValue" &&
          (value.kind !== "Variable" || variables[value.name.value] != null),
      ),
  );
}

function upstreamError(error: unknown, subgraph: string): GraphQLError {
  const first = Array.isArray(error) ? (error[0] as GraphQLFormattedError) : undefined;
  if (first) return new GraphQLError(first.message, { path: first.path ?? null, extensions: first.extensions ?? {} });
  return unavailable(`The ${subgraph} service`);
}
