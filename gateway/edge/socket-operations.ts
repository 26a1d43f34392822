// Operations of a socket, and the subscriptions among them, whose messages pass graphql-ws by.
import type { Duplex } from "node:stream";
import type { ExecutionResult } from "graphql";
import { WebSocket } from "ws";
import type { GatewayContext } from "../core/context.ts";
import type { PreparedRequest } from "../operations/pipeline.ts";
import { socketSender, type Subscriber } from "../subscriptions/subscriber.ts";
import type { Topics } from "../subscriptions/topics.ts";

/** Viewer of the operation. */
export interface Asking {
  id: string;
  socket: WebSocket;
  raw: Duplex;
  correlationId: string;
}

/** A prepared operation. */
export interface Asked extends Asking {
  context: GatewayContext;
  prepared: PreparedRequest;
  /** For queries and mutations. */
  result?: ExecutionResult;
}

/** The iterator for graphql-ws: it yields nothing, because messages are written to the socket as shared bytes; it only ends or fails. */
export function following(topics: Topics, { socket, raw, id, prepared, context }: Asked): AsyncIterableIterator<never> {
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
