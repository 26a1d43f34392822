// What the forms have in common: checks of what was entered, fields, and the page to return to.
import type { Fields } from "./forms.ts";
import { html, type Html } from "./html.ts";
import { field, type FormState, type Outcome, type Visit } from "./page.ts";
import { HOME, localTarget } from "./targets.ts";

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const BAD_ADDRESS = "Enter an e-mail address, such as name@example.org.";

/** Errors of required fields, by name; undefined if there are none. */
export function missing(fields: Fields, words: Record<string, string>): Record<string, string> | undefined {
  const errors = Object.fromEntries(Object.entries(words).filter(([name]) => (fields[name] ?? "").trim() === ""));
  if (words.email !== undefined && errors.email === undefined && !ADDRESS.test(fields.email!.trim()))
    errors.email = BAD_ADDRESS;
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/** The form again. */
export function again(fields: Fields, status: number, rest: Partial<FormState>): Outcome {
  return { status, state: { values: fields, errors: {}, ...rest } };
}

export const emailField = (state: FormState, hasFocus = true) =>
  field(
    {
      name: "email",
      label: "E-mail address",
      type: "email",
      autocomplete: "username",
      inputMode: "email",
      isKept: true,
      hasFocus,
    },
    state,
  );

export const PASSWORD_HINT = "At least 8 characters. A few unusual words make a good password.";

export const targetOf = ({ url }: Visit, { values }: FormState) => localTarget(values.to ?? url.searchParams.get("to"));
export const withTarget = (path: string, to: string) => (to === HOME ? path : `${path}?${new URLSearchParams({ to })}`);

export function ways(to: string, ...links: [path: string, text: string][]): Html {
  return html`<ul class="ways">
    ${links.map(([path, text]) => html`<li><a href="${withTarget(path, to)}">${text}</a></li>`)}
  </ul>`;
}
