// Answers: what was said stays true.
import type { Data } from "../../../local/client.ts";
import { acknowledged, holdsOf, ORDERING, type Attempt, type Operation } from "../history.ts";
import { duplicates, mayFollow, type Check } from "./check.ts";

/** Nobody knows, nothing happened, come back later, sign in again; or the gateway was gone. */
const CLEAR = new Set(["TIMEOUT", "UNAVAILABLE", "RATE_LIMITED", "UNAUTHENTICATED", "no answer"]);

/** The others can be repeated by their nature. */
const KEYED: readonly Operation[] = [
  ...(["hold", "place", "sell", "pay", "refund", "move", "exchange", "reserve", "drawer", "offer", "accept"] as const),
];
const isKeyed = (operation: Operation) => KEYED.includes(operation);

/** What an answer is about: a payment that was pending may turn out to be declined, and is the same payment. */
const thingIn = (answer: Data): string =>
  answer.payment ? `Payment ${answer.payment.id}` : `${answer.__typename} ${answer.id ?? ""}`;

/** What an order is made of: IDs of its holds, or of its reservation. */
const sourcesOf = (input: Attempt["input"]): string[] =>
  input.reservationId === undefined ? holdsOf(input) : [String(input.reservationId)];

export const ANSWERS: Check[] = [
  {
    holds: "I1: a request that is repeated with its key is answered with the same thing",
    violations: ({ history }) => {
      const answers = new Map<string, string>();
      const wrong: string[] = [];
      for (const { who, operation, key, answer } of history.attempts) {
        if (!isKeyed(operation) || answer === null || answer.__typename === "IdempotencyKeyReused") continue;
        const name = `${who} ${operation} ${key}`;
        const before = answers.get(name);
        if (before === undefined) answers.set(name, thingIn(answer));
        else if (before !== thingIn(answer)) wrong.push(`${name}: ${before}, then ${thingIn(answer)}`);
      }
      return wrong;
    },
  },
  {
    holds: "I2: a key that is used for something else is refused",
    violations: ({ history }) => {
      const inputs = new Map<string, string>();
      const wrong: string[] = [];
      for (const { who, operation, key, input, answer } of history.attempts) {
        if (!isKeyed(operation)) continue;
        const name = `${who} ${operation} ${key}`;
        const text = JSON.stringify(input);
        const before = inputs.get(name);
        if (before === undefined) inputs.set(name, text);
        else if (before !== text && answer !== null && answer.__typename !== "IdempotencyKeyReused")
          wrong.push(`${name} was used for something else and answered ${answer.__typename}`);
      }
      return wrong;
    },
  },
  {
    holds: "D1: what was acknowledged is there, or what may follow it",
    violations: ({ history, snapshot }) => {
      const orders = new Map(snapshot.orders.map((order) => [order.id, order]));
      const payments = new Set(snapshot.orders.flatMap((order) => order.payments.map(({ id }) => id)));
      return (["place", "sell", "pay", "cancel", "refund", "exchange"] as const).flatMap((operation) =>
        acknowledged(history, operation).flatMap(({ answer }) => {
          if (answer.__typename === "Payment")
            return payments.has(answer.id) ? [] : [`payment ${answer.id} was acknowledged and is gone`];
          if (answer.__typename !== "Order") return [];
          const now = orders.get(answer.id);
          if (!now) return [`order ${answer.id} was acknowledged and is gone`];
          return mayFollow(answer.status, now.status)
            ? []
            : [`order ${answer.id} was ${answer.status} and is ${now.status}`];
        }),
      );
    },
  },
  {
    holds: "D2: there is no order that nobody asked for, and none twice for one hold",
    violations: ({ history, snapshot }) => {
      const asked = acknowledged(history, ...ORDERING).filter(({ answer }) => answer.__typename === "Order");
      const known = new Set(asked.map(({ answer }) => answer.id));
      const unanswered = history.attempts.filter(
        ({ operation, answer }) => ORDERING.includes(operation) && answer === null,
      ).length;
      const strangers = snapshot.orders.filter(({ id }) => !known.has(id));
      return [
        ...(strangers.length > unanswered ? strangers.map(({ id }) => `nobody asked for order ${id}`) : []),
        ...duplicates(
          [...new Map(asked.map((one) => [one.answer.id, one])).values()].flatMap(({ input }) => sourcesOf(input)),
          (source) => source,
        ).map(([source]) => `hold ${source} became two orders`),
      ];
    },
  },
  {
    holds: "D3: for a client an order's status never goes back, and an order that was readable stays so",
    violations: ({ history }) => {
      const last = new Map<string, string>();
      const wrong: string[] = [];
      for (const { who, orderId, status } of history.readings) {
        const key = `${who} ${orderId}`;
        const before = last.get(key);
        if (status === null) wrong.push(`order ${orderId} was ${before ?? "placed"} and is not readable`);
        else if (before !== undefined && !mayFollow(before, status))
          wrong.push(`order ${orderId} was ${before} and is ${status}`);
        if (status !== null) last.set(key, status);
      }
      return wrong;
    },
  },
  {
    holds: "L1: errors are those that a client can do something about",
    violations: ({ history }) =>
      history.attempts
        .filter(({ answer, code }) => answer === null && !CLEAR.has(code ?? ""))
        .map(({ operation, code }) => `${operation} was answered ${code}`),
  },
];
