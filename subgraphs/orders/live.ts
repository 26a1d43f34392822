// An order, or the cancellation of an event, followed live: as it is at once, and again after every step.
import type { Database } from "../../platform/database.ts";
import { createMailbox } from "../../platform/mailbox.ts";
import type { Hints } from "../../platform/pubsub.ts";
import { row, sql } from "../../platform/sql.ts";
import { cancellationTopic, orderTopic } from "./commands/advance-order.ts";
import type { EventCancellation } from "./entities/event-cancellation.ts";
import { selectOrders, type Order } from "./entities/order.ts";
import { cancellationOf } from "./read/cancellations.ts";

/** A hint can be lost: who follows looks this often all the same. */
const LOOK_ANYWAY_MS = 3_000;

/** The cancellation as it is at once, and again whenever it has gone on. The caller has checked that it may be read. */
export function followCancellation(
  database: Database,
  hints: Hints,
  eventId: string,
): AsyncIterableIterator<EventCancellation> {
  let told = "";
  return followBy(hints, cancellationTopic(eventId), async () => {
    const now = await cancellationOf(database, eventId);
    const text = JSON.stringify(now);
    if (!now || text === told) return undefined;
    told = text;
    return now;
  });
}

/** The caller has checked that the order may be read. */
export function followOrder(database: Database, hints: Hints, orderId: string): AsyncIterableIterator<Order> {
  let told = -1;
  return followBy(hints, orderTopic(orderId), async () => {
    const now = await row<Order & { steps: number }>(
      database.read(),
      sql`select o.*, (select count(*)::int from order_step s where s.order_id = o.id) as steps from (${selectOrders(sql`o.id = ${orderId}::uuid`)}) o`,
    );
    if (!now || now.steps <= told) return undefined;
    told = now.steps;
    return now;
  });
}

/** Looks at once, at every hint and now and then; tells what the look finds. Of hints that come during a look all together are one more. */
function followBy<Thing>(
  hints: Hints,
  topic: string,
  look: () => Promise<Thing | undefined>,
): AsyncIterableIterator<Thing> {
  let isLooking = false;
  let isToLook = false;
  const stops: (() => void)[] = [];
  const mailbox = createMailbox<Thing>({ onEnd: () => stops.forEach((stop) => stop()) });
  // One look after the other, so that an older one can't be told after a newer one. While the database is away the next look makes good.
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
  stops.push(hints.listen(topic, lookAgain));
  const timer = setInterval(lookAgain, LOOK_ANYWAY_MS);
  stops.push(() => clearInterval(timer));
  lookAgain();
  return mailbox;
}
