// Second factors: authenticator app, passkeys, recovery codes; and the proof of identity that changes to them need.
import { html, Html } from "./html.ts";
import { again, done, missing, passwordField } from "./fields.ts";
import { action, card, EMPTY, field, hidden, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { CONFIRM, elevation, SECURITY } from "./elevation.ts";
import { linkedAccounts, linkPages } from "./external-pages.ts";
import { proofIn, recoveryField, totpField } from "./second-factor-page.ts";
import { HOME, localTarget } from "./targets.ts";
import { time } from "./time.ts";
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

export const SECURITY_NOTICES: Record<string, string> = {
  "totp-off": "The authenticator app is off. All other sessions have ended.",
  passkey: "The passkey is added. All other sessions have ended.",
  "passkey-removed": "The passkey is removed. All other sessions have ended.",
  identity: "The account is linked. All other sessions have ended.",
  "identity-removed": "The account is no longer linked. All other sessions have ended.",
  enroll: "Add a second factor first: owners of an organization and platform staff need one for this.",
};

export const securityPages = [
  securityPage,
  totpPage,
  confirmPage,
  disableTotp,
  renewCodes,
  removePasskey,
  ...linkPages,
];

const SECURITY_PAGE = { path: SECURITY, title: "Ways to sign in" };

function securityPage({ ask }: Parts): Page {
  return {
    ...SECURITY_PAGE,
    isWide: true,
    isPrivate: true,
    hasScript: true,
    show: async ({ visitor }) => {
      const { me, identityProviders } = await ask(Security, {}, visitor);
      const isProtected = me !== null && (me.hasTotp || me.passkeys.length > 0);
      return html`<p>With a second factor, your password alone does not open your account.</p>
        ${me && authenticatorApp(me)} ${me && passkeys(me)} ${me && isProtected && recovery(me)}
        ${me && linkedAccounts(me.identities, identityProviders)}
        <p class="quiet"><a href="${HOME}">Back to your account</a></p>`;
    },
  };
}

function authenticatorApp({ hasTotp }: Factors): Html {
  const state = hasTotp ? html`<span class="tag">on</span>` : html`<span class="tag off">off</span>`;
  return html`<section aria-labelledby="app">
    <h2 id="app">Authenticator app ${state}</h2>
    <p class="quiet">An app on your phone shows a new code every 30 seconds.</p>
    <div class="actions">
      <form method="post" action="/account/totp">
        <button class="plain">${hasTotp ? "Set up another app" : "Set up an app"}</button>
      </form>
      ${hasTotp && html`<form method="post" action="/account/totp/off"><button class="bad">Turn off</button></form>`}
    </div>
  </section>`;
}

function passkeys({ passkeys: all }: Factors): Html {
  return html`<section aria-labelledby="passkeys">
    <h2 id="passkeys">Passkeys</h2>
    <p class="quiet">Sign in with your fingerprint, your face or the screen lock of your device, without a password.</p>
    ${all.map(
      ({ id, name, backedUp, createdAt, lastUsedAt }) =>
        html`<div class="row">
          <div>
            <p>${name} ${backedUp && html`<span class="tag">backed up</span>`}</p>
            <p class="quiet">Added ${time(createdAt)}${lastUsedAt !== null && html`, last used ${time(lastUsedAt)}`}</p>
          </div>
          <form method="post" action="/account/passkeys/remove">
            ${hidden("id", id)}<button class="plain">Remove<span class="sr"> ${name}</span></button>
          </form>
        </div>`,
    )}
    <form data-passkey="add" class="add" hidden>
      ${field({ name: "name", label: "Name of the new passkey", autocomplete: "off", maxLength: 100, hint: "For example, the device that keeps it." }, EMPTY)}
      <button class="plain">Add a passkey</button>
      <p class="wrong" role="alert"></p>
    </form>
    <noscript><p class="quiet">Adding a passkey needs JavaScript.</p></noscript>
  </section>`;
}

function recovery({ recoveryCodesLeft }: Factors): Html {
  return html`<section aria-labelledby="recovery">
    <h2 id="recovery">Recovery codes</h2>
    <p>Unused codes: ${recoveryCodesLeft ?? 0}. Each replaces the second factor once, if you lose your device.</p>
    <form method="post" action="/account/recovery-codes"><button class="plain">Create new codes</button></form>
  </section>`;
}

/** Its form is sent twice: first without a code, for a new secret; then with a code from the app. */
function totpPage({ ask }: Parts): Page {
  const path = "/account/totp";
  return {
    path,
    title: "Set up an authenticator app",
    isPrivate: true,
    show: async (_, state) => {
      const { secret, uri } = state.values;
      if (!secret || !uri || !isEnrollment(uri))
        return card(state, html`<form method="post"><button>Show the QR code</button></form>`);
      return card(
        state,
        html`<p>Scan this with your authenticator app:</p>
          <div class="qr" role="img" aria-label="QR code of the secret">${await qrCode(uri)}</div>
          <details>
            <summary>Enter the secret by hand</summary>
            <p class="big">${secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p>
          </details>
          <form method="post">
            ${hidden("secret", secret)} ${hidden("uri", uri)} ${totpField(state)}<button>Turn on</button>
          </form>`,
      );
    },
    submit: async (visit, fields) => {
      const proof = proofIn(fields);
      if (proof && "totp" in proof) return confirmApp(visit, fields, proof.totp);
      if (fields.secret)
        return again(fields, 400, { errors: { totp: "Enter the six digits that the authenticator app shows." } });
      const { enrollTotp: result } = await ask(EnrollTotp, {}, visit.visitor);
      if (result.__typename !== "TotpEnrollment") return elevation(result, path)!;
      const { secret, uri } = result;
      return { status: 200, state: { ...EMPTY, values: { secret, uri } } };
    },
  };

  async function confirmApp({ visitor }: Visit, fields: Record<string, string>, code: string): Promise<Outcome> {
    const { confirmTotp: result } = await ask(ConfirmTotp, { code }, visitor);
    if (result.__typename !== "FactorEnabled") return again(fields, 400, { errors: { totp: result.message } });
    return showCodes("The authenticator app is on", result.recoveryCodes);
  }
}

/** The only time that the codes are shown. */
function showCodes(title: string, codes: readonly string[] | null): Outcome {
  const body = card(
    EMPTY,
    html`${
        codes
          ? html`<p>
                Print these recovery codes, or store them in your password manager. Each works once, if you lose your
                device.
              </p>
              <ul class="codes">
                ${codes.map((code) => html`<li>${code}</li>`)}
              </ul>
              <p class="quiet">They are not shown again.</p>`
          : html`<p>Your recovery codes stay valid.</p>`
      } <a class="button" href="${SECURITY}">Done</a>`,
  );
  return { status: 200, state: EMPTY, page: { path: SECURITY, title, show: () => body } };
}

function confirmPage({ ask }: Parts): Page {
  return {
    path: CONFIRM,
    title: "Confirm that it is you",
    isPrivate: true,
    hasScript: true,
    show: async ({ url, visitor }, state) => {
      const to = hidden("to", localTarget(state.values.to ?? url.searchParams.get("to")));
      const { me } = await ask(Security, {}, visitor);
      const form = (inside: Html, button: string) =>
        html`<form method="post">${to} ${inside}<button class="plain">${button}</button></form>`;
      const password = passwordField(state);
      return card(
        state,
        html`<p>You are about to change how your account is protected.</p>
          ${
            me &&
            me.passkeys.length > 0 &&
            html`<form class="passkey" data-passkey="elevate" hidden>
              ${to}<button>Confirm with a passkey</button>
              <p class="wrong" role="alert"></p>
              <p class="or">or</p>
            </form>`
          }
          ${me?.hasTotp ? form(totpField(state), "Confirm with the app") : form(password, "Confirm with the password")}
          ${
            me?.hasTotp &&
            html`<details>
              <summary>Use the password or a recovery code</summary>
              ${form(password, "Confirm with the password")}${form(recoveryField(state), "Confirm with a recovery code")}
            </details>`
          }`,
      );
    },
    submit: async ({ visitor }, fields) => {
      const proof = proofIn(fields) ?? (fields.password ? { password: fields.password } : undefined);
      const errors = { password: "Enter your password.", totp: "Enter the code from your authenticator app." };
      if (!proof) return again(fields, 400, { errors });
      const { elevate: result } = await ask(Elevate, { input: proof }, visitor);
      if (result.__typename !== "User") return again(fields, 400, { problem: result.message });
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
  return action("/account/recovery-codes", SECURITY_PAGE, async ({ visitor }) => {
    const { renewRecoveryCodes: result } = await ask(RenewRecoveryCodes, {}, visitor);
    if (result.__typename === "RecoveryCodes") return showCodes("New recovery codes", result.codes);
    return elevation(result, SECURITY) ?? again({}, 400, { problem: result.message });
  });
}

function removePasskey({ ask }: Parts): Page {
  return action("/account/passkeys/remove", SECURITY_PAGE, async ({ visitor }, fields) => {
    const errors = missing(fields, { id: "Choose a passkey." });
    if (errors) return again(fields, 400, { problem: errors.id! });
    const { removePasskey: result } = await ask(RemovePasskey, { id: fields.id! }, visitor);
    if (result.__typename === "User") return done("passkey-removed", SECURITY);
    return elevation(result, SECURITY) ?? again({}, 400, { problem: result.message });
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
