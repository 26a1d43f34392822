// The second step of a sign-in, for an account with a second factor. The form carries the challenge, which is for this sign-in only.
import { isSession, type Refusal } from "./browser-sessions.ts";
import { again } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, field, hidden, type FormState, type Outcome, type Page, type Parts } from "./page.ts";
import { localTarget } from "./targets.ts";

/** The page for a refusal SecondFactorRequired. */
export function askForSecondFactor(page: Page, { challenge, factors = [] }: Refusal, to: string): Outcome {
  const values = { to, challenge: challenge!, factors: factors.join(" ") };
  return { status: 200, state: { values, errors: {} }, page };
}

export function secondFactorPage({ sessions }: Pick<Parts, "sessions">): Page {
  const page: Page = {
    // Only under /session browsers send the cookie with the refresh token.
    path: "/session",
    title: "Second step",
    hasScript: true,
    show: (_, state) => {
      const { to, challenge, factors } = state.values;
      const kept = html`${hidden("to", localTarget(to))} ${hidden("challenge", challenge ?? "")}
      ${hidden("factors", factors ?? "")}`;
      return card(
        state,
        html`${passkeyForm(kept, factors ?? "")}
          ${
            factors?.includes("TOTP") &&
            html`<form method="post" action="/session">${kept} ${totpField(state)}<button>Continue</button></form>`
          }
          <details ${factors?.includes("TOTP") || factors?.includes("PASSKEY") ? "" : html`open`}>
            <summary>Use a recovery code</summary>
            <form method="post" action="/session">
              ${kept} ${recoveryField(state)}<button class="plain">Continue with the recovery code</button>
            </form>
          </details>`,
      );
    },
    submit: async ({ request, response, visitor }, fields) => {
      const proof = proofIn(fields);
      if (!proof)
        return {
          ...again(fields, 400, { errors: { totp: "Enter the six digits that your authenticator app shows." } }),
          page,
        };
      const result = await sessions.signIn({ secondFactor: { challenge: fields.challenge ?? "", ...proof } }, visitor);
      if (!isSession(result)) return { ...again(fields, 401, { problem: result.message }), page };
      sessions.keep(request, response, result);
      return { to: localTarget(fields.to) };
    },
  };
  return page;
}

/** The entered factor; undefined without one. */
export function proofIn(fields: Fields): { totp: string } | { recoveryCode: string } | undefined {
  const digits = (fields.totp ?? "").replaceAll(/\s/g, "");
  if (digits !== "") return { totp: digits };
  return fields.recoveryCode?.trim() ? { recoveryCode: fields.recoveryCode.trim() } : undefined;
}

export const totpField = (state: FormState, hasFocus = true) =>
  field(
    {
      name: "totp",
      label: "Code from your authenticator app",
      hint: "Six digits that change every 30 seconds.",
      autocomplete: "one-time-code",
      inputMode: "numeric",
      maxLength: 12,
      hasFocus,
    },
    state,
  );

export const recoveryField = (state: FormState) =>
  field({ name: "recoveryCode", label: "Recovery code", autocomplete: "off", maxLength: 40 }, state);

/** The script shows it. */
function passkeyForm(kept: Html, factors: string): Html | undefined {
  if (!factors.includes("PASSKEY")) return undefined;
  return html`<form class="passkey" data-passkey="second-factor" hidden>
    ${kept}<button>Continue with a passkey</button>
    <p class="wrong" role="alert"></p>
    <p class="or">or</p>
  </form>`;
}
