// Second factors: authenticator app, passkeys, recovery codes; and the proof of identity that changes to them need.
import { html, Html } from "./html.ts";
import { again, done, missing, passwordField } from "./fields.ts";
import { passkeyTexts } from "./passkey-texts.ts";
import { action, card, EMPTY, field, hidden, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { CONFIRM, elevation, SECURITY } from "./elevation.ts";
import { linkedAccounts, linkPages } from "./external-pages.ts";
import { proofIn, recoveryField, totpField } from "./second-factor-page.ts";
import { HOME, localTarget } from "./targets.ts";
import { time } from "./time.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import {
  ConfirmTotp,
  DisableTotp,
  Elevate,
  EnrollTotp,
  RemovePasskey,
  RenewRecoveryCodes,
  Security,
  type SecurityQuery,
} from "./users.generated.ts";

/** An address of 320 characters that are all encoded, and the rest. */
const MAX_URI = 1_200;

type Factors = NonNullable<SecurityQuery["me"]>;

export const securityPages = [
  securityPage,
  totpPage,
  confirmPage,
  disableTotp,
  renewCodes,
  removePasskey,
  ...linkPages,
];

const SECURITY_PAGE = { path: SECURITY, title: ({ security }: Texts) => security.title };

function securityPage({ ask }: Parts): Page {
  return {
    ...SECURITY_PAGE,
    isWide: true,
    isPrivate: true,
    hasScript: true,
    show: async ({ visitor, texts }) => {
      const { me, identityProviders } = await ask(Security, {}, visitor);
      const isProtected = me !== null && (me.hasTotp || me.passkeys.length > 0);
      return html`<p>${texts.security.words}</p>
        ${me && authenticatorApp(texts, me)} ${me && passkeys(texts, me)} ${me && isProtected && recovery(texts, me)}
        ${me && linkedAccounts(texts, me.identities, identityProviders)}
        <p class="quiet"><a href="${HOME}">${texts.security.back}</a></p>`;
    },
  };
}

function authenticatorApp({ security: { app } }: Texts, { hasTotp }: Factors): Html {
  const state = hasTotp ? html`<span class="tag">${app.on}</span>` : html`<span class="tag off">${app.off}</span>`;
  return html`<section aria-labelledby="app">
    <h2 id="app">${app.title} ${state}</h2>
    <p class="quiet">${app.words}</p>
    <div class="actions">
      <form method="post" action="/account/totp">
        <button class="plain">${hasTotp ? app.setUpAnother : app.setUp}</button>
      </form>
      ${hasTotp && html`<form method="post" action="/account/totp/off"><button class="bad">${app.turnOff}</button></form>`}
    </div>
  </section>`;
}

function passkeys(texts: Texts, { passkeys: all }: Factors): Html {
  const { security } = texts;
  const words = security.passkeys;
  return html`<section aria-labelledby="passkeys">
    <h2 id="passkeys">${words.title}</h2>
    <p class="quiet">${words.words}</p>
    ${all.map(
      ({ id, name, backedUp, createdAt, lastUsedAt }) =>
        html`<div class="row">
          <div>
            <p>${name} ${backedUp && html`<span class="tag">${words.backedUp}</span>`}</p>
            <p class="quiet">
              ${lastUsedAt === null ? security.added(time(texts, createdAt)) : security.addedAndUsed(time(texts, createdAt), time(texts, lastUsedAt))}
            </p>
          </div>
          <form method="post" action="/account/passkeys/remove">
            ${hidden("id", id)}<button class="plain">${security.remove}<span class="sr"> ${name}</span></button>
          </form>
        </div>`,
    )}
    <form data-passkey="add" ${passkeyTexts(texts)} class="add" hidden>
      ${field({ name: "name", label: words.name, autocomplete: "off", maxLength: 100, hint: words.nameHint }, EMPTY)}
      <button class="plain">${words.add}</button>
      <p class="wrong" role="alert"></p>
    </form>
    <noscript><p class="quiet">${words.needsScript}</p></noscript>
  </section>`;
}

function recovery({ security: { recovery: words } }: Texts, { recoveryCodesLeft }: Factors): Html {
  return html`<section aria-labelledby="recovery">
    <h2 id="recovery">${words.title}</h2>
    <p>${words.left(recoveryCodesLeft ?? 0)}</p>
    <form method="post" action="/account/recovery-codes"><button class="plain">${words.create}</button></form>
  </section>`;
}

