// Answers of buyers: those of an acknowledged order, and of an acknowledged change, are stored.
import { acknowledged } from "../history.ts";
import type { Check } from "./check.ts";

interface GivenAnswer {
  questionId: string;
  text: string;
}

export const QUESTIONS: Check[] = [
  {
    holds: "Q1: an order has the answers that were acknowledged, with the order or later",
    violations: ({ history, snapshot: { orders } }) =>
      acknowledged(history, "place", "answers")
        .filter(({ answer }) => answer.__typename === "Order")
        .flatMap(({ input, answer: { id } }) =>
          ((input.answers ?? []) as GivenAnswer[]).flatMap(({ questionId, text }) => {
            const order = orders.find((one) => one.id === id);
            const isThere = order?.answers?.some((one) => one.questionId === questionId && one.text === text);
            return isThere ? [] : [`order ${String(id)} lacks the answer to ${questionId}`];
          }),
        ),
  },
];
