// Codes for people without a session sign in, reset a password or create an account, and do not reveal accounts.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { until } from "../../../testkit/until.ts";
import {
  accountOf,
  ask,
  codeTo,
  lettersTo,
  ME,
  noMailWaits,
  PASSWORD,
  signIn,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  viewerOf,
} from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const OTHER = "another horse battery";
const wrong = (code: string) => (code.startsWith("2") ? "3" : "2") + code.slice(1);
const address = () => `${randomUUID()}@mail.example`;

const SENT = "id nonce expiresAt";
const requestCode = async (mutation: "requestSignInCode" | "requestPasswordReset", email: string): Promise<Data> =>
  (await ask(null, `mutation ($email: EmailAddress!) { ${mutation}(email: $email) { ${SENT} } }`, { email }))[mutation];
const registerAccount = (email: string, more: Data = {}): Promise<Data> =>
  ask(
    null,
    `mutation ($input: RegisterAccountInput!) { result: registerAccount(input: $input) { __typename ... on CodeSent { ${SENT} } } }`,
    { input: { email, password: PASSWORD, displayName: "Ada", ...more } },
  );
const USE = `mutation ($input: UseCodeInput!) { result: useCode(input: $input) {
  __typename ... on Session { accessToken refreshToken user { id } } } }`;
const useNonce = ({ id, nonce }: Data, code: string, more: Data = {}): Promise<Data> =>
  ask(null, USE, { input: { id, nonce, code, idempotencyKey: randomUUID(), ...more } });
const refresh = (refreshToken: string): Promise<Data> =>
  ask(
    null,
    `mutation ($refreshToken: String!) { result: refreshSession(refreshToken: $refreshToken) { __typename } }`,
    {
      refreshToken,
    },
  );

const SUBJECTS = {
  signIn: /^(\w{8}) is your code to sign in$/,
  reset: /^(\w{8}) (is your code for a new password|ist Ihr Code für ein neues Passwort)$/,
  register: /^(\w{8}) (is your code|est votre code)$/,
};

/** Code of the nth mail for a purpose. Mails that are sent at the same time arrive in any order. */
async function mailedCode(email: string, purpose: keyof typeof SUBJECTS, count = 1): Promise<string> {
  const codes = async () =>
    (await lettersTo(email)).flatMap(({ subject }) => SUBJECTS[purpose].exec(subject ?? "")?.[1] ?? []);
  await until(async () => (await codes()).length >= count, "the code is mailed");
  return (await codes())[count - 1]!;
}

/** Subjects of all mails to the address, once no mail waits. */
async function subjectsTo(email: string): Promise<(string | undefined)[]> {
  await noMailWaits();
  return (await lettersTo(email)).map(({ subject }) => subject);
}

test("a person signs in with a mailed code, which verifies the address", async () => {
  const email = address();
  const ada = await signUp(email);
  const sent = await requestCode("requestSignInCode", email.toUpperCase());
  const session = await useNonce(sent, await mailedCode(email, "signIn"));
  expect(session).toMatchObject({ __typename: "Session", user: { id: ada.userId } });
  const signedIn = accountOf(email, session);
  expect(await ask(signedIn, ME)).toMatchObject({ email, emailVerified: true });
  expect(await refresh(session.refreshToken)).toEqual({ __typename: "Session" });
});

test("a password that somebody set for an address that they never verified stops working when its owner signs in", async () => {
  const email = address();
  const intruder = await signUp(email);
  const sent = await requestCode("requestSignInCode", email);
  await useNonce(sent, await mailedCode(email, "signIn"));
  expect(await signIn(email)).toMatchObject({ __typename: "CredentialsRejected" });
  expect(await viewerOf(intruder)).toBeNull();
});

