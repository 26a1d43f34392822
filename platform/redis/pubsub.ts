// Notifications between processes over Redis Pub/Sub: "this has changed, look again". A lost notification costs freshness, never correctness,
// so a notification is also given to everyone after Redis was away, when nobody knows what was missed. A notification carries no data: its listeners
// read from the database again, so that a forged notification costs one read and changes nothing.
// The library's async iterators would keep each notification for a slow reader, and do not say when some were lost: test/pubsub.int.test.ts.
import { RedisPubSub } from "graphql-redis-subscriptions";
import { connectListener, connectRedis, isUsable } from "./redis.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface ChangeNotifier {
  /** Tells every process that listens on `topic`, and which thing it is about; does nothing while Redis is away. */
  notify(topic: string, about?: string): void;
  /**
   * Calls `listener` at every notification on `topic` with what it is about, and with nothing whenever notifications may have been lost: then
   * it may be about anything. Answers at once with how to stop: nobody waits for Redis, and whoever listens while it is away
   * is called when it is back.
   */
  listen(topic: string, listener: (about?: string) => void): () => void;
  /** Whether Redis is there, and lets this process send and listen. */
  isAvailable(): boolean;
  stop(): Promise<void>;
}

export function notificationChannel(prefix: string, topic: string): string {
  return `${prefix}:hint:${topic}`;
}

export function connectNotifier(url: string, prefix: string, logger: Logger): ChangeNotifier {
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
    notify: (topic, about = "") => {
      if (publisher.status === "ready") void pubsub.publish(notificationChannel(prefix, topic), about).catch(() => {});
    },
    listen: (topic, listener) => {
      listeners.add(listener);
      const hear = (about: string) => listener(about || undefined);
      const subscribing = connected
        .then(() => pubsub.subscribe(notificationChannel(prefix, topic), hear))
        .catch(() => undefined);
      return () => {
        listeners.delete(listener);
        // Where the connection is gone, so is the subscription.
        subscribing.then((id) => id !== undefined && pubsub.unsubscribe(id)).catch(() => {});
      };
    },
    isAvailable: () => isUsable(publisher) && isUsable(subscriber),
    stop: async () => {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
