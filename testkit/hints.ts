// What tests and measurements of parts take for hints between processes.
import type { Hints } from "../platform/redis/pubsub.ts";

/** That nobody hears. */
export const silent: Hints = { send: () => {}, listen: () => () => {}, areHeard: () => true, stop: async () => {} };
