// A buyer exchanges tickets in the storefront, in Chromium, with and without a script.
import type { Locator, Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  allSeats,
  buy,
  createEvent,
  createOrganization,
  createPromoCode,
  createVenue,
  holdSeats,
  inDays,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { flawsOf, LOOKED_LANGUAGES, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { openShop, type Shop } from "./storefront-shop.ts";
import { focused, signIn, tabTo, waitForTickets } from "./storefront-visitor.ts";

let shop: Shop;
let owner: Person;
let organizationId: string;
let venueId: string;
beforeAll(async () => {
  shop = await openShop();
  owner = await signUp(shop.connect, "Olga Owner");
  organizationId = await createOrganization(owner.client);
  const rows = ["1", "2", "3", "4"].map((label) => ({ label, seats: 10 }));
  venueId = await createVenue(owner.client, organizationId, [
    { name: "Parkett", kind: "SEATED", rows },
    { name: "Balcony", kind: "SEATED", rows },
  ]);
});
afterAll(() => shop?.stop());

const euro = (amount: number) => ({ amount, currency: "EUR" });
const TIERS = [
  { name: "Stalls", price: euro(4_500), sections: ["Parkett"] },
  { name: "Balcony", price: euro(3_000), sections: ["Balcony"] },
];
const connect = (token?: string) => shop.connect(token);
/** Names of events, so that each test finds its own. */
let number = 0;
const nextName = () => `La Bohème ${(number += 1)}`;

async function onSale(name: string, days = 30): Promise<string> {
  const rest = { name, category: "THEATRE", startsAt: inDays(days) };
  const id = await createEvent(owner.client, organizationId, venueId, TIERS, rest);
  await publishEvent(owner.client, id);
  await shop.supergraph.settle();
  return id;
}

const setPolicy = (eventId: string, policy: Record<string, unknown> = {}) =>
  owner.client.ask(
    `mutation ($input: SetExchangePolicyInput!) { setExchangePolicy(input: $input) { ... on Event { id } } }`,
    { input: { eventId, isAllowed: true, ...policy } },
  );

async function free(eventId: string, section: "Parkett" | "Balcony", count: number): Promise<string[]> {
  const seats = await allSeats(owner.client, eventId);
  return seats
    .filter(({ status, section: of }: Data) => status === "AVAILABLE" && of.name === section)
    .slice(0, count)
    .map(({ id }) => id as string);
}

/** A confirmed order of these seats. */
async function bought(buyer: Person, eventId: string, section: "Parkett" | "Balcony", count: number): Promise<string> {
  const { order } = await buy(buyer.client, eventId, await free(eventId, section, count));
  await shop.supergraph.settle();
  return order.id as string;
}

test.each(looksAt("phone", "tablet", "desktop"))(
  "a buyer takes better seats for two tickets and pays the difference, on a $screen in $colours colours",
  async ({ screen, colours, options }) => {
    const eventId = await onSale(nextName());
    await setPolicy(eventId);
    const look = async (page: Page, shown: string) => {
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${screen}-${colours}`);
    };
    const problems = await shop.browser.withPage(options, async (page) => {
      const buyer = await signIn(page, connect);
      const orderId = await bought(buyer, eventId, "Balcony", 2);
      await page.goto(`/order/${orderId}`);
      await page.getByRole("link", { name: "Exchange tickets" }).click();
      await page.getByRole("group", { name: "Which tickets do you give back?" }).waitFor();
      for (const ticket of await page.locator("input[name=give]").all()) await ticket.check();
      await look(page, "exchange-choice");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText("You exchange 2 tickets.").waitFor();
      await page.locator("#tier").selectOption({ label: "Stalls · €45.00" });
      await look(page, "exchange-event");
      await page.getByRole("link", { name: "Choose seats on the map" }).click();
      await page.getByRole("heading", { name: "Choose your seats" }).waitFor();
      await page.getByText("You exchange 2 tickets.").waitFor();
      await page.getByRole("grid", { name: "Parkett" }).waitFor();
      await look(page, "exchange-seats");
      await page.goBack();
      await page.locator("#tier").selectOption({ label: "Stalls · €45.00" });
      await page.getByRole("button", { name: "Take the best seats" }).click();
      await page.getByRole("heading", { name: "Confirm your exchange" }).waitFor();
      await page.locator(".grand").getByText("€30.00").waitFor();
      await look(page, "exchange-quote");
      await page.getByRole("button", { name: "Exchange and pay €30.00" }).click();
      await waitForTickets(page);
      await page.getByRole("link", { name: /^Paid with tickets of order/ }).waitFor();
      await page.getByText("Difference paid").waitFor();
      await look(page, "exchange-done");
      await shop.supergraph.settle();
      await page.getByRole("link", { name: /^Paid with tickets of order/ }).click();
      await page.getByRole("status").getByText("These tickets were exchanged").waitFor();
      await page.getByText("€60.00 paid for another order").waitFor();
      expect(await page.locator(".pay a.button").getAttribute("href")).toBe("/tickets");
      await look(page, "exchange-old-order");
    });
    expect(problems).toEqual([]);
  },
);

test("without a script one ticket is exchanged for a cheaper seat of another date, and the rest less the fee comes back", async () => {
  const name = nextName();
  const [eventId, laterId] = [await onSale(name), await onSale(name, 37)];
  await setPolicy(eventId, { fee: 500, otherEvents: true });
  await createPromoCode(owner.client, laterId, { code: "HALF", discountPercent: 50 });
  await shop.supergraph.settle();
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    const buyer = await signIn(page, connect);
    const orderId = await bought(buyer, eventId, "Parkett", 2);
    await page.goto(`/order/${orderId}`);
    await page.locator(".passes a").first().click();
    await page.getByRole("link", { name: "Exchange this ticket" }).click();
    await page.getByText("The organizer keeps a fee of €5.00 for each ticket.").waitFor();
    expect(await page.locator("input[name=give]:checked").count()).toBe(1);
    await page.locator(`input[name=to][value="${laterId}"]`).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("link", { name: "Choose seats on the map" }).click();
    await page.locator("#section").selectOption({ label: "Balcony" });
    await page.getByRole("button", { name: "Show rows" }).click();
    const [seat] = await free(laterId, "Balcony", 1);
    await page.locator(`input[name=seat][value="${seat}"]`).check();
    await page.locator(".rows button.big").click();
    await page.getByRole("heading", { name: "Confirm your exchange" }).waitFor();
    await page.getByText("paid €45.00, less a fee of €5.00").waitFor();
    await page.getByRole("button", { name: "Exchange and get €10.00 back" }).waitFor();
    await page.locator(".stub summary").click();
    await page.getByLabel("Promo code").fill("half");
    await page.getByRole("button", { name: "Apply" }).click();
    await takeScreenshot(page, "exchange-refund");
    await page.getByRole("button", { name: "Exchange and get €25.00 back" }).click();
    await waitForTickets(page);
    await page.getByText("Goes back to your card").waitFor();
    await shop.supergraph.settle();
    await page.goto(`/order/${orderId}`);
    await page.getByText("€15.00 paid for another order").waitFor();
    await page.getByText("€25.00 refunded").waitFor();
  });
  expect(problems).toEqual([]);
});

test("seats that are held already are paid with tickets, and a declined card leaves the old tickets", async () => {
  const eventId = await onSale(nextName());
  await setPolicy(eventId);
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signIn(page, connect);
    const orderId = await bought(buyer, eventId, "Balcony", 1);
    await holdSeats(buyer.client, eventId, await free(eventId, "Parkett", 1));
    await page.goto("/basket");
    await page.getByRole("link", { name: "Pay with tickets that you have" }).click();
    await page.getByText("Choose the tickets that you give back for the held seats.").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "exchange-for-held");
    await page.locator(".orders a").click();
    expect(await page.getByRole("radio", { name: "The seats that you hold" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("radio", { name: "Is declined" }).check();
    await page.getByRole("button", { name: "Exchange and pay €15.00" }).click();
    await page.getByText("Your bank declined the card.").waitFor();
    await page.getByText("Your old tickets stay valid until the difference is paid.").waitFor();
    await takeScreenshot(page, "exchange-declined");
    await page.goto(`/order/${orderId}/exchange`);
    await page.getByText("Is being exchanged:").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.locator("main li a").click();
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await page.getByRole("status").getByText("This order was cancelled").waitFor();
    await page.goto(`/order/${orderId}/exchange`);
    await page.getByRole("button", { name: "Continue" }).waitFor();
  });
  expect(problems).toEqual([]);
});

test("an exchange that the organizer does not allow is not offered, and is refused in words when it was begun before", async () => {
  const eventId = await onSale(nextName());
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signIn(page, connect);
    const orderId = await bought(buyer, eventId, "Balcony", 2);
    await page.goto(`/order/${orderId}`);
    await page.getByRole("heading", { name: "Tickets", exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "Exchange tickets" }).count()).toBe(0);
    await page.goto(`/order/${orderId}/exchange`);
    await page.getByText("The organizer does not exchange tickets for this event.").waitFor();
    expect(await page.locator("main form").count()).toBe(0);

    await setPolicy(eventId);
    await page.goto(`/order/${orderId}/exchange`);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Choose at least one ticket that you give back.").waitFor();
    await page.locator("input[name=give]").first().check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Take the best seats" }).click();
    await page.getByRole("heading", { name: "Confirm your exchange" }).waitFor();
    await setPolicy(eventId, { fee: 100 });
    await page.getByRole("button", { name: /^Exchange/ }).click();
    await page.getByText("The difference has changed.").waitFor();
    await setPolicy(eventId, { isAllowed: false });
    await page.getByRole("button", { name: /^Exchange/ }).click();
    await page.getByRole("heading", { name: "This exchange is not possible" }).waitFor();
    await page.getByText("The organizer does not exchange tickets for this event.").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "exchange-refused");
    await page.getByRole("link", { name: /^Buy the new seats for/ }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
  });
  expect(problems).toEqual([]);
});

test.each(LOOKED_LANGUAGES)("in %s the pages of an exchange fit a phone", async (language) => {
  const eventId = await onSale(nextName());
  await setPolicy(eventId, { fee: 250 });
  const viewport = { width: 360, height: 740 };
  const problems = await shop.browser.withPage({ viewport, isMobile: true }, async (page) => {
    const buyer = await signIn(page, connect);
    const orderId = await bought(buyer, eventId, "Balcony", 1);
    const held = await holdSeats(buyer.client, eventId, await free(eventId, "Parkett", 1));
    await page.context().addCookies([{ name: "language", value: language, url: shop.url }]);
    await page.goto(`/order/${orderId}/exchange`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.locator("input[name=give]:checked").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `exchange-choice-${language}`);
    await page.locator(`input[name=to][value="hold:${held.id}"]`).check();
    await page.locator("main form button.big").click();
    await page.locator(".grand").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `exchange-quote-${language}`);
    await setPolicy(eventId, { isAllowed: false });
    await page.reload();
    await page.locator(".note.bad").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `exchange-refused-${language}`);
  });
  expect(problems).toEqual([]);
});

test("tickets are exchanged by keyboard alone, and everything that has the focus has a name and a state", async () => {
  const eventId = await onSale(nextName());
  await setPolicy(eventId);
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signIn(page, connect);
    const orderId = await bought(buyer, eventId, "Balcony", 2);
    /** Comes to the element by Tab, presses keys, and says what it is then. */
    const press = async (element: Locator, ...keys: string[]): Promise<string> => {
      await tabTo(page, element);
      for (const key of keys) await page.keyboard.press(key);
      return focused(page);
    };
    await page.goto(`/order/${orderId}`);
    expect(await press(page.getByRole("link", { name: "Exchange tickets" }))).toContain('link "Exchange tickets"');
    await page.keyboard.press("Enter");
    const tickets = page.getByRole("group", { name: "Which tickets do you give back?" }).getByRole("checkbox");
    await tickets.first().waitFor();
    for (const ticket of await tickets.all())
      expect(await press(ticket, "Space")).toMatch(/checkbox "Balcony, Row 1, seat \d+" \[checked\]/);
    const same = page.getByRole("radio", { name: "Other seats on the same date" });
    expect(await press(same)).toMatch(/radio "Other seats on the same date.*" \[checked\]/);
    expect(await press(page.getByRole("button", { name: "Continue" }))).toContain('button "Continue"');
    await page.keyboard.press("Enter");
    await page.getByText("You exchange 2 tickets.").waitFor();
    expect(await press(page.getByLabel("Price", { exact: true }), "ArrowDown")).toContain("Stalls · €45.00");
    await press(page.getByRole("button", { name: "Take the best seats" }), "Enter");
    await page.getByRole("heading", { name: "Confirm your exchange" }).waitFor();
    const confirm = page.getByRole("button", { name: "Exchange and pay €30.00" });
    expect(await press(confirm)).toContain('button "Exchange and pay €30.00"');
    await page.keyboard.press("Enter");
    await waitForTickets(page);
    expect(await press(page.getByRole("link", { name: /^Paid with tickets of order/ }))).toContain("link");
  });
  expect(problems).toEqual([]);
});
