// The pages under /account/ and the routes under /session, as browsers use them.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import { holdSeats, inDays, openShow, PASSWORD, payOrder, placeOrder, signUp, type Person } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const newAddress = () => `${randomUUID()}@mail.example`;
const NEW_PASSWORD = "violet harbour engine 41";

const CODE = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m;
const alertTo = (address: string, subject: RegExp) => codeFor(address, subject, 1, /^[\w-]{43}$/m);

/** From the latest of so many mails. */
async function codeFor(address: string, subject: RegExp, mails = 1, code = CODE): Promise<string> {
  const codes = async () => {
    const received = mail.mails().filter(({ to }) => to.includes(address));
    const parsed = await Promise.all(received.map(({ raw }) => PostalMime.parse(raw)));
    return parsed
      .filter((one) => subject.test(one.subject ?? ""))
      .flatMap(({ text = "" }) => code.exec(text)?.[0] ?? []);
  };
  await until(async () => (await codes()).length >= mails, `a code is mailed: ${subject}`);
  return (await codes()).at(-1)!;
}

async function signedIn({ email }: Pick<Person, "email">, to?: string): Promise<[Browser, Shown]> {
  const browser = openBrowser(supergraph.url);
  const page = await browser.open(`/account/sign-in${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`);
  return [browser, await browser.submit(page, { email, password: PASSWORD }, "/session")];
}

test("a person signs in by password, and no script can read either token", async () => {
  const person = await signUp(supergraph.client, "Ada & <Co>", newAddress());
  const [browser, page] = await signedIn(person);
  expect([page.status, page.url.pathname]).toEqual([200, "/account/"]);
  expect(page.text).toContain("Ada &amp; &lt;Co&gt;");
  expect(browser.cookies.get("session")!.attributes).toMatch(/^ Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  expect(browser.cookies.get("refresh")!.attributes).toMatch(
    /^ Path=\/session; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
  );
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.text).not.toMatch(/<script/i);
});

test("the address of the account may be typed without its last slash", async () => {
  const { status, headers } = await fetch(new URL("/account", supergraph.url), { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([308, "/account/"]);
});

test("pages lead to events and tickets only where the storefront passes them on", async () => {
  const browser = openBrowser(supergraph.url);
  const alone = await browser.open("/account/sign-in");
  expect(alone.text).not.toMatch(/href="\/(tickets)?"/);
  const inShop = await browser.send("/account/sign-in", { headers: { "x-storefront": "1" } });
  expect(await inShop.text()).toMatch(/href="\/"[^]*href="\/"[^]*href="\/tickets"/);
});

test("wrong credentials show the form again with the address, and say nothing about accounts", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const texts = [];
  for (const email of [person.email, newAddress()]) {
    const browser = openBrowser(supergraph.url);
    const form = await browser.open("/account/sign-in");
    const page = await browser.submit(form, { email, password: "not the password" }, "/session");
    expect(page.status).toBe(401);
    expect(page.text).toContain(`value="${email}"`);
    expect(page.text).not.toContain("not the password");
    expect(browser.cookies.size).toBe(0);
    texts.push(page.text.replaceAll(email, ""));
  }
  expect(texts[0]).toBe(texts[1]);
});

test("an empty or malformed field is named next to it", async () => {
  const browser = openBrowser(supergraph.url);
  const form = await browser.open("/account/register");
  const page = await browser.submit(form, { email: "nowhere", displayName: " ", password: "" });
  expect(page.status).toBe(400);
  for (const id of ["displayName", "email", "password"]) {
    expect(page.text).toContain(`id="${id}-wrong"`);
    expect(page.text).toMatch(new RegExp(`aria-describedby="[^"]*${id}-wrong"`));
  }
});

test("a form from another site changes nothing", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const [browser] = await signedIn(person);
  const body = new URLSearchParams({ displayName: "Mallory" }).toString();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  for (const headers of [form, { ...form, origin: "https://other.example" }, { ...form, origin: "null" }]) {
    const response = await browser.send("/account/profile", { method: "POST", headers, body });
    expect(response.status).toBe(403);
  }
  expect((await browser.open("/account/")).text).toContain("Ada");
});

