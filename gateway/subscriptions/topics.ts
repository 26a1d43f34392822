// Topics of subscriptions and their subscribers. Subscribers of the same topic in the same authorization scope share one upstream, one
// execution per message and one serialization. Nothing is dropped silently: a subscriber that can't be served without a gap (upstream lost,
// reader too slow) is disconnected, subscribes again and resumes.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { createClient, type Client, type Sink } from "graphql-ws";
import { unavailable } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { withHeartbeatTimeout } from "../../platform/core/heartbeat.ts";
import { errorFor, type GatewayContext } from "../core/context.ts";
import type { SubgraphAnswer } from "../execution/subgraph-requests.ts";
import type { Identity } from "../identity/identity.ts";
import { Refused } from "../core/refused.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "../operations/pipeline.ts";
import { createFanOut, type Delivery } from "./fan-out.ts";
import type { Subscriber } from "./subscriber.ts";

export interface TopicsOptions {
  pipeline: Pipeline;
  subgraphUrl(name: string): string;
  identity: Identity;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export interface Topics {
  /** @returns how to stop following */
  follow(subscriber: Subscriber, request: PreparedRequest, context: GatewayContext): () => void;
  /** Updates subscriptions to the current rights of these viewers. */
  viewersChecked(viewers: ReadonlyMap<string, Viewer>): void;
  /** Continues with a new supergraph: subscriptions that it does not support end with an error. */
  replan(): void;
  /** How many topics there are, and how many follow them. */
  size(): { topics: number; subscribers: number };
  stop(): Promise<void>;
}

interface Topic {
  key: string;
  request: PreparedRequest;
  /** The viewer of the execution: anonymous for shared feeds. */
  context: GatewayContext;
  subscribers: Set<Subscriber>;
  /** The next version of the topic, in preparation. */
  pending: { context: GatewayContext; reopens: boolean } | undefined;
  delivery: Delivery;
  upstream: { query: string; subgraph: string; stop(): void };
}

const contextOf = ({ pending, context }: Topic) => pending?.context ?? context;

const ANSWERS_WITHIN_MS = 3_000;

/** One socket for all subscriptions of a subgraph. */
function connectUpstream(url: string, connectionParams: () => Promise<Record<string, unknown>>): Client {
  const client = createClient({
    url,
    lazy: true,
    retryAttempts: 0,
    connectionParams,
    ...withHeartbeatTimeout(ANSWERS_WITHIN_MS, () => client.terminate()),
  });
  return client;
}

export function createTopics({ pipeline, subgraphUrl, identity, format }: TopicsOptions): Topics {
  const topics = new Map<string, Topic>();
  const clients = new Map<string, Client>();
  const fanOut = createFanOut();

  function upstreamClient(subgraph: string): Client {
    const url = subgraphUrl(subgraph).replace(/^http/, "ws");
    let client = clients.get(url);
    if (!client) {
      const authorization = async () => ({ authorization: (await identity.headersFor(subgraph, null))[1] });
      client = connectUpstream(url, authorization);
      clients.set(url, client);
    }
    return client;
  }

  function close(topic: Topic, error?: GraphQLError): void {
    if (topics.get(topic.key) === topic) topics.delete(topic.key);
    topic.upstream.stop();
    topic.delivery.finish();
    const subscribers = [...topic.subscribers];
    topic.subscribers.clear();
    for (const subscriber of subscribers) subscriber.end(error);
  }

  function openUpstream(topic: Topic): Topic["upstream"] {
    const { request, context } = topic;
    const { compiled, refusals } = request.operation.allowedFor(context.viewer);
    const { primary } = compiled;
    if (!primary) throw refusals[0] ? asOwn(errorFor(context.viewer, refusals[0])) : nothingToFollow();
    const { serviceName: subgraph, operation: query, operationName } = primary;
    let stopUpstream: (() => void) | undefined;
    const upstream = {
      query,
      subgraph,
      isStopped: false,
      stop: () => {
        upstream.isStopped = true;
        stopUpstream?.();
      },
    };
    const isCurrent = () => topic.upstream === upstream;
    const fail = (error: unknown) => {
      if (!isCurrent()) return;
      close(topic, asGraphqlError(error));
    };
    // Messages are completed side by side but delivered in the order in which they came.
    let delivered: Promise<void> = Promise.resolve();
    const sink: Sink<SubgraphAnswer> = {
      next: (message) => {
        const completed = pipeline.complete(topic.request, topic.context, message);
        // Awaited below; until then a failure must not count as unhandled.
        completed.catch(() => {});
        delivered = delivered
          .then(() => completed)
          .then((response) => {
            if (isCurrent()) topic.delivery.push(responseBytes(response, format));
          })
          .catch(fail);
      },
      error: (error) => void delivered.then(() => fail(upstreamError(error, subgraph, context.viewer))),
      complete: () => void delivered.then(() => isCurrent() && close(topic)),
    };
    void Promise.resolve(identity.headersFor(subgraph, context.viewer))
      .then(([, authorization]) => {
        if (upstream.isStopped) return;
        stopUpstream = upstreamClient(subgraph).subscribe(
          { query, operationName, variables: request.variables, extensions: { authorization } },
          sink as Sink<never>,
        );
      })
      .catch(fail);
    return upstream;
  }

  function open(key: string, request: PreparedRequest, context: GatewayContext): Topic {
    const subscribers = new Set<Subscriber>();
    const topic: Topic = {
      key,
      request,
      context,
      subscribers,
      pending: undefined,
      delivery: fanOut.open(subscribers),
      upstream: { query: "", subgraph: "", stop: () => {} },
    };
    topic.upstream = openUpstream(topic);
    topics.set(key, topic);
    return topic;
  }

  function reopen(topic: Topic): void {
    const before = topic.upstream;
    topic.upstream = openUpstream(topic);
    before.stop();
  }

  /**
   * Continues with the current supergraph and viewer. The topic is unchanged until that is prepared; after another change during
   * preparation, the later change wins.
   */
  async function change(topic: Topic, context: GatewayContext, reopens: boolean): Promise<void> {
    const pending = { context, reopens: reopens || (topic.pending?.reopens ?? false) };
    topic.pending = pending;
    const isMeant = () => topics.get(topic.key) === topic && topic.pending === pending;
    try {
      const request = await pipeline.again(topic.request, context);
      if (!isMeant()) return;
      Object.assign(topic, { request, context, pending: undefined });
      const { primary } = request.operation.allowedFor(context.viewer).compiled;
      const { query, subgraph } = topic.upstream;
      const isSame = primary?.operation === query && primary.serviceName === subgraph;
      if (pending.reopens || !isSame) reopen(topic);
    } catch (error) {
      if (topics.get(topic.key) === topic && (topic.pending ?? pending) === pending)
        close(topic, asGraphqlError(error));
    }
  }

  return {
    follow: (subscriber, request, context) => {
      const feed = request.operation.feed!;
      const seenBy = feed.isShared ? { ...context, viewer: null, viewerUntil: null } : context;
      // A subscriber that resumes from a cursor needs the changes since, and so its own upstream.
      const own = feed.resumes(request.variables) ? randomUUID() : null;
      const scope = seenBy.viewer?.sessionId ?? "";
      const key = JSON.stringify([feed.text, request.variables, scope, own]);
      let topic = topics.get(key);
      try {
        topic ??= open(key, request, seenBy);
      } catch (error) {
        subscriber.end(asGraphqlError(error));
        return () => {};
      }
      topic.subscribers.add(subscriber);
      const last = feed.isReplayed && topic.delivery.last();
      if (last) subscriber.send(last);
      return () => {
        topic.subscribers.delete(subscriber);
        if (topic.subscribers.size === 0) close(topic);
      };
    },
    replan: () => {
      for (const topic of topics.values()) void change(topic, contextOf(topic), false);
    },
    viewersChecked: (viewers) => {
      for (const topic of topics.values()) {
        const context = contextOf(topic);
        const now = context.viewer && viewers.get(context.viewer.sessionId);
        if (now && !isDeepStrictEqual(now, context.viewer)) void change(topic, { ...context, viewer: now }, true);
      }
    },
    size: () => ({
      topics: topics.size,
      subscribers: [...topics.values()].reduce((sum, { subscribers }) => sum + subscribers.size, 0),
    }),
    stop: async () => {
      for (const topic of [...topics.values()]) close(topic);
      await Promise.all([...clients.values()].map(async (client) => client.dispose()));
    },
  };
}

const nothingToFollow = () =>
  new GraphQLError("@skip or @include excludes the only field of the subscription: include it.", {
    extensions: { code: "BAD_USER_INPUT" },
  });

/** Messages of bugs are masked later. */
function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof Refused) return asOwn(error.errors[0]!);
  return new GraphQLError("failed", { originalError: error as Error });
}

const asOwn = ({ message, path, extensions }: GraphQLFormattedError) =>
  new GraphQLError(message, { path: path ?? null, extensions: extensions ?? {} });

function upstreamError(error: unknown, subgraph: string, viewer: Viewer | null): GraphQLError {
  const first = Array.isArray(error) ? (error[0] as GraphQLFormattedError) : undefined;
  return first ? asOwn(errorFor(viewer, first)) : unavailable(`The ${subgraph} service`);
}
