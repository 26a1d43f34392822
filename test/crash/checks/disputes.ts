// Disputes of payments by the buyers' banks.
import { owned, type Check } from "./check.ts";

export const DISPUTES: Check[] = [
  {
    holds:
      "F1: an order owns no ticket after a lost dispute, and its tickets are frozen exactly while a dispute is open",
    violations: ({ snapshot }) =>
      snapshot.orders.flatMap((order) => {
        const disputes = order.payments.flatMap((payment) => payment.disputes ?? []);
        const tickets = owned(order);
        const isOpen = disputes.includes("OPEN");
        return [
          ...(disputes.includes("LOST") ? tickets : []).map(({ id }) => `ticket ${id} admits after a lost dispute`),
          ...tickets
            .filter(({ frozen = false }) => frozen !== isOpen)
            .map(({ id }) => `ticket ${id} is ${isOpen ? "not frozen in" : "frozen without"} a dispute`),
        ];
      }),
  },
];
