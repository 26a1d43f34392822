// Redirect URIs are compared exactly, and a request with another one never leaves our pages.
import * as client from "openid-client";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import {
  allow,
  CALLBACK,
  discover,
  exchange,
  personIn,
  register,
  requestOf,
  startWithApps,
  type SignedIn,
} from "./openid.ts";

let supergraph: TestSupergraph;
let config: client.Configuration;
let person: SignedIn;
beforeAll(async () => {
  supergraph = await startWithApps();
  const app = await register(supergraph, { redirectUris: [CALLBACK, "http://127.0.0.1:8080/callback"] });
  config = await discover(supergraph, app);
  person = await personIn(supergraph);
});
afterAll(() => supergraph.stop());

test.each([
  ["a longer path", "https://app.example/callback/evil"],
  ["a shorter path", "https://app.example/"],
  ["a prefix of the host", "https://app.example.evil.example/callback"],
  ["a subdomain", "https://evil.app.example/callback"],
  ["another port", "https://app.example:444/callback"],
  ["the default port", "https://app.example:443/callback"],
  ["another port of the loopback address", "http://127.0.0.1:8081/callback"],
  ["another name of the loopback address", "http://localhost:8080/callback"],
  ["another scheme", "http://app.example/callback"],
  ["a user name", "https://app.example@evil.example/callback"],
  ["a user name of the same host", "https://evil@app.example/callback"],
  ["a fragment", "https://app.example/callback#evil"],
  ["a query", "https://app.example/callback?next=https://evil.example"],
  ["dots", "https://app.example/x/../callback"],
  ["encoded dots", "https://app.example/%2e%2e/callback"],
  ["an encoded slash", "https://app.example%2fevil.example/callback"],
  ["a backslash", "https://app.example\\@evil.example/callback"],
  ["other case", "https://app.example/Callback"],
  ["upper case of the host", "https://APP.example/callback"],
  ["a trailing slash", "https://app.example/callback/"],
  ["a script", "javascript:alert(1)//https://app.example/callback"],
  ["data", "data:text/html,https://app.example/callback"],
  ["a wildcard", "https://*.example/callback"],
  ["no scheme", "//app.example/callback"],
  ["a space in front", " https://app.example/callback"],
  ["a line break", "https://app.example/callback\r\nlocation: https://evil.example"],
])("refuses %s in a redirect URI, and stays on its page", async (_, redirectUri) => {
  const { url } = await requestOf(config);
  url.searchParams.set("redirect_uri", redirectUri);
  const response = await person.browser.send(`${url.pathname}${url.search}`, { headers: { accept: "text/html" } });
  expect(response.status).toBe(400);
  expect(response.headers.get("location")).toBeNull();
  expect(await response.text()).toContain("did not ask in the right way");
});

test("refuses a second redirect URI, and none (oidcc-ensure-redirect-uri-in-authorization-request)", async () => {
  const { url } = await requestOf(config);
  url.searchParams.append("redirect_uri", "https://evil.example/");
  expect((await person.browser.send(`${url.pathname}${url.search}`)).headers.get("location")).toBeNull();
  url.searchParams.delete("redirect_uri");
  expect((await person.browser.send(`${url.pathname}${url.search}`)).headers.get("location")).toBeNull();
});

test("refuses an unknown app, and sends nobody anywhere", async () => {
  const { url } = await requestOf(config);
  url.searchParams.set("client_id", "nobody");
  const response = await person.browser.send(`${url.pathname}${url.search}`);
  expect([response.status, response.headers.get("location")]).toEqual([400, null]);
});

test("a code is exchanged only with the redirect URI that it was sent to", async () => {
  const request = await requestOf(config, { scope: "openid" });
  const { url } = await allow(person.browser, request.url);
  const elsewhere = new URL(url);
  elsewhere.host = "127.0.0.1:8080";
  elsewhere.protocol = "http:";
  await expect(exchange(config, request, elsewhere)).rejects.toMatchObject({ error: "invalid_grant" });
  expect((await exchange(config, request, url)).claims()).toMatchObject({ sub: person.id });
});

test("an app notices the answer of another issuer, or one without it (mix-up)", async () => {
  const request = await requestOf(config);
  const { url } = await allow(person.browser, request.url);
  for (const issuer of ["https://evil.example/oidc", undefined]) {
    const mixed = new URL(url);
    if (issuer === undefined) mixed.searchParams.delete("iss");
    else mixed.searchParams.set("iss", issuer);
    await expect(exchange(config, request, mixed)).rejects.toThrow(client.ClientError);
  }
});

test.each([
  ["token", "unsupported_response_type"],
  ["id_token", "unsupported_response_type"],
  ["code id_token", "unsupported_response_type"],
])("answers response_type %s with an error (oidcc-response-type)", async (responseType, error) => {
  const { url } = await requestOf(config, { response_type: responseType });
  url.searchParams.set("response_type", responseType);
  const { url: back } = await person.browser.open(`${url.pathname}${url.search}`);
  expect(back.origin).toBe("https://app.example");
  expect(new URLSearchParams(back.search || back.hash.slice(1)).get("error")).toBe(error);
});

test("refuses requests as objects and by reference (oidcc-request-uri-unsigned, oidcc-unsigned-request-object)", async () => {
  for (const [name, error] of [
    ["request", "request_not_supported"],
    ["request_uri", "request_uri_not_supported"],
  ] as const) {
    const { url } = await requestOf(config);
    url.searchParams.set(name, "https://evil.example/request");
    const { url: back } = await person.browser.open(`${url.pathname}${url.search}`);
    expect(back.searchParams.get("error")).toBe(error);
  }
});

test("refuses another resource than the API", async () => {
  const { url } = await requestOf(config);
  url.searchParams.set("resource", "urn:evil");
  const { url: back } = await person.browser.open(`${url.pathname}${url.search}`);
  expect(back.searchParams.get("error")).toBe("invalid_target");
});