test("a forgotten password is replaced with a mailed code: all other sessions end, and the address gets a mail", async () => {
  const email = address();
  const before = await signUp(email, { locale: "de" });
  const sent = await requestCode("requestPasswordReset", email);
  const session = await useNonce(sent, await mailedCode(email, "reset"), { newPassword: OTHER });
  expect(session).toMatchObject({ __typename: "Session", user: { id: before.userId } });
  expect(await viewerOf(before)).toBeNull();
  expect(await viewerOf(accountOf(email, session))).toMatchObject({ verified: true });
  expect(await signIn(email)).toMatchObject({ __typename: "CredentialsRejected" });
  expect(
    await ask(
      null,
      `mutation ($input: SignInInput!) { result: signIn(input: $input) { __typename ... on Session { user { id } } } }`,
      { input: { email, password: OTHER } },
    ),
  ).toMatchObject({ __typename: "Session" });
  expect(await subjectsTo(email)).toContain("Das Passwort Ihres Kontos wurde geändert");
});

test("a code that resets a password needs one that is not easily guessed, and stays open until it gets one", async () => {
  const email = address();
  await signUp(email);
  const sent = await requestCode("requestPasswordReset", email);
  const code = await mailedCode(email, "reset");
  await expect(useNonce(sent, code)).rejects.toThrow(/BAD_USER_INPUT: input.newPassword/);
  expect(await useNonce(sent, code, { newPassword: "password1" })).toEqual({ __typename: "PasswordTooWeak" });
  expect(await useNonce(sent, code, { newPassword: OTHER })).toMatchObject({ __typename: "Session" });
});

test("an account is made when its code is used, with a verified address", async () => {
  const email = address();
  const sent = await registerAccount(email, { locale: "fr" });
  expect(sent.__typename).toBe("CodeSent");
  expect(await row(users.running.database.read(), sql`select 1 from app_user where email = ${email}`)).toBeUndefined();
  const code = await mailedCode(email, "register");
  expect((await lettersTo(email))[0]).toMatchObject({ subject: `${code} est votre code` });
  const session = await useNonce(sent, code);
  expect(await ask(accountOf(email, session), ME)).toMatchObject({ email, emailVerified: true });
  expect(await signIn(email)).toMatchObject({ __typename: "Session" });
  const told = await rows<{ name: string }>(
    users.running.database.read(),
    sql`select name from outbox where key = ${session.user.id} order by id`,
  );
  expect(told.map(({ name }) => name)).toEqual(["users.UserRegistered", "users.EmailVerified"]);
});

test("whoever registers an address that has an account is answered as anybody, and its owner gets a mail", async () => {
  const email = address();
  await signUp(email);
  const sent = await registerAccount(email);
  expect(Object.keys(sent).sort()).toEqual(["__typename", "expiresAt", "id", "nonce"]);
  expect(await subjectsTo(email)).toContain("You already have an account");
});

test.each(["requestSignInCode", "requestPasswordReset"] as const)(
  "%s answers alike whether or not there is an account, and an unknown address gets a mail that says so",
  async (mutation) => {
    const [known, unknown] = [address(), address()];
    await signUp(known);
    const [one, other] = [await requestCode(mutation, known), await requestCode(mutation, unknown)];
    expect(Object.entries(one).map(([name, value]) => [name, typeof value, String(value).length])).toEqual(
      Object.entries(other).map(([name, value]) => [name, typeof value, String(value).length]),
    );
    expect(await subjectsTo(unknown)).toContain("There is no account with your e-mail address");
    expect(await useNonce(other, "BCDFGHJK", { newPassword: OTHER })).toEqual({ __typename: "CodeRejected" });
  },
);

test("a code works only with its nonce, for five tries, once, for ten minutes", async () => {
  const email = address();
  await signUp(email);
  const first = await requestCode("requestSignInCode", email);
  const code = await mailedCode(email, "signIn");
  expect(await useNonce({ ...first, nonce: "somebody else's" }, code)).toEqual({ __typename: "CodeRejected" });
  for (let tries = 0; tries < 5; tries++)
    expect(await useNonce(first, wrong(code))).toEqual({ __typename: "CodeRejected" });
  expect(await useNonce(first, code)).toEqual({ __typename: "CodeRejected" });
  const second = await requestCode("requestSignInCode", email);
  const late = await mailedCode(email, "signIn", 2);
  await noMailWaits();
  await users.advance(601);
  expect(await useNonce(second, late)).toEqual({ __typename: "CodeRejected" });
  await users.advance(0);
  expect(await useNonce(second, late)).toMatchObject({ __typename: "Session" });
  expect(await useNonce(second, late)).toEqual({ __typename: "CodeRejected" });
});

