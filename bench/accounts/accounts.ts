// `npm run bench -- accounts`: costs of cookies, refreshes and passkeys beside bearer tokens, refreshes by the API and passwords; and
// whether response times reveal accounts.
import { Pool } from "undici";
import { connectClient } from "../../local/client.ts";
import { PASSWORD, signUp, type Person } from "../../local/fixtures.ts";
import { startMailCatcher } from "../../local/stand-ins/mail-catcher.ts";
import type { System } from "../../local/system.ts";
import { createAuthenticator, type Authenticator } from "../../testkit/authenticator.ts";
import { pidOf, withSystem } from "../../testkit/temporary-system.ts";
import { cpuNanosOf } from "../cpu.ts";
import { sideBySide } from "../side-by-side.ts";
import { benchEnumeration } from "./enumeration.ts";

const REQUESTS = 6_000;
const REFRESHES = 400;
/** Enough for the compiler to be done with each path. */
const SIGN_INS = 320;
const IN_FLIGHT = 16;
const PAIRS_A_ROUND = 80;
const MANY = "1000000";
const UNLIMITED = {
  GATEWAY_REQUESTS_PER_MINUTE: MANY,
  GATEWAY_ADDRESS_REQUESTS_PER_MINUTE: MANY,
  GATEWAY_SIGN_INS_PER_MINUTE: MANY,
  GATEWAY_COST_PER_MINUTE: "100000000",
  GATEWAY_TRUSTED_PROXIES: "1",
};

export async function benchAccounts(rounds: number): Promise<Record<string, unknown>> {
  const mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  try {
    return await withSystem({ ...UNLIMITED, LOG_LEVEL: "info", SMTP_URL: mail.smtpUrl }, async (system) => {
      const requests = await benchRequests(system, rounds);
      const refreshes = await benchRefreshes(system, rounds);
      const signIns = await benchSignIns(system, rounds);
      const enumeration = await benchEnumeration(system.url, system.env.USERS_DATABASE_URL!, rounds * PAIRS_A_ROUND);
      const told = Object.values(enumeration);
      return {
        cookieVsBearer: requests.cookie.micros / requests.bearer.micros,
        refresh: refreshes.cookie.micros / refreshes.api.micros,
        passkeyVsPassword: signIns.passkey.micros / signIns.password.micros,
        enumerationWorst: Math.max(...told.map(({ difference }) => difference)),
        enumerationLeastP: Math.min(...told.map(({ p }) => p)),
        micros: {
          bearer: requests.bearer.micros,
          cookie: requests.cookie.micros,
          refreshByApi: refreshes.api.micros,
          refreshByCookie: refreshes.cookie.micros,
          password: signIns.password.micros,
          passkey: signIns.passkey.micros,
        },
        enumeration,
      };
    });
  } finally {
    await mail.stop();
  }
}

interface Cost {
  /** µs of CPU for each. */
  micros: number;
}

async function cost(system: System, processes: string[], count: number, work: () => Promise<unknown>): Promise<Cost> {
  const used = () => processes.reduce((sum, name) => sum + cpuNanosOf(pidOf(system, name)), 0);
  const before = used();
  await work();
  return { micros: (used() - before) / 1_000 / count };
}

