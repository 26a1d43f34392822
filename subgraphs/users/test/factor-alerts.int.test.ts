// A person is mailed when a way to sign in is added, removed or tried, and can say "this was not me".
import { randomUUID } from "node:crypto";
import { change, row, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { createAuthenticator } from "../../../testkit/authenticator.ts";
import {
  ask,
  changeEmail,
  codeTo,
  lettersTo,
  ME,
  noMailWaits,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  type Account,
} from "./accounts.ts";
import { begin, codeOf, complete, disable, protect, useNonce } from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const ADDED = "A way to sign in was added to your account";
const REMOVED = "A way to sign in was removed from your account";
const TRIED = "Wrong codes for your account";
const RESET = "The password of your account was changed";

async function verified(): Promise<Account> {
  const ada = await signUp();
  await use(ada, (await ask(ada, ME)).emailCode.id, await codeTo(ada.email));
  return ada;
}

async function lettersAbout(email: string, subject: string): Promise<{ text: string; code: string | undefined }[]> {
  await noMailWaits();
  return (await lettersTo(email))
    .filter((letter) => letter.subject === subject)
    .map(({ text = "" }) => ({ text, code: /^[\w-]{43}$/m.exec(text)?.[0] }));
}
const subjectsTo = async (email: string) => {
  await noMailWaits();
  return (await lettersTo(email)).map(({ subject }) => subject);
};

const report = (code: string): Promise<Data> =>
  ask(
    null,
    `mutation ($input: AlertCodeInput!) { result: reportSignIn(input: $input) { __typename ... on SecuredAccount { email } } }`,
    { input: { code, idempotencyKey: randomUUID() } },
  );

async function addPasskey(who: Account): Promise<string> {
  const { json } = await ask(
    who,
    `mutation { result: passkeyOptions(purpose: ADD) { ... on PasskeyOptions { json } } }`,
  );
  const response = createAuthenticator(new URL(users.env.PUBLIC_URL!).origin).create(json);
  const { user } = await ask(
    who,
    `mutation ($input: AddPasskeyInput!) { result: addPasskey(input: $input) { ... on FactorEnabled { user { passkeys { id } } } } }`,
    { input: { response, name: "Phone" } },
  );
  return user.passkeys.at(-1).id;
}

const factorsOf = ({ userId }: Account) =>
  row<{ passkeys: number; apps: number; password: boolean }>(
    users.running.database.read(),
    sql`select (select count(*)::int from passkey where user_id = u.id) as passkeys,
          (select count(*)::int from totp where user_id = u.id) as apps, password_hash is not null as password
        from app_user u where id = ${userId}`,
  );

test("an added passkey is mailed; the answer removes it, all sessions and the password", async () => {
  const ada = await verified();
  await addPasskey(ada);
  const [letter] = await lettersAbout(ada.email, ADDED);
  expect(letter!.text).toContain("/account/report-sign-in?code=");
  expect(await factorsOf(ada)).toEqual({ passkeys: 1, apps: 0, password: true });
  expect(await report(letter!.code!)).toEqual({ __typename: "SecuredAccount", email: ada.email });
  expect(await factorsOf(ada)).toEqual({ passkeys: 0, apps: 0, password: false });
});

test("an app that is turned on and off, and a removed passkey are mailed, each once", async () => {
  const ada = await verified();
  await protect(ada);
  expect(await lettersAbout(ada.email, ADDED)).toHaveLength(1);
  await disable(ada);
  await disable(ada);
  expect(await lettersAbout(ada.email, REMOVED)).toHaveLength(1);
  const id = await addPasskey(ada);
  await ask(ada, `mutation ($id: ID!) { result: removePasskey(id: $id) { __typename } }`, { id });
  expect(await lettersAbout(ada.email, REMOVED)).toHaveLength(2);
});

test("an unverified address, which may be a stranger's, gets none", async () => {
  const ada = await signUp();
  await addPasskey(ada);
  expect(await lettersAbout(ada.email, ADDED)).toEqual([]);
});

test("repeated wrong codes after a right password are mailed, once a day; one or two are not", async () => {
  const ada = await protect(await verified());
  const guess = async (times: number) => {
    const { challenge } = await begin(ada.email);
    for (let left = times; left > 0; left--) await complete(challenge, { totp: "000000" });
  };
  await guess(2);
  expect(await lettersAbout(ada.email, TRIED)).toEqual([]);
  await guess(4);
  const [letter] = await lettersAbout(ada.email, TRIED);
  expect((await report(letter!.code!)).__typename).toBe("SecuredAccount");
  expect(await factorsOf(ada)).toMatchObject({ password: false });
});

test("a right code after few wrong ones is not mailed", async () => {
  const ada = await protect(await verified());
  await users.advance(120);
  const { challenge } = await begin(ada.email);
  await complete(challenge, { totp: "000000" });
  expect((await complete(challenge, { totp: await codeOf(ada.secret) })).__typename).toBe("Session");
  expect(await lettersAbout(ada.email, TRIED)).toEqual([]);
});

async function reset(email: string): Promise<void> {
  const { sent } = await ask(
    null,
    `mutation ($email: EmailAddress!) { sent: requestPasswordReset(email: $email) { id nonce } }`,
    { email },
  );
  const codes = (await subjectsTo(email)).flatMap(
    (one) => /^(\w{8}) is your code for a new/.exec(one ?? "")?.[1] ?? [],
  );
  await useNonce(sent, codes.at(-1)!, { newPassword: "violet anchor seldom 7" });
}

test("a password reset offers to remove passkeys of the last three days, and removes none by itself", async () => {
  const [recent, older] = [await verified(), await verified()];
  await addPasskey(recent);
  await addPasskey(older);
  await users.running.database.transaction((tx) =>
    change(tx, sql`update passkey set created_at = now() - interval '73 hours' where user_id = ${older.userId}`),
  );
  await reset(recent.email);
  await reset(older.email);
  expect([(await factorsOf(recent))!.passkeys, (await factorsOf(older))!.passkeys]).toEqual([1, 1]);
  const [offer] = await lettersAbout(recent.email, RESET);
  expect(offer!.text).toContain("was added in the three days before");
  const [plain] = await lettersAbout(older.email, RESET);
  expect(plain!.code).toBeUndefined();
  expect((await report(offer!.code!)).__typename).toBe("SecuredAccount");
  expect((await factorsOf(recent))!.passkeys).toBe(0);
});

test("the reader of an earlier address learns no more of the present one than its domain", async () => {
  const ada = await verified();
  await addPasskey(ada);
  const [letter] = await lettersAbout(ada.email, ADDED);
  const present = `${randomUUID()}@mail.example`;
  const { emailCode } = await changeEmail(ada, present);
  await use(ada, emailCode.id, await codeTo(present));
  expect(await report(letter!.code!)).toEqual({
    __typename: "SecuredAccount",
    email: `${present[0]}***@mail.example`,
  });
});
