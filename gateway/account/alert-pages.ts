// Answers to mailed alerts: "this was not me", and taking an address back. The link of the mail fills in the code; only the button uses it,
// so mail scanners do no harm.
import { randomUUID } from "node:crypto";
import type { GatewayContext } from "../core/context.ts";
import { again, missing } from "./fields.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { field, hidden, problemOf, type Page } from "./page.ts";
import { card, type Parts } from "./profile-pages.ts";
import { ReportSignIn, UndoEmailChange, type AlertCodeInput } from "./users.generated.ts";

interface Alert {
  path: string;
  title: string;
  words: string;
  button: string;
}

type Answer = { __typename: "SecuredAccount"; email: string } | { __typename: "CodeRejected"; message: string };

function alertPage(
  alert: Alert,
  use: (ask: Ask, input: AlertCodeInput, visitor: GatewayContext) => Promise<Answer>,
): (parts: Parts) => Page {
  return ({ ask, sessions }) => ({
    ...alert,
    show: ({ url }, state) => {
      const shown = { ...state, values: { code: url.searchParams.get("code") ?? "", ...state.values } };
      return card(
        html`${problemOf(state)}
          <p>${alert.words}</p>
          <form method="post">
            ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
            ${field({ name: "code", label: "Code from the mail", autocomplete: "off", maxLength: 64, isKept: true }, shown)}
            <button class="bad">${alert.button}</button>
          </form>`,
        html`<p class="quiet">The code works for 72 hours.</p>`,
      );
    },
    submit: async ({ request, response, visitor }, fields) => {
      const errors = missing(fields, { code: "Enter the code from the mail." });
      if (errors) return again(fields, 400, { errors });
      const input = { code: fields.code!.trim(), idempotencyKey: fields.idempotencyKey || randomUUID() };
      const result = await use(ask, input, visitor);
      if (result.__typename !== "SecuredAccount") return again(fields, 400, { errors: { code: result.message } });
      sessions.forget(request, response);
      const page: Page = { path: alert.path, title: "Your account is safe", show: () => secured(result.email) };
      return { status: 200, state: { values: {}, errors: {} }, page };
    },
  });
}

const secured = (email: string) =>
  card(html`
    <p>All sessions of ${email} have ended, and the password is not valid any more.</p>
    <p>Choose a new password, one that you use nowhere else.</p>
    <a class="button" href="/account/reset">Choose a new password</a>
  `);

export const alertPages = [
  alertPage(
    {
      path: "/account/report-sign-in",
      title: "Report a sign-in",
      words:
        "Has another person signed in? All sessions end, and the password stops working until you choose a new one.",
      button: "It was not me: secure the account",
    },
    async (ask, input, visitor) => (await ask(ReportSignIn, { input }, visitor)).reportSignIn,
  ),
  alertPage(
    {
      path: "/account/undo-email-change",
      title: "Take your address back",
      words:
        "The account gets this address back. All its sessions end, and its password stops working until you choose a new one.",
      button: "Take the address back",
    },
    async (ask, input, visitor) => (await ask(UndoEmailChange, { input }, visitor)).undoEmailChange,
  ),
];
