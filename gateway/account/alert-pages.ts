// Answers to mailed alerts: "this was not me", and taking an address back. The link of the mail only fills in the code, because mail scanners
// open links, too.
import { randomUUID } from "node:crypto";
import type { GatewayContext } from "../core/context.ts";
import { again, mailedCodeField, missing } from "./fields.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { card, EMPTY, type Page, type Parts } from "./page.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import { ReportSignIn, UndoEmailChange, type AlertCodeInput } from "./users.generated.ts";

type AlertTexts = Record<"title" | "words" | "submit", string>;

interface Alert {
  path: string;
  words(texts: Texts): AlertTexts;
}

type Answer = { __typename: "SecuredAccount"; email: string } | { __typename: "CodeRejected"; message: string };

function alertPage(
  { path, words }: Alert,
  use: (ask: Ask, input: AlertCodeInput, visitor: GatewayContext) => Promise<Answer>,
): (parts: Parts) => Page {
  return ({ ask, sessions }) => ({
    path,
    title: (texts) => words(texts).title,
    show: (visit, state) =>
      card(
        state,
        html`<p>${words(visit.texts).words}</p>
          <form method="post">
            ${mailedCodeField(visit, state, { autocomplete: "off", maxLength: 64 })}
            <button class="bad">${words(visit.texts).submit}</button>
          </form>`,
        html`<p class="quiet">${visit.texts.account.alerts.works}</p>`,
      ),
    submit: async ({ request, response, visitor, texts }, fields) => {
      const errors = missing(texts, fields, { code: texts.fields.codeMissing });
      if (errors) return again(fields, 400, { errors });
      const input = { code: fields.code!.trim(), idempotencyKey: fields.idempotencyKey || randomUUID() };
      const result = await use(ask, input, visitor);
      if (result.__typename !== "SecuredAccount")
        return again(fields, 400, { errors: { code: refusalText(texts, result) } });
      sessions.forget(request, response);
      const page: Page = {
        path,
        title: ({ account }) => account.alerts.safe,
        show: () => secured(texts, result.email),
      };
      return { status: 200, state: EMPTY, page };
    },
  });
}

const secured = ({ account: { alerts } }: Texts, email: string) =>
  card(
    EMPTY,
    html`<p>${alerts.ended(email)}</p>
      <p>${alerts.choose}</p>
      <a class="button" href="/account/reset">${alerts.chooseLink}</a>`,
  );

export const alertPages = [
  alertPage(
    {
      path: "/account/report-sign-in",
      words: ({ account }) => account.alerts.report,
    },
    async (ask, input, visitor) => (await ask(ReportSignIn, { input }, visitor)).reportSignIn,
  ),
  alertPage(
    {
      path: "/account/undo-email-change",
      words: ({ account }) => account.alerts.undo,
    },
    async (ask, input, visitor) => (await ask(UndoEmailChange, { input }, visitor)).undoEmailChange,
  ),
];
