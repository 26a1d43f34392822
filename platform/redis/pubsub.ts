// Notifications between processes over Redis Pub/Sub: "this has changed, look again". A lost notification costs freshness, never
// correctness. So after an outage of Redis all listeners are notified, because notifications may have been lost. A notification carries no
// data: its listeners read from the database again, so that a forged notification costs one read and changes nothing.
// The library's async iterators queue every notification for a slow reader, and do not report lost ones: see test/pubsub.int.test.ts.
import { RedisPubSub } from "graphql-redis-subscriptions";
import { connectListener, connectRedis, isUsable } from "./redis.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface ChangeNotifier {
  /** Notifies all listeners of `topic` about a thing; does nothing while Redis is down. */
  notify(topic: string, about?: string): void;
  /**
   * Calls `listener` for every notification on `topic` with its subject, and with undefined if notifications may have been lost. Returns
   * the unsubscribe function at once, also while Redis is down: the listener is called when Redis is back.
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
  // A subscription that waits for a first connection that is then closed would be an unhandled rejection of the library.
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
        // A closed connection has no subscriptions.
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
