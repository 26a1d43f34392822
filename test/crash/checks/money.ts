// Money: taken once, for what is owned, and written down.
import { acknowledged, holdsOf, ORDERING } from "../history.ts";
import { duplicates, owned, sum, type Check } from "./check.ts";
import { creditedTo, feesOf, refundedThere } from "./exchanges.ts";
import { keptOfReturns } from "./returns.ts";

export const MONEY: Check[] = [
  {
    holds: "M1: an order has been paid for the seats it owns, and for nothing else; nothing is still authorized",
    violations: ({ snapshot }) =>
      snapshot.orders.flatMap((order) => {
        const prices = new Map(order.items.map(({ seatId, price }) => [seatId, price]));
        const fees = feesOf(snapshot, order.id) + keptOfReturns(snapshot, order.id);
        const worth = sum(owned(order).map(({ seatId }) => prices.get(seatId) ?? NaN)) + fees;
        const taken = snapshot.provider.filter(({ orderId }) => orderId === order.id);
        const atCounter = order.payments.filter(({ tender }) => tender != null);
        const kept =
          sum(taken.map(({ captured, refunded }) => captured - refunded)) +
          sum(atCounter.map(({ amount, refunded }) => amount - refunded)) +
          creditedTo(snapshot, order.id);
        const open = taken.filter(({ status }) => status === "authorized" || status === "processing");
        return [
          ...(kept === worth
            ? []
            : [`order ${order.id} (${order.status}) owns seats for ${worth}, and ${kept} was kept`]),
          ...open.map(
            ({ paymentId, status }) => `payment ${paymentId} of order ${order.id} (${order.status}) is ${status}`,
          ),
        ];
      }),
  },
  {
    holds: "M2: of an order's payments at most one is captured",
    violations: ({ snapshot }) =>
      duplicates(
        snapshot.provider.filter(({ captured }) => captured > 0),
        ({ orderId }) => orderId,
      ).map(([orderId]) => `order ${orderId} was charged twice`),
  },
  {
    holds: "M3: what is refunded was captured, what is captured was authorized",
    violations: ({ snapshot }) =>
      snapshot.provider
        .filter(({ amount, captured, refunded }) => refunded < 0 || refunded > captured || captured > amount)
        .map(({ paymentId }) => `payment ${paymentId}`),
  },
  {
    holds: "M4: our payments are the provider's, entry by entry, one for each key",
    violations: ({ snapshot }) => {
      const STATUS: Record<string, string[]> = {
        authorized: ["AUTHORIZED"],
        declined: ["FAILED"],
        captured: ["SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"],
        voided: ["CANCELLED", "FAILED"],
        processing: ["PENDING"],
      };
      const credits = new Set(snapshot.credits.flatMap(({ paymentId, isCredit }) => (isCredit ? [paymentId] : [])));
      const payments = snapshot.orders
        .flatMap((order) => order.payments)
        .filter(({ id, tender }) => tender == null && !credits.has(id));
      const ours = new Map(payments.map((payment) => [payment.id, payment]));
      const theirs = new Map(snapshot.provider.map((entry) => [entry.paymentId, entry]));
      return [
        ...duplicates(snapshot.provider, ({ paymentId }) => paymentId).map(([id]) => `payment ${id} was made twice`),
        ...[...theirs.values()].flatMap((entry) => {
          const own = ours.get(entry.paymentId);
          if (!own) return [`the provider's ${entry.paymentId} (${entry.status}) is not ours`];
          if (!STATUS[entry.status]!.includes(own.status))
            return [`payment ${own.id} is ${own.status} here and ${entry.status} there`];
          return refundedThere(snapshot, own) === entry.refunded && own.amount === entry.amount
            ? []
            : [`payment ${own.id} differs in amounts`];
        }),
        ...[...ours.values()]
          .filter(({ id, status }) => !theirs.has(id) && status !== "FAILED" && status !== "CANCELLED")
          .map(({ id, status }) => `payment ${id} (${status}) is unknown to the provider`),
      ];
    },
  },
  {
    holds: "M6: the total is what the hold said, 0 for complimentary tickets, and the sum of its seats' prices",
    violations: ({ history, snapshot }) => {
      const shown = new Map(acknowledged(history, "hold").map(({ answer }) => [answer.id, answer.total?.amount]));
      const shownOf = (input: Record<string, unknown>) => {
        if (input.tender === "COMPLIMENTARY") return 0;
        const amounts = holdsOf(input).map((id) => shown.get(id) as number | undefined);
        if (amounts.length === 0) return undefined;
        return amounts.includes(undefined) ? undefined : sum(amounts as number[]);
      };
      const placed = new Map(
        acknowledged(history, ...ORDERING)
          .filter(({ answer }) => answer.__typename === "Order")
          .map(({ answer, input }) => [answer.id, shownOf(input)]),
      );
      return snapshot.orders.flatMap(({ id, total, items }) => {
        const prices = sum(items.map(({ price }) => price));
        const first = placed.get(id) ?? total;
        return total === prices && total === first
          ? []
          : [`order ${id}: ${first} was shown, ${total} is charged, ${prices} it is`];
      });
    },
  },
  {
    holds: "M7: the ledger balances by group and currency, and says what the provider took and gave back",
    violations: ({ snapshot: { ledger, provider } }) => {
      const groups = new Map<string, number>();
      for (const { groupId, currency, amount } of ledger)
        groups.set(`${groupId} ${currency}`, (groups.get(`${groupId} ${currency}`) ?? 0) + amount);
      const booked = new Map<string, number>();
      for (const { paymentId, account, amount } of ledger)
        if (account === "provider:clearing") booked.set(paymentId, (booked.get(paymentId) ?? 0) + amount);
      const kept = new Map(provider.map(({ paymentId, captured, refunded }) => [paymentId, captured - refunded]));
      return [
        ...[...groups]
          .filter(([, amount]) => amount !== 0)
          .map(([group, amount]) => `group ${group} is off by ${amount}`),
        ...[...new Set([...booked.keys(), ...kept.keys()])]
          .filter((id) => (booked.get(id) ?? 0) !== (kept.get(id) ?? 0))
          .map((id) => `payment ${id}: ${booked.get(id) ?? 0} is booked, ${kept.get(id) ?? 0} was kept`),
      ];
    },
  },
  {
    holds: "M10: a promo code counts the tickets for its event that are owned with it",
    violations: ({ snapshot }) => {
      const seats = new Set(snapshot.seats.map(({ id }) => id));
      return snapshot.promoCodes.flatMap(({ code, ticketsUsed }) => {
        const tickets = snapshot.orders.filter(({ promoCode }) => promoCode === code).flatMap(owned);
        const n = tickets.filter(({ seatId }) => seats.has(seatId)).length;
        return n === ticketsUsed ? [] : [`${n} tickets with ${code}, which counts ${ticketsUsed}`];
      });
    },
  },
];
