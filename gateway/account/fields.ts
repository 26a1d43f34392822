// Shared parts of forms: checks of entered values, fields, and the page to return to.
import { randomUUID } from "node:crypto";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import type { Texts } from "./texts/en.ts";
import { field, hidden, type FormState, type Outcome, type Visit } from "./page.ts";
import { HOME, localTarget } from "./targets.ts";

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Errors of required fields, by name; undefined if there are none. */
export function missing(
  texts: Texts,
  fields: Fields,
  words: Record<string, string>,
): Record<string, string> | undefined {
  const errors = Object.fromEntries(Object.entries(words).filter(([name]) => (fields[name] ?? "").trim() === ""));
  if (words.email !== undefined && errors.email === undefined && !ADDRESS.test(fields.email!.trim()))
    errors.email = texts.fields.emailWrong;
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/** Shows the form again, with the entered values. */
export function again(fields: Fields, status: number, rest: Partial<FormState>): Outcome {
  return { status, state: { values: fields, errors: {}, ...rest } };
}

export const emailField = ({ fields }: Texts, state: FormState, hasFocus = true) =>
  field(
    {
      name: "email",
      label: fields.email,
      type: "email",
      autocomplete: "username",
      inputMode: "email",
      isKept: true,
      hasFocus,
    },
    state,
  );

export const passwordField = ({ fields }: Texts, state: FormState, label = fields.password) =>
  field({ name: "password", label, type: "password", autocomplete: "current-password", maxLength: 1024 }, state);

export const newPasswordField = (
  { fields }: Texts,
  state: FormState,
  name = "newPassword",
  label = fields.newPassword,
) =>
  field(
    { name, label, type: "password", autocomplete: "new-password", hint: fields.newPasswordHint, maxLength: 1024 },
    state,
  );

const CODE_ATTRIBUTES = { autocomplete: "one-time-code", maxLength: 20, hasFocus: true };

/** A mailed code, filled in by the link of the mail. A retry of the form keeps its idempotency key. */
export function mailedCodeField(
  { url, texts }: Pick<Visit, "url" | "texts">,
  state: FormState,
  attributes: { autocomplete: string; maxLength: number; hasFocus?: boolean } = CODE_ATTRIBUTES,
): Html {
  const shown = { ...state, values: { code: url.searchParams.get("code") ?? "", ...state.values } };
  return html`${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
  ${field({ name: "code", label: texts.fields.code, isKept: true, ...attributes }, shown)}`;
}

/** To a page that says what was done. */
export const done = (what: string, page = HOME): Outcome => ({ to: `${page}?done=${what}` });

export const targetOf = ({ url }: Visit, { values }: FormState) => localTarget(values.to ?? url.searchParams.get("to"));
export const withTarget = (path: string, to: string) => (to === HOME ? path : `${path}?${new URLSearchParams({ to })}`);

export function ways(to: string, ...links: [path: string, text: string][]): Html {
  return html`<ul class="ways">
    ${links.map(([path, text]) => html`<li><a href="${withTarget(path, to)}">${text}</a></li>`)}
  </ul>`;
}
