// What an app may do with an account, as a list for the person who decides.
import { html, type Html } from "./html.ts";
import type { AppsTexts } from "./texts/apps/en.ts";

export interface Scope {
  name: string;
  /** In English, for a scope that has no text here. */
  words: string;
}

export function scopeList({ scopes: texts }: Pick<AppsTexts, "scopes">, scopes: readonly Scope[]): Html {
  const known: Readonly<Record<string, string>> = texts;
  return html`<ul>
    ${scopes.map(({ name, words }) => html`<li>${Object.hasOwn(known, name) ? known[name] : words}</li>`)}
  </ul>`;
}
