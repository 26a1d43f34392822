// Pages for people without a session: sign in by password or mailed code, open an account, choose a new password.
import { isSession, type BrowserSessions, type CodePurpose, type RequestedCode } from "./browser-sessions.ts";
import { CODE_PAGE, codePage, FIND_ORDERS } from "./code-page.ts";
import { ORDERS } from "./guest-pages.ts";
import { again, emailField, missing, newPasswordField, passwordField, targetOf, ways, withTarget } from "./fields.ts";
import { externalPages, externalWays } from "./external-pages.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html } from "./html.ts";
import type { Ask } from "./operations.ts";
import { card, field, hidden, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { askForSecondFactor, secondFactorPage } from "./second-factor-page.ts";
import { localTarget, SIGN_IN } from "./targets.ts";
import { RegisterAccount, RequestGuestOrders, RequestPasswordReset, RequestSignInCode } from "./users.generated.ts";

/** Messages for people, instead of those for clients. */
const REFUSALS: Record<string, string> = { CredentialsRejected: "The address or the password is wrong." };

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
  title: "Sign in",
  hasScript: true,
  show: async (visit, state) => {
    const to = targetOf(visit, state);
    return card(
      state,
      html`<form method="post" action="/session">
          ${hidden("to", to)} ${emailField(state)} ${passwordField(state)}
          <button>Sign in</button>
        </form>
        <form class="passkey" data-passkey="sign-in" hidden>
          ${hidden("to", to)}
          <p class="or">or</p>
          <button class="plain">Sign in with a passkey</button>
          <p class="wrong" role="alert"></p>
        </form>
        ${await externalWays(parts.ask, visit, to)}`,
      ways(
        to,
        ["/account/sign-in-code", "Sign in with a mailed code"],
        ["/account/reset", "Forgot your password?"],
        ["/account/register", "Create an account"],
        [FIND_ORDERS, "Find orders that I placed without an account"],
      ),
    );
  },
  submit: async (visit, fields) => {
    if (fields.challenge !== undefined) return secondStep.submit!(visit, fields);
    const { request, response, visitor } = visit;
    const errors = missing(fields, { email: "Enter your e-mail address.", password: "Enter your password." });
    if (errors) return again(fields, 400, { errors });
    const credentials = { email: fields.email!.trim(), password: fields.password! };
    const result = await parts.sessions.signIn({ password: credentials }, visitor);
    if (result.__typename === "SecondFactorRequired")
      return askForSecondFactor(secondStep, result, localTarget(fields.to));
    if (!isSession(result)) return again(fields, 401, { problem: REFUSALS[result.__typename] ?? result.message });
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
  page: { path: string; title: string; words: string; button: string; purpose: CodePurpose; to?: string },
  send: (address: string, visit: Visit) => Promise<{ id: string; nonce: string | null }>,
): Page {
  return {
    ...page,
    show: (visit, state) =>
      card(
        state,
        html`<p>${page.words}</p>
          <form method="post">
            ${hidden("to", targetOf(visit, state))} ${emailField(state)}<button>${page.button}</button>
          </form>`,
        ways(targetOf(visit, state), [SIGN_IN, "Back to sign-in"]),
      ),
    submit: async (visit, fields) => {
      const errors = missing(fields, { email: "Enter your e-mail address." });
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
      title: "Sign in with a code",
      words: "We mail you a code that works for ten minutes.",
      button: "Mail me a code",
      purpose: "sign-in",
    },
    async (address, { visitor }) => (await ask(RequestSignInCode, { email: address }, visitor)).requestSignInCode,
  );

const resetPage = ({ ask, sessions }: Parts) =>
  requestPage(
    sessions,
    {
      path: "/account/reset",
      title: "Choose a new password",
      words: "We mail you a code. Use it to choose a new password.",
      button: "Mail me a code",
      purpose: "reset",
    },
    async (address, { visitor }) => (await ask(RequestPasswordReset, { email: address }, visitor)).requestPasswordReset,
  );

const findOrdersPage = ({ ask, sessions }: Parts): Page =>
  requestPage(
    sessions,
    {
      path: FIND_ORDERS,
      title: "Find my orders",
      words: "For orders without an account: we mail you a code that shows the orders with your address.",
      button: "Mail me a code",
      purpose: "guest",
      to: ORDERS,
    },
    async (address, { visitor }) => (await ask(RequestGuestOrders, { email: address }, visitor)).requestGuestOrders,
  );

const registerPage = ({ ask, sessions }: Parts): Page => ({
  path: "/account/register",
  title: "Create an account",
  show: (visit, state) =>
    card(
      state,
      html`<form method="post">
        ${hidden("to", targetOf(visit, state))}
        ${field({ name: "displayName", label: "Name", autocomplete: "name", maxLength: 100, isKept: true, hasFocus: true }, state)}
        ${emailField(state, false)} ${newPasswordField(state, "password", "Password")}
        <button>Create the account</button>
      </form>`,
      ways(targetOf(visit, state), [SIGN_IN, "I have an account"]),
    ),
  submit: async (visit, fields) => {
    const errors = missing(fields, {
      displayName: "Enter your name.",
      email: "Enter your e-mail address.",
      password: "Choose a password.",
    });
    if (errors) return again(fields, 400, { errors });
    const input = {
      displayName: fields.displayName!.trim(),
      email: fields.email!.trim(),
      password: fields.password!,
      ...localeOf(visit),
    };
    const { registerAccount: result } = await ask(RegisterAccount, { input }, visit.visitor);
    if (result.__typename !== "CodeSent") return again(fields, 400, { errors: { password: result.message } });
    return codeRequested(sessions, visit, fields, { id: result.id, nonce: result.nonce!, purpose: "register" });
  },
});

/** Language of the mail: the first that the browser accepts. */
function localeOf({ request }: Visit): { locale?: string } {
  const first = /^[a-z]{2,3}(-[A-Z]{2})?(?=[,;]|$)/.exec(request.headers["accept-language"] ?? "")?.[0];
  return first === undefined ? {} : { locale: first };
}
