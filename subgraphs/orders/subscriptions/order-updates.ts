// Live updates of orders, cancellations and admissions: the current state first, then its changes.
import DataLoader from "dataloader";
import type { Database } from "../../../platform/postgres/database.ts";
import { createMailbox } from "../../../platform/core/mailbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { cancellationTopic, ORDERS_TOPIC } from "../commands/order-rows.ts";
import type { AdmissionCounts } from "../entities/admission-counts.ts";
import type { EventCancellation } from "../entities/event-cancellation.ts";
import type { Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import type { AdmissionCounter } from "../queries/gates.ts";
import { cancellationOf } from "../queries/cancellations.ts";

/** Poll interval, because notifications may be lost. */
const LOOK_ANYWAY_MS = 3_000;
const LOOKS_AT_ONCE = 200;
const SETTLED_WITHIN_MS = 5_000;
const OPEN = new Set(["AWAITING_PAYMENT", "PROCESSING", "IN_REVIEW"]);
/** Followers of an event share its counts. */
const COUNT_EVERY_MS = 1_000;

/** Emits the cancellation at once, and after further changes. The caller checks access. */
export function followCancellation(
  database: Database,
  notifier: ChangeNotifier,
  eventId: string,
): AsyncIterableIterator<EventCancellation> {
  let told = "";
  return followBy(
    (look) => notifier.listen(cancellationTopic(eventId), look),
    async () => {
      const now = await cancellationOf(database, eventId);
      const text = JSON.stringify(now);
      if (!now || text === told) return undefined;
      told = text;
      return now;
    },
  );
}

interface OrderFeed {
  /** The current order, read together with others that changed at the same time. */
  load(orderId: string): Promise<(Order & { steps: number }) | undefined>;
  listen(orderId: string, look: () => void): () => void;
}

const followedOrders = statement((db, { ids }: { ids: readonly string[] }, { sql }) =>
  knownOrders(db)
    .select((of) =>
      of
        .selectFrom("order_step as s")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("s.orderId", "=", "o.id")
        .as("steps"),
    )
    .where((of) => sql<boolean>`${of.ref("o.id")} = any(${ids}::uuid[])`)
    .$castTo<Order & { steps: number }>(),
);

/** One feed for all subscriptions to orders. */
function createOrderFeed(database: Database, notifier: ChangeNotifier): OrderFeed {
  const loader = new DataLoader<string, (Order & { steps: number }) | undefined>(
    async (ids) => {
      const found = await followedOrders.rows(database.read(), { ids });
      const byId = new Map(found.map((order) => [order.id, order]));
      return ids.map((id) => byId.get(id));
    },
    { cache: false, maxBatchSize: LOOKS_AT_ONCE, batchScheduleFn: (look) => setImmediate(look) },
  );
  const followers = new Map<string, Set<() => void>>();
  notifier.listen(ORDERS_TOPIC, (about) => {
    // Without an ID, such as after a lost connection, any order may have changed.
    for (const id of about ? about.split(",") : followers.keys()) for (const look of followers.get(id) ?? []) look();
  });
  return {
    load: (orderId) => loader.load(orderId),
    listen: (orderId, look) => {
      const looks = followers.get(orderId) ?? new Set();
      followers.set(orderId, looks.add(look));
      return () => {
        looks.delete(look);
        if (looks.size === 0 && followers.get(orderId) === looks) followers.delete(orderId);
      };
    },
  };
}

export interface OrderFollowing {
  /** Emits the order at once, and after further steps. The caller checks access. */
  follow(orderId: string): AsyncIterableIterator<Order>;
  /** Waits until the order is confirmed or has ended, for 5 seconds at most. */
  settled(orderId: string): Promise<void>;
}

export function createOrderFollowing(database: Database, notifier: ChangeNotifier): OrderFollowing {
  const feed = createOrderFeed(database, notifier);
  const following: OrderFollowing = {
    follow: (orderId) => {
      let told = -1;
      return followBy(
        (look) => feed.listen(orderId, look),
        async () => {
          const now = await feed.load(orderId);
          if (!now || now.steps <= told) return undefined;
          told = now.steps;
          return now;
        },
      );
    },
    settled: async (orderId) => {
      const updates = following.follow(orderId);
      const timer = setTimeout(() => void updates.return?.(), SETTLED_WITHIN_MS);
      for await (const { status } of updates) if (!OPEN.has(status)) break;
      clearTimeout(timer);
    },
  };
  return following;
}

/** Emits the counts at once, and after changes. The caller checks access. */
export function followAdmissions(counter: AdmissionCounter, eventId: string): AsyncIterableIterator<AdmissionCounts> {
  let told = "";
  return followBy(
    () => () => {},
    async () => {
      const now = await counter.of(eventId);
      const text = JSON.stringify(now);
      if (text === told) return undefined;
      told = text;
      return now;
    },
    COUNT_EVERY_MS,
  );
}

/** Polls at once, at each notification and periodically, and emits the results. Notifications during a poll cause one more. */
function followBy<Thing>(
  listen: (look: () => void) => () => void,
  look: () => Promise<Thing | undefined>,
  everyMs = LOOK_ANYWAY_MS,
): AsyncIterableIterator<Thing> {
  let isLooking = false;
  let isToLook = false;
  const stops: (() => void)[] = [];
  const mailbox = createMailbox<Thing>({ onEnd: () => stops.forEach((stop) => stop()) });
  // Polls run one after the other, so that updates stay in order. After a database error the next poll catches up.
  const lookWhileAsked = async () => {
    isLooking = true;
    while (isToLook) {
      isToLook = false;
      const found = await look().catch(() => undefined);
      if (found !== undefined) mailbox.put(found);
    }
    isLooking = false;
  };
  const lookAgain = () => {
    isToLook = true;
    if (!isLooking) void lookWhileAsked();
  };
  stops.push(listen(lookAgain));
  const timer = setInterval(lookAgain, everyMs);
  stops.push(() => clearInterval(timer));
  lookAgain();
  return mailbox;
}
