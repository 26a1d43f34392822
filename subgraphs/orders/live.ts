// An order followed live: as it is at once, and again after every step.
import type { Database } from "../../platform/database.ts";
import { createMailbox } from "../../platform/mailbox.ts";
import type { Hints } from "../../platform/pubsub.ts";
import { row, sql } from "../../platform/sql.ts";
import { orderTopic } from "./commands/advance-order.ts";
import { selectOrders, type Order } from "./entities/order.ts";

/** A hint can be lost: who follows an order looks this often all the same. */
const LOOK_ANYWAY_MS = 3_000;

/** The caller has checked that the order may be read. */
export function followOrder(database: Database, hints: Hints, orderId: string): AsyncIterableIterator<Order> {
  let told = -1;
  let looking: Promise<void> = Promise.resolve();
  const stops: (() => void)[] = [];
  const mailbox = createMailbox<Order>({ onEnd: () => stops.forEach((stop) => stop()) });

  async function look(): Promise<void> {
    const now = await row<Order & { steps: number }>(
      database.read(),
      sql`select o.*, (select count(*)::int from order_step s where s.order_id = o.id) as steps from (${selectOrders(sql`o.id = ${orderId}::uuid`)}) o`,
    );
    if (!now || now.steps <= told) return;
    told = now.steps;
    mailbox.put(now);
  }
  // One look after the other, so that an older one can't be told after a newer one. While the database is away the next look makes good.
  const lookAgain = () => {
    looking = looking.then(look).catch(() => {});
  };
  stops.push(hints.listen(orderTopic(orderId), lookAgain));
  const timer = setInterval(lookAgain, LOOK_ANYWAY_MS);
  stops.push(() => clearInterval(timer));
  lookAgain();
  return mailbox;
}
