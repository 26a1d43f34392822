// Pages for the codes of mailed alerts: "this was not me". A code is used by the button only, so mail scanners do no harm.
import { randomUUID } from "node:crypto";
import type { GatewayContext } from "../core/context.ts";
import { again, missing, ways } from "./fields.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { field, hidden, problemOf, type Page } from "./page.ts";
import { ReportSignIn, UndoEmailChange, type AlertCodeInput } from "./users.generated.ts";

type Answer = { __typename: "SecuredAccount" } | { __typename: "CodeRejected"; message: string };

interface AlertPage {
  path: string;
  title: string;
  words: string;
  button: string;
}

function alertPage(page: AlertPage, use: (input: AlertCodeInput, visitor: GatewayContext) => Promise<Answer>): Page {
  return {
    ...page,
    show: (_, state) =>
      html`<div class="card">
          ${problemOf(state)}
          <p>${page.words} All sessions end, and you choose a new password. The code works for 72 hours.</p>
          <form method="post">
            ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
            ${field({ name: "code", label: "Code from the mail", autocomplete: "off", maxLength: 64, isKept: true, hasFocus: true }, state)}
            <button class="bad">${page.button}</button>
          </form>
        </div>
        ${ways("/account/", ["/account/reset", "Choose a new password without the code"])}`,
    submit: async ({ visitor }, fields) => {
      const errors = missing(fields, { code: "Enter the code from the mail." });
      if (errors) return again(fields, 400, { errors });
      const input = { code: fields.code!.trim(), idempotencyKey: fields.idempotencyKey || randomUUID() };
      const result = await use(input, visitor);
      if (result.__typename === "CodeRejected") return again(fields, 400, { errors: { code: result.message } });
      return { to: "/account/reset?done=secured" };
    },
  };
}

export const alertPages = (ask: Ask): Page[] => [
  alertPage(
    {
      path: "/account/report-sign-in",
      title: "Report a sign-in",
      words: "Somebody else has signed in to your account? Enter the code that we mailed you.",
      button: "This was not me",
    },
    async (input, visitor) => (await ask(ReportSignIn, { input }, visitor)).reportSignIn,
  ),
  alertPage(
    {
      path: "/account/undo-email-change",
      title: "Undo a change of the address",
      words:
        "Somebody else has changed the address of your account? Enter the code that we mailed to the address before.",
      button: "Undo the change",
    },
    async (input, visitor) => (await ask(UndoEmailChange, { input }, visitor)).undoEmailChange,
  ),
];
