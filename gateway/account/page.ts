// The frame of each page, its forms, and how they are answered.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { GatewayContext } from "../core/context.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { Html, html } from "./html.ts";
import { languageForm } from "./language.ts";
import type { Ask } from "./operations.ts";
import { policy, STYLE } from "./style.ts";
import type { Texts } from "./texts/en.ts";
import { directionOf } from "../../platform/http/locale.ts";

export const PASSKEYS_SCRIPT = "/account/passkeys.js";

/** What pages work with. */
export interface Parts {
  ask: Ask;
  sessions: BrowserSessions;
}

/** One request of a browser for a page. */
export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  visitor: GatewayContext;
  /** In the language of the request. */
  texts: Texts;
}

/** Content of a form: empty at first; after a refusal the entered values and their errors. */
export interface FormState {
  values: Fields;
  /** By the name of the field. */
  errors: Fields;
  /** A problem of the whole form. */
  problem?: string;
}

export const EMPTY: FormState = { values: {}, errors: {} };

/**
 * The answer to a form: a local address to go to, an address of another site, the form again with an HTTP status of 400 or more, or another
 * page at once.
 */
export type Outcome = { to: string } | { away: string } | { status: number; state: FormState; page?: Page };

export interface Page {
  path: string;
  title(texts: Texts): string;
  isWide?: boolean;
  /** Anonymous visitors sign in first. */
  isPrivate?: boolean;
  /** Forms from elsewhere are accepted: the address holds a secret that is all they need. */
  isForAnySite?: boolean;
  /** Whether it loads the script for passkeys. */
  hasScript?: boolean;
  /** Moves the browser to another address at once. */
  moveTo?: string;
  /** Its content, or where to go instead. */
  show(visit: Visit, state: FormState): Promise<Html | { to: string }> | Html;
  /** What its GET does, if it does more than to show the page. */
  arrive?(visit: Visit): Promise<Outcome>;
  submit?(visit: Visit, fields: Fields): Promise<Outcome>;
}

interface Field {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  autocomplete: string;
  hint?: string;
  maxLength?: number;
  /** Whether a refusal shows the value again; never for a secret. */
  isKept?: boolean;
  hasFocus?: boolean;
  inputMode?: "text" | "numeric" | "email";
  isOptional?: boolean;
}

/** Fields in large type. */
const CODES = new Set(["code", "totp", "recoveryCode"]);

export function field(
  {
    name,
    label,
    type = "text",
    autocomplete,
    hint,
    maxLength = 320,
    isKept = false,
    hasFocus,
    inputMode,
    isOptional = false,
  }: Field,
  { values, errors }: FormState,
): Html {
  const error = errors[name];
  const described = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-wrong`].filter(Boolean);
  return html`<div class="field${CODES.has(name) ? " code" : ""}">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="${maxLength}"
      ${!isOptional && html`required`}
      ${isKept && html`value="${values[name] ?? ""}"`}
      ${described.length > 0 && html`aria-describedby="${described.join(" ")}"`}
      ${error !== undefined && html`aria-invalid="true"`}
      ${hasFocus && !values[name] && html`autofocus`}
      ${inputMode && html`inputmode="${inputMode}"`}
      ${(type === "email" || CODES.has(name)) && html`autocapitalize="none" spellcheck="false"`}
    />
    ${error !== undefined && html`<p class="wrong" id="${name}-wrong">${error}</p>`}
  </div>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** The problem of a form, as the first thing that a screen reader says. */
export function problemOf({ problem }: FormState): Html | undefined {
  return problem === undefined ? undefined : problemNote(problem);
}

/** A form with errors of fields says so on top, too. */
export const withProblem = (state: FormState, { problems }: Texts): FormState =>
  state.problem === undefined && Object.keys(state.errors).length > 0 ? { ...state, problem: problems.marked } : state;

export const problemNote = (text: string) => html`<div class="note bad" role="alert"><p>${text}</p></div>`;

/** The main block of a page, with the problem of its form on top. */
export const card = (state: FormState, inside: Html, below?: Html) =>
  html`<div class="card">${problemOf(state)} ${inside}</div>
    ${below}`;

/** A form on the page `back`. Its own page appears after a refusal only. */
export const action = (
  path: string,
  back: Pick<Page, "path" | "title">,
  submit: NonNullable<Page["submit"]>,
): Page => ({
  path,
  title: back.title,
  isPrivate: true,
  show: ({ texts }, state) => html`${problemOf(state)}<a class="button" href="${back.path}">${back.title(texts)}</a>`,
  submit,
});

export interface Frame {
  title: string;
  /** Shows the way back to the events and tickets of the storefront. */
  isInShop: boolean;
  isWide?: boolean | undefined;
  isSignedIn: boolean;
  /** A message about what was done. */
  notice?: string | undefined;
  moveTo?: string | undefined;
  hasScript?: boolean | undefined;
  /** Local page that a choice of another language returns to; without it there is no choice. */
  back?: string | undefined;
}

const MARK = new Html(
  '<svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true"><path d="M3 2h26a2 2 0 0 1 2 2v4a4 4 0 0 0 0 8v4a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-4a4 4 0 0 0 0-8V4a2 2 0 0 1 2-2z"/><path class="tear" d="M20 6v12"/></svg>',
);

const shop = ({ frame: { main, events, tickets, account } }: Texts) =>
  html`<nav aria-label="${main}">
    <a href="/">${events}</a> <a href="/tickets">${tickets}</a> <a href="/account/" aria-current="true">${account}</a>
  </nav>`;

/** Whether the storefront passed the request on. Anybody can send the header, so it decides about links only. */
export const isInShop = ({ headers }: IncomingMessage): boolean => headers["x-storefront"] === "1";

export function frame(
  texts: Texts,
  { title, isInShop, isWide, isSignedIn, notice, moveTo, hasScript, back }: Frame,
  body: Html,
): string {
  const { skip, signOut } = texts.frame;
  const page = html`<html
    lang="${texts.locale}"
    dir="${directionOf(texts.locale)}"
    ${isWide === true && html`class="wide"`}
  >
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      ${moveTo !== undefined && html`<meta http-equiv="refresh" content="0; url=${moveTo}" />`}
      <title>${title} · Boxoffice</title>
      ${new Html(`<style>${STYLE}</style>`)}
      ${hasScript === true && html`<script src="${PASSKEYS_SCRIPT}" type="module"></script>`}
    </head>
    <body>
      <a class="skip" href="#content">${skip}</a>
      <header>
        <a class="brand" href="${isInShop ? "/" : "/account/"}">${MARK} Boxoffice</a>
        <div class="top">
          ${isInShop && shop(texts)}
          ${isSignedIn && html`<form method="post" action="/session/end"><button class="plain">${signOut}</button></form>`}
        </div>
      </header>
      <main id="content">
        <h1>${title}</h1>
        ${notice !== undefined && html`<div class="note good" role="status"><p>${notice}</p></div>`} ${body}
      </main>
      ${back !== undefined && html`<footer>${languageForm(texts, back)}</footer>`}
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

export function sendPage(response: ServerResponse, status: number, page: string, hasScript = false): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy(hasScript),
    // Also keeps the `origin` header of forms, which `no-referrer` would remove.
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
  });
  response.end(page);
}
