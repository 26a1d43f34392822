// The routes under /session, as scripts of our own pages use them: docs/accounts.md.
import { randomUUID } from "node:crypto";
import { PASSWORD, signUp } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser } from "./browser-without-script.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const newAddress = () => `${randomUUID()}@mail.example`;

async function signedIn({ email }: { email: string }): Promise<Browser> {
  const browser = openBrowser(supergraph.url);
  await browser.submit(await browser.open("/account/sign-in"), { email, password: PASSWORD }, "/session");
  return browser;
}

const json = { "content-type": "application/json" };
const post = (browser: Browser, path: string, body?: unknown) =>
  browser.send(path, {
    method: "POST",
    headers: body === undefined ? { "apollo-require-preflight": "1" } : json,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const ask = async (browser: Browser) => {
  const response = await browser.send("/graphql", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ query: "{ me { id } }" }),
  });
  return ((await response.json()) as { data?: { me: { id: string } | null } }).data?.me?.id;
};

test("signs in, refreshes and signs out, and never answers a token", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const browser = openBrowser(supergraph.url);
  const response = await post(browser, "/session", { email: person.email, password: PASSWORD });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    __typename: "Session",
    user: { id: person.id },
    accessTokenExpiresAt: expect.any(String),
  });
  expect(await ask(browser)).toBe(person.id);

  const first = browser.cookies.get("refresh")!.value;
  const refreshed = await post(browser, "/session/refresh");
  expect(Object.keys((await refreshed.json()) as object)).toEqual(["__typename", "user", "accessTokenExpiresAt"]);
  expect(browser.cookies.get("refresh")!.value).not.toBe(first);
  expect(await ask(browser)).toBe(person.id);

  const out = await browser.send("/session", { method: "DELETE", headers: { "apollo-require-preflight": "1" } });
  expect(out.status).toBe(204);
  expect(browser.cookies.size).toBe(0);
  expect(await ask(browser)).toBeUndefined();
});

test("many refreshes at once with one token are one, and give one session", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const browser = await signedIn(person);
  const token = browser.cookies.get("refresh")!.value;
  const refreshTokens = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const one = openBrowser(supergraph.url);
      one.cookies.set("refresh", { value: token, path: "/session", attributes: "" });
      expect((await post(one, "/session/refresh")).status).toBe(200);
      return one.cookies.get("refresh")!.value;
    }),
  );
  expect(new Set(refreshTokens).size).toBe(1);
});

test("refuses what is not a credential, and says what to send", async () => {
  const browser = openBrowser(supergraph.url);
  for (const body of [
    {},
    { email: "a@example.org" },
    { email: 1, password: "x" },
    { refreshToken: "" },
    [],
    "x",
    null,
  ]) {
    const response = await post(browser, "/session", body);
    expect([body, response.status]).toEqual([body, 400]);
    expect(await response.json()).toEqual({ error: expect.stringContaining("The body must be") });
  }
  const wrong = await post(browser, "/session", { email: newAddress(), password: "wrong" });
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { __typename: "CredentialsRejected", message: expect.any(String) },
  ]);
  const nobody = await post(browser, "/session/refresh");
  expect(nobody.status).toBe(401);
  const stale = openBrowser(supergraph.url);
  stale.cookies.set("refresh", { value: "stale", path: "/session", attributes: "" });
  expect((await post(stale, "/session/refresh")).status).toBe(401);
  expect(stale.cookies.size).toBe(0);
});

test("a foreign page can do none of it", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const browser = await signedIn(person);
  const foreign = { ...json, origin: "https://other.example" };
  const body = JSON.stringify({ email: person.email, password: PASSWORD });
  for (const [method, path] of [
    ["POST", "/session"],
    ["POST", "/session/refresh"],
    ["DELETE", "/session"],
  ] as const) {
    const init = method === "POST" ? { method, headers: foreign, body } : { method, headers: foreign };
    expect((await browser.send(path, init)).status).toBe(403);
  }
  const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://other.example" };
  expect((await browser.send("/session", { method: "POST", headers: form, body: "email=a" })).status).toBe(403);
  expect(await ask(browser)).toBe(person.id);
});
