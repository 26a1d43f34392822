// Alerts to a person who has an account: sign-ins from devices, codes of mails, and answers to them.
import { randomUUID } from "node:crypto";
import { DEVICE_HEADER, PLACE_HEADER } from "../../../platform/http/headers.ts";
import type { Data } from "../../../local/client.ts";
import {
  accountOf,
  ask,
  changeEmail,
  codeTo,
  lettersTo,
  ME,
  noMailWaits,
  PASSWORD,
  SIGN_UP,
  use,
  users,
  type Account,
} from "./accounts.ts";

export const NEW_DEVICE = /A new device|neuen Gerät|nouvel appareil|dispositivo nuevo/;
export const CHANGED = /address of your account was changed/;
export const address = () => `${randomUUID()}@mail.example`;
export const em = () => users.running.database.read();

export type From = Record<string, string>;
export const from = (device: string, place = "192.0.2.0/24"): From => ({
  [DEVICE_HEADER]: device,
  [PLACE_HEADER]: place,
});
export const [LAPTOP, PHONE] = [from("Laptop/1.0"), from("Phone/1.0")];

export async function asked(query: string, variables: Data, headers: From): Promise<Data> {
  const { data, errors } = await users.as(null, query, variables, { headers });
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result;
}
export const SESSION = `__typename ... on Session { accessToken refreshToken user { id } }`;
export const signIn = (email: string, headers = LAPTOP, password = PASSWORD): Promise<Data> =>
  asked(
    `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SESSION} } }`,
    { input: { email, password } },
    headers,
  );
export async function verified(email = address(), more: Data = {}): Promise<Account> {
  const input = { email, displayName: "Ada", password: PASSWORD, ...more };
  const ada = accountOf(email, await asked(SIGN_UP, { input }, LAPTOP));
  await use(ada, (await ask(ada, ME)).emailCode.id, await codeTo(email));
  return ada;
}

/** Codes of the alerts that were mailed to the address, in the order of their arrival. */
export async function alertCodes(email: string, subject: RegExp): Promise<string[]> {
  await noMailWaits();
  const letters = (await lettersTo(email)).filter((letter) => subject.test(letter.subject ?? ""));
  return letters.map(({ text }) => /^[\w-]{43}$/m.exec(text ?? "")![0]);
}

export const SECURED = `__typename ... on SecuredAccount { email } ... on Error { message }`;
export const answerTo =
  (mutation: "reportSignIn" | "undoEmailChange") =>
  (code: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
    ask(null, `mutation ($input: AlertCodeInput!) { result: ${mutation}(input: $input) { ${SECURED} } }`, {
      input: { code, idempotencyKey },
    });
export const report = answerTo("reportSignIn");
export const undo = answerTo("undoEmailChange");

export const REJECTED = {
  __typename: "CodeRejected",
  message: expect.stringContaining("wrong, used or older than 72 hours"),
};
export const typeOf = ({ __typename }: Data) => __typename as string;

/** Sets a new password by a mailed code. */
export async function reset(email: string, newPassword: string): Promise<Data> {
  const sent = (
    await ask(null, `mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) { id nonce } }`, { email })
  ).requestPasswordReset;
  await noMailWaits();
  const [code] = (await lettersTo(email)).flatMap(
    ({ subject }) => /^(\w{8}) is your code for a new password$/.exec(subject ?? "")?.[1] ?? [],
  );
  const input = { ...sent, code, newPassword, idempotencyKey: randomUUID() };
  return asked(`mutation ($input: UseCodeInput!) { result: useCode(input: $input) { ${SESSION} } }`, { input }, LAPTOP);
}

/** Changes the address and verifies the new one. */
export async function moveTo(who: Account, email: string): Promise<void> {
  const { emailCode } = await changeEmail(who, email);
  expect(typeOf(await use(who, emailCode.id, await codeTo(email)))).toBe("User");
}
