// Tokens of apps: renewed, revoked, and over with what they hang on.
import * as client from "openid-client";
import { decodeProtectedHeader, SignJWT } from "jose";
import type { Answer } from "../local/client.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import {
  allow,
  discover,
  exchange,
  issuerOf,
  personIn,
  register,
  requestOf,
  signInAgain,
  startWithApps,
  tokensFor,
} from "./openid.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startWithApps();
});
afterAll(() => supergraph.stop());

const OFFLINE = { scope: "openid profile offline_access orders:read", prompt: "consent" };
const ONLINE = { scope: "openid profile orders:read" };

const ask = (token: string): Promise<Answer> => supergraph.client(token).send("{ me { id } }");

async function untilRefused(token: string): Promise<void> {
  const begun = Date.now();
  await until(async () => (await ask(token)).status === 401, "the token is refused");
  expect(Date.now() - begun).toBeLessThan(5_500);
}

const refused = { error: "invalid_grant" };

test("a refresh token is replaced at each use, and its second use ends the whole grant (oidcc-refresh-token)", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser, id } = await personIn(supergraph);
  const first = await tokensFor(browser, config, OFFLINE);
  expect((await ask(first.access_token)).data.me.id).toBe(id);
  const second = await client.refreshTokenGrant(config, first.refresh_token!);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(second.claims()).toMatchObject({ sub: id });
  const third = await client.refreshTokenGrant(config, second.refresh_token!);
  await expect(client.refreshTokenGrant(config, first.refresh_token!)).rejects.toMatchObject(refused);
  await expect(client.refreshTokenGrant(config, third.refresh_token!)).rejects.toMatchObject(refused);
  await untilRefused(third.access_token);
});

test("of many uses of one refresh token at once, at most one gets tokens, and the grant is over", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const { refresh_token: token, access_token: access } = await tokensFor(browser, config, OFFLINE);
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => client.refreshTokenGrant(config, token!)));
  const won = all.filter((one) => one.status === "fulfilled");
  expect(won.length).toBeLessThanOrEqual(1);
  for (const { value } of won)
    await expect(client.refreshTokenGrant(config, value.refresh_token!)).rejects.toMatchObject(refused);
  await untilRefused(access);
});

test("a refreshed token may have fewer scopes, never more", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const { refresh_token: token } = await tokensFor(browser, config, OFFLINE);
  const less = await client.refreshTokenGrant(config, token!, { scope: "openid orders:read" });
  expect(less.scope).toBe("orders:read");
  await expect(
    client.refreshTokenGrant(config, less.refresh_token!, { scope: "openid orders:write" }),
  ).rejects.toMatchObject({ error: "invalid_scope" });
});

test("a revoked refresh token ends the grant within five seconds", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const { refresh_token: token, access_token: access } = await tokensFor(browser, config, OFFLINE);
  expect((await ask(access)).status).toBe(200);
  await client.tokenRevocation(config, token!);
  await expect(client.refreshTokenGrant(config, token!)).rejects.toMatchObject(refused);
  await untilRefused(access);
});

test("another app can use or revoke neither a code nor a refresh token", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const other = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const request = await requestOf(config, OFFLINE);
  const { url } = await allow(browser, request.url);
  await expect(exchange(other, request, url)).rejects.toMatchObject(refused);
  const { refresh_token: token } = await exchange(config, request, url);
  await expect(client.refreshTokenGrant(other, token!)).rejects.toMatchObject(refused);
  await client.tokenRevocation(other, token!).catch(() => undefined);
  expect(await client.refreshTokenGrant(config, token!)).toMatchObject({ token_type: "bearer" });
});

test("a code works only with its verifier, and an app only with its secret", async () => {
  const app = await register(supergraph);
  const config = await discover(supergraph, app);
  const { browser } = await personIn(supergraph);
  const request = await requestOf(config);
  const { url } = await allow(browser, request.url);
  const forged = { ...request, verifier: client.randomPKCECodeVerifier() };
  await expect(exchange(config, forged, url)).rejects.toMatchObject(refused);
  const guessing = await discover(supergraph, { ...app, secret: "x".repeat(43) });
  await expect(exchange(guessing, request, url)).rejects.toThrow(/challenge/);
  const none = await discover(supergraph, { ...app, secret: undefined });
  await expect(exchange(none, request, url)).rejects.toMatchObject({ error: "invalid_client" });
});

test("a person who signs out ends what hangs on the session, but not what was allowed offline", async () => {
  const [online, offline] = [
    await discover(supergraph, await register(supergraph)),
    await discover(supergraph, await register(supergraph)),
  ];
  const { browser } = await personIn(supergraph);
  const on = await tokensFor(browser, online, ONLINE);
  const off = await tokensFor(browser, offline, OFFLINE);
  expect((await ask(on.access_token)).status).toBe(200);
  await browser.submit(await browser.open("/account/"), {}, "/session/end");
  await untilRefused(on.access_token);
  await expect(client.refreshTokenGrant(online, on.refresh_token!)).rejects.toMatchObject(refused);
  const again = await client.refreshTokenGrant(offline, off.refresh_token!);
  expect((await ask(again.access_token)).status).toBe(200);
});

test("a suspended person ends all grants within five seconds, and for good", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser, id } = await personIn(supergraph);
  const { access_token: access, refresh_token: token } = await tokensFor(browser, config, OFFLINE);
  expect((await ask(access)).status).toBe(200);
  await supergraph.query("users", "update app_user set status = 'SUSPENDED' where id = $1", [id]);
  await untilRefused(access);
  await expect(client.refreshTokenGrant(config, token!)).rejects.toMatchObject(refused);
});

