// Answers of identity providers that are refused, and providers that are away.
import { randomUUID } from "node:crypto";
import { signUp } from "../local/fixtures.ts";
import { type RunningIdentityProvider } from "../testkit/identity-provider.ts";
import { type Browser } from "./browser-without-script.ts";
import {
  accountsOf,
  begin,
  isSignedIn,
  later,
  local,
  newBrowser,
  NOT_HERE,
  one,
  refused,
  REJECTED,
  resetProviders,
  signInAt,
  signInByPassword,
  somebody,
  start,
  stop,
  supergraph,
  two,
} from "./external-sign-in.ts";

beforeAll(start);
afterAll(stop);
afterEach(resetProviders);

describe("an answer is refused", () => {
  async function answered(person = somebody()): Promise<{ browser: Browser; to: URL; person: typeof person }> {
    const browser = newBrowser();
    return { browser, to: await one.signIn(await begin(browser), person), person };
  }
  async function expectRefusal(browser: Browser, to: URL, expected: unknown[] = REJECTED): Promise<void> {
    expect(refused(await browser.open(local(to)))).toEqual(expected);
    expect(isSignedIn(browser)).toBe(false);
  }

  test("with another state", async () => {
    const { browser, to } = await answered();
    to.searchParams.set("state", randomUUID());
    await expectRefusal(browser, to);
  });

  test("in another browser, also in one that has begun a sign-in itself; the right one can still use it", async () => {
    const { browser, to, person } = await answered();
    await expectRefusal(newBrowser(), to, NOT_HERE);
    const other = newBrowser();
    await begin(other);
    await expectRefusal(other, to);
    await browser.open(local(to));
    expect((await browser.open("/account/")).text).toContain(person.email);
  });

  test("the second time, also with the cookie of the first, and twice at once is once", async () => {
    const { browser, to } = await answered();
    const cookie = browser.cookies.get("external")!;
    const twins = [newBrowser(), newBrowser()];
    for (const twin of twins) twin.cookies.set("external", cookie);
    await Promise.all(twins.map((twin) => twin.open(local(to))));
    expect(twins.filter(isSignedIn)).toHaveLength(1);
    await expectRefusal(browser, to);
  });

  test("after ten minutes", async () => {
    const { browser, to } = await answered();
    await later(601);
    await expectRefusal(browser, to);
  });

  test("at the address of another provider, and with the issuer of another one", async () => {
    const { browser, to } = await answered();
    to.pathname = to.pathname.replace("/one", "/two");
    await expectRefusal(browser, to);
    const second = await answered();
    expect(second.to.searchParams.get("iss")).toBe(one.issuer);
    second.to.searchParams.set("iss", two.issuer);
    await expectRefusal(second.browser, second.to);
    const third = await answered();
    third.to.searchParams.delete("iss");
    await expectRefusal(third.browser, third.to);
  });

  test("with a code of another sign-in", async () => {
    const [victim, attacker] = [await answered(), await answered()];
    victim.to.searchParams.set("code", attacker.to.searchParams.get("code")!);
    await expectRefusal(victim.browser, victim.to);
  });

  test("if the person has cancelled", async () => {
    const { browser, to } = await answered();
    to.searchParams.delete("code");
    to.searchParams.set("error", "access_denied");
    await expectRefusal(browser, to);
  });

  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  test.each<[string, Parameters<RunningIdentityProvider["tamper"]>[0]]>([
    ["another nonce", (claims, sign) => sign({ ...claims, nonce: "another" })],
    ["no nonce", ({ nonce: _, ...claims }, sign) => sign(claims)],
    ["another issuer", (claims, sign) => sign({ ...claims, iss: two.issuer })],
    ["another audience", (claims, sign) => sign({ ...claims, aud: "another client" })],
    ["a time that is over", (claims, sign) => sign({ ...claims, iat: 1_700_000_000, exp: 1_700_000_600 })],
    ["no signature", async (claims) => `${encoded({ alg: "none" })}.${encoded(claims)}.`],
    ["a wrong signature", async (claims, sign) => `${(await sign(claims)).split(".").slice(0, 2).join(".")}.AAAA`],
    [
      "a signature by the client secret",
      async (claims) => `${encoded({ alg: "HS256" })}.${encoded(claims)}.${Buffer.alloc(32).toString("base64url")}`,
    ],
    ["no subject", ({ sub: _, ...claims }, sign) => sign(claims)],
  ])("with an ID token that has %s", async (_, change) => {
    const { browser, to, person } = await answered();
    one.tamper(change);
    await expectRefusal(browser, to);
    expect(await accountsOf(person.email)).toEqual([]);
  });

  test("by a form of another site that begins the sign-in", async () => {
    const response = await newBrowser().send("/account/external", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
      body: "provider=one",
    });
    expect(response.status).toBe(403);
  });
});

describe("while a provider is away", () => {
  test.each([500, "silent"] as const)("(%s) its answers are refused, and other sign-ins go on", async (how) => {
    const person = somebody();
    const browser = newBrowser();
    const to = local(await one.signIn(await begin(browser), person));
    one.fail(how);
    const waiting = browser.open(to);
    const other = newBrowser();
    await signInAt(other, person, "two").catch(() => undefined);
    const owner = await signUp(supergraph.client, "Ada");
    expect(isSignedIn((await signInByPassword(owner.email))[0])).toBe(true);
    expect(refused(await waiting)).toEqual([401, expect.stringContaining("does not answer")]);
    one.fail(null);
    await signInAt(browser, person);
    expect(isSignedIn(browser)).toBe(true);
  });

  test("the sign-in page has the other ways while users is away", async () => {
    await supergraph.pause("users");
    const page = await newBrowser().open("/account/sign-in");
    expect([page.status, page.text.includes("Continue with")]).toEqual([200, false]);
    await supergraph.resume("users");
  });
});
