// Rights in Redis of every process, by user name. Subscriptions to other subgraphs' messages are declared only here; a house rule compares
// them with the handlers.
import type { RedisAccess } from "../platform/redis-access.ts";

/** Change notifications to gateways, with the user's ID: sessions or rights have changed. */
export const SESSIONS_TOPIC = "sessions";

export const redisAccess: Record<string, RedisAccess> = {
  users: { publishes: true, consumes: ["catalog", "orders", "payments", "risk", "seating"], sends: [SESSIONS_TOPIC] },
  catalog: { publishes: true, consumes: ["users"] },
  seating: {
    publishes: true,
    consumes: ["catalog", "orders", "risk", "users"],
    sends: ["seats:*"],
    listens: ["seats:*"],
  },
  orders: {
    publishes: true,
    consumes: ["catalog", "orders", "payments", "risk", "seating", "users"],
    // The previous version names each order.
    sends: ["orders", "order:*", "cancellation:*"],
    listens: ["orders", "order:*", "cancellation:*"],
  },
  payments: { publishes: true, consumes: ["orders", "users"] },
  risk: { publishes: true, consumes: ["orders", "payments", "seating", "users"] },
  gateway: { listens: [SESSIONS_TOPIC], counts: true },
  "public-gateway": { counts: true },
};

/** Consumers of its messages. */
export function consumersOf(publisher: string): string[] {
  const hearers = Object.entries(redisAccess).filter(([, { consumes = [] }]) => consumes.includes(publisher));
  return hearers.map(([name]) => name).sort();
}
