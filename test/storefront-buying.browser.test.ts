// Prices, baskets and refunds in the storefront, in Chromium, with and without a script.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  buy,
  createEvent,
  createPromoCode,
  inDays,
  openShow,
  PASSWORD,
  publishEvent,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { flawsOf, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let show: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { name: "Nocturne" });
});
afterAll(() => shop?.stop());

const euro = (amount: number) => ({ amount, currency: "EUR" });
const PRICES = [
  { name: "Child", price: euro(2_000), onlyWith: ["Adult"], mostForEach: 2 },
  { name: "Member", price: euro(3_000), needsCode: true },
  { name: "Wheelchair place", price: euro(2_500), wheelchairPlacesOnly: true },
  { name: "Companion", price: euro(0), onlyWith: ["Wheelchair place"], mostForEach: 1 },
];
const EARLY = [{ name: "Early bird", price: euro(3_500), until: inDays(10), quantity: 3 }];

async function onSale(name: string, tiers: object[]): Promise<string> {
  const id = await createEvent(show.owner.client, show.organizationId, show.venueId, tiers as never, { name });
  await publishEvent(show.owner.client, id);
  return id;
}

const family = (name: string) =>
  onSale(name, [
    { name: "Stalls", price: euro(4_500), sections: ["Parkett"], standardName: "Adult", prices: PRICES, phases: EARLY },
    { name: "Floor", price: euro(2_500), sections: ["Floor"] },
  ]);

async function signIn(page: Page): Promise<Person> {
  const person = await signUp(shop.connect, "Ada Lovelace");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  return person;
}

const isScripted = (page: Page) => page.evaluate<boolean>("document.documentElement.classList.contains('scripted')");

/** From a paid order to its tickets. */
async function waitForTickets(page: Page): Promise<void> {
  await until(async () => {
    if ((await page.locator(".passes a").count()) > 0) return true;
    if (!(await isScripted(page))) await page.reload();
    return false;
  }, "the order is confirmed");
}

const free = async (eventId: string): Promise<Data[]> => {
  const { event } = await shop.supergraph
    .client()
    .ask(`query ($id: ID!) { event(id: $id) { seats(first: 100) { nodes { id row number wheelchair status } } } }`, {
      id: eventId,
    });
  return event.seats.nodes.filter(({ status, row }: Data) => status === "AVAILABLE" && row !== null);
};

