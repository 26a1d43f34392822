// A system whose PUBLIC_URL has moved from the gateway's address to the storefront's origin: what apps hold from before stays valid.
import { decodeJwt } from "jose";
import * as client from "openid-client";
import { connectClient, type Client } from "../local/client.ts";
import { freePorts } from "../local/servers/ports.ts";
import { startPassingOn, type HttpServer } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser } from "./browser-without-script.ts";
import { discover, issuerOf, personIn, register, signInAgain, tokensFor } from "./openid.ts";

const HOME = "https://app.example/";
const SCOPE = { scope: "openid profile offline_access orders:read", prompt: "consent" };

let before: TestSupergraph;
let pages: HttpServer;
/** Of the system after its upgrade. */
let now: { env: { PUBLIC_URL: string } };
let gatewayUrl: string;
const clients: Client[] = [];
beforeAll(async () => {
  const [gatewayPort, pagesPort] = await freePorts(2);
  const former = `http://localhost:${gatewayPort}`;
  before = await startSupergraph({ GATEWAY_PORT: String(gatewayPort), PUBLIC_URL: former });
  const origins = { PUBLIC_URL: `http://localhost:${pagesPort}`, FORMER_PUBLIC_URLS: former };
  const usersUrl = await before.startAnother("users", origins);
  ({ url: gatewayUrl } = await before.startAnotherGateway({ ...origins, GATEWAY_PORT: "0", USERS_URL: usersUrl }));
  pages = await startPassingOn(gatewayUrl, pagesPort);
  now = { env: origins };
});
afterAll(async () => {
  await Promise.all(clients.map((one) => one.close()));
  await pages?.stop();
  await before?.stop();
});

const statusAt = async (url: string, token: string) => {
  const one = connectClient(url, token);
  clients.push(one);
  return (await one.send("{ me { id } }")).status;
};

test("tokens that were issued before still work after the upgrade, and new ones name the pages' origin", async () => {
  const app = await register(before);
  const { browser } = await personIn(before);
  const held = await tokensFor(browser, await discover(before, app), SCOPE);
  expect(decodeJwt(held.access_token).iss).toBe(issuerOf(before));
  expect(await statusAt(gatewayUrl, held.access_token)).toBe(200);

  const config = await discover(now, app);
  const renewed = await client.refreshTokenGrant(config, held.refresh_token!);
  expect(decodeJwt(renewed.access_token).iss).toBe(issuerOf(now));
  expect(await statusAt(gatewayUrl, renewed.access_token)).toBe(200);
});

test("a gateway that knows neither issuer refuses both tokens", async () => {
  const app = await register(before);
  const { browser, email } = await personIn(before);
  const old = await tokensFor(browser, await discover(before, app), SCOPE);
  const visitor = openBrowser(now.env.PUBLIC_URL);
  await signInAgain(visitor, { email });
  const current = await tokensFor(visitor, await discover(now, app), SCOPE);
  const settings = { GATEWAY_PORT: "0", PUBLIC_URL: "https://elsewhere.example", FORMER_PUBLIC_URLS: "" };
  const stranger = await before.startAnotherGateway(settings);
  for (const { access_token: token } of [old, current]) {
    expect(await statusAt(gatewayUrl, token)).toBe(200);
    expect(await statusAt(stranger.url, token)).toBe(401);
  }
});

test("an app signs a person out with an ID token from before; one of another issuer is refused", async () => {
  const app = await register(before, { postLogoutRedirectUris: [HOME] });
  const { browser, email } = await personIn(before);
  const { id_token: hint = "" } = await tokensFor(browser, await discover(before, app));
  const visitor = openBrowser(now.env.PUBLIC_URL);
  await signInAgain(visitor, { email });
  const config = await discover(now, app);
  const askedWith = (idToken: string) => {
    const url = client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: HOME });
    return visitor.open(`${url.pathname}${url.search}`);
  };
  const { id_token: current = "" } = await tokensFor(visitor, config);
  // The system of before does not know the issuer of now.
  const unknown = new URLSearchParams({ id_token_hint: current, post_logout_redirect_uri: HOME });
  expect((await browser.open(`/oidc/sign-out?${unknown}`)).text).toContain("did not ask in the right way");
  const page = await askedWith(hint);
  expect(page.text).toContain("asks to sign you out");
  const { url: back } = await visitor.submit(page, { logout: "yes" }, "/oidc/sign-out/confirm");
  expect(back.href).toBe(HOME);
});
