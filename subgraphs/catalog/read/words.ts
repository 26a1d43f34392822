import { isStorable } from "../../../platform/input.ts";

const MAX_LENGTH = 1_000;

/** What to look for; null for a blank search field, which asks for everything. What can't be stored is found nowhere. */
export function wordsOf(text: string | null | undefined): string | null {
  if (text == null || text.trim() === "") return null;
  return isStorable(text) ? text.slice(0, MAX_LENGTH) : "";
}
