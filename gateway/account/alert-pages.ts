// Answers to mails about an account: "this was not me", and giving back an address. The link of the mail opens a page; its button acts.
import { randomUUID } from "node:crypto";
import { again } from "./fields.ts";
import { html } from "./html.ts";
import { hidden, problemOf, type Page } from "./page.ts";
import { card, type Parts } from "./profile-pages.ts";
import { ReportSignIn, UndoEmailChange } from "./users.generated.ts";

interface Alert {
  path: string;
  title: string;
  words: string;
  button: string;
}

type Secured = { __typename: "SecuredAccount"; email: string } | { __typename: "CodeRejected"; message: string };

function alertPage(
  alert: Alert,
  send: (
    parts: Parts,
    input: { code: string; idempotencyKey: string },
    visit: Parameters<Page["show"]>[0],
  ) => Promise<Secured>,
): (parts: Parts) => Page {
  return (parts) => ({
    ...alert,
    show: ({ url }, state) => {
      const code = state.values.code ?? url.searchParams.get("code") ?? "";
      if (code === "") return card(html`<p>Open this page with the link from the mail.</p>`);
      return card(
        html`${problemOf(state)}
          <p>${alert.words}</p>
          <form method="post">
            ${hidden("code", code)} ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
            <button class="bad">${alert.button}</button>
          </form>`,
      );
    },
    submit: async (visit, fields) => {
      const { code = "", idempotencyKey = "" } = fields;
      const result = await send(parts, { code, idempotencyKey: idempotencyKey || randomUUID() }, visit);
      if (result.__typename !== "SecuredAccount") return again(fields, 400, { problem: result.message });
      parts.sessions.forget(visit.request, visit.response);
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
      path: "/account/report",
      title: "This was not you?",
      words: "All sessions of your account end, and its password stops working until you choose a new one.",
      button: "It was not me: secure the account",
    },
    async ({ ask }, input, { visitor }) => (await ask(ReportSignIn, { input }, visitor)).reportSignIn,
  ),
  alertPage(
    {
      path: "/account/undo",
      title: "Take your address back?",
      words:
        "Your account gets this address back. All its sessions end, and its password stops working until you choose a new one.",
      button: "Take the address back",
    },
    async ({ ask }, input, { visitor }) => (await ask(UndoEmailChange, { input }, visitor)).undoEmailChange,
  ),
];
