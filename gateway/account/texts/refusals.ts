// Refusals of the API in the language of the page. The API's own explanations are in English, for developers of clients.
import type { Texts } from "./en.ts";

export interface Refused {
  __typename: string;
  message?: string;
  /** Of refusals that have several. */
  reason?: string;
}

/** The API's explanation for a refusal that is not known here. */
export function refusalText({ refusals, problems }: Texts, { __typename, message = "", reason = "" }: Refused): string {
  if (__typename === "PasswordTooWeak") return problems.weakPassword(message);
  const known: Readonly<Record<string, string>> = refusals;
  const key = [reason, __typename].find((name) => Object.hasOwn(known, name));
  return key === undefined ? message : known[key]!;
}
