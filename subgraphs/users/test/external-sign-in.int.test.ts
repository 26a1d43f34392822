// Sign-ins at another provider, with two processes of users on one database; processes die, and begin again.
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { decodeJwt } from "jose";
import type { Data } from "../../../local/client.ts";
import { freePorts } from "../../../local/servers/ports.ts";
import { ROOT } from "../../../operations/topology.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { startIdentityProvider, type RunningIdentityProvider } from "../../../testkit/identity-provider.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { forgetFlows } from "../commands/external-sign-ins.ts";
import { loadConfig } from "../config.ts";
import { SIGNED_IN } from "./factors.ts";

const PUBLIC_URL = "https://tickets.example";
const folder = mkdtempSync(path.join(tmpdir(), "identity-providers-"));
const file = path.join(folder, "providers.json");

let provider: RunningIdentityProvider;
let users: Alone;
/** Of a second process, which can be killed at fault points. */
let mortal: { url: string; child: ChildProcess };
beforeAll(async () => {
  provider = await startIdentityProvider([`${PUBLIC_URL}/account/external/callback/one`]);
  const { issuer, clientId, clientSecret } = provider;
  writeFileSync(path.join(folder, "secret"), `${clientSecret}\n`);
  const one = {
    id: "one",
    name: "One",
    issuer,
    clientId,
    clientSecretFile: "secret",
    trustedDomains: ["MAIL.example"],
  };
  writeFileSync(file, JSON.stringify([one]));
  // Nothing is asked at the start.
  provider.fail(500);
  users = await startAlone("users", { PUBLIC_URL, USERS_IDENTITY_PROVIDERS_FILE: file });
  mortal = await startMortal();
  expect(provider.requests.size).toBe(0);
  provider.fail(null);
});
afterAll(async () => {
  if (mortal) await kill(mortal.child);
  await users?.stop();
  await provider?.stop();
  rmSync(folder, { recursive: true });
});

const armed = path.join(folder, "users.armed");

async function startMortal(): Promise<typeof mortal> {
  const [port] = await freePorts(1);
  const hook = path.join(ROOT, "testkit/fault-injection.ts");
  const child = spawn(process.execPath, ["--import", hook, path.join(ROOT, "subgraphs/users/main.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...users.env, USERS_PORT: String(port), FAULT_DIR: folder, FAULT_PROCESS: "users" },
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isReady, "the second process is ready", 120_000, 50);
  const url = Object.assign(new URL(users.running.url), { port }).href;
  return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const START = `mutation ($provider: ID!) { result: startExternalSignIn(provider: $provider) { __typename ... on ExternalSignIn { url secret expiresAt } } }`;
const FINISH = `mutation ($input: ExternalAnswerInput!) { result: finishExternalSignIn(input: $input) { ${SIGNED_IN} ... on ExternalSignInRejected { reason } } }`;
const LINK = `mutation ($input: ExternalAnswerInput!) { result: finishIdentityLink(input: $input) { __typename } }`;
const start = async (url = users.running.url): Promise<Data> =>
  (await users.as(null, START, { provider: "one" }, { url })).data.result;
const finish = async (answered: URL, secret: string, url = users.running.url): Promise<Data> =>
  (await users.as(null, FINISH, { input: { provider: "one", response: answered.search.slice(1), secret } }, { url }))
    .data.result;
const newPerson = () => {
  const sub = randomUUID();
  return { sub, email: `${sub}@mail.example`, email_verified: true };
};
const accounts = (email: string) =>
  rows<{ identities: number; sessions: number }>(
    users.running.database.read(),
    sql`select (select count(*)::int from identity where user_id = u.id) as identities,
          (select count(*)::int from session where user_id = u.id) as sessions from app_user u where email = ${email}`,
  );

test("one process begins the sign-in, and the other completes it", async () => {
  const person = newPerson();
  const { url, secret } = await start(mortal.url);
  expect((await finish(await provider.signIn(url, person), secret)).__typename).toBe("Session");
  const second = await start();
  expect((await finish(await provider.signIn(second.url, person), second.secret, mortal.url)).__typename).toBe(
    "Session",
  );
  expect(await accounts(person.email)).toEqual([{ identities: 1, sessions: 2 }]);
});

test("of one answer at both processes at once, one is accepted", async () => {
  const person = newPerson();
  const { url, secret } = await start();
  const answered = await provider.signIn(url, person);
  const results = await Promise.all(
    [users.running.url, mortal.url, users.running.url, mortal.url].map((at) => finish(answered, secret, at)),
  );
  expect(results.map(({ __typename }) => __typename).sort()).toEqual([
    ...Array.from({ length: 3 }, () => "ExternalSignInRejected"),
    "Session",
  ]);
  expect(await accounts(person.email)).toEqual([{ identities: 1, sessions: 1 }]);
});

test("of one new person at both processes at once, one account is made", async () => {
  const person = newPerson();
  const flows = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { url, secret } = await start();
      return { answered: await provider.signIn(url, person), secret };
    }),
  );
  const results = await Promise.all(
    flows.map(({ answered, secret }, index) => finish(answered, secret, index % 2 ? mortal.url : users.running.url)),
  );
  expect(results.map(({ __typename }) => __typename)).toEqual(flows.map(() => "Session"));
  expect(await accounts(person.email)).toEqual([{ identities: 1, sessions: 6 }]);
});

