// Asks the storefront for a page as data.
import type { SentPage } from "../page-data.ts";

export type Answer = { page: SentPage } | { to: string };

/** @param form sent by POST @throws TypeError or SyntaxError without a network or with an answer that can't be read */
export async function askPage(to: string, form?: URLSearchParams): Promise<Answer> {
  const init = form ? { method: "POST", body: form } : {};
  const response = await fetch(to, { ...init, headers: { accept: "application/json" } });
  return (await response.json()) as Answer;
}
