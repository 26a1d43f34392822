// Change notifiers for tests and measurements of parts.
import type { ChangeNotifier } from "../platform/redis/pubsub.ts";

/** A notifier without listeners. */
export const silent: ChangeNotifier = {
  notify: () => {},
  listen: () => () => {},
  isAvailable: () => true,
  stop: async () => {},
};
