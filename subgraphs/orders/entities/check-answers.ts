// Checks answers by the questions of the events of an order.
import { appliesTo, type Question, type Questionnaire } from "../../../domain/questions.ts";
import type { AnswerProblemReason } from "../enums.generated.ts";
import { OF_ORDER, type NewAnswer } from "./answer.ts";
import { readAnswer, type GivenValue } from "./answer-values.ts";

export interface GivenAnswer extends GivenValue {
  questionId: string;
  /** Null for a question about the order. */
  seatId: string | null;
}

/** A seat of an order or a hold; `position` is that of its ticket. */
export interface AskedSeat {
  id: string;
  eventId: string;
  position: number;
  tierName: string;
}

export interface AnswerProblem {
  /** Null for the invoice address. */
  questionId: string | null;
  seatId: string | null;
  /** The question; null if the event does not ask it. */
  question: string | null;
  reason: AnswerProblemReason;
  message: string;
}

/** A question that is asked, about a seat or the order. */
interface Asked {
  eventId: string;
  question: Question;
  seatId: string | null;
  position: number;
}

const keyOf = (questionId: string, seatId: string | null) => JSON.stringify([questionId, seatId]);

/** All that is asked, in the order of events and questions. */
function askedOf(seats: readonly AskedSeat[], questionnaires: ReadonlyMap<string, Questionnaire>): Map<string, Asked> {
  const asked = [...questionnaires].flatMap(([eventId, { questions }]) => {
    const ofEvent = seats.filter((seat) => seat.eventId === eventId);
    return questions.flatMap((question): Asked[] => {
      const concerned = ofEvent.filter(({ tierName }) => appliesTo(question, tierName));
      if (question.scope === "TICKET")
        return concerned.map(({ id: seatId, position }) => ({ eventId, question, seatId, position }));
      return concerned.length > 0 ? [{ eventId, question, seatId: null, position: OF_ORDER }] : [];
    });
  });
  return new Map(asked.map((one) => [keyOf(one.question.id, one.seatId), one]));
}

export interface CheckedAnswers {
  problems: AnswerProblem[];
  answers: NewAnswer[];
  /** Answers to take back: they were given as empty. */
  emptied: Pick<NewAnswer, "questionId" | "position">[];
}

/**
 * @param needsAll whether questions that are required and have no answer are problems, or only those that were given an empty answer
 */
export function checkAnswers(
  seats: readonly AskedSeat[],
  questionnaires: ReadonlyMap<string, Questionnaire>,
  given: readonly GivenAnswer[],
  needsAll: boolean,
): CheckedAnswers {
  const asked = askedOf(seats, questionnaires);
  const checked: CheckedAnswers = { problems: [], answers: [], emptied: [] };
  const open = new Set(asked.keys());
  for (const answer of given) {
    const key = keyOf(answer.questionId, answer.seatId);
    const one = asked.get(key);
    if (!one || !open.delete(key)) checked.problems.push(notAsked(answer, one));
    else take(checked, one, answer);
  }
  if (needsAll)
    for (const key of open) {
      const one = asked.get(key)!;
      if (one.question.isRequired) checked.problems.push(missing(one));
    }
  return checked;
}

function take(checked: CheckedAnswers, asked: Asked, given: GivenAnswer): void {
  const { question, position, eventId } = asked;
  const read = readAnswer(question, given);
  if (read === "NONE") {
    if (question.isRequired) checked.problems.push(missing(asked));
    else checked.emptied.push({ questionId: question.id, position });
  } else if ("invalid" in read) checked.problems.push(problem(asked, "NOT_VALID", read.invalid));
  else if (question.mustBeYes && "yes" in read.value && !read.value.yes)
    checked.problems.push(problem(asked, "MUST_BE_YES", "must be answered with yes"));
  else checked.answers.push({ eventId, questionId: question.id, position, question: question.text, ...read });
}

const problem = ({ question, seatId }: Asked, reason: AnswerProblemReason, what: string): AnswerProblem => ({
  questionId: question.id,
  seatId,
  question: question.text,
  reason,
  message: `"${question.text}" ${what}.`,
});

const missing = (asked: Asked) =>
  asked.question.mustBeYes
    ? problem(asked, "MUST_BE_YES", "must be answered with yes")
    : problem(asked, "MISSING", "needs an answer");

function notAsked({ questionId, seatId }: GivenAnswer, known: Asked | undefined): AnswerProblem {
  const message = known
    ? "The question is answered twice."
    : "The events do not ask this question, or not about this seat. A question per ticket needs a seatId, one per order none.";
  return { questionId, seatId, question: known?.question.text ?? null, reason: "NOT_ASKED", message };
}
