// Forms for name, password and address.
import { randomUUID } from "node:crypto";
import { unauthenticated } from "../../platform/core/errors.ts";
import { elevation } from "./elevation.ts";
import { html, withLink } from "./html.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import { card, EMPTY, field, hidden, type Page, type Parts, type Visit } from "./page.ts";
import { again, done, mailedCodeField, missing, newPasswordField, passwordField, targetOf } from "./fields.ts";
import { HOME, localTarget } from "./targets.ts";
import { refusalText } from "./texts/refusals.ts";
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
  title: ({ account }) => account.name.title,
  isPrivate: true,
  show: async (visit, state) => {
    const words = visit.texts.account.name;
    const { displayName } = state === EMPTY ? await personOf(ask, visit) : { displayName: "" };
    const shown = { ...state, values: { displayName, ...state.values } };
    return card(
      state,
      html`<form method="post">
        ${field({ name: "displayName", label: visit.texts.fields.name, autocomplete: "name", hint: words.hint, maxLength: 100, isKept: true, hasFocus: true }, shown)}
        <button>${words.submit}</button>
      </form>`,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, { displayName: texts.fields.nameMissing });
    if (errors) return again(fields, 400, { errors });
    await ask(UpdateProfile, { input: { displayName: fields.displayName!.trim() } }, visitor);
    return done("profile");
  },
});

export const passwordPage = ({ ask }: Parts): Page => ({
  path: "/account/password",
  title: ({ account }) => account.password.title,
  isPrivate: true,
  show: ({ texts }, state) => {
    const words = texts.account.password;
    return card(
      state,
      html`<p>${words.words}</p>
        <form method="post">
          ${passwordField(texts, state, words.current)} ${newPasswordField(texts, state)}
          <button>${words.submit}</button>
        </form>`,
      html`<p class="quiet">${withLink(words.forgotten, "/account/reset")}</p>`,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, {
      password: texts.account.password.currentMissing,
      newPassword: texts.fields.newPasswordMissing,
    });
    if (errors) return again(fields, 400, { errors });
    const input = { currentPassword: fields.password!, newPassword: fields.newPassword! };
    const { changePassword: result } = await ask(ChangePassword, { input }, visitor);
    if (result.__typename === "User") return done("password");
    const missingProof = elevation(result, "/account/password");
    if (missingProof) return missingProof;
    const wrong = result.__typename === "PasswordTooWeak" ? "newPassword" : "password";
    return again(fields, 400, { errors: { [wrong]: refusalText(texts, result) } });
  },
});

export const emailPage = ({ ask }: Parts): Page => ({
  path: "/account/email",
  title: ({ account }) => account.email.title,
  isPrivate: true,
  show: ({ texts }, state) => {
    const words = texts.account.email;
    return card(
      state,
      html`<p>${words.words}</p>
        <form method="post">
          ${field({ name: "email", label: words.label, type: "email", autocomplete: "email", inputMode: "email", isKept: true, hasFocus: true }, state)}
          ${passwordField(texts, state)}
          <button>${words.submit}</button>
        </form>`,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, {
      email: texts.account.email.missing,
      password: texts.fields.passwordMissing,
    });
    if (errors) return again(fields, 400, { errors });
    const input = { email: fields.email!.trim(), password: fields.password! };
    const { changeEmail: result } = await ask(ChangeEmail, { input }, visitor);
    if (result.__typename === "User") return result.pendingEmail ? { to: VERIFY } : done("email");
    const missingProof = elevation(result, "/account/email");
    if (missingProof) return missingProof;
    const wrong = result.__typename === "EmailTaken" ? "email" : "password";
    return again(fields, 400, { errors: { [wrong]: refusalText(texts, result) } });
  },
});

export const verifyPage = ({ ask }: Parts): Page => ({
  path: VERIFY,
  title: ({ account }) => account.verify.title,
  isPrivate: true,
  show: async (visit, state) => {
    const { codes, account } = visit.texts;
    const { email: address, pendingEmail, emailCode } = await personOf(ask, visit);
    const to = pendingEmail ?? address ?? "";
    const back = hidden("to", targetOf(visit, state));
    const request = html`<form method="post" action="/account/verify/request">
      ${back}
      <button${emailCode ? html` class="plain"` : ""}>${emailCode ? codes.mailAnother : codes.mailMe}</button>
    </form>`;
    if (!emailCode)
      return card(
        state,
        html`<p>${account.verify.willMail(to)}</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>${account.verify.mailed(to)}</p>
        <form method="post">
          ${hidden("id", emailCode.id)} ${back} ${mailedCodeField(visit, state)}
          <button>${account.verify.submit}</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, { code: texts.fields.codeMissing });
    if (errors) return again(fields, 400, { errors });
    const input = {
      id: fields.id ?? "",
      code: fields.code!,
      idempotencyKey: fields.idempotencyKey || randomUUID(),
    };
    const { useCode: result } = await ask(UseCode, { input }, visitor);
    const back = localTarget(fields.to);
    if (result.__typename === "User") return back === HOME ? done("verified") : { to: back };
    return again(fields, 400, { errors: { code: refusalText(texts, result) } });
  },
});
