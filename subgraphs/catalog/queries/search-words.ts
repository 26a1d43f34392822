import { isStorable } from "../../../platform/core/input.ts";

const MAX_LENGTH = 1_000;

/** Text to search for; null for a blank one, which matches everything. A text that cannot be stored matches nothing. */
export function wordsOf(text: string | null | undefined): string | null {
  if (text == null || text.trim() === "") return null;
  return isStorable(text) ? text.slice(0, MAX_LENGTH) : "";
}
