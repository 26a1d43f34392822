// The storefront asks what an organizer asks, in Chromium, with and without a script.
import type { Locator, Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import { createPromoCode, openShow, type Show } from "../local/fixtures.ts";
import { flawsOf, takeScreenshot } from "../testkit/storefront-browser.ts";
import { setQuestions } from "./event-questions.ts";
import { openShop, type Shop } from "./storefront-shop.ts";
import { tabTo } from "./storefront-visitor.ts";

let shop: Shop;
let show: Show;
/** Asks nothing, and takes an address for the invoice. */
let plain: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { name: "Aida" });
  await setQuestions(show, QUESTIONS, { invoiceAddress: "REQUIRED" });
  plain = await openShow(shop.connect, { name: "Carmen" });
  await setQuestions(plain, [], { invoiceAddress: "OPTIONAL" });
  await createPromoCode(show.owner.client, show.eventId, { code: "HALF", discountPercent: 50 });
  await shop.supergraph.settle();
});
afterAll(() => shop?.stop());

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
async function hold(page: Page, { eventId } = show): Promise<void> {
  await page.goto(`/e/${eventId}`);
  await page.locator("#quantity").selectOption("2");
  await page.locator(".stub button.big").click();
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
}

async function answer(page: Page, no = "No"): Promise<void> {
  await page.getByLabel("I accept the rules of the house").check();
  await page.getByRole("group", { name: "Do you come by car?" }).getByLabel(no, { exact: true }).check();
  await page.getByLabel("Telephone").fill("0361 1234");
  await page.getByLabel("Ballet").check();
  await page.getByLabel("Anything else?").fill("Two lines\nof text");
  await page.getByLabel("Date of birth").fill("1990-12-10");
  for (const index of [0, 1]) await page.getByLabel("Size of the T-shirt").nth(index).selectOption("L");
  await page.getByLabel("Height in metres").first().fill("1,75");
  for (const [name, value] of Object.entries(ADDRESS)) await page.locator(`#invoice-${name}`).fill(value);
  await page.locator("#invoice-country").selectOption("DE");
}

const ADDRESS = { name: "Ada Lovelace", street: "Elm 1", postalCode: "99084", city: "Erfurt" };

const pay = (page: Page) => page.locator(".pay button.big").click();

const isRefused = (page: Page) =>
  page.locator("[role=alert]").filter({ hasText: "Some answers are missing or don’t fit." }).waitFor();

