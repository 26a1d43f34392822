// Converts what a client sent into the answer to a question of some kind.
import { MOST_TEXT, type Question, type QuestionKind } from "../../../domain/questions.ts";
import type { AnswerValue } from "./answer.ts";

/** Fields for the content of an answer; null if they were not given. */
export interface GivenValue {
  text: string | null;
  yes: boolean | null;
  number: number | null;
  date: string | null;
  optionIds: string[] | null;
}

export type ReadAnswer = { value: AnswerValue; shown: string } | "NONE" | { invalid: string };

const FIELD: Record<QuestionKind, keyof GivenValue> = {
  SHORT_TEXT: "text",
  LONG_TEXT: "text",
  PHONE: "text",
  YES_NO: "yes",
  NUMBER: "number",
  DATE: "date",
  CHOOSE_ONE: "optionIds",
  CHOOSE_SEVERAL: "optionIds",
};

const FIELDS = ["text", "yes", "number", "date", "optionIds"] as const;

/** NONE for an empty answer, which is the same as no answer. `invalid` ends a sentence. */
export function readAnswer(question: Question, given: GivenValue): ReadAnswer {
  const field = FIELD[question.kind];
  const other = FIELDS.find((name) => name !== field && given[name] !== null);
  if (other) return { invalid: `is answered by ${field}, not by ${other}` };
  switch (question.kind) {
    case "SHORT_TEXT":
    case "LONG_TEXT":
      return textOf(question.kind, given.text);
    case "PHONE":
      return phoneOf(given.text);
    case "YES_NO":
      return given.yes === null ? "NONE" : { value: { yes: given.yes }, shown: given.yes ? "yes" : "no" };
    case "NUMBER":
      return given.number === null ? "NONE" : { value: { number: given.number }, shown: String(given.number) };
    case "DATE":
      return given.date === null ? "NONE" : { value: { date: given.date }, shown: given.date };
    case "CHOOSE_ONE":
    case "CHOOSE_SEVERAL":
      return choiceOf(question, given.optionIds);
  }
}

function textOf(kind: "SHORT_TEXT" | "LONG_TEXT", given: string | null): ReadAnswer {
  const text = given?.trim() ?? "";
  if (text === "") return "NONE";
  if (text.length > MOST_TEXT[kind]) return { invalid: `must have at most ${MOST_TEXT[kind]} characters` };
  if (kind === "SHORT_TEXT" && /[\n\r\t]/.test(text)) return { invalid: "must be one line" };
  return { value: { text }, shown: text };
}

/** E.164: a plus sign, the country code, and at most 15 digits. People write it with spaces, hyphens, dots, slashes and brackets. */
function phoneOf(given: string | null): ReadAnswer {
  const text = given?.replace(/[\s()./-]/g, "") ?? "";
  if (text === "") return "NONE";
  if (!/^\+[1-9]\d{6,14}$/.test(text))
    return { invalid: "must be a telephone number with its country code, such as +49 361 123456" };
  return { value: { text }, shown: text };
}

function choiceOf({ kind, options }: Question, given: string[] | null): ReadAnswer {
  if (given === null || given.length === 0) return "NONE";
  if (kind === "CHOOSE_ONE" && given.length > 1) return { invalid: "must have one option" };
  const chosen = options.filter(({ id }) => given.includes(id));
  if (chosen.length !== given.length) return { invalid: "must be of the options of the question, each once" };
  return { value: { optionIds: chosen.map(({ id }) => id) }, shown: chosen.map(({ label }) => label).join("; ") };
}
