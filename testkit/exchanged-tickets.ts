// Tickets that were moved to other seats or exchanged, as orders has them.
import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

/** A move of a ticket to another seat. */
export interface MoveState {
  id: string;
  ticketId: string;
  orderId: string;
  fromSeat: string;
  toSeat: string;
  status: string;
}

/** Oldest first. */
export function movesOf(system: System): Promise<MoveState[]> {
  return query(
    system,
    "orders",
    `select id, ticket_id as "ticketId", order_id as "orderId", from_seat as "fromSeat", to_seat as "toSeat", status from ticket_move order by created_at, id`,
  );
}

/** Tickets that pay for another order. */
export interface ExchangeState {
  /** The new order. */
  orderId: string;
  fromOrderId: string;
  ticketIds: string[];
  /** Fees of all tickets. */
  kept: number;
  credit: number;
  status: string;
  /** How many of the tickets are claimed. */
  claimed: number;
}

/** Oldest first. */
export function exchangesOf(system: System): Promise<ExchangeState[]> {
  return query(
    system,
    "orders",
    `select order_id as "orderId", from_order_id as "fromOrderId", ticket_ids as "ticketIds", credit, status, (select sum(fee)::int from unnest(fees) fee) as kept,
       (select count(*)::int from ticket t where t.exchange_id = x.order_id) as claimed from exchange x order by created_at, order_id`,
  );
}

/** A payment whose money pays for another order, or one that is such a credit. */
export interface CreditState {
  paymentId: string;
  orderId: string;
  isCredit: boolean;
  amount: number;
  refunded: number;
  credited: number;
  creditRefunded: number;
}

export function creditsOf(system: System): Promise<CreditState[]> {
  return query(
    system,
    "payments",
    `select id as "paymentId", order_id as "orderId", credited_from is not null as "isCredit", amount, refunded, credited, credit_refunded as "creditRefunded"
     from payment where credited_from is not null or credited > 0`,
  );
}
