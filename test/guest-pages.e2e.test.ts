// Pages of guests in a browser without scripts: find orders by a mailed code, and add them to an account.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import { buy, openShow, PASSWORD, signUp, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser } from "./browser-without-script.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org" });
  show = await openShow(supergraph.client, { name: "Tosca & more" });
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

async function purchase(email: string): Promise<string> {
  const { startGuestSession: session } = await supergraph
    .client()
    .ask(`mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { accessToken } }`, {
      i: { email, name: "Grace" },
    });
  const [seat] = show.seats.splice(0, 1);
  const { order } = await buy(supergraph.client(session.accessToken), show.eventId, [seat.id]);
  await supergraph.settle();
  return order.number as string;
}

async function codeTo(email: string, words: string): Promise<string> {
  await supergraph.settle();
  const letters = await Promise.all(
    mail.mails().flatMap(({ to, raw }) => (to.includes(email) ? [PostalMime.parse(raw)] : [])),
  );
  const texts = letters.flatMap(({ text = "" }) => (text.includes(words) ? [text] : []));
  return /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(texts.at(-1)!)![0];
}

test("a guest finds all orders of the address with a mailed code, and nothing else of an account", async () => {
  const email = `${randomUUID()}@mail.example`;
  const numbers = [await purchase(email), await purchase(email)];
  const browser = openBrowser(supergraph.url);
  const asked = await browser.submit(await browser.open("/account/find-orders"), { email });
  expect(asked.url.pathname).toBe("/account/code");
  const wrong = await browser.submit(asked, { code: "BCDFGHJK" });
  expect(wrong.status).toBe(400);
  const found = await browser.submit(wrong, { code: await codeTo(email, "see the orders") });
  expect([found.status, found.url.pathname]).toEqual([200, "/account/orders"]);
  await supergraph.settle();
  const orders = await browser.open("/account/orders");
  for (const number of numbers) expect(orders.text).toContain(number);
  expect(orders.text).toContain("Tosca &amp; more");
  expect(orders.text).toContain("1 ticket");
  expect(orders.text).not.toMatch(/<script/i);
  const home = await browser.open("/account/");
  expect([home.status, home.text.includes("without an account")]).toEqual([200, true]);
});

test("the page says the same for an address without orders", async () => {
  const [known, unknown] = [`${randomUUID()}@mail.example`, `${randomUUID()}@mail.example`];
  await purchase(known);
  const pages = await Promise.all(
    [known, unknown].map(async (email) => {
      const browser = openBrowser(supergraph.url);
      const shown = await browser.submit(await browser.open("/account/find-orders"), { email });
      return [shown.status, shown.text.replaceAll(/value="[^"]*"/g, "")];
    }),
  );
  expect(pages[0]).toEqual(pages[1]);
});

test("a person adds orders of guests to the account with a mailed code", async () => {
  const person = await signUp(supergraph.client, "Ada", `${randomUUID()}@example.org`);
  const number = await purchase(person.email);
  const browser = openBrowser(supergraph.url);
  await browser.submit(await browser.open("/account/sign-in"), { email: person.email, password: PASSWORD }, "/session");
  const asked = await browser.submit(await browser.open("/account/claim"), {}, "/account/claim/request");
  expect(asked.url.pathname).toBe("/account/claim");
  const claimed = await browser.submit(asked, { code: await codeTo(person.email, "add orders") });
  expect([claimed.status, claimed.url.pathname]).toEqual([200, "/account/orders"]);
  expect(claimed.text).toContain("The orders are being added to your account.");
  await supergraph.settle();
  expect((await browser.open("/account/orders")).text).toContain(number);
});

test("the link of the first mail leads to the search in a browser that did not buy", async () => {
  const browser = openBrowser(supergraph.url);
  const page = await browser.open("/account/guest?code=BCDFGHJK");
  expect(page.status).toBe(200);
  expect(page.text).toContain(`href="/account/find-orders"`);
});