async function inFlight(count: number, send: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await send(index);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

async function benchRequests(system: System, rounds: number) {
  const person = await signUp((token) => connectClient(system.url, token));
  const pool = new Pool(new URL(system.url).origin, { connections: IN_FLIGHT });
  const body = JSON.stringify({ query: "{ me { id displayName email } }" });
  const ask = (identity: Record<string, string>) => () =>
    cost(system, ["gateway"], REQUESTS, () =>
      inFlight(REQUESTS, async () => {
        const headers = { "content-type": "application/json", ...identity };
        const { statusCode, body: answer } = await pool.request({ method: "POST", path: "/graphql", headers, body });
        const text = await answer.text();
        if (statusCode !== 200 || !text.includes(person.id)) throw new Error(text);
      }),
    );
  const token = person.client.token!;
  const ways = { bearer: ask({ authorization: `Bearer ${token}` }), cookie: ask({ cookie: `session=${token}` }) };
  const medians = await sideBySide(rounds, ways);
  await pool.close();
  return medians;
}

async function benchRefreshes(system: System, rounds: number) {
  const connect = (token?: string) => connectClient(system.url, token);
  const people = await Promise.all(Array.from({ length: IN_FLIGHT }, () => signUp(connect)));
  const tokens = people.map(({ refreshToken }) => refreshToken);
  const url = new URL("/session/refresh", system.url);
  const api = connect();
  const byApi = async (refreshToken: string): Promise<string> => {
    const { refreshSession } = await api.ask(
      `mutation ($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) { ... on Session { accessToken accessTokenExpiresAt refreshToken user { id } } } }`,
      { refreshToken },
    );
    return refreshSession.refreshToken;
  };
  const byCookie = async (refreshToken: string): Promise<string> => {
    const headers = { "apollo-require-preflight": "1", cookie: `refresh=${refreshToken}` };
    const response = await fetch(url, { method: "POST", headers });
    await response.arrayBuffer();
    const next = response.headers.getSetCookie().find((line) => line.startsWith("refresh="));
    if (!next) throw new Error(`The refresh answers ${response.status}.`);
    return /^refresh=([^;]+)/.exec(next)![1]!;
  };
  const chain = (refresh: (token: string) => Promise<string>) => () =>
    cost(system, ["gateway", "users"], REFRESHES, () =>
      Promise.all(
        tokens.map(async (_, index) => {
          for (let times = 0; times < REFRESHES / IN_FLIGHT; times++) tokens[index] = await refresh(tokens[index]!);
        }),
      ),
    );
  return sideBySide(rounds, { api: chain(byApi), cookie: chain(byCookie) });
}

/** Each person signs in again and again, all at once. */
async function benchSignIns(system: System, rounds: number) {
  const connect = (token?: string) => connectClient(system.url, token);
  const anybody = connect();
  const people = () => Promise.all(Array.from({ length: IN_FLIGHT }, () => signUp(connect)));
  const optionsFor = async (purpose: string, { client } = { client: anybody }): Promise<string> => {
    const { passkeyOptions } = await client.ask(
      `mutation ($purpose: PasskeyPurpose!) { passkeyOptions(purpose: $purpose) { ... on PasskeyOptions { json } } }`,
      { purpose },
    );
    return passkeyOptions.json;
  };
  const withPasskey = async (person: Person): Promise<Authenticator> => {
    const authenticator = createAuthenticator(new URL(system.url).origin);
    const response = authenticator.create(await optionsFor("ADD", person));
    await person.client.ask(
      `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { ... on FactorEnabled { user { id } } } }`,
      { input: { name: "Bench", response } },
    );
    return authenticator;
  };
  const signIn = async (query: string, input: Record<string, unknown>) => {
    const { result } = await anybody.ask(query, { input });
    if (result.__typename !== "Session") throw new Error(`The sign-in answers ${result.__typename}.`);
  };
  const byPassword = ({ email }: Person) =>
    signIn(`mutation ($input: SignInInput!) { result: signIn(input: $input) { __typename } }`, {
      email,
      password: PASSWORD,
    });
  const byPasskey = async (authenticator: Authenticator) =>
    signIn(`mutation ($input: PasskeySignInInput!) { result: signInWithPasskey(input: $input) { __typename } }`, {
      response: authenticator.sign(await optionsFor("SIGN_IN")),
    });
  const repeated =
    <Who>(all: Who[], once: (who: Who) => Promise<void>) =>
    () =>
      cost(system, ["gateway", "users"], SIGN_INS, () =>
        Promise.all(
          all.map(async (who) => {
            for (let times = 0; times < SIGN_INS / IN_FLIGHT; times++) await once(who);
          }),
        ),
      );
  return sideBySide(rounds, {
    password: repeated(await people(), byPassword),
    passkey: repeated(await Promise.all((await people()).map(withPasskey)), byPasskey),
  });
}
