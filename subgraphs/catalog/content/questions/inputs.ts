// Validation of the questions of an event.
import { z } from "zod";
import { idempotencyKey, line, orNull, text, uuidOrNull } from "../../../../platform/core/input.ts";
import {
  INVOICE_ADDRESS_RULES,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  QUESTION_KINDS,
  QUESTION_SCOPES,
} from "../../../../domain/questions.ts";

const HAS_OPTIONS: ReadonlySet<string> = new Set(["CHOOSE_ONE", "CHOOSE_SEVERAL"]);
const MOST_TIERS = 100;

/** Undefined for a new question or option. */
const knownId = z
  .string()
  .refine((id) => uuidOrNull(id) !== null, "must be an id of this event; omit it for a new one")
  .transform((id) => id.toLowerCase())
  .nullish()
  .transform((id) => id ?? undefined);
/** Each date of a series has ids of its own. */
const noId: typeof knownId = z
  .string()
  .refine(() => false, "must be omitted: each date has ids of its own")
  .transform((id) => id)
  .nullish()
  .transform((id) => id ?? undefined);
const flag = z
  .boolean()
  .nullish()
  .transform((given) => given ?? false);
const isUnique = (values: readonly (string | undefined)[]) => {
  const given = values.filter((value) => value !== undefined);
  return new Set(given).size === given.length;
};

const optionsOf = (id: typeof knownId) =>
  z
    .array(z.object({ id, label: line(200) }))
    .max(MOST_OPTIONS, `must be at most ${MOST_OPTIONS}`)
    .refine((all) => isUnique(all.map(({ label }) => label)), "labels must be unique")
    .refine((all) => isUnique(all.map((one) => one.id)), "must not have an id twice")
    .nullish()
    .transform((given) => given ?? []);

/** @param id of questions and options */
const questionWith = (id: typeof knownId) =>
  z
    .object({
      id,
      scope: z.enum(QUESTION_SCOPES),
      kind: z.enum(QUESTION_KINDS),
      text: line(300),
      help: orNull(text(1_000)),
      isRequired: flag,
      mustBeYes: flag,
      options: optionsOf(id),
      priceTiers: z
        .array(line(100))
        .min(1, "must name at least one tier; omit it for all tiers")
        .max(MOST_TIERS, `must be at most ${MOST_TIERS}`)
        .refine(isUnique, "must not name a tier twice")
        .nullish()
        .transform((given) => given ?? []),
    })
    .superRefine(({ kind, mustBeYes, isRequired, options }, refused) => {
      const refuse = (path: string, message: string) => refused.addIssue({ code: "custom", path: [path], message });
      if (HAS_OPTIONS.has(kind) && options.length === 0) refuse("options", `must have 1 to ${MOST_OPTIONS} options`);
      if (!HAS_OPTIONS.has(kind) && options.length > 0) refuse("options", "is for CHOOSE_ONE and CHOOSE_SEVERAL only");
      if (mustBeYes && kind !== "YES_NO") refuse("mustBeYes", "is for YES_NO only");
      if (mustBeYes && !isRequired) refuse("mustBeYes", "needs isRequired: true");
    });

const questionsWith = (id: typeof knownId) =>
  z.array(questionWith(id)).max(MOST_QUESTIONS, `must be at most ${MOST_QUESTIONS}`);
const invoiceAddress = z.enum(INVOICE_ADDRESS_RULES);

export const setEventQuestionsInput = z.object({
  expectedVersion: z.int(),
  questions: questionsWith(knownId).refine((all) => isUnique(all.map(({ id }) => id)), "must not have an id twice"),
  invoiceAddress: invoiceAddress.nullish().transform((given) => given ?? "NOT_ASKED"),
  idempotencyKey,
});

/** Of all dates of a series, each of which has ids of its own. Undefined: stays as it is. */
export const seriesQuestions = {
  questions: questionsWith(noId).nullish(),
  invoiceAddress: invoiceAddress.nullish(),
};

export type SetEventQuestions = z.infer<typeof setEventQuestionsInput>;
export type GivenQuestion = SetEventQuestions["questions"][number];
