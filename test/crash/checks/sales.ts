// Reports: each ticket is counted once, on its day in the organization's time zone.
import { type Check } from "./check.ts";

export const SALES: Check[] = [
  {
    holds: "Z1: reports count each ticket once, and as returned once it is cancelled",
    violations: ({ snapshot: { orders, sales } }) => {
      const tickets = orders.flatMap((order) => order.tickets);
      const cancelled = tickets.filter(({ status }) => status === "CANCELLED").length;
      return [
        ...(sales.tickets === tickets.length ? [] : [`${sales.tickets} of ${tickets.length} tickets are counted`]),
        ...(sales.returned === cancelled ? [] : [`${sales.returned} of ${cancelled} returned tickets are counted`]),
      ];
    },
  },
  {
    holds: "Z2: days of reports are those of the organization's time zone",
    violations: ({ history, snapshot: { sales } }) => [
      ...(history.timeZone === null || history.timeZone === sales.timeZone
        ? []
        : [`the time zone ${history.timeZone} was acknowledged, and it is ${sales.timeZone}`]),
      ...(sales.countedZone === sales.timeZone
        ? []
        : [`the time zone is ${sales.timeZone}, and days are counted in ${sales.countedZone}`]),
      ...(sales.byDay.join() === sales.byQuarter.join()
        ? []
        : [`reports show ${sales.byDay.join(", ")}, and sold was ${sales.byQuarter.join(", ")}`]),
    ],
  },
];
