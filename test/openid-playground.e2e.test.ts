// The playground signs in as an app of the OpenID provider.
import { signUp } from "../local/fixtures.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser } from "./browser-without-script.ts";
import { pagesOf, personIn, signInAgain, startWithApps } from "./openid.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startWithApps();
});
afterAll(() => supergraph.stop());

async function tokenOf(browser: Browser): Promise<string | null> {
  const answer = await browser.send("/playground/access-token");
  return ((await answer.json()) as { accessToken: string | null }).accessToken;
}

test("a person who is signed in comes back with a token of the playground, which scripts of other sites can't read", async () => {
  const { browser, id } = await personIn(supergraph);
  expect(await tokenOf(browser)).toBeNull();
  const page = await browser.open("/playground/sign-in");
  expect([page.status, page.url.pathname]).toEqual([200, "/playground"]);
  const token = (await tokenOf(browser))!;
  const client = supergraph.client(token);
  expect((await client.ask("{ me { id } }")).me.id).toBe(id);
  // What an account's own sessions may do alone.
  expect((await client.send("mutation { signOut }")).errors![0]!.extensions.code).toBe("FORBIDDEN");
  const cookie = browser.cookies.get("token")!;
  expect(cookie).toMatchObject({ path: "/playground/access-token", attributes: expect.stringContaining("HttpOnly") });
  expect(cookie.attributes).toContain("SameSite=Strict");
  const read = await browser.send("/playground/access-token", { headers: { origin: "https://elsewhere.example" } });
  expect(read.headers.get("access-control-allow-origin")).toBeNull();
  expect(read.headers.get("cache-control")).toBe("no-store");
});

test("a person who is not signed in signs in on the way", async () => {
  const person = await signUp(supergraph.client);
  const browser = openBrowser(pagesOf(supergraph));
  const page = await browser.open("/playground/sign-in");
  expect(page.text).toContain("Sign in");
  const signedIn = await signInAgain(browser, person);
  expect(signedIn.status).toBe(200);
  await browser.open("/playground/sign-in");
  expect((await supergraph.client((await tokenOf(browser))!).ask("{ me { id } }")).me.id).toBe(person.id);
});

test("an answer that this browser did not ask for gives no token", async () => {
  const { browser } = await personIn(supergraph);
  const answer = await browser.open("/playground/signed-in?code=x&state=y");
  expect(answer.url.pathname).toBe("/playground");
  expect(await tokenOf(browser)).toBeNull();
});

test.each([
  ["another host name", () => pagesOf(supergraph).replace("localhost", "127.0.0.1")],
  ["the gateway's own address", () => supergraph.url],
])("%s leads to the origin of the pages first", async (_, of) => {
  const answer = await fetch(new URL("/playground/sign-in", of()), { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([
    302,
    new URL("/playground/sign-in", pagesOf(supergraph)).href,
  ]);
});
