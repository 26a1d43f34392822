// Takes a mailed code in the browser that requested it. The link of the mail only fills it in, because mail scanners open links, too.
import { randomUUID } from "node:crypto";
import { isSession, type CodePurpose } from "./browser-sessions.ts";
import { again, mailedCodeField, missing, newPasswordField, targetOf } from "./fields.ts";
import { html, withLink, type Html } from "./html.ts";
import { card, EMPTY, hidden, type Page, type Parts } from "./page.ts";
import { askForSecondFactor } from "./second-factor-page.ts";
import { localTarget } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";

export const CODE_PAGE = "/account/code";
export const FIND_ORDERS = "/account/find-orders";

export function codePage({ sessions }: Pick<Parts, "sessions">, secondStep: Page): Page {
  return {
    path: CODE_PAGE,
    title: ({ codes }) => codes.title,
    show: (visit, state) => {
      const { codes } = visit.texts;
      const requested = sessions.requestedCode(visit.request);
      const linked = visit.url.searchParams.get("code") ?? undefined;
      if (!requested) return linked === undefined ? noCode(visit.texts) : codeToType(visit.texts, linked);
      const { words, submit } = codes.requested[requested.purpose];
      return card(
        state,
        html`<p>${words} ${codes.onlyHere}</p>
          <form method="post">
            ${hidden("to", targetOf(visit, state))} ${mailedCodeField(visit, state)}
            ${requested.purpose === "reset" && newPasswordField(visit.texts, state)}
            ${requested.purpose === "register" && claimField(visit.texts)}
            <button>${submit}</button>
          </form>`,
        html`<p class="quiet">${withLink(codes.noMail, PATHS[requested.purpose])}</p>`,
      );
    },
    submit: async (visit, fields) => {
      const { texts } = visit;
      const requested = sessions.requestedCode(visit.request);
      if (!requested) return again(fields, 400, { problem: texts.codes.notWaiting });
      const { purpose, id, nonce } = requested;
      const errors = missing(texts, fields, {
        code: texts.fields.codeMissing,
        ...(purpose === "reset" ? { newPassword: texts.fields.newPasswordMissing } : {}),
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
        return again(fields, 400, { errors: { newPassword: refusalText(texts, result) } });
      if (result.__typename === "CodeRejected")
        return again(fields, 400, { errors: { code: refusalText(texts, result) } });
      if (result.__typename === "SecondFactorRequired") {
        sessions.forgetCode(visit.request, visit.response);
        return askForSecondFactor(secondStep, result, localTarget(fields.to));
      }
      if (!isSession(result)) return again(fields, 400, { problem: refusalText(texts, result) });
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

/** For orders that the person placed before, without an account. The code proves the address. */
const claimField = ({ codes }: Texts): Html =>
  html`<div class="field">
    <label><input type="checkbox" name="claim" value="yes" /> ${codes.claim}</label>
  </div>`;

const noCode = ({ codes }: Texts): Html =>
  card(
    EMPTY,
    html`<p>${codes.notWaitingHere}</p>
      <a class="button" href="/account/sign-in">${codes.toSignIn}</a>`,
  );

/** For the link of a mail in a browser that did not request the code. */
const codeToType = ({ codes }: Texts, code: string): Html =>
  card(
    EMPTY,
    html`<p>${codes.elsewhere}</p>
      <p class="big">${code.slice(0, 20)}</p>
      <p class="quiet">${codes.keepSecret}</p>`,
  );
