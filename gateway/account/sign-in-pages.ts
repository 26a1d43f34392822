// Pages for people without a session: sign in by password or mailed code, open an account, choose a new password.
import { isSession, type BrowserSessions, type CodePurpose, type RequestedCode } from "./browser-sessions.ts";
import { CODE_PAGE, codePage, FIND_ORDERS } from "./code-page.ts";
import { ORDERS } from "./guest-pages.ts";
import { again, emailField, missing, newPasswordField, passwordField, targetOf, ways, withTarget } from "./fields.ts";
import { externalPages, externalWays } from "./external-pages.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { chosenLocale } from "../../platform/http/locale.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { card, field, hidden, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { passkeyTexts } from "./passkey-texts.ts";
import { askForSecondFactor, secondFactorPage } from "./second-factor-page.ts";
import { localTarget, SIGN_IN } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import { RegisterAccount, RequestGuestOrders, RequestPasswordReset, RequestSignInCode } from "./users.generated.ts";

export function signInPages(ask: Ask, sessions: BrowserSessions): { pages: Page[]; signIn: Page } {
  const parts = { ask, sessions };
  const secondStep = secondFactorPage(parts);
  const signIn = signInPage(parts, secondStep);
  const others = [signInCodePage, resetPage, registerPage, findOrdersPage];
  const pages = [
    ...others.map((page) => page(parts)),
    codePage(parts, secondStep),
    ...externalPages(parts, secondStep),
  ];
  return { pages: [signIn, ...pages], signIn };
}

const signInPage = (parts: Parts, secondStep: Page): Page => ({
  path: SIGN_IN,
  title: ({ signIn }) => signIn.title,
  hasScript: true,
  show: async (visit, state) => {
    const { texts } = visit;
    const words = texts.signIn;
    const to = targetOf(visit, state);
    return card(
      state,
      html`<form method="post" action="/session">
          ${hidden("to", to)} ${emailField(texts, state)} ${passwordField(texts, state)}
          <button>${words.title}</button>
        </form>
        <form class="passkey" data-passkey="sign-in" ${passkeyTexts(texts)} hidden>
          ${hidden("to", to)}
          <p class="or">${texts.frame.or}</p>
          <button class="plain">${words.passkey}</button>
          <p class="wrong" role="alert"></p>
        </form>
        ${await externalWays(parts.ask, visit, to)}`,
      ways(
        to,
        ["/account/sign-in-code", words.byCode],
        ["/account/reset", words.forgotten],
        ["/account/register", words.register],
        [FIND_ORDERS, words.findOrders],
      ),
    );
  },
  submit: async (visit, fields) => {
    if (fields.challenge !== undefined) return secondStep.submit!(visit, fields);
    const { request, response, visitor, texts } = visit;
    const errors = missing(texts, fields, { email: texts.fields.emailMissing, password: texts.fields.passwordMissing });
    if (errors) return again(fields, 400, { errors });
    const credentials = { email: fields.email!.trim(), password: fields.password! };
    const result = await parts.sessions.signIn({ password: credentials }, visitor);
    if (result.__typename === "SecondFactorRequired")
      return askForSecondFactor(secondStep, result, localTarget(fields.to));
    if (result.__typename === "CredentialsRejected") return again(fields, 401, { problem: texts.signIn.rejected });
    if (!isSession(result)) return again(fields, 401, { problem: refusalText(texts, result) });
    parts.sessions.keep(request, response, result);
    return { to: localTarget(fields.to) };
  },
});

/** Remembers the code in this browser, and goes to the page that takes it. */
function codeRequested(
  sessions: BrowserSessions,
  { request, response }: Visit,
  fields: Fields,
  code: RequestedCode,
): Outcome {
  sessions.keepCode(request, response, code);
  return { to: withTarget(CODE_PAGE, localTarget(fields.to)) };
}

function requestPage(
  sessions: BrowserSessions,
  page: { path: string; words(texts: Texts): { title: string; words: string }; purpose: CodePurpose; to?: string },
  send: (address: string, visit: Visit) => Promise<{ id: string; nonce: string | null }>,
): Page {
  return {
    path: page.path,
    title: (texts) => page.words(texts).title,
    show: (visit, state) => {
      const { texts } = visit;
      return card(
        state,
        html`<p>${page.words(texts).words}</p>
          <form method="post">
            ${hidden("to", targetOf(visit, state))} ${emailField(texts, state)}<button>${texts.codes.mailMe}</button>
          </form>`,
        ways(targetOf(visit, state), [SIGN_IN, texts.signIn.back]),
      );
    },
    submit: async (visit, fields) => {
      const errors = missing(visit.texts, fields, { email: visit.texts.fields.emailMissing });
      if (errors) return again(fields, 400, { errors });
      const { id, nonce } = await send(fields.email!.trim(), visit);
      const to = page.to ?? fields.to;
      return codeRequested(
        sessions,
        visit,
        { ...fields, ...(to !== undefined && { to }) },
        { id, nonce: nonce!, purpose: page.purpose },
      );
    },
  };
}

const signInCodePage = ({ ask, sessions }: Parts) =>
  requestPage(
    sessions,
    {
      path: "/account/sign-in-code",
      words: ({ codes }) => codes.byCode,
      purpose: "sign-in",
    },
    async (address, { visitor }) => (await ask(RequestSignInCode, { email: address }, visitor)).requestSignInCode,
  );

const resetPage = ({ ask, sessions }: Parts) =>
  requestPage(
    sessions,
    {
      path: "/account/reset",
      words: ({ codes }) => codes.reset,
      purpose: "reset",
    },
    async (address, { visitor }) => (await ask(RequestPasswordReset, { email: address }, visitor)).requestPasswordReset,
  );

const findOrdersPage = ({ ask, sessions }: Parts): Page =>
  requestPage(
    sessions,
    {
      path: FIND_ORDERS,
      words: ({ codes }) => codes.findOrders,
      purpose: "guest",
      to: ORDERS,
    },
    async (address, { visitor }) => (await ask(RequestGuestOrders, { email: address }, visitor)).requestGuestOrders,
  );

const registerPage = ({ ask, sessions }: Parts): Page => ({
  path: "/account/register",
  title: ({ register }) => register.title,
  show: (visit, state) => {
    const { texts } = visit;
    return card(
      state,
      html`<form method="post">
        ${hidden("to", targetOf(visit, state))}
        ${field({ name: "displayName", label: texts.fields.name, autocomplete: "name", maxLength: 100, isKept: true, hasFocus: true }, state)}
        ${emailField(texts, state, false)} ${newPasswordField(texts, state, "password", texts.fields.password)}
        <button>${texts.register.submit}</button>
      </form>`,
      ways(targetOf(visit, state), [SIGN_IN, texts.register.hasAccount]),
    );
  },
  submit: async (visit, fields) => {
    const { texts } = visit;
    const errors = missing(texts, fields, {
      displayName: texts.fields.nameMissing,
      email: texts.fields.emailMissing,
      password: texts.register.passwordMissing,
    });
    if (errors) return again(fields, 400, { errors });
    const input = {
      displayName: fields.displayName!.trim(),
      email: fields.email!.trim(),
      password: fields.password!,
      ...localeOf(visit),
    };
    const { registerAccount: result } = await ask(RegisterAccount, { input }, visit.visitor);
    if (result.__typename !== "CodeSent")
      return again(fields, 400, { errors: { password: refusalText(texts, result) } });
    return codeRequested(sessions, visit, fields, { id: result.id, nonce: result.nonce!, purpose: "register" });
  },
});

/** Language of the mail: the one that the reader has chosen, or else the first that the browser accepts. */
function localeOf({ request }: Visit): { locale?: string } {
  const first = /^[a-z]{2,3}(-[A-Z]{2})?(?=[,;]|$)/.exec(request.headers["accept-language"] ?? "")?.[0];
  const chosen = chosenLocale(request);
  if (chosen !== undefined && first?.split("-", 1)[0] !== chosen) return { locale: chosen };
  return first === undefined ? {} : { locale: first };
}
