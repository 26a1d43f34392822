// Exchanges of tickets: a buyer has the old tickets or the new ones, and the money is that of one of them.
import type { CreditState } from "../../../testkit/exchanged-tickets.ts";
import type { Snapshot } from "../snapshot.ts";
import { LIVE_TICKETS, sum, type Check } from "./check.ts";

const SOLD = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** What the order got in exchange for tickets of others, less what it gave: beside what the provider has of its own payments. */
export function creditedTo({ credits }: Snapshot, orderId: string): number {
  const own = credits.filter((credit) => credit.orderId === orderId);
  const changeOf = ({ isCredit, amount, refunded, credited, creditRefunded }: CreditState) =>
    isCredit ? amount - refunded : creditRefunded - credited;
  return sum(own.map(changeOf));
}

/** Fees of tickets of the order that were exchanged. */
export function feesOf({ exchanges }: Snapshot, orderId: string): number {
  return sum(exchanges.filter((one) => one.fromOrderId === orderId && one.status === "DONE").map(({ kept }) => kept));
}

/** What the provider gave back of a payment of ours. */
export function refundedThere({ credits }: Snapshot, { id, refunded }: { id: string; refunded: number }): number {
  const credit = credits.find(({ paymentId, isCredit }) => paymentId === id && !isCredit);
  return credit ? refunded - credit.credited + credit.creditRefunded : refunded;
}

export const EXCHANGES: Check[] = [
  {
    holds:
      "X1: an exchange is done exactly if its order was sold: then the old tickets are cancelled, and none is claimed at rest",
    violations: ({ snapshot: { exchanges, orders } }) => {
      const tickets = new Map(orders.flatMap((order) => order.tickets.map((ticket) => [ticket.id, ticket])));
      return exchanges.flatMap(({ orderId, ticketIds, status, claimed }) => {
        const isSold = SOLD.includes(orders.find(({ id }) => id === orderId)?.status ?? "");
        const both = ticketIds.filter((id) => LIVE_TICKETS.includes(tickets.get(id)?.status ?? ""));
        return [
          ...(status === (isSold ? "DONE" : "ENDED") ? [] : [`the exchange of order ${orderId} is ${status}`]),
          ...(isSold ? both.map((id) => `ticket ${id} was exchanged for order ${orderId}, and is valid`) : []),
          ...(claimed === 0 ? [] : [`order ${orderId} claims ${claimed} tickets`]),
        ];
      });
    },
  },
  {
    holds: "X2: what exchanged tickets pay is a credit of the new order, once, and of no other",
    violations: ({ snapshot: { exchanges, credits } }) => {
      const done = exchanges.filter(({ status }) => status === "DONE");
      const ids = new Set([...done, ...credits.filter(({ isCredit }) => isCredit)].map(({ orderId }) => orderId));
      return [...ids].flatMap((id) => {
        const paid = done.find(({ orderId }) => orderId === id)?.credit ?? 0;
        const booked = sum(
          credits.filter(({ orderId, isCredit }) => isCredit && orderId === id).map(({ amount }) => amount),
        );
        return paid === booked ? [] : [`tickets pay ${paid} for order ${id}, and ${booked} is its credit`];
      });
    },
  },
  {
    holds: "X3: of each exchange the buyer gets one letter",
    violations: ({ snapshot: { mails, exchanges, orders } }) =>
      orders.flatMap(({ id, letters }) => {
        const done = exchanges.filter(({ orderId, status }) => orderId === id && status === "DONE").length;
        const told = letters.filter(({ kind }) => kind === "TICKETS_EXCHANGED").length;
        return mails === null || told === done
          ? []
          : [`order ${id} has ${done} exchanges and ${told} letters about them`];
      }),
  },
];
