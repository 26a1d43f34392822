// Payouts: what staff recorded, once in the books.
import { acknowledged } from "../history.ts";
import { sum, type Check } from "./check.ts";

export const PAYOUTS: Check[] = [
  {
    holds: "Y1: a payout and its return are booked once, and none that was acknowledged is lost",
    violations: ({ history, snapshot: { payouts, payable } }) => {
      const recorded = sum(payouts.map(({ amount }) => amount));
      const returned = sum(payouts.filter(({ isReturned }) => isReturned).map(({ amount }) => amount));
      const known = new Map(payouts.map((one) => [one.id, one]));
      const lost = acknowledged(history, "payout", "payout return")
        .filter(({ answer }) => answer.__typename === "Payout")
        .filter(({ answer: { id }, operation }) => {
          const payout = known.get(String(id));
          return !payout || (operation === "payout return" && !payout.isReturned);
        });
      return [
        ...(recorded === payable.paidOut ? [] : [`${recorded} was recorded, ${payable.paidOut} is booked`]),
        ...(returned === payable.returned ? [] : [`${returned} was returned, ${payable.returned} is booked`]),
        ...lost.map(({ answer, operation }) => `the ${operation} of ${answer.id} was acknowledged, and is gone`),
      ];
    },
  },
  {
    holds: "Y2: without refunds after it, a payout is not more than the organization is owed",
    violations: ({ snapshot: { orders, payouts, payable } }) =>
      payouts.length === 0 || payable.owed >= 0 || orders.some(({ refunded }) => refunded > 0)
        ? []
        : [`${-payable.owed} more was paid out than was owed`],
  },
];
