// Claims: what guests bought belongs to the account that claimed it.
import type { Check } from "./check.ts";

export const CLAIMS: Check[] = [
  {
    holds: "C1: nothing is left under the id of a merged guest",
    violations: ({ snapshot: { merges } }) =>
      merges.flatMap(({ from, left }) => left.map((where) => `${where} still names the merged guest ${from}`)),
  },
  {
    holds: "C2: who claimed an order has it with all of its tickets",
    violations: ({ history: { claims }, snapshot: { orders } }) =>
      claims.flatMap(({ orderId, userId }) => {
        const order = orders.find(({ id }) => id === orderId);
        if (!order) return [`the claimed order ${orderId} is gone`];
        const lost = order.tickets.filter(({ holderId }) => holderId !== userId);
        return [
          ...(order.buyerId === userId ? [] : [`order ${orderId} is of ${order.buyerId}, not of ${userId}`]),
          ...(order.tickets.length > 0 ? [] : [`order ${orderId} has no tickets`]),
          ...lost.map(({ id }) => `ticket ${id} is not of ${userId}`),
        ];
      }),
  },
];
