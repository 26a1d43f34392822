// Tickets in Chromium without a network: what the service worker keeps, for whom, and until when.
import path from "node:path";
import jsqr from "jsqr";
import { type Browser, type Page } from "playwright-core";
import sharp from "sharp";
import { allSeats, buy, openShow, PASSWORD, signUp, type Person, type Show } from "../local/fixtures.ts";
import { launchChromium, PATIENCE_MS } from "../testkit/chromium.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

/** Folder for screenshots; none are taken without it. */
const { SCREENSHOTS } = process.env;

let supergraph: TestSupergraph;
let storefront: Awaited<ReturnType<typeof startTestStorefront>>;
let browser: Browser;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9", ...KNOWN_DOCUMENTS });
  storefront = await startTestStorefront(supergraph.url);
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 4 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await storefront?.stop();
  await supergraph?.stop();
});

const url = (of: string) => new URL(of, storefront.url).href;

/** Somebody with two tickets. */
async function buyer(name: string): Promise<{ person: Person; tickets: { id: string; code: string }[] }> {
  const person = await signUp(supergraph.client, name);
  const free = (await allSeats(person.client, show.eventId)).filter(({ status, row }) => status === "AVAILABLE" && row);
  const { order } = await buy(
    person.client,
    show.eventId,
    free.slice(0, 2).map(({ id }) => id),
  );
  await supergraph.settle();
  const read = await person.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id code } } }`, { id: order.id });
  return { person, tickets: read.order.tickets };
}

async function signIn(page: Page, { email }: Person): Promise<void> {
  await page.goto(url("/account/sign-in?to=/tickets"));
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(url("/tickets"));
  await page.locator(".wallet h3").waitFor();
}

/** Paths that the browser keeps, but for files of the build. */
const keptPaths = (page: Page) =>
  page.evaluate<string[]>(`(async () => {
    const found = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found.filter((path) => !path.startsWith("/assets/")).sort();
  })()`);

const keeps = (page: Page, paths: string[]) =>
  until(async () => JSON.stringify(await keptPaths(page)) === JSON.stringify([...paths].sort()), `${paths} are kept`);

/** Nobody reloads the page: it asks again, until a server that is slow answers in time. */
const networkIsBack = (page: Page) =>
  page.getByRole("status").filter({ hasText: "You are offline" }).waitFor({ state: "detached", timeout: PATIENCE_MS });

/** As a scanner at the door reads it from the screen. */
async function codeOnScreen(page: Page): Promise<string | undefined> {
  const shot = await page.locator(".pass .code img").screenshot();
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

async function look(page: Page, shown: string): Promise<void> {
  if (!SCREENSHOTS) return;
  for (const width of [360, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(SCREENSHOTS, `${shown}-${width}-${colorScheme}.png`), fullPage: true });
    }
}

test("tickets open without a network, and none is left after a sign-out", async () => {
  const { person, tickets } = await buyer("Ada");
  const [first, second] = tickets as [{ id: string; code: string }, { id: string; code: string }];
  const pages = ["/kept-for", "/tickets", `/t/${first.id}`, `/t/${second.id}`];
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => {
      const isOfNetwork = /^Failed to load|ERR_INTERNET_DISCONNECTED$/.test(message.text());
      if (message.type() === "error" && !isOfNetwork) errors.push(message.text());
    });
    await signIn(page, person);
    await keeps(page, pages);
    // Pages of the same person that are not tickets.
    await page.goto(url("/take"));
    await page.goto(url(`/e/${show.eventId}/seats`));
    await keeps(page, pages);

    await context.setOffline(true);
    // Nobody has opened this ticket before.
    await page.goto(url(`/t/${second.id}`));
    await page
      .getByRole("status")
      .filter({ hasText: /^You are offline\. Tickets as of \d{1,2}:\d\d\s[AP]M\.$/ })
      .waitFor();
    expect(await codeOnScreen(page)).toBe(second.code);
    await look(page, "offline-ticket");
    // By the script of the open page.
    await page.getByRole("link", { name: "My tickets" }).click();
    await page.locator(".wallet h3").waitFor();
    await page.getByRole("status").filter({ hasText: "You are offline" }).waitFor();
    await look(page, "offline-tickets");
    await page.locator(`a[href="/t/${first.id}"]`).click();
    await page.locator(".pass h1").waitFor();
    expect(await codeOnScreen(page)).toBe(first.code);

    const fresh: Promise<boolean>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "fetch" || !response.url().endsWith(`/t/${first.id}`)) return;
      fresh.push(response.json().then(({ page: sent }) => sent.keptAt === undefined));
    });
    await context.setOffline(false);
    await networkIsBack(page);
    // Its answer is shown, and not asked for again.
    expect((await Promise.all(fresh)).filter(Boolean)).toHaveLength(1);
    // What a form changes is kept as it is now.
    await page.locator("#name").fill("Charles Babbage");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Charles Babbage").waitFor();
    const isKept = () =>
      page.evaluate<boolean>(
        `caches.match("/t/${first.id}").then((kept) => kept.text()).then((html) => html.includes("Charles Babbage"))`,
      );
    await until(isKept, "the new name is kept");

    await page.goto(url("/account/"));
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL("**/account/sign-in**");
    await keeps(page, []);
    await context.setOffline(true);
    await expect(page.goto(url(`/t/${first.id}`))).rejects.toThrow("ERR_FAILED");
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
});

test("another person who signs in gets own tickets alone, also without having signed the first one out", async () => {
  const [ada, bob] = [await buyer("Ada"), await buyer("Bob")];
  const context = await browser.newContext({ locale: "en-GB" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await signIn(page, ada.person);
    await keeps(page, ["/kept-for", "/tickets", ...ada.tickets.map(({ id }) => `/t/${id}`)]);
    // A session that begins without a page: its cookies alone.
    await context.clearCookies();
    await signIn(page, bob.person);
    await keeps(page, ["/kept-for", "/tickets", ...bob.tickets.map(({ id }) => `/t/${id}`)]);
    await context.setOffline(true);
    const ofAda = `fetch("/t/${ada.tickets[0]!.id}").then(() => "shown", () => "none")`;
    expect(await page.evaluate<string>(ofAda)).toBe("none");
    await page.goto(url("/tickets"));
    await page.getByText("Signed in as Bob").waitFor();
  } finally {
    await context.close();
  }
});

test("a kept ticket is shown while the server fails, and not after a session has ended elsewhere", async () => {
  const { person, tickets } = await buyer("Ada");
  const context = await browser.newContext({ locale: "en-GB" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await signIn(page, person);
    const pages = ["/kept-for", "/tickets", ...tickets.map(({ id }) => `/t/${id}`)];
    await keeps(page, pages);
    await supergraph.pause("orders");
    await page.goto(url("/tickets"));
    await page.getByRole("status").filter({ hasText: "You are offline" }).waitFor();
    await supergraph.resume("orders");
    // The network was never lost, so the browser does not say that it is back.
    await networkIsBack(page);
    await context.clearCookies();
    await page.goto(url("/tickets"));
    await page.waitForURL("**/account/sign-in?**");
    await keeps(page, []);
  } finally {
    await context.close();
  }
});
