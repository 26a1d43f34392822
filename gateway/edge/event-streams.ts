// Subscriptions over server-sent events, for clients behind proxies that know no WebSocket: the distinct connections mode of
// the GraphQL over SSE protocol (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
import type { IncomingMessage, ServerResponse } from "node:http";
import { OperationTypeNode, type GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Connections } from "../limits/connections.ts";
import type { GatewayContext } from "../core/context.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "../operations/pipeline.ts";
import { createRounds } from "../subscriptions/rounds.ts";
import { Batch, MAX_UNREAD_BYTES, type Subscriber } from "../subscriptions/subscriber.ts";
import type { Topics } from "../subscriptions/topics.ts";
import type { Identity } from "../identity/identity.ts";
import { identifyAgain, type SessionMonitor } from "../identity/session-monitor.ts";

export const EVENT_STREAM = "text/event-stream";

/** Proxies cut idle connections. */
const COMMENT_EVERY_MS = 12_000;
const COMMENT = ":\n\n";
const COMPLETE = "event: complete\ndata:\n\n";

export interface EventStreams {
  /** @returns the errors that it answered with. @throws Refused while there are too many connections that stay open */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    prepared: PreparedRequest,
    context: GatewayContext,
  ): Promise<readonly GraphQLFormattedError[]>;
  /** Cuts all of them: clients connect again, to another gateway if there is. */
  stop(): void;
}

export function createEventStreams(options: {
  pipeline: Pipeline;
  topics: Topics;
  connections: Connections;
  identity: Identity;
  watch: SessionMonitor;
  authorizationOf(request: IncomingMessage): string | undefined;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}): EventStreams {
  const { pipeline, topics, connections, identity, watch, authorizationOf, format } = options;
  const open = new Set<ServerResponse>();
  const comments = createRounds(COMMENT_EVERY_MS);

  function follow(
    request: IncomingMessage,
    response: ServerResponse,
    prepared: PreparedRequest,
    context: GatewayContext,
  ) {
    const subscriber: Subscriber = {
      send: ({ events }) => {
        // A disconnected client reconnects; a slow one would fill the memory.
        if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
        else response.write(events);
      },
      end: (error?: GraphQLError) => {
        if (error) response.write(`event: next\ndata: ${JSON.stringify({ errors: format([error.toJSON()]) })}\n\n`);
        response.end(COMPLETE);
      },
    };
    const stopFollowing = topics.follow(subscriber, prepared, context);
    const stopCommenting = comments.add(() => response.write(COMMENT));
    const { viewer, viewerUntil } = context;
    const isCookie = request.headers.authorization === undefined;
    const stopWatching = watch.add({
      identify: identifyAgain(identity, authorizationOf(request), { viewer, viewerUntil }, isCookie),
      viewer,
      end: () => response.destroy(),
    });
    response.once("close", () => {
      stopCommenting();
      stopWatching();
      stopFollowing();
    });
  }

  return {
    answer: async (request, response, prepared, context) => {
      // The client disconnected while the request was prepared. Its end was already reported, so nothing would clean up.
      if (response.destroyed) return [];
      const stays = prepared.operation.node.operation === OperationTypeNode.SUBSCRIPTION;
      if (stays) response.once("close", connections.enter(context.address));
      response.writeHead(200, {
        "content-type": `${EVENT_STREAM}; charset=utf-8`,
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      });
      response.flushHeaders();
      if (!stays) {
        const result = await pipeline.execute(prepared, context);
        response.write(new Batch([responseBytes(result, format)]).events);
        response.end(COMPLETE);
        return result.errors;
      }
      open.add(response);
      response.once("close", () => open.delete(response));
      follow(request, response, prepared, context);
      return [];
    },
    stop: () => {
      for (const response of open) response.destroy();
    },
  };
}
