// Sign-in with an account at somebody else's OpenID provider, on the pages under /account/.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PASSWORD, signUp } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import {
  startIdentityProvider,
  type PersonElsewhere,
  type RunningIdentityProvider,
} from "../testkit/identity-provider.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { totpCode } from "../testkit/totp.ts";
import { until } from "../testkit/until.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";

const PUBLIC_URL = "https://tickets.example";
const folder = mkdtempSync(path.join(tmpdir(), "identity-providers-"));

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
/** Trusted for mail.example, and for second factors. */
let one: RunningIdentityProvider;
/** Trusted for nothing. */
let two: RunningIdentityProvider;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const callbacks = (id: string) => [`${PUBLIC_URL}/account/external/callback/${id}`];
  one = await startIdentityProvider(callbacks("one"));
  two = await startIdentityProvider(callbacks("two"));
  const configured = ({ issuer, clientId, clientSecret }: RunningIdentityProvider, more: object) => ({
    ...{ issuer, clientId, clientSecret },
    ...more,
  });
  const file = path.join(folder, "providers.json");
  const providers = [
    configured(one, { id: "one", name: "One & Only", trustedDomains: ["mail.example"], trustsMfa: true }),
    configured(two, { id: "two", name: "Two" }),
  ];
  writeFileSync(file, JSON.stringify(providers));
  supergraph = await startSupergraph({
    SMTP_URL: mail.smtpUrl,
    PUBLIC_URL,
    USERS_IDENTITY_PROVIDERS_FILE: file,
  });
});
afterAll(async () => {
  await supergraph?.stop();
  await Promise.all([one, two, mail].map((running) => running?.stop()));
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  one.tamper(null);
  one.fail(null);
});

let passed = 0;
/** Moves the clocks on from where they are. */
const later = (seconds: number) => supergraph.advance((passed += seconds));

const newBrowser = () => openBrowser(supergraph.url);
const somebody = (more: Partial<PersonElsewhere> = {}): PersonElsewhere & { email: string } => {
  const sub = randomUUID();
  return { sub, email: `${sub}@mail.example`, email_verified: true, name: "Ada Elsewhere", ...more };
};

/** Presses "Continue with". @returns the address at the provider */
async function begin(browser: Browser, provider = "one", action = "/account/external"): Promise<string> {
  const response = await browser.send(action, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(supergraph.url).origin },
    body: new URLSearchParams({ provider, to: "/account/profile" }).toString(),
  });
  const text = await response.text();
  const moved = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1];
  if (moved === undefined) throw new Error(`${response.status} ${response.headers.get("location")} ${text}`);
  return moved.replaceAll("&amp;", "&");
}

const local = ({ pathname, search }: URL) => `${pathname}${search}`;

async function signInAt(browser: Browser, person: PersonElsewhere, provider = "one"): Promise<Shown> {
  const at = provider === "one" ? one : two;
  return browser.open(local(await at.signIn(await begin(browser, provider), person)));
}

const isSignedIn = (browser: Browser) => browser.cookies.has("session");
const refused = ({ status, text }: Shown) => [status, /<div class="note bad"[^>]*><p>([^<]+)/.exec(text)?.[1]];
const REJECTED = [401, "The sign-in there was not completed, has expired or was used before: begin again."];
const NOT_HERE = [400, "This browser has not begun a sign-in, or it has taken too long. Begin again."];

const accountsOf = (email: string) =>
  supergraph.query(
    "users",
    `select u.id, u.display_name, u.password_hash, u.email_verified_at is not null as verified,
       (select count(*)::int from identity i where i.user_id = u.id and removed_at is null) as identities,
       (select count(*)::int from session s where s.user_id = u.id and ended_at is null) as sessions
     from app_user u where email = $1`,
    [email],
  );

async function signInByPassword(email: string, browser = newBrowser()): Promise<[Browser, Shown]> {
  const page = await browser.open("/account/sign-in");
  return [browser, await browser.submit(page, { email, password: PASSWORD }, "/session")];
}

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