test("an app whose organization is suspended does nothing", async () => {
  const app = await register(supergraph);
  const config = await discover(supergraph, app);
  const { browser } = await personIn(supergraph);
  const { refresh_token: token } = await tokensFor(browser, config, OFFLINE);
  await supergraph.query(
    "users",
    "update organization set suspended_at = now() where id = (select organization_id from oauth_client where id = $1)",
    [app.id],
  );
  await expect(client.refreshTokenGrant(config, token!)).rejects.toThrow(/challenge/);
  const { url } = await requestOf(config);
  expect((await browser.open(`${url.pathname}${url.search}`)).text).toContain("did not ask in the right way");
});

test("tokens of the wrong kind are not access tokens of the API", async () => {
  const app = await register(supergraph, { idTokenAlg: "EdDSA" });
  const config = await discover(supergraph, app, "EdDSA");
  const { browser } = await personIn(supergraph);
  const identity = await tokensFor(browser, config);
  for (const token of [identity.id_token!, identity.access_token, identity.refresh_token!])
    expect([token, (await ask(token)).status]).toEqual([token, 401]);
  const { access_token: token } = await tokensFor(browser, config, ONLINE);
  const [head = "", body = "", signature = ""] = token.split(".");
  const header = decodeProtectedHeader(token);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const { keys } = (await (await fetch(`${issuerOf(supergraph)}/jwks`)).json()) as {
    keys: { x?: string; kid: string }[];
  };
  const publicKey = Buffer.from(keys.find(({ kid }) => kid === header.kid)!.x!, "base64url");
  const forged = [
    `${encode({ ...header, alg: "none" })}.${body}.`,
    `${encode({ ...header, alg: "RS256" })}.${body}.${signature}`,
    `${encode({ ...header, typ: "JWT" })}.${body}.${signature}`,
    `${head}.${encode({ ...JSON.parse(Buffer.from(body, "base64url").toString()), scope: "orders:write" })}.${signature}`,
    // Signed with the public key, as if it were a shared secret.
    await new SignJWT(JSON.parse(Buffer.from(body, "base64url").toString()))
      .setProtectedHeader({ ...header, alg: "HS256" })
      .sign(publicKey),
  ];
  for (const one of forged) expect([one, (await ask(one)).status]).toEqual([one, 401]);
  expect((await ask(token)).status).toBe(200);
});

test("users answers only the gateway, and believes no header of a client", async () => {
  const users = new URL(supergraph.subgraphs.users!.url).origin;
  for (const path of ["/oidc/jwks", "/oidc/.well-known/openid-configuration", "/openid-questions/x"])
    expect([path, (await fetch(`${users}${path}`)).status]).toEqual([path, 401]);
  const spoofed = await fetch(`${issuerOf(supergraph)}/.well-known/openid-configuration`, {
    headers: {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-client-authorization": "Basic eDp5",
    },
  });
  expect(await spoofed.text()).not.toContain("evil.example");
  const large = await fetch(`${issuerOf(supergraph)}/token`, { method: "POST", body: "x".repeat(100_000) });
  expect(large.status).toBe(413);
});

test("keys rotate under sign-ins, none fails, and apps see a new key before it signs", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  await tokensFor(browser, config, ONLINE);
  const published = async () =>
    ((await (await fetch(`${issuerOf(supergraph)}/jwks`)).json()) as { keys: { kid: string }[] }).keys.map(
      ({ kid }) => kid,
    );
  const before = await published();
  const used = new Set<string>();
  let isOver = false;
  const signIns = Array.from({ length: 3 }, async () => {
    for (const other = await personIn(supergraph); !isOver;)
      used.add(decodeProtectedHeader((await tokensFor(other.browser, config, ONLINE)).id_token!).kid!);
  });
  for (const table of ["signing_key", "rsa_signing_key"])
    await supergraph.query(
      "users",
      `update ${table} set changed_at = now() - interval '1 year' where state = 'CURRENT'`,
    );
  // A process looks for old keys when it starts.
  await supergraph.startAnother("users");
  await until(() => used.size > 1, "a token is signed with the next key", 120_000);
  isOver = true;
  await Promise.all(signIns);
  expect(used.size).toBe(2);
  for (const kid of used) expect(before).toContain(kid);
  expect(await published()).toEqual(expect.arrayContaining([...used]));
});

test("what one process of users and one gateway have begun, others continue", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser, id } = await personIn(supergraph);
  const request = await requestOf(config, OFFLINE);
  const { url } = await allow(browser, request.url);
  const another = await supergraph.startAnotherGateway({
    USERS_URL: await supergraph.startAnother("users"),
    GATEWAY_PORT: "0",
  });
  config[client.customFetch] = (to, init) =>
    fetch(Object.assign(new URL(to), { host: new URL(another.url).host }), init as RequestInit);
  const tokens = await exchange(config, request, url);
  expect(tokens.claims()).toMatchObject({ sub: id });
  expect((await ask(tokens.access_token)).data.me.id).toBe(id);
});

test("a person signs in again after the session has ended, and is asked again", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser, email } = await personIn(supergraph);
  await tokensFor(browser, config, ONLINE);
  await browser.submit(await browser.open("/account/"), {}, "/session/end");
  await signInAgain(browser, { email });
  const { url } = await requestOf(config, ONLINE);
  expect((await browser.open(`${url.pathname}${url.search}`)).text).toContain("asks for access");
});
