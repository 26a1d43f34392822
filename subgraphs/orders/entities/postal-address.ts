// Postal addresses for invoices.
import type { InvoiceAddressRule } from "../../../domain/questions.ts";
import type { AnswerProblem } from "./check-answers.ts";

export interface PostalAddress {
  street: string;
  postalCode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region" });

/** Lines for an invoice. The country comes last, in capitals and in English, as the Universal Postal Union recommends. */
export function linesOf({ street, postalCode, city, country }: PostalAddress): string {
  return [street, `${postalCode} ${city}`, (COUNTRY_NAMES.of(country) ?? country).toUpperCase()].join("\n");
}

/** By the rules of the events of one order: one that needs the address is enough. */
export function addressProblem(
  rules: readonly InvoiceAddressRule[],
  isGiven: boolean,
  needsAll: boolean,
): AnswerProblem | undefined {
  const problem = { questionId: null, seatId: null, question: null };
  if (isGiven && rules.every((rule) => rule === "NOT_ASKED"))
    return { ...problem, reason: "NOT_ASKED", message: "The events ask for no invoice address: omit it." };
  if (!isGiven && needsAll && rules.includes("REQUIRED"))
    return { ...problem, reason: "MISSING", message: "An invoice address is needed." };
  return undefined;
}
