// Events in other currencies than euro, also without decimals, with three of them, and with those that no coin has, in Chromium.
import type { Page } from "playwright-core";
import {
  allSeats,
  createEvent,
  holdSeats,
  openShow,
  publishEvent,
  signUp,
  PASSWORD,
  type Show,
} from "../local/fixtures.ts";
import { flawsOf, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let show: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { name: "Nocturne" });
});
afterAll(() => shop?.stop());

async function onSale(name: string, currency: string, amount: number): Promise<string> {
  const tier = { name: "All", price: { amount, currency }, sections: ["Parkett", "Floor"] };
  const id = await createEvent(show.owner.client, show.organizationId, show.venueId, [tier], { name });
  await publishEvent(show.owner.client, id);
  await shop.supergraph.settle();
  return id;
}

/** What a reader sees, without marks of direction and kinds of blanks. */
const plain = (text: string) => text.replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
const seen = async (page: Page, place: string) => plain(await page.locator(place).first().innerText());

let guests = 0;

// 1, 10, 100 or 1,000 minor units are one of a currency: ISO 4217.
const CASES = [
  { currency: "JPY", amount: 4_500, locale: "he-IL", one: "4,500 ¥", two: "9,000 ¥" },
  { currency: "ILS", amount: 12_050, locale: "he-IL", one: "120.50 ₪", two: "241.00 ₪" },
  { currency: "HUF", amount: 1_250_000, locale: "de-DE", one: "12.500,00 HUF", two: "25.000,00 HUF" },
  { currency: "KWD", amount: 12_500, locale: "fr-FR", one: "12,500 KWD", two: "25,000 KWD" },
  { currency: "ISK", amount: 9_900, locale: "es-ES", one: "9900 ISK", two: "19.800 ISK" },
  { currency: "USD", amount: 4_999, locale: "en-GB", one: "$49.99", two: "$99.98" },
];

test.each(CASES)("prices in $currency are right on every page, in the language $locale", async (one) => {
  const { currency, amount, locale } = one;
  const name = `In ${currency}`;
  const eventId = await onSale(name, currency, amount);
  const look = async (page: Page, shown: string) => {
    expect([shown, await flawsOf(page)]).toEqual([shown, []]);
    await takeScreenshot(page, `${shown}-${currency}`);
  };
  const problems = await shop.browser.withPage({ locale, viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(`/?q=${encodeURIComponent(name)}`);
    const card = page.locator(".card").filter({ hasText: name });
    expect(plain(await card.innerText())).toContain(one.one);
    await look(page, "currency-list");
    await card.locator("h3 a").click();
    await page.locator(".stub button.big").waitFor();
    expect(await page.getAttribute("html", "dir")).toBe(locale === "he-IL" ? "rtl" : "ltr");
    expect(await seen(page, "main")).toContain(one.one);
    await look(page, "currency-event");
    const seats = (await allSeats(shop.supergraph.client(), eventId)).filter(
      ({ row, status }) => row && status === "AVAILABLE",
    );
    const chosen = new URLSearchParams(seats.slice(2, 4).map(({ id }): [string, string] => ["seat", id as string]));
    await page.goto(`/e/${eventId}/seats?${chosen.toString()}`);
    await page.locator(".choice .sum").waitFor();
    expect(await seen(page, ".choice .sum")).toContain(one.two);
    const cell = page.locator(`[role=gridcell]`).nth(5);
    expect(plain((await cell.getAttribute("aria-label"))!)).toContain(one.one);
    await look(page, "currency-seats");
    await page.locator(".choice button.big").click();
    await page.locator("#name").fill("Ada Lovelace");
    expect(await seen(page, ".sum")).toContain(one.two);
    await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
    await page.locator(".ways form button").click();
    await page.waitForURL("**/hold/*");
    expect(await seen(page, ".pay button.big")).toContain(one.two);
    expect(await seen(page, ".stub")).toContain(one.two);
    await look(page, "currency-hold");
    await page.locator(".pay button.big").click();
    await page.waitForURL("**/order/**");
    await until(async () => (await page.locator(".passes a").count()) === 2, "the order is confirmed");
    expect(await seen(page, "main")).toContain(one.two);
    await look(page, "currency-order");
    const { order } = await show.owner.client.ask(`query ($id: ID!) { order(id: $id) { total { amount currency } } }`, {
      id: new URL(page.url()).pathname.split("/")[2],
    });
    expect(order.total).toEqual({ amount: 2 * amount, currency });
  });
  expect(problems).toEqual([]);
});

test("seats in two currencies are two orders, and the page says so", async () => {
  const yen = await onSale("Two currencies", "JPY", 4_500);
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signUp(shop.connect, "Ada Lovelace");
    await page.goto("/account/sign-in");
    await page.getByLabel("E-mail address").fill(buyer.email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    const [first] = show.seats.filter(({ row, wheelchair }) => row !== null && !wheelchair);
    const [other] = (await allSeats(buyer.client, yen)).filter(({ row, wheelchair }) => row !== null && !wheelchair);
    const { id } = await holdSeats(buyer.client, show.eventId, [first!.id]);
    await holdSeats(buyer.client, yen, [other!.id]);
    await page.goto(`/hold/${id}`);
    await page.getByText("They are of another organizer or in another currency").waitFor();
    await page.getByRole("button", { name: "Pay €45.00" }).click();
    await page.waitForURL("**/order/**");
    await page.goto("/basket");
    await page.getByRole("button", { name: "Pay ¥4,500" }).waitFor();
  });
  expect(problems).toEqual([]);
});
