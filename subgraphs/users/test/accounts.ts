// Accounts whose addresses must be verified, with the users subgraph alone.
import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import PostalMime from "postal-mime";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Answer, Data } from "../../../local/client.ts";
import { startMailCatcher, type RunningMailCatcher } from "../../../local/stand-ins/mail-catcher.ts";
import { until } from "../../../testkit/until.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

export const PASSWORD = "correct horse battery";

export let mail: RunningMailCatcher;
export let users: Alone;

/** Addresses at counts.example count as verified. */
export async function startUsers(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  users = await startAlone("users", { SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "counts.example" });
}

export async function stopUsers(): Promise<void> {
  await users.stop();
  await mail.stop();
}

export interface Account extends Pick<Viewer, "userId" | "sessionId"> {
  email: string;
}

export const SIGN_UP = `mutation ($input: SignUpInput!) { result: signUp(input: $input) { __typename ... on Session { accessToken user { id } } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { result: signIn(input: $input) { __typename ... on Session { accessToken user { id } } } }`;
export const ME = `{ me { email emailVerified pendingEmail emailCode { id expiresAt } } }`;

export async function ask(who: Account | null, query: string, variables: Data = {}): Promise<Data> {
  const { data, errors }: Answer = await users.as(who, query, variables);
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result ?? data.me ?? data;
}
export const accountOf = (email: string, { accessToken, user }: Data): Account => ({
  email,
  userId: user.id,
  sessionId: String(decodeJwt(accessToken).sid),
});
export async function signUp(email = `${randomUUID()}@mail.example`, more: Data = {}): Promise<Account> {
  const input = { email, displayName: "http://evil.example", password: PASSWORD, ...more };
  return accountOf(email, await ask(null, SIGN_UP, { input }));
}
export const signIn = async (email: string): Promise<Data> =>
  ask(null, SIGN_IN, { input: { email, password: PASSWORD } });
export const request = async (who: Account): Promise<Data> =>
  (await ask(who, `mutation { requestEmailCode { id expiresAt } }`)).requestEmailCode;
export const use = (who: Account, id: string, code: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
  ask(who, `mutation ($input: UseCodeInput!) { result: useCode(input: $input) { __typename } }`, {
    input: { id, code, idempotencyKey },
  });
export const changeEmail = (who: Account, email: string): Promise<Data> =>
  ask(
    who,
    `mutation ($input: ChangeEmailInput!) { result: changeEmail(input: $input) { __typename ... on User { email pendingEmail emailCode { id } } } }`,
    { input: { email, password: PASSWORD } },
  );
export const lettersTo = (email: string) =>
  Promise.all(
    mail
      .mails()
      .filter(({ to }) => to.some((address) => address.toLowerCase() === email.toLowerCase()))
      .map(({ raw }) => PostalMime.parse(raw)),
  );
/** The code in the mail number `count` to the address. */
export async function codeTo(email: string, count = 1): Promise<string> {
  await until(async () => (await lettersTo(email)).length >= count, "the mail has come");
  return /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec((await lettersTo(email))[count - 1]!.text ?? "")![0];
}
export const noMailWaits = () =>
  until(
    async () =>
      (await row<{ n: number }>(
        users.running.database.read(),
        sql`select count(*)::int as n from job where run_at < app_now() + interval '10 minutes'`,
      ))!.n === 0,
    "no mail waits",
  );
export const viewerOf = async ({ sessionId }: Account): Promise<Data> =>
  (
    await users.asService(
      "gateway",
      `query ($ids: [ID!]!) { sessionViewers(sessionIds: $ids, limited: true) { userId verified proven } }`,
      {
        ids: [sessionId],
      },
    )
  ).sessionViewers[0];