test.each(looksAt("phone", "tablet", "desktop"))(
  "seats are chosen for an adult and a child on a $screen in $colours colours, and paid with those of another event",
  async ({ screen, colours, options }) => {
    const eventId = await family("Family concert");
    const otherId = await onSale("Nocturne", [
      { name: "Kategorie I", price: euro(4_500), sections: ["Parkett"] },
      { name: "Standing", price: euro(3_000), sections: ["Floor"] },
    ]);
    const seats = (await free(eventId)).filter(({ wheelchair }) => !wheelchair);
    const look = async (page: Page, shown: string) => {
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${screen}-${colours}`);
    };
    const problems = await shop.browser.withPage(options, async (page) => {
      await page.goto(`/e/${eventId}`);
      await page.getByRole("group", { name: "How many of each?" }).waitFor();
      await look(page, "prices-event");
      const chosen = new URLSearchParams(seats.slice(0, 2).map(({ id }) => ["seat", String(id)] as [string, string]));
      await page.goto(`/e/${eventId}/seats?${chosen.toString()}`);
      await page.locator(".choice select").nth(1).selectOption("Child");
      await page.getByText("Total €55.00").waitFor();
      await look(page, "prices-seats");
      await page.getByRole("button", { name: "Hold 2 seats" }).click();
      await page.getByRole("heading", { name: "How would you like to buy?" }).waitFor();
      await look(page, "prices-enter");
      await page.getByRole("link", { name: "Sign in" }).click();
      await signIn(page);
      await page.getByRole("button", { name: "Continue as Ada Lovelace" }).click();
      await page.waitForURL("**/hold/*");
      await page.locator(".receipt").getByText("Child").waitFor();
      await look(page, "prices-hold");
      await page.getByRole("link", { name: "Add seats of another event" }).click();
      await page.getByRole("link", { name: /^Your seats \d+:\d\d$/ }).waitFor();
      await page.goto(`/e/${otherId}`);
      await page.locator("#tier").selectOption({ label: "Standing · €30.00" });
      await page.locator("#quantity").selectOption("1");
      await page.locator(".stub button.big").click();
      // Already signed in: no way to enter in between.
      await page.waitForURL("**/hold/*");
      await page.getByText("Seats for 2 events.").waitFor();
      await look(page, "basket-hold");
      await page.getByRole("button", { name: "Pay €85.00" }).click();
      await page.waitForURL("**/order/**");
      await waitForTickets(page);
      await look(page, "basket-order");
      expect(await page.locator(".passes a").count()).toBe(3);
      await page.goto("/tickets");
      expect(await page.locator(".wallet > li").count()).toBe(2);
      await page.goto("/basket");
      await page.getByText("You hold no seats.").waitFor();
      await look(page, "basket-empty");
    });
    expect(problems).toEqual([]);
  },
);

const NOT_HANDED_ON = "Tickets can’t be handed on to other people.";

test("prices per seat, a code and the best seats by price work without a script", async () => {
  const eventId = await family("Matinée");
  await show.owner.client.ask(
    `mutation ($id: ID!) { setTransferPolicy(input: { eventId: $id, mode: NONE }) { __typename } }`,
    { id: eventId },
  );
  await createPromoCode(show.owner.client, eventId, { code: "MEMBERS", opensPrices: ["Member"] });
  const [first, second] = (await free(eventId)).filter(({ wheelchair }) => !wheelchair);
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto("/account/sign-in");
    await signIn(page);
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await page.goto(`/e/${eventId}/seats`);
    await page.locator("#section").selectOption({ label: "Parkett" });
    await page.getByRole("button", { name: "Show rows" }).click();
    for (const { id } of [first!, second!]) await page.locator(`input[name=seat][value="${id}"]`).check();
    await page.getByRole("button", { name: "Next: choose prices" }).click();
    await page.getByRole("heading", { name: "Who are the seats for?" }).waitFor();
    await takeScreenshot(page, "prices-step");
    const choose = (seat: Data, price: string) => page.locator(`select[name="price.${seat.id}"]`).selectOption(price);
    await choose(first!, "Child");
    await choose(second!, "Child");
    await page.locator(".panel button.big").click();
    await page.getByText("The price “Child” needs more seats").waitFor();
    await choose(first!, "");
    await choose(second!, "Member");
    await page.locator(".panel button.big").click();
    await page.getByText("The price “Member” needs a promo code").waitFor();
    expect(await page.locator(`select[name="price.${second!.id}"]`).inputValue()).toBe("Member");
    await page.locator("#code").fill("members");
    await page.locator(".panel button.big").click();
    await page.waitForURL("**/hold/*");
    await page.locator(".receipt").getByText("Member").waitFor();

    await page.goto(`/e/${eventId}`);
    await page.getByText(NOT_HANDED_ON).waitFor();
    await page.locator("#n-standard").selectOption("1");
    await page.locator("#n-Child").selectOption("1");
    await page.locator("#tier").selectOption({ label: "Stalls · €35.00" });
    await page.getByRole("button", { name: "Take the best seats" }).click();
    await page.waitForURL("**/hold/*");
    await page.getByRole("button", { name: /^Pay/ }).click();
    await page.waitForURL("**/order/**");
    await waitForTickets(page);
    expect(await page.locator(".passes a").count()).toBe(4);
    await page.locator(".passes a").first().click();
    await page.getByText(NOT_HANDED_ON).waitFor();
    await takeScreenshot(page, "ticket-not-handed-on");
    await page.goto("/account/delete");
    await page.getByText("You have 4 valid tickets.").waitFor();
    await takeScreenshot(page, "delete-with-tickets");
  });
  expect(problems).toEqual([]);
});

test("who bought tickets for an event that was moved keeps them, and then takes the money", async () => {
  const eventId = await onSale("Moved recital", [
    { name: "Stalls", price: euro(4_500), sections: ["Parkett"] },
    { name: "Floor", price: euro(2_500), sections: ["Floor"] },
  ]);
  const [seat] = (await free(eventId)).filter(({ wheelchair }) => !wheelchair);
  const problems = await shop.browser.withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto("/account/sign-in");
    const buyer = await signIn(page);
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    const { order } = await buy(buyer.client, eventId, [seat!.id]);
    await page.goto(`/order/${order.id}`);
    await waitForTickets(page);
    await shop.supergraph.settle();
    const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
    await show.owner.client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
      input: { eventId, expectedVersion: event.version, startsAt: inDays(37), refundUntil: inDays(3) },
    });
    await shop.supergraph.settle();
    await page.goto(`/order/${order.id}`);
    await page.getByRole("link", { name: "Keep or refund" }).click();
    await page.getByRole("heading", { name: "This is about 1 ticket" }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "refund-choice");
    await page.getByRole("radio", { name: "Keep the tickets" }).check();
    await page.getByRole("button", { name: "Confirm my choice" }).click();
    await page.getByRole("heading", { name: "You keep your tickets" }).waitFor();
    await page.getByRole("link", { name: "Change your choice" }).click();
    await page.getByRole("radio", { name: "Get the money back" }).check();
    await page.getByRole("button", { name: "Confirm my choice" }).click();
    await page.getByRole("heading", { name: "Your money is on its way" }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "refund-answered");
  });
  expect(problems).toEqual([]);
});
