// Takes a mailed code in the browser that requested it. The link of the mail only fills it in, because mail scanners open links, too.
import { randomUUID } from "node:crypto";
import { isSession, type CodePurpose } from "./browser-sessions.ts";
import { again, mailedCodeField, missing, newPasswordField, targetOf } from "./fields.ts";
import { html } from "./html.ts";
import { card, EMPTY, hidden, type Page, type Parts } from "./page.ts";
import { askForSecondFactor } from "./second-factor-page.ts";
import { localTarget } from "./targets.ts";

export const CODE_PAGE = "/account/code";
export const FIND_ORDERS = "/account/find-orders";

const CODE_WORDS: Record<CodePurpose, { words: string; button: string }> = {
  "sign-in": { words: "If the address has an account, a mail with a code is on its way.", button: "Sign in" },
  reset: { words: "If the address has an account, a mail with a code is on its way.", button: "Save the new password" },
  register: { words: "A mail with a code is on its way to your address.", button: "Create the account" },
  guest: { words: "If there are orders with the address, a mail with a code is on its way.", button: "Show my orders" },
};

export function codePage({ sessions }: Pick<Parts, "sessions">, secondStep: Page): Page {
  return {
    path: CODE_PAGE,
    title: "Enter the code",
    show: (visit, state) => {
      const requested = sessions.requestedCode(visit.request);
      const linked = visit.url.searchParams.get("code") ?? undefined;
      if (!requested) return linked === undefined ? NO_CODE : codeToType(linked);
      const { words, button } = CODE_WORDS[requested.purpose];
      return card(
        state,
        html`<p>${words} The code works for ten minutes, only in this browser.</p>
          <form method="post">
            ${hidden("to", targetOf(visit, state))} ${mailedCodeField(visit, state)}
            ${requested.purpose === "reset" && newPasswordField(state)}
            ${requested.purpose === "register" && claimField}
            <button>${button}</button>
          </form>`,
        html`<p class="quiet">
          No mail after a few minutes? Look in your spam folder, or
          <a href="${requestPath(requested.purpose)}">request another code</a>.
        </p>`,
      );
    },
    submit: async (visit, fields) => {
      const requested = sessions.requestedCode(visit.request);
      if (!requested)
        return again(fields, 400, { problem: "This browser is not waiting for a code. Request a new one." });
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
        ...(purpose === "register" ? { claimGuestOrders: fields.claim === "yes" } : {}),
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

const PATHS: Record<CodePurpose, string> = {
  "sign-in": "/account/sign-in-code",
  reset: "/account/reset",
  register: "/account/register",
  guest: FIND_ORDERS,
};
const requestPath = (purpose: CodePurpose) => PATHS[purpose];

/** For orders that the person placed before, without an account. The code proves the address. */
const claimField = html`<div class="field">
  <label
    ><input type="checkbox" name="claim" value="yes" /> Add the orders that I placed with this address before</label
  >
</div>`;

const NO_CODE = card(
  EMPTY,
  html`<p>This browser is not waiting for a code. Request a new one where you want to use it.</p>
    <a class="button" href="/account/sign-in">Go to sign-in</a>`,
);

/** For the link of a mail in a browser that did not request the code. */
const codeToType = (code: string) =>
  card(
    EMPTY,
    html`<p>You requested this code in another browser or app. Enter it there:</p>
      <p class="big">${code.slice(0, 20)}</p>
      <p class="quiet">If you did not request a code, close this page. Do not share the code.</p>`,
  );
