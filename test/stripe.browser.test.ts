// Payment by the card form of Stripe. Its script is a stand-in here, which answers with a card of the test provider; it cannot show that the
// real one obeys our content security policy.
import axe from "axe-core";
import { type Browser, type Page } from "playwright-core";
import { openShow, type Show } from "../local/fixtures.ts";
import { launchChromium, PATIENCE_MS } from "../testkit/chromium.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const KEY = "pk_test_boxoffice";

/** A frame with the name of the card, as the real form has a frame. */
const STAND_IN = `window.Stripe = (key) => ({
  elements: () => ({ create: () => ({
    mount: (place) => { const input = document.createElement("input"); input.setAttribute("aria-label", "Card of " + key); place.append(input); },
    destroy: () => undefined,
  }) }),
  createPaymentMethod: async () => {
    const { value } = document.querySelector(".stripe-card input");
    return value === "" ? { error: { message: "Your card number is incomplete." } } : { paymentMethod: { id: value } };
  },
});`;

let supergraph: TestSupergraph;
let storefront: Awaited<ReturnType<typeof startTestStorefront>>;
let browser: Browser;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9", ...KNOWN_DOCUMENTS });
  storefront = await startTestStorefront(supergraph.url, { stripeKey: KEY });
  show = await openShow(supergraph.client);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await storefront?.stop();
  await supergraph?.stop();
});

const url = (of: string) => new URL(of, storefront.url).href;
const policyOf = async (page: Page) => (await page.request.get(page.url())).headers()["content-security-policy"];

async function holdOneSeat(page: Page): Promise<void> {
  await page.goto(url(`/e/${show.eventId}`));
  await page.locator("#quantity").selectOption("1");
  await page.locator(".stub button.big").click();
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${Date.now()}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
}

test("a card is entered in the form of Stripe; only pages with that form may load its script", async () => {
  const page = await browser.newPage({ locale: "en-GB" });
  page.setDefaultTimeout(PATIENCE_MS);
  const scripts: string[] = [];
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.route("https://js.stripe.com/**", (route) => {
    scripts.push(new URL(page.url()).pathname);
    return route.fulfill({ contentType: "text/javascript", body: STAND_IN });
  });
  await page.goto(url("/"));
  expect(await policyOf(page)).not.toContain("stripe");
  await holdOneSeat(page);
  const card = page.getByLabel(`Card of ${KEY}`);
  await card.waitFor();
  expect(await policyOf(page)).toContain("script-src 'self' https://js.stripe.com;");
  await page.evaluate(axe.source);
  const violations = `axe.run({ runOnly: ["wcag2a", "wcag2aa"] }).then(({ violations }) => violations.map(({ id }) => id))`;
  expect(await page.evaluate(violations)).toEqual([]);

  await page.locator(".pay button.big").click();
  await page.getByRole("alert").filter({ hasText: "Your card number is incomplete." }).waitFor();
  await card.fill("pm_card_declined");
  await page.locator(".pay button.big").click();
  await page.waitForURL("**/order/**");
  await page.getByRole("alert").filter({ hasText: "Your bank declined the card." }).waitFor();
  await card.fill("pm_card_visa");
  await page.locator(".pay button.big").click();
  await page.locator(".passes a").first().waitFor();

  await page.goto(url("/"));
  expect(scripts.every((from) => /^\/(hold|order|enter)/.test(from))).toBe(true);
  expect(scripts.length).toBeGreaterThan(0);
  expect(problems).toEqual([]);
  await page.close();
});

test("without a script no card is charged, and the page says what is missing", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await page.route("https://js.stripe.com/**", (route) => route.abort());
  await holdOneSeat(page);
  expect(await page.content()).toContain("Paying by card needs JavaScript");
  await page.locator(".pay button.big").click();
  await page.getByRole("alert").filter({ hasText: "Enter your card." }).waitFor();
  await context.close();
});
