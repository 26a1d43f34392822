// What letters and tickets are made of.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { factsOf, type EventFacts } from "./event-facts.ts";
import type { Letter } from "../entities/letter.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import { breakdownOf, type OrderItem } from "../entities/order-item.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { Breakdown } from "../../../domain/pricing.ts";

/** A ticket with its place. */
export interface PlacedTicket extends Ticket {
  sectionName: string;
  rowLabel: string | null;
  number: string | null;
  tierName: string;
}

export interface LetterContent {
  letter: Letter;
  order: Order;
  /** Undefined until catalog's message is here. */
  event: EventFacts | undefined;
  /** All of the order. */
  tickets: PlacedTicket[];
  breakdowns: Breakdown[];
}

export function placedTickets(database: Database, orderIds: readonly string[]): Promise<PlacedTicket[]> {
  return rows(
    database.read(),
    sql`select t.*, i.section_name, i.row_label, i.number, i.tier_name from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position
        where t.order_id = any(${orderIds}::uuid[]) order by t.position`,
  );
}

/** Undefined for a letter that is settled. */
export async function contentOf(database: Database, letterId: string): Promise<LetterContent | undefined> {
  const em = database.read();
  const letter = await row<Letter>(em, sql`select * from letter where id = ${letterId} and status = 'PENDING'`);
  const order = letter && (await row<Order>(em, selectOrders(sql`o.id = ${letter.orderId}::uuid`)));
  if (!letter || !order) return undefined;
  const [event] = await factsOf(database, [order.eventId]);
  const items = await rows<OrderItem>(
    em,
    sql`select price, breakdown from order_item where order_id = ${order.id} order by position`,
  );
  return {
    letter,
    order,
    event,
    tickets: await placedTickets(database, [order.id]),
    breakdowns: items.map(breakdownOf),
  };
}
