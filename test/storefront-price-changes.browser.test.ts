// Prices that change between a page and its button, in Chromium: the page shows the new total and asks again.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import { allSeats, createEvent, openShow, PASSWORD, publishEvent, signUp, type Show } from "../local/fixtures.ts";
import { flawsOf, takeScreenshot } from "../testkit/storefront-browser.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let show: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { name: "Aida" });
});
afterAll(() => shop?.stop());

const tier = (amount: number) => ({ name: "All", price: { amount, currency: "EUR" }, sections: ["Parkett", "Floor"] });

async function onSale(name: string): Promise<string> {
  const { owner, organizationId, venueId } = show;
  const eventId = await createEvent(owner.client, organizationId, venueId, [tier(4_500)], { name });
  await publishEvent(owner.client, eventId);
  await shop.supergraph.settle();
  return eventId;
}

async function setPrice(eventId: string, amount: number): Promise<void> {
  const { client } = show.owner;
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const tiers = [{ name: "All", price: tier(amount).price }];
  const input = { eventId, expectedVersion: event.version, tiers, idempotencyKey: randomUUID() };
  const { setPrices } = await client.ask(
    `mutation ($input: SetPricesInput!) { setPrices(input: $input) { __typename } }`,
    { input },
  );
  expect(setPrices.__typename).toBe("Event");
  await shop.supergraph.settle();
}

let guests = 0;

async function fillIn(page: Page): Promise<void> {
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
}

/** The page has refused the total that it showed: nothing is held. */
async function isAskedAgain(page: Page, total: string): Promise<void> {
  await page.getByText(`Prices have changed: these seats now cost ${total}.`).waitFor();
  expect(new URL(page.url()).pathname).not.toMatch(/^\/hold\//);
}

const held = async (eventId: string): Promise<Data[]> =>
  (await allSeats(shop.supergraph.client(), eventId)).filter(({ status }) => status !== "AVAILABLE");

test.each([true, false])("on the page of a guest, with a script: %s", async (javaScriptEnabled) => {
  const eventId = await onSale(`Tosca ${javaScriptEnabled}`);
  const problems = await shop.browser.withPage({ javaScriptEnabled }, async (page) => {
    await page.goto(`/e/${eventId}`);
    await page.locator("#quantity").selectOption("2");
    await page.locator(".stub button.big").click();
    await fillIn(page);
    await page.locator(".sum").getByText("€90.00").waitFor();
    await setPrice(eventId, 5_000);
    await page.locator(".ways form button").click();
    await isAskedAgain(page, "€100.00");
    await page.locator(".sum").first().getByText("€100.00").waitFor();
    if (javaScriptEnabled) expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `price-changed-${javaScriptEnabled}`);
    expect(await held(eventId)).toEqual([]);
    // The guest has a session by now.
    await page.getByRole("button", { name: "Continue as Ada Lovelace" }).click();
    await page.waitForURL("**/hold/*");
    await page.getByRole("button", { name: "Pay €100.00" }).waitFor();
    expect(await held(eventId)).toHaveLength(2);
  });
  expect(problems).toEqual([]);
});

test.each([true, false])("on the page of the event, with a script: %s", async (javaScriptEnabled) => {
  const eventId = await onSale(`Elektra ${javaScriptEnabled}`);
  const { email } = await signUp(shop.connect, "Ada Lovelace");
  const problems = await shop.browser.withPage({ javaScriptEnabled }, async (page) => {
    // A session, so that the page itself holds the seats.
    await page.goto("/account/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await page.goto(`/e/${eventId}`);
    await page.locator("#quantity").selectOption("2");
    expect(await page.locator("main").innerText()).toContain("€45.00");
    await setPrice(eventId, 5_000);
    await page.locator(".stub button.big").click();
    await isAskedAgain(page, "€100.00");
    expect(await page.locator("#quantity").inputValue()).toBe("2");
    expect(await held(eventId)).toEqual([]);
    // Who pays less need not be asked.
    await setPrice(eventId, 4_000);
    await page.locator(".stub button.big").click();
    await page.waitForURL("**/hold/*");
    await page.locator(".stub").getByText("€80.00").first().waitFor();
  });
  expect(problems).toEqual([]);
});

test("on the map, with the chosen seats", async () => {
  const eventId = await onSale("Lulu");
  const [one, other] = (await allSeats(shop.supergraph.client(), eventId)).filter(
    ({ row, wheelchair }) => row && !wheelchair,
  );
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.goto(`/e/${eventId}`);
    await page.locator("#quantity").selectOption("1");
    await page.locator(".stub button.big").click();
    await fillIn(page);
    await page.locator(".ways form button").click();
    await page.waitForURL("**/hold/*");
    await page.getByRole("button", { name: "Give the seats back" }).click();
    await page.waitForURL(`**/e/${eventId}`);
    const chosen = new URLSearchParams([one, other].map((seat): [string, string] => ["seat", String(seat!.id)]));
    await page.goto(`/e/${eventId}/seats?${chosen.toString()}`);
    await page.getByText("Total €90.00").waitFor();
    await setPrice(eventId, 5_000);
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await isAskedAgain(page, "€100.00");
    await page.getByText("Total €100.00").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.waitForURL("**/hold/*");
    await page.getByRole("button", { name: "Pay €100.00" }).waitFor();
    // What is held keeps its price.
    await setPrice(eventId, 6_000);
    await page.reload();
    await page.getByRole("button", { name: "Pay €100.00" }).click();
    await page.waitForURL("**/order/**");
  });
  expect(problems).toEqual([]);
});
