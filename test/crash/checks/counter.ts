// The counter: drawers and books have what clerks took and handed out.
import { sum, type Check } from "./check.ts";

export const COUNTER: Check[] = [
  {
    holds: "K1: a drawer should have its float, and what was paid for orders in cash and not given back",
    violations: ({ snapshot: { drawers, orders } }) => {
      const payments = orders.flatMap((order) => order.payments).filter(({ tender }) => tender === "CASH");
      const kept = sum(payments.map(({ amount, refunded }) => amount - refunded));
      const taken = sum(drawers.map(({ expected, openingFloat }) => expected - openingFloat));
      return taken === kept ? [] : [`${taken} should be in the drawers besides their floats, and ${kept} was kept`];
    },
  },
  {
    holds: "K2: what clerks took is in the account of its tender, and nowhere at the provider",
    violations: ({ snapshot: { ledger, orders, provider } }) =>
      orders.flatMap(({ payments }) =>
        payments
          .filter(({ tender }) => tender != null)
          .flatMap(({ id, tender, amount, refunded }) => {
            const own = ledger.filter(({ paymentId }) => paymentId === id);
            const taken = own.filter(({ account }) => account.endsWith(`:${tender!.toLowerCase()}`));
            const booked = sum(taken.map((entry) => entry.amount));
            return booked === amount - refunded && !provider.some(({ paymentId }) => paymentId === id)
              ? []
              : [`payment ${id}: ${booked} is booked, ${amount - refunded} was kept`];
          }),
      ),
  },
  {
    holds: "K3: complimentary tickets cost nothing, and nothing is booked for them",
    violations: ({ snapshot: { ledger, orders } }) =>
      orders.flatMap(({ id, total, payments }) =>
        payments
          .filter(({ tender }) => tender === "COMPLIMENTARY")
          .flatMap((payment) => {
            const booked = ledger.filter(({ paymentId, amount }) => paymentId === payment.id && amount !== 0).length;
            return total === 0 && payment.amount === 0 && booked === 0
              ? []
              : [`order ${id}: ${total} in all, ${payment.amount} paid, ${booked} entries`];
          }),
      ),
  },
];
