// Signing out: an app asks for it, and apps are told of it. A job tells them, whichever command has ended the session.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from "jose";
import * as client from "openid-client";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { discover, issuerOf, personIn, register, startWithApps, tokensFor, type App } from "./openid.ts";

const HOME = "https://app.example/";

let supergraph: TestSupergraph;
let apps: Server;
/** Logout tokens that apps got, by path. */
const told: { path: string; token: string }[] = [];
/** Paths whose next requests fail. */
const failing = new Map<string, number>();
beforeAll(async () => {
  supergraph = await startWithApps();
  apps = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const failures = failing.get(request.url!) ?? 0;
      failing.set(request.url!, failures - 1);
      if (failures > 0) return response.writeHead(500).end();
      told.push({ path: request.url!, token: new URLSearchParams(body).get("logout_token") ?? "" });
      response.writeHead(200).end();
    });
  }).listen(0, "127.0.0.1");
});
afterAll(async () => {
  apps.close();
  await supergraph.stop();
});

const hook = (path: string) => `http://127.0.0.1:${(apps.address() as AddressInfo).port}${path}`;

async function verified(app: App, token: string): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(`${issuerOf(supergraph)}/jwks`));
  const { payload } = await jwtVerify(token, keys, {
    issuer: issuerOf(supergraph),
    audience: app.id,
    typ: "logout+jwt",
  });
  return payload;
}

test("an app that asks signs the person out after a question, and gets them back (oidcc-rp-initiated-logout)", async () => {
  const app = await register(supergraph, { postLogoutRedirectUris: [HOME] });
  const config = await discover(supergraph, app);
  const { browser } = await personIn(supergraph);
  const { id_token: hint, access_token: token } = await tokensFor(browser, config, { scope: "openid orders:read" });
  const url = client.buildEndSessionUrl(config, {
    id_token_hint: hint!,
    post_logout_redirect_uri: HOME,
    state: "back",
  });
  const page = await browser.open(`${url.pathname}${url.search}`);
  expect(page.text).toContain("Calendar asks to sign you out.");
  expect(page.text).not.toContain("<script");
  const { url: back } = await browser.submit(page, { logout: "yes" }, "/oidc/sign-out/confirm");
  expect(back.href).toBe(`${HOME}?state=back`);
  expect((await browser.open("/account/")).text).toContain("<h1>Sign in</h1>");
  await until(
    async () => (await supergraph.client(token).send("{ me { id } }")).status === 401,
    "the token is refused",
  );
});

test("a person who stays signed in is only signed out of the app", async () => {
  const app = await register(supergraph, { postLogoutRedirectUris: [HOME] });
  const { browser } = await personIn(supergraph);
  const config = await discover(supergraph, app);
  const { id_token: hint } = await tokensFor(browser, config);
  const url = client.buildEndSessionUrl(config, { id_token_hint: hint!, post_logout_redirect_uri: HOME });
  const page = await browser.open(`${url.pathname}${url.search}`);
  const { url: back } = await browser.submit(page, {}, "/oidc/sign-out/confirm");
  expect(back.href).toBe(HOME);
  expect((await browser.open("/account/")).text).toContain("<h1>Your account</h1>");
});

test.each([
  ["another address", "https://evil.example/", "id"],
  ["an address without an app", HOME, "none"],
])("does not send people to %s after signing out", async (_, to, whose) => {
  const app = await register(supergraph, { postLogoutRedirectUris: [HOME] });
  const { browser } = await personIn(supergraph);
  const { id_token: hint } = await tokensFor(browser, await discover(supergraph, app));
  const search = new URLSearchParams({ post_logout_redirect_uri: to, ...(whose === "id" && { id_token_hint: hint! }) });
  const page = await browser.open(`/oidc/sign-out?${search}`);
  if (whose === "id") return expect(page.text).toContain("did not ask in the right way");
  const done = await browser.submit(page, { logout: "yes" }, "/oidc/sign-out/confirm");
  expect(done.text).toContain("You are signed out");
});

test("no other site can sign a person out: the form needs the secret of its page", async () => {
  const app = await register(supergraph);
  const { browser } = await personIn(supergraph);
  await tokensFor(browser, await discover(supergraph, app));
  const response = await browser.send("/oidc/sign-out/confirm", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
    body: "logout=yes&xsrf=guessed",
  });
  expect(response.status).toBe(400);
  expect((await browser.open("/account/")).text).toContain("<h1>Your account</h1>");
});

test("apps are told within five seconds that a person has signed out of Boxoffice (oidcc-backchannel-rp-initiated-logout)", async () => {
  const [one, other] = ["/one", "/other"];
  const [first, second] = [
    await register(supergraph, { backchannelLogoutUri: hook(one) }),
    await register(supergraph, { backchannelLogoutUri: hook(other), idTokenAlg: "EdDSA" }),
  ];
  const { browser, id } = await personIn(supergraph);
  const tokens = await tokensFor(browser, await discover(supergraph, first));
  await tokensFor(browser, await discover(supergraph, second, "EdDSA"));
  const waited = Date.now();
  await browser.submit(await browser.open("/account/"), {}, "/session/end");
  await until(() => [one, other].every((path) => told.some((got) => got.path === path)), "both apps are told");
  expect(Date.now() - waited).toBeLessThan(6_000);
  const payload = await verified(first, told.find(({ path }) => path === one)!.token);
  expect(payload).toMatchObject({
    sub: id,
    sid: tokens.claims()!.sid,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  });
  expect(payload.nonce).toBeUndefined();
  await verified(second, told.find(({ path }) => path === other)!.token);
});

test("an app that fails is told again", async () => {
  const app = await register(supergraph, { backchannelLogoutUri: hook("/fails") });
  failing.set("/fails", 2);
  const { browser } = await personIn(supergraph);
  await tokensFor(browser, await discover(supergraph, app));
  await browser.submit(await browser.open("/account/"), {}, "/session/end");
  await until(() => told.some(({ path }) => path === "/fails"), "the app is told");
});

test("apps are told once when one of them has asked to sign out", async () => {
  const asking = await register(supergraph, { postLogoutRedirectUris: [HOME], backchannelLogoutUri: hook("/asking") });
  const { browser } = await personIn(supergraph);
  const config = await discover(supergraph, asking);
  const { id_token: hint } = await tokensFor(browser, config);
  const url = client.buildEndSessionUrl(config, { id_token_hint: hint!, post_logout_redirect_uri: HOME });
  const page = await browser.open(`${url.pathname}${url.search}`);
  await browser.submit(page, { logout: "yes" }, "/oidc/sign-out/confirm");
  await supergraph.settle();
  expect(told.filter(({ path }) => path === "/asking")).toHaveLength(1);
});
