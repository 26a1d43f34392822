// Answers to mailed alerts: "this was not me", and taking an address back. The link of the mail only fills in the code, because mail scanners
// open links, too.
import { randomUUID } from "node:crypto";
import type { GatewayContext } from "../core/context.ts";
import { again, mailedCodeField, missing } from "./fields.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { card, EMPTY, type Page, type Parts } from "./page.ts";
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
    show: (visit, state) =>
      card(
        state,
        html`<p>${alert.words}</p>
          <form method="post">
            ${mailedCodeField(visit, state, { autocomplete: "off", maxLength: 64 })}
            <button class="bad">${alert.button}</button>
          </form>`,
        html`<p class="quiet">The code works for 72 hours.</p>`,
      ),
    submit: async ({ request, response, visitor }, fields) => {
      const errors = missing(fields, { code: "Enter the code from the mail." });
      if (errors) return again(fields, 400, { errors });
      const input = { code: fields.code!.trim(), idempotencyKey: fields.idempotencyKey || randomUUID() };
      const result = await use(ask, input, visitor);
      if (result.__typename !== "SecuredAccount") return again(fields, 400, { errors: { code: result.message } });
      sessions.forget(request, response);
      const page: Page = { path: alert.path, title: "Your account is safe", show: () => secured(result.email) };
      return { status: 200, state: EMPTY, page };
    },
  });
}

const secured = (email: string) =>
  card(
    EMPTY,
    html`<p>All sessions of ${email} have ended, and the password is no longer valid.</p>
      <p>Choose a new password, one that you use nowhere else.</p>
      <a class="button" href="/account/reset">Choose a new password</a>`,
  );

export const alertPages = [
  alertPage(
    {
      path: "/account/report-sign-in",
      title: "Report a sign-in",
      words:
        "If it was not you who signed in, secure the account: all sessions end, and the password stops working until you choose a new one.",
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
