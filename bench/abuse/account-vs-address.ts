// Guesses of one account's password from many addresses are refused, and its owner is not: neither where the owner has signed in
// before, nor in a session that lives.
import { connectClient, type Answer } from "../../local/client.ts";
import { PASSWORD, signUp } from "../../local/fixtures.ts";

const GUESSES = 120;
const ADDRESSES = 12;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

export interface AccountVsAddress {
  /** Which guess was the first that was refused for coming too often; null if none was. */
  stoppedAt: number | null;
  /** How many were. */
  refused: number;
  retryAfterSeconds: number | null;
  /** What the right password brings from a network that has signed in before, and how long it takes. */
  ownerFromKnownNetwork: string;
  ownerMs: number;
  ownersSession: string;
}

/** @param addressOf where a guess comes from; undefined: from this machine itself */
export async function accountVsAddress(
  url: string,
  owner: string,
  addressOf: (guess: number) => string | undefined,
): Promise<AccountVsAddress> {
  const from = (address: string | undefined): Record<string, string> =>
    address === undefined ? {} : { "x-forwarded-for": address };
  const signIn = (email: string, password: string, address: string | undefined): Promise<Answer> =>
    connectClient(url).send(SIGN_IN, { input: { email, password } }, from(address));
  const outcome = ({ data, errors }: Answer): string =>
    errors?.[0]?.extensions.code ?? String(data?.signIn?.__typename ?? data?.me?.__typename);

  const person = await signUp((token) => connectClient(url, token));
  await signIn(person.email, PASSWORD, owner);
  const result: AccountVsAddress = {
    stoppedAt: null,
    refused: 0,
    retryAfterSeconds: null,
    ownerFromKnownNetwork: "",
    ownerMs: 0,
    ownersSession: "",
  };
  for (let guess = 1; guess <= GUESSES; guess++) {
    const answer = await signIn(person.email, `guess number ${guess}`, addressOf(guess));
    if (outcome(answer) !== "RATE_LIMITED") continue;
    result.stoppedAt ??= guess;
    result.refused += 1;
    result.retryAfterSeconds = Math.max(
      result.retryAfterSeconds ?? 0,
      Number(answer.errors![0]!.extensions.retryAfterSeconds),
    );
  }
  const begun = performance.now();
  result.ownerFromKnownNetwork = outcome(await signIn(person.email, PASSWORD, owner));
  result.ownerMs = Math.round(performance.now() - begun);
  result.ownersSession = outcome(await person.client.send("{ me { __typename } }"));
  return result;
}

export const fromManyAddresses = (guess: number): string => `198.19.${guess % ADDRESSES}.1`;
