// Takes the code of a mail in the browser that requested it. The link of the mail fills it in; only the button uses it.
import { randomUUID } from "node:crypto";
import { isSession, type BrowserSessions, type CodePurpose } from "./browser-sessions.ts";
import { again, missing, PASSWORD_HINT, targetOf } from "./fields.ts";
import { html, type Html } from "./html.ts";
import { field, hidden, problemOf, type Page } from "./page.ts";
import { askForSecondFactor } from "./second-factor-page.ts";
import { localTarget } from "./targets.ts";

export const CODE_PAGE = "/account/code";

const CODE_WORDS: Record<CodePurpose, { words: string; button: string }> = {
  "sign-in": { words: "If the address has an account, a mail with a code is on its way.", button: "Sign in" },
  reset: { words: "If the address has an account, a mail with a code is on its way.", button: "Save the new password" },
  register: { words: "A mail with a code is on its way to your address.", button: "Create the account" },
};

export function codePage({ sessions }: { sessions: BrowserSessions }, secondStep: Page): Page {
  return {
    path: CODE_PAGE,
    title: "Enter the code",
    show: (visit, state) => {
      const requested = sessions.requestedCode(visit.request);
      const linked = visit.url.searchParams.get("code") ?? undefined;
      if (!requested) return linked === undefined ? NO_CODE : codeToType(linked);
      const { words, button } = CODE_WORDS[requested.purpose];
      const shown = { ...state, values: { code: linked ?? "", ...state.values } };
      return html`<div class="card">
          ${problemOf(state)}
          <p>${words} The code works for ten minutes, in this browser.</p>
          <form method="post">
            ${hidden("to", targetOf(visit, state))}
            ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
            ${field({ name: "code", label: "Code from the mail", autocomplete: "one-time-code", maxLength: 20, isKept: true, hasFocus: true }, shown)}
            ${
              requested.purpose === "reset" &&
              field(
                {
                  name: "newPassword",
                  label: "New password",
                  type: "password",
                  autocomplete: "new-password",
                  hint: PASSWORD_HINT,
                  maxLength: 1024,
                },
                state,
              )
            }
            <button>${button}</button>
          </form>
        </div>
        <p class="quiet">
          No mail after a few minutes? Look into the folder for spam, or
          <a href="${againFor(requested.purpose)}">request another code</a>.
        </p>`;
    },
    submit: async (visit, fields) => {
      const requested = sessions.requestedCode(visit.request);
      if (!requested) return again(fields, 400, { problem: "This browser has not requested a code, or long ago." });
      const { purpose, id, nonce } = requested;
      const errors = missing(fields, {
        code: "Enter the code from the mail.",
        ...(purpose === "reset" ? { newPassword: "Choose a new password." } : {}),
      });
      if (errors) return again(fields, 400, { errors });
      const code = {
        id,
        nonce,
        code: fields.code!,
        idempotencyKey: fields.idempotencyKey || randomUUID(),
        ...(purpose === "reset" ? { newPassword: fields.newPassword! } : {}),
      };
      const result = await sessions.signIn({ code }, visit.visitor);
      if (result.__typename === "PasswordTooWeak")
        return again(fields, 400, { errors: { newPassword: result.message } });
      if (result.__typename === "CodeRejected") return again(fields, 400, { errors: { code: result.message } });
      if (result.__typename === "SecondFactorRequired") {
        sessions.forgetCode(visit.request, visit.response);
        return askForSecondFactor(secondStep, result, localTarget(fields.to));
      }
      if (!isSession(result)) return again(fields, 400, { problem: result.message });
      sessions.forgetCode(visit.request, visit.response);
      sessions.keep(visit.request, visit.response, result);
      return { to: localTarget(fields.to) };
    },
  };
}

const againFor = (purpose: CodePurpose) => `/account/${purpose === "sign-in" ? "sign-in-code" : purpose}`;

const NO_CODE = html`<div class="card">
  <p>This browser has not requested a code, or too long ago. Request a new one where you want to use it.</p>
  <a class="button" href="/account/sign-in">Go to sign-in</a>
</div>`;

/** The link of a mail in another browser than the one that requested the code. */
function codeToType(code: string): Html {
  return html`<div class="card">
    <p>You requested this code in another browser or app. Type it there:</p>
    <p class="big">${code.slice(0, 20)}</p>
    <p class="quiet">If you did not request a code, close this page. Do not give the code to anyone.</p>
  </div>`;
}
