// Questions of the organizer: which ones an order asks, and what a form answers.
import { COUNTRIES } from "../../platform/core/code-lists.ts";
import type { AnswerInput, PlaceOrderInput, PlaceOrderMutation } from "../documents/hold.generated.ts";
import type { AskedQuestion, HoldInFull, InvoiceForm } from "../page-data/hold.ts";
import { fieldOf } from "./page.ts";

/** Name of a question's fields in the form. */
const fieldOfQuestion = (questionId: string, seatId?: string | null) =>
  ["answer", questionId, seatId].filter(Boolean).join(" ");

/** Questions of all events, about the order and then about each ticket. */
export function questionsOf(holds: readonly HoldInFull[]): AskedQuestion[] {
  const asked = new Map<string, AskedQuestion>();
  for (const { event, items } of holds)
    for (const question of event?.questions ?? []) {
      const { id, scope, priceTiers } = question;
      const concerned = items.flatMap(({ seat }) =>
        seat && (priceTiers.length === 0 || priceTiers.includes(seat.priceTier?.name ?? "")) ? [seat] : [],
      );
      const seats: AskedQuestion["seat"][] = scope === "ORDER" ? concerned.slice(0, 1).map(() => null) : concerned;
      for (const seat of seats) {
        const field = fieldOfQuestion(id, seat?.id);
        asked.set(field, { field, question, seat, event: event!.name });
      }
    }
  return [...asked.values()].sort((one, other) => Number(one.seat !== null) - Number(other.seat !== null));
}

/** As the API wants it; undefined if the question is not answered. A number that is none becomes a text, which the API refuses. */
function answerTo({ field, question, seat }: AskedQuestion, form: URLSearchParams): AnswerInput | undefined {
  const text = fieldOf(form, field)?.replaceAll("\r\n", "\n");
  if (text === undefined) return undefined;
  const of = { questionId: question.id, ...(seat && { seatId: seat.id }) };
  switch (question.kind) {
    case "YES_NO":
      return { ...of, yes: text === "yes" };
    case "NUMBER": {
      const number = Number(text.replace(",", "."));
      return Number.isFinite(number) ? { ...of, number } : { ...of, text };
    }
    case "DATE":
      return { ...of, date: text };
    case "CHOOSE_ONE":
    case "CHOOSE_SEVERAL":
      return { ...of, optionIds: form.getAll(field).filter(Boolean) };
    default:
      return { ...of, text };
  }
}

const INVOICE_FIELDS = ["name", "company", "vatId", "street", "postalCode", "city", "country"] as const;
const NEEDED_FIELDS = ["name", "street", "postalCode", "city", "country"];
const fieldOfInvoice = (name: string) => `invoice ${name}`;

/** Of the events that ask for an address; null if none does. @param locale of the names of countries */
export function invoiceFormOf(holds: readonly HoldInFull[], form: URLSearchParams, locale: string): InvoiceForm | null {
  const rules = holds.map(({ event }) => event?.invoiceAddress ?? "NOT_ASKED");
  if (rules.every((rule) => rule === "NOT_ASKED")) return null;
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const countries = [...COUNTRIES].map((code): [string, string] => [code, names.of(code) ?? code]);
  const { compare } = new Intl.Collator(locale);
  return {
    isRequired: rules.includes("REQUIRED"),
    fields: INVOICE_FIELDS.map((field): [string, string] => [field, form.get(fieldOfInvoice(field)) ?? ""]),
    countries: countries.sort(([, one], [, other]) => compare(one, other)),
  };
}

/** Whether the form has fields for answers or an address. */
export const hasAnswers = (form: URLSearchParams): boolean =>
  [...form.keys()].some((field) => /^(answer|invoice) /.test(field));

type Given = Pick<PlaceOrderInput, "answers" | "invoiceAddress">;

/** Answers and address of a form, for `placeOrder`. Nothing for an order that asks nothing. */
export function answersIn(form: URLSearchParams, holds: readonly HoldInFull[]): Given {
  const answers = questionsOf(holds).flatMap((asked) => answerTo(asked, form) ?? []);
  const given = INVOICE_FIELDS.flatMap((field) => {
    const value = fieldOf(form, fieldOfInvoice(field));
    return value === undefined ? [] : [[field, value] as const];
  });
  const address = { name: "", street: "", postalCode: "", city: "", country: "", ...Object.fromEntries(given) };
  return { ...(answers.length > 0 && { answers }), ...(given.length > 0 && { invoiceAddress: address }) };
}

/** What is wrong with answers: `AnswerProblemReason` by field of the form. */
export type Faults = Readonly<Record<string, string>>;

/** What an address that was begun lacks. */
export function missingIn({ invoiceAddress }: Given): Faults {
  if (!invoiceAddress) return {};
  const missing = NEEDED_FIELDS.filter((name) => invoiceAddress[name as keyof typeof invoiceAddress] === "");
  return Object.fromEntries(missing.map((name) => [fieldOfInvoice(name), "MISSING"]));
}

/** @param argument of BAD_USER_INPUT @returns undefined if it is not one of these */
export function faultAt(argument: string | undefined, { answers }: Given): Faults | undefined {
  const [, index, name] = /^input\.(?:answers\.(\d+)|invoiceAddress\.(\w+))/.exec(argument ?? "") ?? [];
  if (name !== undefined) return { [fieldOfInvoice(name)]: "NOT_VALID" };
  const answer = index === undefined ? undefined : answers?.[Number(index)];
  return answer && { [fieldOfQuestion(answer.questionId, answer.seatId)]: "NOT_VALID" };
}

type AnswersRefused = Extract<PlaceOrderMutation["placeOrder"], { __typename: "AnswersRefused" }>;

/** Of the whole address: the field `invoice`. */
export const faultsOf = ({ problems }: AnswersRefused): Faults =>
  Object.fromEntries(
    problems.map(({ questionId, seatId, reason }) => [
      questionId === null ? "invoice" : fieldOfQuestion(questionId, seatId),
      reason,
    ]),
  );
