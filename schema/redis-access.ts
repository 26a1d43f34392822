// Rights in Redis of every process, by user name. Subscriptions to other subgraphs' messages are declared only here; a house rule compares
// them with the handlers.
import type { RedisAccess } from "../platform/redis-access.ts";

export const redisAccess: Record<string, RedisAccess> = {
  users: { publishes: true, consumes: ["catalog", "orders", "payments"], sends: ["sessions"] },
  catalog: { publishes: true, consumes: ["users"] },
  seating: { publishes: true, consumes: ["catalog"], sends: ["seats:*"], listens: ["seats:*"] },
  orders: {
    publishes: true,
    consumes: ["catalog", "orders", "payments", "risk", "users"],
    // The version before names each order.
    sends: ["orders", "order:*", "cancellation:*"],
    listens: ["orders", "order:*", "cancellation:*"],
  },
  payments: { publishes: true, consumes: ["orders"] },
  risk: { publishes: true, consumes: ["orders", "payments", "seating", "users"] },
  gateway: { listens: ["sessions"], counts: true },
  "public-gateway": { counts: true },
};

/** Consumers of its messages. */
export function consumersOf(publisher: string): string[] {
  const hearers = Object.entries(redisAccess).filter(([, { consumes = [] }]) => consumes.includes(publisher));
  return hearers.map(([name]) => name).sort();
}
