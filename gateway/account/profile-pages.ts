// Forms for name, password and address.
import { randomUUID } from "node:crypto";
import { unauthenticated } from "../../platform/core/errors.ts";
import { elevation } from "./elevation.ts";
import { html } from "./html.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import { card, EMPTY, field, hidden, type Page, type Parts, type Visit } from "./page.ts";
import { again, done, mailedCodeField, missing, newPasswordField, passwordField } from "./fields.ts";
import { Account, ChangeEmail, ChangePassword, UpdateProfile, UseCode, type AccountQuery } from "./users.generated.ts";

export type Person = NonNullable<AccountQuery["me"]>;

export const VERIFY = "/account/verify";

export async function personOf(ask: Ask, { visitor }: Visit): Promise<Person> {
  const { me } = await ask(Account, {}, visitor);
  if (!me) throw new OperationFailed(unauthenticated().toJSON());
  return me;
}

export const namePage = ({ ask }: Parts): Page => ({
  path: "/account/profile",
  title: "Change your name",
  isPrivate: true,
  show: async (visit, state) => {
    const { displayName } = state === EMPTY ? await personOf(ask, visit) : { displayName: "" };
    const shown = { ...state, values: { displayName, ...state.values } };
    return card(
      state,
      html`<form method="post">
        ${field({ name: "displayName", label: "Name", autocomplete: "name", hint: "Members of your organizations see it.", maxLength: 100, isKept: true, hasFocus: true }, shown)}
        <button>Save</button>
      </form>`,
    );
  },
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, { displayName: "Enter your name." });
    if (errors) return again(fields, 400, { errors });
    await ask(UpdateProfile, { input: { displayName: fields.displayName!.trim() } }, visitor);
    return done("profile");
  },
});

export const passwordPage = ({ ask }: Parts): Page => ({
  path: "/account/password",
  title: "Change your password",
  isPrivate: true,
  show: (_, state) =>
    card(
      state,
      html`<p>All other sessions end.</p>
        <form method="post">
          ${passwordField(state, "Current password")} ${newPasswordField(state)}
          <button>Save the new password</button>
        </form>`,
      html`<p class="quiet">Forgot it? Sign out, and <a href="/account/reset">choose a new one by mail</a>.</p>`,
    ),
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, {
      password: "Enter your current password.",
      newPassword: "Choose a new password.",
    });
    if (errors) return again(fields, 400, { errors });
    const input = { currentPassword: fields.password!, newPassword: fields.newPassword! };
    const { changePassword: result } = await ask(ChangePassword, { input }, visitor);
    if (result.__typename === "User") return done("password");
    const missingProof = elevation(result, "/account/password");
    if (missingProof) return missingProof;
    const wrong = result.__typename === "PasswordTooWeak" ? "newPassword" : "password";
    return again(fields, 400, { errors: { [wrong]: result.message } });
  },
});

export const emailPage = ({ ask }: Parts): Page => ({
  path: "/account/email",
  title: "Change your e-mail address",
  isPrivate: true,
  show: (_, state) =>
    card(
      state,
      html`<p>We mail a code to the new address. The change takes effect when you enter it.</p>
        <form method="post">
          ${field({ name: "email", label: "New e-mail address", type: "email", autocomplete: "email", inputMode: "email", isKept: true, hasFocus: true }, state)}
          ${passwordField(state)}
          <button>Continue</button>
        </form>`,
    ),
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, { email: "Enter the new address.", password: "Enter your password." });
    if (errors) return again(fields, 400, { errors });
    const input = { email: fields.email!.trim(), password: fields.password! };
    const { changeEmail: result } = await ask(ChangeEmail, { input }, visitor);
    if (result.__typename === "User") return result.pendingEmail ? { to: VERIFY } : done("email");
    const missingProof = elevation(result, "/account/email");
    if (missingProof) return missingProof;
    const wrong = result.__typename === "EmailTaken" ? "email" : "password";
    return again(fields, 400, { errors: { [wrong]: result.message } });
  },
});

export const verifyPage = ({ ask }: Parts): Page => ({
  path: VERIFY,
  title: "Verify your e-mail address",
  isPrivate: true,
  show: async (visit, state) => {
    const { email: address, pendingEmail, emailCode } = await personOf(ask, visit);
    const to = pendingEmail ?? address ?? "";
    const request = html`<form method="post" action="/account/verify/request">
      <button${emailCode ? html` class="plain"` : ""}>${emailCode ? "Mail another code" : "Mail me a code"}</button>
    </form>`;
    if (!emailCode)
      return card(
        state,
        html`<p>We mail a code to ${to}.</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>A mail with a code is on its way to ${to}. The code works for ten minutes.</p>
        <form method="post">
          ${hidden("id", emailCode.id)} ${mailedCodeField(visit, state)}
          <button>Verify</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, { code: "Enter the code from the mail." });
    if (errors) return again(fields, 400, { errors });
    const input = {
      id: fields.id ?? "",
      code: fields.code!,
      idempotencyKey: fields.idempotencyKey || randomUUID(),
    };
    const { useCode: result } = await ask(UseCode, { input }, visitor);
    if (result.__typename === "User") return done("verified");
    return again(fields, 400, { errors: { code: "message" in result ? result.message : "" } });
  },
});
