// The form that orders held seats: promo codes, names, answers. Of purchases and of exchanges.
import { isNameField, nameField } from "../app/hold/name-field.ts";
import { ApplyPromoCode, ExtendHold } from "../documents/hold.generated.ts";
import type { PlaceOrderInput, PlaceOrderMutation } from "../documents/hold.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { HoldInFull, OrderForm } from "../page-data/hold.ts";
import type { Problem } from "../page-data/problem.ts";
import { faultAt, faultsOf, invoiceFormOf, missingIn, questionsOf, type Faults } from "./answers.ts";
import { fieldOf, problemOf, type Visit } from "./page.ts";

/** @param form as it was sent @param faults what is wrong with its answers */
export function orderFormOf(
  holds: readonly HoldInFull[],
  form: URLSearchParams,
  locale: string,
  faults: Faults,
): OrderForm {
  const questions = questionsOf(holds);
  return {
    names: holds.flatMap(({ items }) => items).map(({ seat }) => form.get(nameField(seat?.id)) ?? ""),
    questions,
    answers: Object.fromEntries(questions.map(({ field }) => [field, form.getAll(field)])),
    invoice: invoiceFormOf(holds, form, locale),
    faults,
  };
}

export const codeIn = (form: URLSearchParams, holdId: string) => fieldOf(form, `code-${holdId}`);

/** Promo code that was typed; null if its field was not used. */
export const typedCode = (form: URLSearchParams, holdId: string): string | null =>
  codeIn(form, holdId) ?? (form.get("code") === holdId ? "" : null);

/** Null removes the code. */
async function usePromoCode({ ask }: Visit, id: string, code: string | null): Promise<Problem | undefined> {
  if (code === "") return { code: "PromoCodeNotUsable", values: { reason: "UNKNOWN" } };
  const { applyPromoCode: result } = await ask(ApplyPromoCode, { id, code });
  if (result.__typename === "Hold") return undefined;
  return problemOf(result, result.__typename === "PromoCodeNotUsable" ? { reason: result.reason } : {});
}

/**
 * What the pressed button does with one of the holds. Buttons are named after what they do, and have the ID of the hold.
 * @returns undefined if the form orders the seats
 */
export async function changeHold(
  visit: Visit,
  form: URLSearchParams,
  holdIds: readonly string[],
): Promise<{ problem?: Problem | undefined } | undefined> {
  const [extended, coded, uncoded] = ["extend", "code", "no-code"].map((name) => form.get(name));
  if (extended) {
    const { extendHold } = await visit.ask(ExtendHold, { id: extended });
    return extendHold.__typename === "Hold" ? {} : { problem: problemOf(extendHold) };
  }
  if (coded) return { problem: await usePromoCode(visit, coded, codeIn(form, coded) ?? "") };
  if (uncoded) return { problem: await usePromoCode(visit, uncoded, null) };
  // A code that was typed and not applied changes the total, which is shown before it is paid.
  const typed = holdIds.find((id) => codeIn(form, id) !== undefined);
  return typed === undefined ? undefined : { problem: await usePromoCode(visit, typed, codeIn(form, typed)!) };
}

/** The API takes names in the order of the seats: of all, or of none. @returns undefined if only some are given */
export function namesIn(form: URLSearchParams): { names?: string[] } | undefined {
  const names = [...form].flatMap(([field, name]) => (isNameField(field) ? [name.trim()] : []));
  if (!names.some(Boolean)) return {};
  return names.every(Boolean) ? { names } : undefined;
}

type AnswersRefused = Extract<PlaceOrderMutation["placeOrder"], { __typename: "AnswersRefused" }>;
type Answered<Result> = Exclude<Result, { __typename: "AnswersRefused" }>;

/** @returns what is wrong with answers or address, if they are why there is no order @throws OperationFailed */
export async function orFaults<Result extends { __typename: string }>(
  given: Pick<PlaceOrderInput, "answers" | "invoiceAddress">,
  place: () => Promise<Result>,
): Promise<Answered<Result> | { faults: Faults }> {
  const missing = missingIn(given);
  if (Object.keys(missing).length > 0) return { faults: missing };
  try {
    const result = await place();
    if (result.__typename === "AnswersRefused") return { faults: faultsOf(result as unknown as AnswersRefused) };
    return result as Answered<Result>;
  } catch (error) {
    const faults = error instanceof OperationFailed ? faultAt(error.field, given) : undefined;
    if (!faults) throw error;
    return { faults };
  }
}