test("requests with one key at once begin one session, and a repeat gets the same one", async () => {
  const email = address();
  await signUp(email);
  const sent = await requestCode("requestSignInCode", email);
  const code = await mailedCode(email, "signIn");
  const key = { idempotencyKey: "same" };
  const sessions = await Promise.all([1, 2, 3].map(() => useNonce(sent, code, key)));
  sessions.push(await useNonce(sent, code, key));
  expect(new Set(sessions.map(({ __typename }) => __typename))).toEqual(new Set(["Session"]));
  expect(new Set(sessions.map((session) => accountOf(email, session).sessionId)).size).toBe(1);
  expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(1);
});

test("a code of a session is nothing without it, and a code with a nonce nothing for a session", async () => {
  const ada = await signUp();
  const { id } = (await ask(ada, ME)).emailCode;
  const code = await codeTo(ada.email);
  expect(await useNonce({ id, nonce: "" }, code)).toEqual({ __typename: "CodeRejected" });
  await expect(ask(null, USE, { input: { id, code, idempotencyKey: "1" } })).rejects.toThrow(/UNAUTHENTICATED/);
  const sent = await requestCode("requestSignInCode", ada.email);
  expect(await use(ada, sent.id, await mailedCode(ada.email, "signIn"))).toEqual({ __typename: "CodeRejected" });
});

test("a new code ends the one before for the same purpose, and no other", async () => {
  const email = address();
  await signUp(email);
  const first = await requestCode("requestSignInCode", email);
  const firstCode = await mailedCode(email, "signIn");
  const reset = await requestCode("requestPasswordReset", email);
  const resetCode = await mailedCode(email, "reset");
  const second = await requestCode("requestSignInCode", email);
  expect(await useNonce(first, firstCode)).toEqual({ __typename: "CodeRejected" });
  expect(await useNonce(second, await mailedCode(email, "signIn", 2))).toMatchObject({ __typename: "Session" });
  expect(await useNonce(reset, resetCode, { newPassword: OTHER })).toMatchObject({ __typename: "Session" });
});

test("an address is sent at most ten mails a day, known or not", async () => {
  for (const email of [address(), address()]) {
    for (let mails = 0; mails < 10; mails++) await requestCode("requestSignInCode", email);
    await expect(requestCode("requestPasswordReset", email)).rejects.toThrow(/RATE_LIMITED/);
  }
});

test("a code, a nonce and a password are nowhere in the database, and an erased person's requests are gone", async () => {
  const email = address();
  const ada = await signUp(email);
  const sent = await requestCode("requestSignInCode", email);
  const code = await mailedCode(email, "signIn");
  await noMailWaits();
  const em = users.running.database.read();
  const [stored] = await rows<Data>(em, sql`select to_jsonb(c)::text as text from email_code c where id = ${sent.id}`);
  expect(stored!.text).not.toContain(code);
  expect(stored!.text).not.toContain(sent.nonce);
  await ask(ada, `mutation ($password: String!) { result: deleteAccount(password: $password) { __typename } }`, {
    password: PASSWORD,
  });
  expect(await rows(em, sql`select 1 from email_code where email = ${email}`)).toEqual([]);
  expect(await useNonce(sent, code)).toEqual({ __typename: "CodeRejected" });
});

test("of a registration that ended, by use or by a newer one, no name and no hash of a password is kept", async () => {
  const email = address();
  await registerAccount(email);
  // A code that ends before its mail is sent is not mailed.
  await noMailWaits();
  const sent = await registerAccount(email);
  const kept = () =>
    rows<{ kept: boolean }>(
      users.running.database.read(),
      sql`select registration is not null as kept from email_code where email = ${email}`,
    );
  expect((await kept()).filter((one) => one.kept)).toHaveLength(1);
  expect(await useNonce(sent, await mailedCode(email, "register", 2))).toMatchObject({ __typename: "Session" });
  expect(await kept()).toEqual([{ kept: false }, { kept: false }]);
});
