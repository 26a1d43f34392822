// Tickets that buyers give back: the money that they were shown, once, and the tickets are gone.
import { acknowledged } from "../history.ts";
import type { Snapshot } from "../snapshot.ts";
import { LIVE_TICKETS, sum, type Check } from "./check.ts";

/** Fees of tickets of the order that were given back. */
export function keptOfReturns({ returns }: Snapshot, orderId: string): number {
  return sum(returns.filter((one) => one.orderId === orderId).map(({ kept }) => kept));
}

export const RETURNS: Check[] = [
  {
    holds: "U1: who gave tickets back is refunded what was shown, once, and nobody is refunded who did not",
    violations: ({ history, snapshot: { returns } }) => {
      const shown = acknowledged(history, "return")
        .filter(({ answer }) => answer.__typename === "Order")
        .map(({ input }) => `${input.expectedRefund} for ${(input.ticketIds as string[]).join()}`);
      const refunded = returns.map(({ amount, ticketIds }) => `${amount} for ${ticketIds.join()}`);
      return [
        ...shown
          .filter((one) => refunded.filter((other) => other === one).length !== 1)
          .map((one) => `${one} was shown, and not refunded once`),
        ...refunded.filter((one) => !shown.includes(one)).map((one) => `${one} was refunded, and not shown`),
      ];
    },
  },
  {
    holds: "U2: a ticket that was given back is cancelled, and its buyer gets one letter of each return",
    violations: ({ snapshot: { mails, orders, returns } }) =>
      orders.flatMap(({ id, tickets, letters }) => {
        const own = returns.filter(({ orderId }) => orderId === id);
        const gone = new Set(own.flatMap(({ ticketIds }) => ticketIds));
        const live = tickets.filter((ticket) => gone.has(ticket.id) && LIVE_TICKETS.includes(ticket.status));
        const told = letters.filter(({ kind }) => kind === "TICKETS_RETURNED").length;
        return [
          ...live.map((ticket) => `ticket ${ticket.id} was given back, and is ${ticket.status}`),
          ...(mails === null || told === own.length
            ? []
            : [`order ${id} has ${own.length} returns and ${told} letters about them`]),
        ];
      }),
  },
];
