// Sign-in with an account at somebody else's OpenID provider, on the pages under /account/.
import { randomUUID } from "node:crypto";
import { signUp } from "../local/fixtures.ts";
import { totpCode } from "../testkit/totp.ts";
import { until } from "../testkit/until.ts";
import {
  accountsOf,
  begin,
  isSignedIn,
  later,
  local,
  newBrowser,
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

describe("a sign-in", () => {
  test("of a new person makes an account with the address that the provider has verified, and goes where the person wanted", async () => {
    const person = somebody();
    const browser = newBrowser();
    const page = await browser.open("/account/sign-in");
    expect(page.text).toContain("Continue with One &amp; Only");
    expect(page.text).toContain("Continue with Two");
    const arrived = await signInAt(browser, person);
    expect([arrived.status, arrived.url.pathname]).toEqual([200, "/account/profile"]);
    expect(browser.cookies.has("external")).toBe(false);
    expect(await accountsOf(person.email)).toEqual([
      expect.objectContaining({ display_name: "Ada Elsewhere", password_hash: null, verified: true, identities: 1 }),
    ]);
    const again = newBrowser();
    expect((await signInAt(again, person)).url.pathname).toBe("/account/profile");
    expect(await accountsOf(person.email)).toHaveLength(1);
  });

  test("finds its account by issuer and subject, also after the address has changed there", async () => {
    const person = somebody();
    await signInAt(newBrowser(), person);
    const browser = newBrowser();
    await signInAt(browser, { ...person, email: `${randomUUID()}@elsewhere.example`, email_verified: false });
    expect((await browser.open("/account/")).text).toContain(person.email);
  });

  test("is linked to the account with the address, if both sides have verified it; its password and sessions stay", async () => {
    const person = somebody();
    const owner = await signUp(supergraph.client, "Ada", person.email);
    await supergraph.query("users", "update app_user set email_verified_at = now() where email = $1", [person.email]);
    const browser = newBrowser();
    await signInAt(browser, person);
    expect((await browser.open("/account/")).text).toContain(person.email);
    expect(await accountsOf(person.email)).toEqual([
      expect.objectContaining({ id: owner.id, password_hash: expect.any(String), identities: 1, sessions: 2 }),
    ]);
  });

  test("takes over an account whose address was never verified: password, sessions, factors and identities of the stranger end", async () => {
    const person = somebody();
    const [stranger] = await signInByPassword((await signUp(supergraph.client, "Mallory", person.email)).email);
    const strangers = somebody();
    await stranger.open(local(await one.signIn(await begin(stranger, "one", "/account/identities/link"), strangers)));
    expect(await accountsOf(person.email)).toEqual([expect.objectContaining({ identities: 1, verified: false })]);
    const browser = newBrowser();
    await signInAt(browser, person);
    expect((await browser.open("/account/")).text).toContain(person.email);
    expect(await accountsOf(person.email)).toEqual([
      expect.objectContaining({ password_hash: null, verified: true, identities: 1, sessions: 1 }),
    ]);
    expect((await signInByPassword(person.email))[1].status).toBe(401);
    await until(
      async () => (await stranger.open("/account/")).url.pathname === "/account/sign-in",
      "the stranger is out",
    );
    // The identity of the stranger makes an account of its own.
    await signInAt(stranger, strangers);
    expect((await stranger.open("/account/")).text).not.toContain(person.email);
  });

  test.each([
    ["that the provider does not verify", "one", { email_verified: false }],
    ["of a domain that the provider is not trusted for", "two", {}],
    ["that is missing", "one", { email: undefined }],
  ])(
    "by an address %s finds and makes no account, and says the same whether there is one",
    async (_, provider, more) => {
      const owned = somebody();
      await signUp(supergraph.client, "Ada", owned.email);
      const pages = await Promise.all(
        [owned, somebody()].map(async (person) => signInAt(newBrowser(), { ...person, ...more }, provider)),
      );
      expect(pages.map(refused)).toEqual(
        pages.map(() => [401, expect.stringContaining("It belongs to no account here.")]),
      );
      expect(await accountsOf(owned.email)).toEqual([expect.objectContaining({ identities: 0 })]);
    },
  );

  test("to a suspended account is refused", async () => {
    const person = somebody();
    await signInAt(newBrowser(), person);
    await supergraph.query("users", "update app_user set status = 'SUSPENDED' where email = $1", [person.email]);
    expect(refused(await signInAt(newBrowser(), person))).toEqual(REJECTED);
  });

  test("to an account with an authenticator app asks for its code, unless a trusted provider has asked for a second factor", async () => {
    const person = somebody();
    const browser = newBrowser();
    await signInAt(browser, person);
    const scan = await browser.submit(await browser.open("/account/totp"), {});
    const { secret } = scan.forms.find(({ action }) => action === "/account/totp")!.fields as { secret: string };
    await browser.submit(scan, { totp: totpCode(secret) });
    await later(60);
    const other = newBrowser();
    const step = await signInAt(other, person);
    expect([step.text.includes("Second step"), isSignedIn(other)]).toEqual([true, false]);
    const done = await other.submit(step, { totp: totpCode(secret, 2) }, "/session");
    expect([done.url.pathname, isSignedIn(other)]).toEqual(["/account/profile", true]);
    const third = newBrowser();
    expect((await signInAt(third, { ...person, amr: ["pwd", "mfa"] })).url.pathname).toBe("/account/profile");
    const fourth = newBrowser();
    await signInAt(fourth, { ...person, amr: ["pwd"] });
    expect(isSignedIn(fourth)).toBe(false);
  });

  test("of one new person in three browsers at once makes one account", async () => {
    const person = somebody();
    const browsers = [newBrowser(), newBrowser(), newBrowser()];
    const answers = await Promise.all(
      browsers.map(async (browser) => ({ browser, to: local(await one.signIn(await begin(browser), person)) })),
    );
    await Promise.all(answers.map(({ browser, to }) => browser.open(to)));
    expect(browsers.map(isSignedIn)).toEqual([true, true, true]);
    expect(await accountsOf(person.email)).toEqual([expect.objectContaining({ identities: 1, sessions: 3 })]);
  });
});

describe("a linked account", () => {
  test("is listed, signs in, and is removed; then it signs nobody in, also not by its address, until it is linked again", async () => {
    const owner = somebody();
    await signUp(supergraph.client, "Ada", owner.email);
    await supergraph.query("users", "update app_user set email_verified_at = now() where email = $1", [owner.email]);
    const [browser] = await signInByPassword(owner.email);
    const elsewhere = somebody({ email: owner.email });
    const linking = await begin(browser, "two", "/account/identities/link");
    const linked = await browser.open(local(await two.signIn(linking, elsewhere)));
    expect([linked.url.pathname, linked.text.includes("The account is linked.")]).toEqual(["/account/security", true]);
    expect(linked.text).toContain(owner.email);
    const other = newBrowser();
    await signInAt(other, elsewhere, "two");
    expect(isSignedIn(other)).toBe(true);

    const { id } = linked.forms.find(({ action }) => action === "/account/identities/remove")!.fields;
    const removed = await browser.submit(linked, { id: id! }, "/account/identities/remove");
    expect(removed.text).toContain("no longer linked");
    await until(async () => (await other.open("/account/")).url.pathname === "/account/sign-in", "the session ended");
    expect(refused(await signInAt(newBrowser(), elsewhere, "two"))).toEqual([
      401,
      expect.stringContaining("It was removed from its account"),
    ]);
    const relinking = await begin(browser, "two", "/account/identities/link");
    await browser.open(local(await two.signIn(relinking, elsewhere)));
    const last = newBrowser();
    await signInAt(last, elsewhere, "two");
    expect(isSignedIn(last)).toBe(true);
  });

  test("of another person can't be linked, and the answer counts only in the session that has begun", async () => {
    const taken = somebody();
    await signInAt(newBrowser(), taken);
    const mine = somebody();
    const browser = newBrowser();
    await signInAt(browser, mine);
    const refusal = await browser.open(
      local(await one.signIn(await begin(browser, "one", "/account/identities/link"), taken)),
    );
    expect(refused(refusal)).toEqual([400, expect.stringContaining("linked to an account already")]);

    const to = local(await one.signIn(await begin(browser, "one", "/account/identities/link"), somebody()));
    const thief = newBrowser();
    await signInAt(thief, somebody());
    thief.cookies.set("external", browser.cookies.get("external")!);
    expect(refused(await thief.open(to))).toEqual([400, REJECTED[1]]);
    // Neither is the answer to a link one to a sign-in.
    const value = browser.cookies.get("external")!;
    browser.cookies.set("external", { ...value, value: value.value.replace(/^link/, "sign-in") });
    expect(refused(await browser.open(to))).toEqual(REJECTED);
  });

  test("that is the last way in can't be removed", async () => {
    const person = somebody();
    const browser = newBrowser();
    await signInAt(browser, person);
    await supergraph.query("users", "update app_user set email_verified_at = null where email = $1", [person.email]);
    const page = await browser.open("/account/security");
    const kept = await browser.submit(page, {}, "/account/identities/remove");
    expect(refused(kept)).toEqual([400, expect.stringContaining("the last way to sign in")]);
  });

  test("needs a recent proof of identity to be linked or removed", async () => {
    const person = somebody();
    const browser = newBrowser();
    await signInAt(browser, person);
    const page = await browser.open("/account/security");
    await later(11 * 60);
    const asked = await browser.submit(page, {}, "/account/identities/remove");
    expect(asked.url.pathname).toBe("/account/confirm");
    await expect(begin(browser, "one", "/account/identities/link")).rejects.toThrow("303 /account/confirm");
  });
});