test("an account is created by its mailed code, in the browser that requested it only", async () => {
  const email = newAddress();
  const browser = openBrowser(supergraph.url);
  const form = await browser.open("/account/register?to=/account/password");
  const asked = await browser.submit(form, { email, displayName: "Grace", password: NEW_PASSWORD });
  expect(asked.url.pathname).toBe("/account/code");
  const code = await codeFor(email, /is your code$/);

  // The link of the mail: scanners open it, and so does another browser.
  const elsewhere = await openBrowser(supergraph.url).open(`/account/code?code=${code}`);
  expect(elsewhere.forms.map(({ action }) => action)).toEqual(["/account/language"]);
  expect(elsewhere.text).toContain(code);
  for (let scan = 0; scan < 10; scan++)
    expect(
      (await browser.send(`/account/code?code=${code}`, { method: scan % 2 ? "GET" : "HEAD" })).status,
    ).toBeLessThan(500);

  const linked = await browser.open(`/account/code?code=${code}&to=/account/password`);
  expect(linked.forms.find(({ action }) => action === "/account/code")!.fields.code).toBe(code);
  const page = await browser.submit(linked, {});
  expect([page.status, page.url.pathname]).toEqual([200, "/account/password"]);
  expect(browser.cookies.has("code")).toBe(false);
});

test("a forgotten password is replaced with a mailed code", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const browser = openBrowser(supergraph.url);
  const asked = await browser.submit(await browser.open("/account/reset"), { email: person.email });
  const code = await codeFor(person.email, /new password/);
  const wrong = await browser.submit(asked, { code: "22222222", newPassword: NEW_PASSWORD });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining(`id="code-wrong"`)]);
  const weak = await browser.submit(wrong, { code, newPassword: "password1" });
  expect([weak.status, weak.text]).toEqual([400, expect.stringContaining(`id="newPassword-wrong"`)]);
  const page = await browser.submit(weak, { code, newPassword: NEW_PASSWORD });
  expect(page.url.pathname).toBe("/account/");
  const [, old] = await signedIn(person);
  expect(old.status).toBe(401);
});

test("a sign-in from a new device is reported with the mailed code, and a change of the address undone", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const [browser] = await signedIn(person);
  await browser.submit(await browser.open("/account/verify"), {}, "/account/verify/request");
  await browser.submit(await browser.open("/account/verify"), {
    code: await codeFor(person.email, /is your code$/, 2),
  });
  // Alerts go to verified addresses.
  const next = newAddress();
  const asked = await browser.submit(await browser.open("/account/email"), { email: next, password: PASSWORD });
  await browser.submit(asked, { code: await codeFor(next, /is your code$/) });
  const stranger = { "user-agent": "Another device" };
  const input = { email: next, password: PASSWORD };
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  expect((await supergraph.client().send(signIn, { input }, stranger)).data.signIn.__typename).toBe("Session");

  const owner = openBrowser(supergraph.url);
  const form = await owner.open("/account/report-sign-in");
  const refused = await owner.submit(form, { code: "nonsense" });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(`id="code-wrong"`)]);
  const reported = await owner.submit(refused, { code: await alertTo(next, /new device/) });
  expect(reported.text).toContain("Your account is safe");
  await until(
    async () => (await browser.open("/account/")).url.pathname === "/account/sign-in",
    "the session has ended",
  );

  const undone = await owner.submit(await owner.open("/account/undo-email-change"), {
    code: await alertTo(person.email, /was changed/),
  });
  expect(undone.text).toContain("Your account is safe");
  const code = await owner.submit(await owner.open("/account/reset"), { email: person.email });
  const page = await owner.submit(code, {
    code: await codeFor(person.email, /new password/),
    newPassword: NEW_PASSWORD,
  });
  expect(page.text).toContain(person.email);
});

