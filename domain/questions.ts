// Questions of an organizer to the buyers of an event. Catalog stores and publishes them, orders checks answers by them.
import { z } from "zod";

export const QUESTION_KINDS = [
  "SHORT_TEXT",
  "LONG_TEXT",
  "YES_NO",
  "CHOOSE_ONE",
  "CHOOSE_SEVERAL",
  "NUMBER",
  "DATE",
  "PHONE",
] as const;
export const QUESTION_SCOPES = ["ORDER", "TICKET"] as const;
export const INVOICE_ADDRESS_RULES = ["NOT_ASKED", "OPTIONAL", "REQUIRED"] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];
export type InvoiceAddressRule = (typeof INVOICE_ADDRESS_RULES)[number];

/** Limits, which keep a questionnaire below 200 kB. */
export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 50;
/** Of the answers to a question for text, in UTF-16 code units. */
export const MOST_TEXT: Record<"SHORT_TEXT" | "LONG_TEXT", number> = { SHORT_TEXT: 200, LONG_TEXT: 2_000 };

const questionSchema = z.object({
  id: z.uuid(),
  /** TICKET: asked about each ticket. */
  scope: z.enum(QUESTION_SCOPES),
  kind: z.enum(QUESTION_KINDS),
  text: z.string(),
  help: z.string().nullable(),
  isRequired: z.boolean(),
  /** Of a YES_NO question: only `yes` is accepted. */
  mustBeYes: z.boolean(),
  /** Of a question with a choice. */
  options: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** Names of the price tiers to whose tickets it applies; empty for all. */
  priceTiers: z.array(z.string()),
});

export type Question = z.infer<typeof questionSchema>;

export const questionnaireSchema = z.object({
  /** In the order in which they are asked. */
  questions: z.array(questionSchema),
  invoiceAddress: z.enum(INVOICE_ADDRESS_RULES),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** Whether there is anything to ask. */
export function asksAnything(asked: Questionnaire | null | undefined): boolean {
  return asked != null && (asked.questions.length > 0 || asked.invoiceAddress !== "NOT_ASKED");
}

/** Whether a question applies to a ticket of this price tier. */
export function appliesTo({ priceTiers }: Pick<Question, "priceTiers">, tierName: string): boolean {
  return priceTiers.length === 0 || priceTiers.includes(tierName);
}
