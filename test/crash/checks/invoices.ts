// Invoices: the organization of the event writes them for all of its orders.
import { sum, type Check } from "./check.ts";

const SOLD = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED"];

export const INVOICES: Check[] = [
  {
    holds: "B1: the numbers of invoices and credit notes have no gaps, and none is given twice",
    violations: ({ snapshot: { invoices } }) =>
      invoices.flatMap(({ number }, index) =>
        Number(number.split("-").at(-1)) === index + 1 ? [] : [`${number} is document ${index + 1}`],
      ),
  },
  {
    holds:
      "B2: each order that was sold has one invoice, and its documents add up to what was not given back; others have none",
    violations: ({ snapshot: { invoices, orders } }) =>
      orders.flatMap(({ id, status, total, refunded }) => {
        const own = invoices.filter(({ orderId }) => orderId === id);
        const count = own.filter(({ kind }) => kind === "INVOICE").length;
        const isSold = SOLD.includes(status) && total > 0;
        if (count !== (isSold ? 1 : 0)) return [`order ${id}, ${status}, has ${count} invoices`];
        const left = sum(own.map((one) => one.total));
        return left === (isSold ? total - refunded : 0) ? [] : [`the documents of order ${id} add up to ${left}`];
      }),
  },
];
