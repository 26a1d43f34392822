// Hints between processes over Redis Pub/Sub: "this has changed, look again". A lost hint costs freshness, never correctness,
// so a hint is also given to everyone after Redis was away, when nobody knows what was missed. A hint carries no data: its listeners
// read from the database again, so that a forged hint costs one read and changes nothing.
import { RedisPubSub } from "graphql-redis-subscriptions";
import { connectListener, connectRedis, isUsable } from "./redis.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface Hints {
  /** Tells every process that listens on `topic`, and which thing it is about; does nothing while Redis is away. */
  send(topic: string, about?: string): void;
  /**
   * Calls `listener` at every hint on `topic` with what it is about, and with nothing whenever hints may have been lost: then
   * it may be about anything. Answers at once with how to stop: nobody waits for Redis, and whoever listens while it is away
   * is called when it is back.
   */
  listen(topic: string, listener: (about?: string) => void): () => void;
  /** Whether Redis is there, and lets this process send and listen. */
  areHeard(): boolean;
  stop(): Promise<void>;
}

export function hintChannel(prefix: string, topic: string): string {
  return `${prefix}:hint:${topic}`;
}

export function connectHints(url: string, prefix: string, logger: Logger): Hints {
  const publisher = connectRedis(url, logger, "fails fast");
  const subscriber = connectListener(url, logger);
  const pubsub = new RedisPubSub({ publisher, subscriber });
  const listeners = new Set<(about?: string) => void>();
  // A subscription that still waits for the first connection when that is given up would be an unhandled rejection of the library's.
  const connected = new Promise<void>((resolve) => subscriber.once("ready", () => resolve()));
  subscriber.on("ready", () => {
    for (const listener of listeners) listener();
  });
  return {
    send: (topic, about = "") => {
      if (publisher.status === "ready") void pubsub.publish(hintChannel(prefix, topic), about).catch(() => {});
    },
    listen: (topic, listener) => {
      listeners.add(listener);
      const hear = (about: string) => listener(about || undefined);
      const subscribing = connected
        .then(() => pubsub.subscribe(hintChannel(prefix, topic), hear))
        .catch(() => undefined);
      return () => {
        listeners.delete(listener);
        // Where the connection is gone, so is the subscription.
        subscribing.then((id) => id !== undefined && pubsub.unsubscribe(id)).catch(() => {});
      };
    },
    areHeard: () => isUsable(publisher) && isUsable(subscriber),
    stop: async () => {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
