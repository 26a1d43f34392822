// Accounts with second factors, with the users subgraph alone.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { totpCode } from "../../../testkit/totp.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { accountOf, ask, PASSWORD, signUp, users, type Account } from "./accounts.ts";

export interface Protected extends Account {
  secret: string;
  recoveryCodes: string[];
}

/** Code of an authenticator app by the clock of the database, `steps` of 30 seconds from now. */
export async function codeOf(secret: string, steps = 0): Promise<string> {
  const { seconds } = (await row<{ seconds: number }>(
    users.running.database.read(),
    sql`select extract(epoch from app_now())::float8 as seconds`,
  ))!;
  return totpCode(secret, steps, seconds * 1_000);
}

export const enroll = (who: Account): Promise<Data> =>
  ask(who, `mutation { result: enrollTotp { __typename ... on TotpEnrollment { secret uri } } }`);
export const confirm = (who: Account, code: string): Promise<Data> =>
  ask(
    who,
    `mutation ($code: String!) { result: confirmTotp(code: $code) { __typename ... on FactorEnabled { recoveryCodes user { hasTotp recoveryCodesLeft } } } }`,
    { code },
  );
export const disable = (who: Account): Promise<Data> =>
  ask(
    who,
    `mutation { result: disableTotp { __typename ... on User { hasTotp recoveryCodesLeft } ... on ElevationRequired { reason } } }`,
  );
export const renew = (who: Account): Promise<Data> =>
  ask(who, `mutation { result: renewRecoveryCodes { __typename ... on RecoveryCodes { codes } } }`);

/** Enables an authenticator app for the account. The code before the current one is used up. */
export async function protect(account?: Account): Promise<Protected> {
  const owner = account ?? (await signUp());
  const { secret } = await enroll(owner);
  const { recoveryCodes } = await confirm(owner, await codeOf(secret, -1));
  return { ...owner, secret, recoveryCodes };
}

export const SIGNED_IN = `__typename ... on Session { accessToken user { id } } ... on SecondFactorRequired { message challenge expiresAt factors }`;
export const begin = (email: string, password = PASSWORD): Promise<Data> =>
  ask(null, `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SIGNED_IN} } }`, {
    input: { email, password },
  });
export const SECOND = `mutation ($input: SecondFactorInput!) { result: secondFactor(input: $input) { __typename ... on Session { accessToken user { id } } } }`;
export const complete = (challenge: string, factor: Data): Promise<Data> =>
  ask(null, SECOND, { input: { challenge, ...factor } });
export const elevate = (who: Account, proof: Data): Promise<Data> =>
  ask(
    who,
    `mutation ($input: ElevateInput!) { result: elevate(input: $input) { __typename ... on User { sessions { amr current } } } }`,
    { input: proof },
  );

/** Another session of the account, by password and code. */
export async function signInWith(owner: Protected, factor: Data): Promise<Account> {
  const { challenge } = await begin(owner.email);
  return accountOf(owner.email, await complete(challenge, factor));
}

export const currentAmr = async (who: Account): Promise<string[]> =>
  (await ask(who, `{ me { sessions { current amr } } }`)).sessions.find(({ current }: Data) => current).amr;

/** Mailed code without a session, used. */
export const useNonce = ({ id, nonce }: Data, code: string, more: Data = {}): Promise<Data> =>
  ask(null, `mutation ($input: UseCodeInput!) { result: useCode(input: $input) { ${SIGNED_IN} } }`, {
    input: { id, nonce, code, idempotencyKey: randomUUID(), ...more },
  });
