// Bugs of questions to buyers and their answers.
import { point, type PlantedBug } from "./planted-bug.ts";

export const QUESTION_BUGS: PlantedBug[] = [
  {
    what: "answers that are stored only if nothing died after the seats were converted",
    found: "Q1",
    changes: [
      {
        file: "subgraphs/orders/workflows/convert-holds.ts",
        from: `return isAsked(answer) || (answer.refusal === null && body.answers !== undefined);`,
        to: `return isAsked(answer) && body !== undefined;`,
      },
    ],
    tried: { story: "answers", fault: point("orders", "hold converted with answers, order not stored") },
  },
  {
    what: "later answers that are acknowledged and not stored",
    found: "Q1",
    changes: [
      {
        file: "subgraphs/orders/commands/answer-questions.ts",
        from: `if (problems.length > 0) throw new AnswersRefused(problems);`,
        to: `if (problems.length >= 0) return;`,
      },
    ],
    tried: { story: "answers" },
  },
];
