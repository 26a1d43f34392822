// The storefront in Chromium: purchases with and without a script, on a phone and on a desktop, by keyboard, and two people who want one pair.
import type { BrowserContextOptions, Page } from "playwright-core";
import { allSeats, holdSeats, openShow, signUp, type Show } from "../local/fixtures.ts";
import { flawsOf, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let show: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { maxSeatsPerBuyer: 4 });
});
afterAll(() => shop?.stop());

/** A page of a new visitor. Nothing may break the policy of the pages, and nothing may be asked of another host. */
async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  expect(await shop.browser.withPage(options, work)).toEqual([]);
}

let buyers = 0;

interface Look {
  (shown: string): Promise<void>;
}

/** From the list of events to the tickets, as a guest. The first card is declined. */
async function buyAsGuest(page: Page, look: Look): Promise<void> {
  await page.goto("/");
  await look("list");
  await page.locator(".card h3 a").first().click();
  await page.locator(".stub button.big").waitFor();
  await look("event");
  await page.locator("#quantity").selectOption("1");
  await page.locator(".stub button.big").click();
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(buyers += 1)}@buyers.test`);
  await look("enter");
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
  await page.locator("input[value=pm_card_declined]").check();
  await look("hold");
  await page.locator(".pay button.big").click();
  await page.waitForURL("**/order/**");
  await page.locator("[role=alert]").waitFor();
  await look("declined");
  await page.locator("input[value=pm_card_visa]").check();
  await page.locator(".pay button.big").click();
  await until(async () => {
    if ((await page.locator(".passes a").count()) > 0) return true;
    if (!(await page.evaluate<boolean>("document.documentElement.classList.contains('scripted')"))) await page.reload();
    return false;
  }, "the order is confirmed");
  await look("confirmed");
  const shown = await page.request.get(page.url());
  expect(shown.headers()["cache-control"]).toBe("private, no-store");
  await page.locator(".passes a").first().click();
  await page.locator(".pass h1").waitFor();
  await look("ticket");
  await page.goto("/tickets");
  await page.locator(".wallet h3").waitFor();
  await look("tickets");
}

test.each(looksAt("phone", "tablet", "desktop"))(
  "a guest buys on a $screen in $colours colours; every page fits and passes WCAG 2.2 AA",
  async ({ screen, colours, options }) => {
    await withPage(options, async (page) => {
      await buyAsGuest(page, async (shown) => {
        expect([shown, await flawsOf(page)]).toEqual([shown, []]);
        await takeScreenshot(page, `${shown}-${screen}-${colours}`);
      });
    });
  },
);

test("a guest buys without a script", async () => {
  await withPage({ javaScriptEnabled: false }, (page) => buyAsGuest(page, async () => {}));
});

test.each([
  ["de-DE", "de", "ltr", "dabei"],
  ["fr-FR", "fr", "ltr", "."],
  ["es-ES", "es", "ltr", "."],
  ["he-IL", "he", "rtl", "[\\u0590-\\u05ff]"],
])("a guest buys in the language %s", async (locale, language, direction, heading) => {
  await withPage({ locale }, async (page) => {
    await buyAsGuest(page, async (shown) => {
      expect(await page.getAttribute("html", "lang")).toBe(language);
      expect(await page.getAttribute("html", "dir")).toBe(direction);
      if (shown === "confirmed") expect(await page.locator("h1").textContent()).toMatch(new RegExp(heading));
    });
    await page.goto("/");
    await page.locator("#language").selectOption("en");
    await page.locator("footer button").click();
    await page.getByRole("heading", { name: "What’s on" }).waitFor();
  });
});

test("seats are chosen by keyboard alone, said by name, and held", async () => {
  await withPage({}, async (page) => {
    await page.goto(`/e/${show.eventId}/seats`);
    const grid = page.getByRole("grid", { name: "Parkett" });
    await grid.waitFor();
    await grid.locator("[tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    const focused = () => page.evaluate<string>("document.activeElement?.getAttribute('aria-label')");
    expect(await focused()).toBe("Row 2, seat 10, €45.00, free");
    await page.keyboard.press("Space");
    expect(await page.evaluate<string>("document.activeElement?.getAttribute('aria-selected')")).toBe("true");
    await page.getByRole("status").filter({ hasText: "1 seat chosen" }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Hold 1 seat" }).press("Enter");
    await page.getByRole("heading", { name: "How would you like to buy?" }).waitFor();
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByLabel("E-mail address").fill(`ada-${(buyers += 1)}@buyers.test`);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
    await page.getByText("Parkett, Row 2, seat 10", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Give the seats back" }).click();
    await page.waitForURL(`**/e/${show.eventId}`);
  });
});

test("a chosen seat that another buyer holds is reported within a second, with a replacement", async () => {
  const rival = await signUp(shop.connect);
  // Others have bought seats before.
  const seat = (await allSeats(rival.client, show.eventId)).find(
    ({ status, row, wheelchair }) => status === "AVAILABLE" && row !== null && !wheelchair,
  )!;
  const name = `Parkett, Row ${seat.row}, seat ${seat.number}`;
  await withPage({}, async (page) => {
    await page.goto(`/e/${show.eventId}/seats?seat=${encodeURIComponent(seat.id)}`);
    await page.getByRole("button", { name: "Hold 1 seat" }).waitFor();
    const { __typename } = await holdSeats(rival.client, show.eventId, [seat.id]);
    expect(__typename).toBe("Hold");
    const lost = page.getByRole("alert").filter({ hasText: `${name} was just taken by someone else.` });
    await lost.waitFor({ timeout: 1_000 });
    await lost.getByRole("button", { name: /^Take Parkett, Row [12], seat \d+ instead$/ }).click();
    await page.getByRole("button", { name: "Hold 1 seat" }).waitFor();
  });
});

test("what is wrong is a page that says what to do next", async () => {
  await withPage({}, async (page) => {
    for (const nowhere of ["/e/0", "/nowhere"]) {
      const answer = await page.goto(nowhere);
      expect(answer!.status()).toBe(404);
      await page.getByRole("link", { name: "Find an event" }).waitFor();
    }
    await page.goto("/tickets");
    await page.waitForURL("**/account/sign-in?**");
  });
  const forged = await fetch(new URL(`/e/${show.eventId}`, shop.url), {
    method: "POST",
    headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
    body: "quantity=2",
  });
  expect(forged.status).toBe(403);
});
