// The second step of a sign-in, for an account with a second factor. The form carries the challenge, which is for this sign-in only.
import { isSession, type Refusal } from "./browser-sessions.ts";
import { again } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, field, hidden, type FormState, type Outcome, type Page, type Parts } from "./page.ts";
import { localTarget } from "./targets.ts";
import { passkeyTexts } from "./passkey-texts.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";

/** The page for a refusal SecondFactorRequired. */
export function askForSecondFactor(page: Page, { challenge, factors = [] }: Refusal, to: string): Outcome {
  const values = { to, challenge: challenge!, factors: factors.join(" ") };
  return { status: 200, state: { values, errors: {} }, page };
}

export function secondFactorPage({ sessions }: Pick<Parts, "sessions">): Page {
  const page: Page = {
    // Only under /session browsers send the cookie with the refresh token.
    path: "/session",
    title: ({ secondStep }) => secondStep.title,
    hasScript: true,
    show: ({ texts }, state) => {
      const words = texts.secondStep;
      const { to, challenge, factors } = state.values;
      const kept = html`${hidden("to", localTarget(to))} ${hidden("challenge", challenge ?? "")}
      ${hidden("factors", factors ?? "")}`;
      return card(
        state,
        html`${passkeyForm(texts, kept, factors ?? "")}
          ${
            factors?.includes("TOTP") &&
            html`<form method="post" action="/session">
              ${kept} ${totpField(texts, state)}<button>${texts.frame.goOn}</button>
            </form>`
          }
          <details ${factors?.includes("TOTP") || factors?.includes("PASSKEY") ? "" : html`open`}>
            <summary>${words.useRecovery}</summary>
            <form method="post" action="/session">
              ${kept} ${recoveryField(texts, state)}<button class="plain">${words.withRecovery}</button>
            </form>
          </details>`,
      );
    },
    submit: async ({ request, response, visitor, texts }, fields) => {
      const proof = proofIn(fields);
      if (!proof)
        return {
          ...again(fields, 400, { errors: { totp: texts.fields.totpMissing } }),
          page,
        };
      const result = await sessions.signIn({ secondFactor: { challenge: fields.challenge ?? "", ...proof } }, visitor);
      if (!isSession(result)) return { ...again(fields, 401, { problem: refusalText(texts, result) }), page };
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

export const totpField = ({ fields }: Texts, state: FormState, hasFocus = true) =>
  field(
    {
      name: "totp",
      label: fields.totp,
      hint: fields.totpHint,
      autocomplete: "one-time-code",
      inputMode: "numeric",
      maxLength: 12,
      hasFocus,
    },
    state,
  );

export const recoveryField = ({ fields }: Texts, state: FormState) =>
  field({ name: "recoveryCode", label: fields.recoveryCode, autocomplete: "off", maxLength: 40 }, state);

/** The script shows it. */
function passkeyForm(texts: Texts, kept: Html, factors: string): Html | undefined {
  if (!factors.includes("PASSKEY")) return undefined;
  return html`<form class="passkey" data-passkey="second-factor" ${passkeyTexts(texts)} hidden>
    ${kept}<button>${texts.secondStep.withPasskey}</button>
    <p class="wrong" role="alert"></p>
    <p class="or">${texts.frame.or}</p>
  </form>`;
}