test("a signed-in person changes name, address and password, verifies, and ends sessions", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const [browser] = await signedIn(person);
  const renamed = await browser.submit(await browser.open("/account/profile"), { displayName: "Ada Lovelace" });
  expect(renamed.text).toContain("Your name is changed.");
  expect(renamed.text).toContain("Ada Lovelace");

  await browser.submit(await browser.open("/account/verify"), {}, "/account/verify/request");
  // signUp has mailed the first.
  const own = await codeFor(person.email, /is your code$/, 2);
  const verified = await browser.submit(await browser.open("/account/verify"), { code: own });
  expect(verified.text).toContain("Your address is verified.");

  const email = newAddress();
  const asked = await browser.submit(await browser.open("/account/email"), { email, password: PASSWORD });
  expect(asked.url.pathname).toBe("/account/verify");
  const changed = await browser.submit(asked, { code: await codeFor(email, /is your code$/) });
  expect(changed.text).toContain(email);

  const [other] = await signedIn({ email });
  const listed = await browser.open("/account/");
  expect(listed.text).toContain("Firefox on Linux");
  expect((await browser.submit(listed, {}, "/account/sessions/end")).text).toContain("The session has ended.");
  await until(async () => (await other.open("/account/")).url.pathname === "/account/sign-in", "the other is out");

  const page = await browser.submit(await browser.open("/account/password"), {
    password: PASSWORD,
    newPassword: NEW_PASSWORD,
  });
  expect(page.text).toContain("Your password is changed.");
});

test("before an account is deleted its page says which tickets and orders would be lost, and without orders that it can't", async () => {
  const show = await openShow(supergraph.client, { name: "Aida", startsAt: inDays(3) });
  const person = await signUp(supergraph.client, "Ada", `${randomUUID()}@example.org`);
  const [browser] = await signedIn(person);
  const warning = async () =>
    /<div class="note bad">(.*?)<\/div>/s.exec((await browser.open("/account/delete")).text)?.[1];
  const consequences = async () => {
    const { me } = await person.client.ask(`{ me { deletionConsequences { validTickets openOrders } } }`);
    return me.deletionConsequences;
  };
  expect([await warning(), await consequences()]).toEqual([undefined, { validTickets: 0, openOrders: 0 }]);
  const held = await holdSeats(person.client, show.eventId, [show.seats[0]!.id, show.seats[1]!.id]);
  const order = await placeOrder(person.client, held.id);
  expect(await warning()).toMatch(/1 order is not finished yet/);
  await payOrder(person.client, order.id);
  await supergraph.settle();
  expect(await consequences()).toEqual({ validTickets: 2, openOrders: 0 });
  expect(await warning()).toMatch(/You have 2 valid tickets/);
  await supergraph.pause("orders");
  try {
    expect(await warning()).toMatch(/can't be looked up/);
  } finally {
    await supergraph.resume("orders");
  }
  await supergraph.advance(4 * 86_400);
  expect((await consequences()).validTickets).toBe(0);
  await supergraph.advance(0);
});

test("an expired access token is replaced without asking the person", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  const [browser] = await signedIn(person);
  const before = browser.cookies.get("refresh")!.value;
  browser.cookies.delete("session");
  const page = await browser.open("/account/password");
  expect([page.status, page.url.pathname]).toEqual([200, "/account/password"]);
  expect(browser.cookies.get("refresh")!.value).not.toBe(before);
  const stranger = await openBrowser(supergraph.url).open("/account/password");
  expect(`${stranger.url.pathname}${stranger.url.search}`).toBe("/account/sign-in?to=%2Faccount%2Fpassword");
});

test("signing out ends the session at users, also with an expired access token", async () => {
  const person = await signUp(supergraph.client, "Ada", newAddress());
  for (const isExpired of [false, true]) {
    const [browser, page] = await signedIn(person);
    const token = browser.cookies.get("session")!.value;
    if (isExpired) browser.cookies.delete("session");
    const out = await browser.submit(page, {}, "/session/end");
    expect(out.text).toContain("You are signed out.");
    expect(browser.cookies.size).toBe(0);
    const isOver = async () => (await supergraph.client(token).send("{ me { id } }")).errors !== undefined;
    await until(isOver, "the session has ended");
  }
});
