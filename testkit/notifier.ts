// What tests and measurements of parts take for notifications between processes.
import type { ChangeNotifier } from "../platform/redis/pubsub.ts";

/** That nobody hears. */
export const silent: ChangeNotifier = {
  notify: () => {},
  listen: () => () => {},
  isAvailable: () => true,
  stop: async () => {},
};