/** At sizes of a phone, a tablet and a desktop, in light and dark. */
async function look(page: Page, shown: string): Promise<void> {
  for (const width of [360, 768, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const screen = `${shown}-${width}-${colorScheme}`;
      expect([screen, await flawsOf(page)]).toEqual([screen, []]);
      await takeScreenshot(page, screen);
    }
}

/** Of the order whose page is shown: questions with answers. */
async function answersOf(page: Page): Promise<string[][]> {
  await page.waitForURL("**/order/**");
  const { order } = await show.owner.client.ask(`query ($id: ID!) { order(id: $id) { answers { question text } } }`, {
    id: new URL(page.url()).pathname.split("/")[2],
  });
  return order.answers.map(({ question, text }: Data) => [question, text]).sort();
}

test.each([true, false])("questions are answered and corrected, with a script: %s", async (javaScriptEnabled) => {
  const problems = await shop.browser.withPage({ javaScriptEnabled }, async (page) => {
    await hold(page);
    if (javaScriptEnabled) await look(page, "questions");
    await answer(page);
    await pay(page);
    await isRefused(page);
    await page.getByText("This answer doesn’t fit the question.").waitFor();
    if (javaScriptEnabled) await look(page, "questions-refused");
    // What was right is still there.
    await page.getByLabel("Telephone").fill("+49 361 1234");
    await pay(page);
    expect(await answersOf(page)).toEqual([
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
});

test.each([true, false])(
  "what was typed stays when a promo code is applied or the time is extended, with a script: %s",
  async (javaScriptEnabled) => {
    const problems = await shop.browser.withPage({ javaScriptEnabled }, async (page) => {
      await hold(page);
      await answer(page);
      await page.locator(".pay summary").first().click();
      await page.locator("#name-0").fill("Ada");
      await page.locator("#name-1").fill("Grace");
      const typed = () =>
        Promise.all(["#name-0", "#name-1", "#invoice-city"].map((field) => page.locator(field).inputValue()));
      await page.locator(".stub summary").click();
      await page.locator(".stub button[name=code]").click();
      await page.locator("[role=alert]").waitFor();
      await page.locator(".stub input").fill("half");
      // Enter is not the button beside the field: the total is shown before it is paid.
      await page.locator(".stub input").press("Enter");
      await page.locator(".stub button[name=no-code]").waitFor();
      expect(await page.locator(".pay button.big").textContent()).toContain("45.00");
      expect(await typed()).toEqual(["Ada", "Grace", "Erfurt"]);
      await page.locator(".stub button[name=no-code]").click();
      await page.locator(".stub input").waitFor({ state: "attached" });
      expect(await page.locator(".pay button.big").textContent()).toContain("90.00");
      expect(await typed()).toEqual(["Ada", "Grace", "Erfurt"]);
      expect(await page.getByLabel("Ballet").isChecked()).toBe(true);
      await page.locator("#name-1").press("Enter");
      await isRefused(page);
    });
    expect(problems).toEqual([]);
  },
);

test("questions are answered by keyboard alone", async () => {
  const problems = await shop.browser.withPage({}, async (page) => {
    await hold(page);
    const type = async (element: Locator, ...keys: string[]) => {
      await tabTo(page, element);
      for (const key of keys) await page.keyboard.press(key);
    };
    const write = async (element: Locator, text: string) => {
      await tabTo(page, element);
      await page.keyboard.type(text);
    };
    await type(page.getByLabel("I accept the rules of the house"), "Space");
    await type(page.getByRole("group", { name: "Do you come by car?" }).getByLabel("Yes"), "Space", "ArrowDown");
    await write(page.getByLabel("Telephone"), "+49 361 1234");
    await type(page.getByLabel("Ballet"), "Space");
    for (const index of [0, 1]) await write(page.getByLabel("Size of the T-shirt").nth(index), "L");
    for (const [name, value] of Object.entries(ADDRESS)) await write(page.locator(`#invoice-${name}`), value);
    await write(page.locator("#invoice-country"), "Germany");
    await type(page.locator(".pay button.big"), "Enter");
    expect(await answersOf(page)).toEqual([
      ["Do you come by car?", "no"],
      ["I accept the rules of the house", "yes"],
      ["Size of the T-shirt", "L"],
      ["Size of the T-shirt", "L"],
      ["Telephone", "+493611234"],
      ["What are you interested in?", "Ballet"],
    ]);
  });
  expect(problems).toEqual([]);
});

test("questions are shown from right to left", async () => {
  const problems = await shop.browser.withPage({ locale: "he-IL" }, async (page) => {
    await hold(page);
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    await answer(page, "לא");
    await pay(page);
    await page.locator("[role=alert]").waitFor();
    await look(page, "questions-he");
  });
  expect(problems).toEqual([]);
});

test.each([true, false])(
  "an address that is not valid keeps what was typed, with a script: %s",
  async (javaScriptEnabled) => {
    const problems = await shop.browser.withPage({ javaScriptEnabled }, async (page) => {
      await hold(page, plain);
      await page.getByText("Address for the invoice").click();
      const field = (name: string) => page.locator(`#invoice-${name}`);
      const marked = () =>
        page.evaluate<string[]>(
          "[...document.querySelectorAll('[id^=invoice-][aria-invalid=true]')].map(({ id }) => id)",
        );
      await field("name").fill("Ada Lovelace");
      await field("vatId").fill("12");
      await pay(page);
      await isRefused(page);
      expect(await marked()).toEqual(["invoice-street", "invoice-postalCode", "invoice-city", "invoice-country"]);
      expect(await field("name").inputValue()).toBe("Ada Lovelace");
      for (const [name, value] of Object.entries(ADDRESS)) await field(name).fill(value);
      await field("country").selectOption("DE");
      await pay(page);
      await page.locator("#invoice-vatId[aria-invalid=true]").waitFor();
      expect(await marked()).toEqual(["invoice-vatId"]);
      expect(await field("street").inputValue()).toBe("Elm 1");
      if (javaScriptEnabled) await look(page, "invoice-refused");
      await field("vatId").fill("DE123456789");
      await pay(page);
      await page.waitForURL("**/order/**");
    });
    expect(problems).toEqual([]);
  },
);