test.each([
  ["answer of a provider taken, not exchanged", []],
  ["identity confirmed, not used", []],
  ["signed in by an identity, not answered", [{ identities: 1, sessions: 1 }]],
])("a process that dies at '%s' leaves nothing half done, and the person begins again", async (point, left) => {
  const person = newPerson();
  const { url, secret } = await start(mortal.url);
  const answered = await provider.signIn(url, person);
  writeFileSync(armed, point);
  const [died] = await Promise.all([
    once(mortal.child, "exit"),
    finish(answered, secret, mortal.url).catch(() => null),
  ]);
  expect([died[1], existsSync(armed)]).toEqual(["SIGKILL", false]);
  expect(await accounts(person.email)).toEqual(left);
  expect(await finish(answered, secret)).toMatchObject({ reason: "ANSWER_REJECTED" });
  mortal = await startMortal();
  const again = await start(mortal.url);
  expect((await finish(await provider.signIn(again.url, person), again.secret)).__typename).toBe("Session");
  expect(await accounts(person.email)).toEqual([{ identities: 1, sessions: left.length + 1 }]);
});

test("a provider that is down is asked once by all who begin at once, and then not for a while", async () => {
  provider.fail(503);
  // A process that has not asked it yet.
  const { url: fresh } = await users.replicate();
  provider.requests.clear();
  const results = await Promise.all(Array.from({ length: 20 }, () => start(fresh)));
  results.push(await start(fresh));
  expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(["ProviderUnavailable"]));
  // One retry.
  expect([...provider.requests]).toEqual([["/.well-known/openid-configuration", 2]]);
  provider.fail(null);
  await until(async () => (await start(fresh)).__typename === "ExternalSignIn", "the provider is asked again");
});

test("an identity of one account can't be linked to another one", async () => {
  const [taken, mine] = [newPerson(), newPerson()];
  const signIn = async (person: typeof mine): Promise<Data> => {
    const { url, secret } = await start();
    return finish(await provider.signIn(url, person), secret);
  };
  await signIn(taken);
  const { user, accessToken } = await signIn(mine);
  const viewer = { userId: user.id, sessionId: String(decodeJwt(accessToken).sid) };
  const link = async (person: typeof mine): Promise<Data> => {
    const { url, secret } = (
      await users.as(viewer, START.replace("startExternalSignIn", "startIdentityLink"), { provider: "one" })
    ).data.result;
    const response = (await provider.signIn(url, person)).search.slice(1);
    return (await users.as(viewer, LINK, { input: { provider: "one", response, secret } })).data.result;
  };
  expect((await link(taken)).__typename).toBe("IdentityTaken");
  expect((await link(newPerson())).__typename).toBe("User");
});

test("an unknown provider is NotFound, and begun sign-ins are counted for a network", async () => {
  expect((await users.as(null, START, { provider: "unknown" })).data.result.__typename).toBe("NotFound");
  await users.running.database.transaction((tx) =>
    rows(
      tx,
      sql`insert into mail_count (whom, day, count) values ('external sign-ins from 198.51.100.0/24', app_now()::date, 5000)`,
    ),
  );
  const answer = await users.as(null, START, { provider: "one" }, { network: "198.51.100.0/24" });
  expect(answer.errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
});

test("a sign-in that nobody completes is forgotten", async () => {
  const open = () => rows(users.running.database.read(), sql`select 1 as one from external_sign_in`);
  await start();
  expect((await open()).length).toBeGreaterThan(0);
  expect(await forgetFlows(users.running.database)).toBe(0);
  await users.advance(601);
  expect(await forgetFlows(users.running.database)).toBeGreaterThan(0);
  expect(await open()).toEqual([]);
});

describe("the file of providers", () => {
  const good = {
    ...{ id: "one", name: "One", issuer: "https://one.example/" },
    ...{ clientId: "client", clientSecret: "the client's own" },
  };
  test.each<[string, unknown]>([
    ["must name a readable JSON file", "{"],
    ["providers.json Invalid input: expected array", {}],
    ["› 0 › issuer must be an https URL", [{ ...good, issuer: "http://one.example" }]],
    ["› 0 › issuer must be an https URL", [{ ...good, issuer: "https://user:password@one.example" }]],
    ["› 0 › issuer must have no query", [{ ...good, issuer: "https://one.example/?a" }]],
    ["› 0 › id must have 1 to 40", [{ ...good, id: "A B" }]],
    ["› 0 › trustedDomains › 0 must be a domain", [{ ...good, trustedDomains: ["*"] }]],
    ["› 0 must have either clientSecret or clientSecretFile", [{ ...good, clientSecretFile: "a" }]],
    ["must be a readable file with a client secret", [{ ...good, clientSecret: undefined, clientSecretFile: "none" }]],
    ["must have different ids", [good, { ...good, issuer: "https://two.example" }]],
    ["must have different issuers", [good, { ...good, id: "two", issuer: "https://one.example" }]],
    ["Unrecognized key", [{ ...good, trustDomains: [] }]],
  ])("with a mistake is refused at the start: %s", (problem, content) => {
    const wrong = path.join(folder, "providers.json.wrong");
    writeFileSync(wrong, typeof content === "string" ? content : JSON.stringify(content));
    expect(() => loadConfig({ ...users.env, USERS_IDENTITY_PROVIDERS_FILE: wrong })).toThrow(
      problem.replace("providers.json ", `${wrong} `),
    );
    expect(() => loadConfig({ ...users.env, USERS_IDENTITY_PROVIDERS_FILE: wrong })).toThrow(
      "USERS_IDENTITY_PROVIDERS_FILE",
    );
  });

  test("needs PUBLIC_URL", () => {
    expect(() => loadConfig({ ...users.env, PUBLIC_URL: "" })).toThrow("Set PUBLIC_URL too");
  });
});