/** Its form is sent twice: first without a code, for a new secret; then with a code from the app. */
function totpPage({ ask }: Parts): Page {
  const path = "/account/totp";
  return {
    path,
    title: ({ security }) => security.totp.title,
    isPrivate: true,
    show: async ({ texts }, state) => {
      const words = texts.security.totp;
      const { secret, uri } = state.values;
      if (!secret || !uri || !isEnrollment(uri))
        return card(state, html`<form method="post"><button>${words.show}</button></form>`);
      return card(
        state,
        html`<p>${words.scan}</p>
          <div class="qr" role="img" aria-label="${words.picture}">${await qrCode(uri)}</div>
          <details>
            <summary>${words.byHand}</summary>
            <p class="big">${secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p>
          </details>
          <form method="post">
            ${hidden("secret", secret)} ${hidden("uri", uri)} ${totpField(texts, state)}<button>${words.submit}</button>
          </form>`,
      );
    },
    submit: async (visit, fields) => {
      const proof = proofIn(fields);
      if (proof && "totp" in proof) return confirmApp(visit, fields, proof.totp);
      if (fields.secret) return again(fields, 400, { errors: { totp: visit.texts.security.totp.missing } });
      const { enrollTotp: result } = await ask(EnrollTotp, {}, visit.visitor);
      if (result.__typename !== "TotpEnrollment") return elevation(result, path)!;
      const { secret, uri } = result;
      return { status: 200, state: { ...EMPTY, values: { secret, uri } } };
    },
  };

  async function confirmApp({ visitor, texts }: Visit, fields: Record<string, string>, code: string): Promise<Outcome> {
    const { confirmTotp: result } = await ask(ConfirmTotp, { code }, visitor);
    if (result.__typename !== "FactorEnabled")
      return again(fields, 400, { errors: { totp: refusalText(texts, result) } });
    return showCodes(texts, texts.security.totp.isOn, result.recoveryCodes);
  }
}

/** The only time that the codes are shown. */
function showCodes({ security }: Texts, title: string, codes: readonly string[] | null): Outcome {
  const body = card(
    EMPTY,
    html`${
        codes
          ? html`<p>${security.recovery.keep}</p>
              <ul class="codes">
                ${codes.map((code) => html`<li>${code}</li>`)}
              </ul>
              <p class="quiet">${security.recovery.notAgain}</p>`
          : html`<p>${security.recovery.unchanged}</p>`
      } <a class="button" href="${SECURITY}">${security.done}</a>`,
  );
  return { status: 200, state: EMPTY, page: { path: SECURITY, title: () => title, show: () => body } };
}

function confirmPage({ ask }: Parts): Page {
  return {
    path: CONFIRM,
    title: ({ security }) => security.confirm.title,
    isPrivate: true,
    hasScript: true,
    show: async ({ url, visitor, texts }, state) => {
      const words = texts.security.confirm;
      const to = hidden("to", localTarget(state.values.to ?? url.searchParams.get("to")));
      const { me } = await ask(Security, {}, visitor);
      const form = (inside: Html, button: string) =>
        html`<form method="post">${to} ${inside}<button class="plain">${button}</button></form>`;
      const password = passwordField(texts, state);
      return card(
        state,
        html`<p>${words.words}</p>
          ${
            me &&
            me.passkeys.length > 0 &&
            html`<form class="passkey" data-passkey="elevate" ${passkeyTexts(texts)} hidden>
              ${to}<button>${words.withPasskey}</button>
              <p class="wrong" role="alert"></p>
              <p class="or">${texts.frame.or}</p>
            </form>`
          }
          ${me?.hasTotp ? form(totpField(texts, state), words.withApp) : form(password, words.withPassword)}
          ${
            me?.hasTotp &&
            html`<details>
              <summary>${words.others}</summary>
              ${form(password, words.withPassword)}${form(recoveryField(texts, state), words.withRecovery)}
            </details>`
          }`,
      );
    },
    submit: async ({ visitor, texts }, fields) => {
      const proof = proofIn(fields) ?? (fields.password ? { password: fields.password } : undefined);
      const errors = { password: texts.fields.passwordMissing, totp: texts.security.confirm.totpMissing };
      if (!proof) return again(fields, 400, { errors });
      const { elevate: result } = await ask(Elevate, { input: proof }, visitor);
      if (result.__typename !== "User") return again(fields, 400, { problem: refusalText(texts, result) });
      return { to: localTarget(fields.to) };
    },
  };
}

function disableTotp({ ask }: Parts): Page {
  return action("/account/totp/off", SECURITY_PAGE, async ({ visitor }) => {
    const { disableTotp: result } = await ask(DisableTotp, {}, visitor);
    return elevation(result, SECURITY) ?? done("totp-off", SECURITY);
  });
}

function renewCodes({ ask }: Parts): Page {
  return action("/account/recovery-codes", SECURITY_PAGE, async ({ visitor, texts }) => {
    const { renewRecoveryCodes: result } = await ask(RenewRecoveryCodes, {}, visitor);
    if (result.__typename === "RecoveryCodes") return showCodes(texts, texts.security.recovery.created, result.codes);
    return elevation(result, SECURITY) ?? again({}, 400, { problem: refusalText(texts, result) });
  });
}

function removePasskey({ ask }: Parts): Page {
  return action("/account/passkeys/remove", SECURITY_PAGE, async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, { id: texts.security.passkeys.choose });
    if (errors) return again(fields, 400, { problem: errors.id! });
    const { removePasskey: result } = await ask(RemovePasskey, { id: fields.id! }, visitor);
    if (result.__typename === "User") return done("passkey-removed", SECURITY);
    return elevation(result, SECURITY) ?? again({}, 400, { problem: refusalText(texts, result) });
  });
}

/** The form sends the address of the secret back: anything else is no QR code of ours. */
const isEnrollment = (uri: string) => uri.startsWith("otpauth://totp/") && uri.length <= MAX_URI;

/** SVG in black on white: scanners expect it in both color schemes. */
async function qrCode(uri: string): Promise<Html> {
  // Loaded at first use: most people never set up an app.
  const { default: QRCode } = await import("qrcode");
  return new Html(await QRCode.toString(uri, { type: "svg", margin: 2 }));
}
