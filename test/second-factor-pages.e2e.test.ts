// Second factors and alerts on the pages under /account/, without a script.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import { PASSWORD, signUp, type Person } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { totpCode } from "../testkit/totp.ts";
import { until } from "../testkit/until.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "mail.example" });
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const newPerson = () => signUp(supergraph.client, "Ada", `${randomUUID()}@mail.example`);

async function linkIn(address: string, path: string): Promise<string> {
  const links = async () => {
    const received = mail.mails().filter(({ to }) => to.includes(address));
    const parsed = await Promise.all(received.map(({ raw }) => PostalMime.parse(raw)));
    return parsed.flatMap(
      ({ text = "" }) => new RegExp(`https?://[^\\s]+(${path}\\?code=[^\\s]+)`).exec(text)?.[1] ?? [],
    );
  };
  await until(async () => (await links()).length > 0, `a mail has a link to ${path}`);
  return (await links()).at(-1)!;
}

async function signIn(
  { email }: Pick<Person, "email">,
  browser = openBrowser(supergraph.url),
): Promise<[Browser, Shown]> {
  return [
    browser,
    await browser.submit(await browser.open("/account/sign-in"), { email, password: PASSWORD }, "/session"),
  ];
}

/** Sets up an authenticator app. @returns its secret, and the recovery codes */
async function setUpApp(browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const scan = await browser.submit(await browser.open("/account/totp"), {});
  expect(scan.text).toContain("<svg");
  const { secret } = scan.forms.find(({ action }) => action === "/account/totp")!.fields as { secret: string };
  const wrong = await browser.submit(scan, { totp: "000000" });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining(`id="totp-wrong"`)]);
  const done = await browser.submit(wrong, { totp: totpCode(secret) });
  const codes = [...done.text.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!);
  expect([done.status, codes.length]).toEqual([200, 10]);
  return { secret, codes };
}

test("an authenticator app is set up, and the next sign-in needs its code or a recovery code, each once", async () => {
  const person = await newPerson();
  const [browser] = await signIn(person);
  const { secret, codes } = await setUpApp(browser);
  // The code of setting up counts as used.
  await supergraph.advance(60);
  const totp = totpCode(secret, 2);
  const [second, step] = await signIn(person);
  expect(step.text).toContain("Second step");
  expect(second.cookies.has("session")).toBe(false);
  const wrong = await second.submit(step, { totp: "000000" });
  expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining("Second step")]);
  expect((await second.submit(wrong, { totp })).url.pathname).toBe("/account/");

  const [third, again] = await signIn(person);
  expect((await third.submit(again, { totp })).status).toBe(401);
  expect((await third.submit(again, { recoveryCode: codes[0]! })).url.pathname).toBe("/account/");
  const [fourth, last] = await signIn(person);
  expect((await fourth.submit(last, { recoveryCode: codes[0]! })).status).toBe(401);
});

test("a change of factors long after the sign-in asks for a proof first, and then continues", async () => {
  const person = await newPerson();
  const [browser] = await signIn(person);
  await supergraph.advance(11 * 60);
  const asked = await browser.submit(await browser.open("/account/totp"), {});
  expect(`${asked.url.pathname}${asked.url.search}`).toBe("/account/confirm?to=%2Faccount%2Ftotp");
  const wrong = await browser.submit(asked, { password: "not it" });
  expect(wrong.status).toBe(400);
  const back = await browser.submit(wrong, { password: PASSWORD });
  expect(back.url.pathname).toBe("/account/totp");
  expect((await browser.submit(back, {})).text).toContain("<svg");
});

test("a sign-in from a new device is mailed; a click on 'it was not me' ends all sessions and the password", async () => {
  const person = await newPerson();
  const thief = openBrowser(supergraph.url, "Curl/9 of a thief");
  await signIn(person, thief);
  const link = await linkIn(person.email, "/account/report-sign-in");
  const browser = openBrowser(supergraph.url);
  const page = await browser.open(link);
  // Opening the link changes nothing.
  expect((await thief.open("/account/")).url.pathname).toBe("/account/");
  const safe = await browser.submit(page, {});
  expect(safe.text).toContain("Choose a new password");
  await until(async () => (await thief.open("/account/")).url.pathname === "/account/sign-in", "the thief is out");
  const [, refused] = await signIn(person);
  expect(refused.status).toBe(401);
});

test("the mailed link restores an address that another person has changed", async () => {
  const person = await newPerson();
  const changed = `${randomUUID()}@other.example`;
  const [thief] = await signIn(person);
  const asked = await thief.submit(await thief.open("/account/email"), { email: changed, password: PASSWORD });
  const received = async () => {
    const mails = mail.mails().filter(({ to }) => to.includes(changed));
    const parsed = await Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
    return parsed.flatMap(({ text = "" }) => /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(text)?.[0] ?? []);
  };
  await until(async () => (await received()).length > 0, "the code has come");
  expect((await thief.submit(asked, { code: (await received())[0]! })).text).toContain(changed);

  const browser = openBrowser(supergraph.url);
  const safe = await browser.submit(await browser.open(await linkIn(person.email, "/account/undo-email-change")), {});
  expect(safe.text).toContain(person.email);
  await until(async () => (await thief.open("/account/")).url.pathname === "/account/sign-in", "the thief is out");
});

test("a deleted account leaves receipts that anyone with the address of the page can read", async () => {
  const person = await newPerson();
  const [browser] = await signIn(person);
  const page = await browser.submit(await browser.open("/account/delete"), { password: PASSWORD });
  expect(page.url.pathname).toBe("/account/erasure");
  expect(browser.cookies.size).toBe(0);
  await supergraph.settle();
  const last = mail.mails().findLast(({ to }) => to.includes(person.email))!;
  expect((await PostalMime.parse(last.raw)).text).toContain(`${page.url.pathname}${page.url.search}`);
  const receipts = await openBrowser(supergraph.url).open(`${page.url.pathname}${page.url.search}`);
  for (const subgraph of ["users", "catalog", "seating", "orders", "payments", "risk"])
    expect(receipts.text).toContain(subgraph);
  expect(receipts.text).toContain("Every part of the system has signed");
});
