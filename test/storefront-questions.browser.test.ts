// The storefront asks what an organizer asks, in Chromium, with and without a script.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import { openShow, type Show } from "../local/fixtures.ts";
import { flawsOf, openBrowser, takeScreenshot, type StorefrontBrowser } from "../testkit/storefront-browser.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { setQuestions } from "./event-questions.ts";

let supergraph: TestSupergraph;
let storefront: Awaited<ReturnType<typeof startTestStorefront>>;
let browser: StorefrontBrowser;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9", ...KNOWN_DOCUMENTS });
  storefront = await startTestStorefront(supergraph.url);
  show = await openShow(supergraph.client, { name: "Aida" });
  await setQuestions(show, QUESTIONS, { invoiceAddress: "REQUIRED" });
  await supergraph.settle();
  browser = await openBrowser(storefront.url);
});
afterAll(async () => {
  await browser?.close();
  await storefront?.stop();
  await supergraph?.stop();
});

const options = (...labels: string[]) => ({ options: labels.map((label) => ({ label })) });
const QUESTIONS = [
  { scope: "ORDER", kind: "YES_NO", text: "I accept the rules of the house", isRequired: true, mustBeYes: true },
  { scope: "ORDER", kind: "YES_NO", text: "Do you come by car?" },
  { scope: "ORDER", kind: "PHONE", text: "Telephone", help: "With the country code. For the driver." },
  { scope: "ORDER", kind: "CHOOSE_SEVERAL", text: "What are you interested in?", ...options("Opera", "Ballet") },
  { scope: "ORDER", kind: "LONG_TEXT", text: "Anything else?" },
  { scope: "ORDER", kind: "DATE", text: "Date of birth" },
  { scope: "TICKET", kind: "CHOOSE_ONE", text: "Size of the T-shirt", isRequired: true, ...options("M", "L") },
  { scope: "TICKET", kind: "NUMBER", text: "Height in metres" },
];

let guests = 0;

/** Holds two seats as a guest. */
async function hold(page: Page): Promise<void> {
  await page.goto(`/e/${show.eventId}`);
  await page.locator("#quantity").selectOption("2");
  await page.locator(".stub button.big").click();
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
}

async function answer(page: Page): Promise<void> {
  await page.getByLabel("I accept the rules of the house").check();
  await page.getByRole("group", { name: "Do you come by car?" }).getByLabel("No").check();
  await page.getByLabel("Telephone").fill("0361 1234");
  await page.getByLabel("Ballet").check();
  await page.getByLabel("Anything else?").fill("Two lines\nof text");
  await page.getByLabel("Date of birth").fill("1990-12-10");
  for (const index of [0, 1]) await page.getByLabel("Size of the T-shirt").nth(index).selectOption("L");
  await page.getByLabel("Height in metres").first().fill("1,75");
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("Street and number").fill("Elm 1");
  await page.getByLabel("Postal code").fill("99084");
  await page.getByLabel("Town").fill("Erfurt");
  await page.getByLabel("Country").selectOption("DE");
}

const SCREENS = [
  { screen: "phone", viewport: { width: 360, height: 740 }, colorScheme: "light", javaScriptEnabled: true },
  { screen: "desktop", viewport: { width: 1440, height: 900 }, colorScheme: "dark", javaScriptEnabled: true },
  { screen: "desktop", viewport: { width: 1440, height: 900 }, colorScheme: "light", javaScriptEnabled: false },
] as const;

test.each(SCREENS)(
  "questions are answered and corrected on a $screen in $colorScheme colours, with a script: $javaScriptEnabled",
  async ({ screen, ...options }) => {
    const look = async (page: Page, shown: string) => {
      if (!options.javaScriptEnabled) return;
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${screen}-${options.colorScheme}`);
    };
    const problems = await browser.withPage(options, async (page) => {
      await hold(page);
      await look(page, "questions");
      await answer(page);
      await page.locator(".pay button.big").click();
      await page.locator("[role=alert]").filter({ hasText: "Some answers are missing or don’t fit." }).waitFor();
      await page.getByText("This answer doesn’t fit the question.").waitFor();
      await look(page, "questions-refused");
      // What was right is still there.
      await page.getByLabel("Telephone").fill("+49 361 1234");
      await page.locator(".pay button.big").click();
      await page.waitForURL("**/order/**");
      const orderId = new URL(page.url()).pathname.split("/")[2]!;
      const { order } = await show.owner.client.ask(
        `query ($id: ID!) { order(id: $id) { answers { question text } } }`,
        { id: orderId },
      );
      expect(order.answers.map(({ question, text }: Data) => [question, text]).sort()).toEqual([
        ["Anything else?", "Two lines\nof text"],
        ["Date of birth", "1990-12-10"],
        ["Do you come by car?", "no"],
        ["Height in metres", "1.75"],
        ["I accept the rules of the house", "yes"],
        ["Size of the T-shirt", "L"],
        ["Size of the T-shirt", "L"],
        ["Telephone", "+493611234"],
        ["What are you interested in?", "Ballet"],
      ]);
    });
    expect(problems).toEqual([]);
  },
);
