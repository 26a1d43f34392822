// A buyer takes a package of several events in the storefront, in Chromium, with and without a script.
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import {
  createEvent,
  createOrganization,
  createVenue,
  holdBestAvailable,
  inDays,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { flawsOf, LOOKED_LANGUAGES, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { openShop, type Shop } from "./storefront-shop.ts";
import { focused, signIn, tabTo, typePassword, waitForTickets } from "./storefront-visitor.ts";

let shop: Shop;
let owner: Person;
let organizationId: string;
let venueId: string;
const connect = (token?: string) => shop.connect(token);
beforeAll(async () => {
  shop = await openShop();
  owner = await signUp(connect, "Olga Owner");
  organizationId = await createOrganization(owner.client, "Opera House");
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
const ONE_TIER = [{ name: "All seats", price: euro(4_000), sections: ["Parkett", "Balcony"] }];
const NAMES = ["La Bohème", "Aida", "Der Rosenkavalier", "Così fan tutte"];

async function onSale(name: string, days: number, tiers = TIERS, rest: object = {}): Promise<string> {
  const of = { name, category: "THEATRE", startsAt: inDays(days), ...rest };
  const id = await createEvent(owner.client, organizationId, venueId, tiers, of);
  await publishEvent(owner.client, id);
  return id;
}

interface Sold {
  id: string;
  eventIds: string[];
}

async function createPackage(eventIds: string[], rest: object = {}): Promise<Sold> {
  const input = { name: "Season 2027", discountPercent: 20, ...rest };
  const { createPackage: made } = await owner.client.ask(
    `mutation ($i: CreatePackageInput!) { createPackage(input: $i) { ... on TicketPackage { id } ... on Error { message } } }`,
    { i: { ...input, events: eventIds.map((eventId) => ({ eventId })), idempotencyKey: randomUUID() } },
  );
  await shop.supergraph.settle();
  return { id: made.id as string, eventIds };
}

/** A pass for three of four events, of which the second has one price. */
async function pass(rest: object = {}): Promise<Sold> {
  const days = [30, 37, 44, 51];
  const eventIds: string[] = [];
  for (const [index, name] of NAMES.entries())
    eventIds.push(await onSale(name, days[index]!, index === 1 ? ONE_TIER : TIERS));
  return createPackage(eventIds, { eventsToChoose: 3, ...rest });
}

/** A season ticket for two events. */
async function season(rest: object = {}, ofEvents: object = {}, tiers = TIERS): Promise<Sold> {
  const eventIds = [await onSale(NAMES[0]!, 30, tiers, ofEvents), await onSale(NAMES[1]!, 37, tiers, ofEvents)];
  return createPackage(eventIds, rest);
}

const HOLD = `mutation ($i: HoldPackageInput!) { holdPackage(input: $i) { __typename ... on HeldPackage { holds { id } } ... on Error { message } } }`;
async function hold({ client }: Person, { id, eventIds }: Sold, quantity: number): Promise<string[]> {
  const events = eventIds.map((eventId) => ({ eventId, quantity }));
  const { holdPackage } = await client.ask(HOLD, { i: { packageId: id, events, idempotencyKey: randomUUID() } });
  return holdPackage.holds.map((one: { id: string }) => one.id);
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const take = (page: Page) => page.getByRole("button", { name: "Hold the package" });
const isHeld = (page: Page) => page.getByRole("heading", { name: "Your seats are held" }).waitFor();

test.each(looksAt("phone", "tablet", "desktop"))(
  "a buyer finds a package at an event, chooses three of its events, and pays for all at once, on a $screen in $colours colours",
  async ({ screen, colours, options }) => {
    const { eventIds } = await pass();
    const look = async (page: Page, shown: string) => {
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${screen}-${colours}`);
    };
    const problems = await shop.browser.withPage(options, async (page) => {
      await signIn(page, connect);
      await page.goto(`/e/${eventIds[0]}`);
      await page.getByRole("heading", { name: "Also in a package" }).waitFor();
      await look(page, "package-at-event");
      await page.getByRole("link", { name: /Season 2027.*Choose 3 of 4 events.*20% off each ticket/ }).click();
      await page.getByRole("heading", { name: "Season 2027" }).waitFor();
      await look(page, "package-empty");
      for (const name of NAMES.slice(0, 2)) await box(page, name).check();
      await page.getByText("2 of 3 events chosen").waitFor();
      await box(page, NAMES[2]!).check();
      await page.getByText("2 seats at each of 3 events").waitFor();
      // Stalls 36.00, one price 32.00, Stalls 36.00.
      await page.getByText("Total €208.00").waitFor();
      await page.getByLabel("Price for Der Rosenkavalier").selectOption({ label: "Balcony · €24.00" });
      await page.getByText("Total €184.00").waitFor();
      await look(page, "package-chosen");
      await take(page).click();
      await isHeld(page);
      const held = page.getByRole("region", { name: "Season 2027" });
      await held.getByText("These 3 events are one package").waitFor();
      expect(await held.getByRole("heading", { level: 3 }).allTextContents()).toEqual(NAMES.slice(0, 3));
      expect(await page.getByText("Promo code").count()).toBe(0);
      await look(page, "package-hold");
      await page.getByRole("button", { name: "Pay €184.00" }).click();
      await waitForTickets(page);
      expect(await page.locator(".passes a").count()).toBe(6);
      await look(page, "package-order");
    });
    expect(problems).toEqual([]);
  },
);

test("without a script a visitor signs in for a package, and finds the choice again", async () => {
  const { id } = await pass();
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/packages/${id}`);
    for (const name of [NAMES[0]!, NAMES[1]!, NAMES[3]!]) await box(page, name).check();
    await page.getByLabel("Seats at each event").selectOption("3");
    await page.getByLabel("Price for Così fan tutte").selectOption({ label: "Balcony · €24.00" });
    await page.getByRole("button", { name: "Show the total" }).click();
    await page.getByText("3 seats at each of 3 events").waitFor();
    await page.getByText("Total €276.00").waitFor();
    await takeScreenshot(page, "package-total-without-script");
    await take(page).click();
    await page.getByRole("heading", { name: "Sign in to hold this package" }).waitFor();
    await takeScreenshot(page, "package-sign-in");
    await page.getByRole("link", { name: "Sign in", exact: true }).click();
    await typePassword(page, connect);
    await page.getByText("You are signed in. Nothing is held yet").waitFor();
    for (const [index, name] of NAMES.entries()) expect(await box(page, name).isChecked()).toBe(index !== 2);
    expect(await page.getByLabel("Seats at each event").inputValue()).toBe("3");
    await take(page).click();
    await isHeld(page);
    const end = async () => (await page.locator(".countdown").textContent())!;
    await shop.supergraph.advance(120);
    const before = await end();
    await page.getByRole("button", { name: "I need more time" }).click();
    await isHeld(page);
    expect(await end()).not.toBe(before);
    await page.getByRole("button", { name: "Pay €276.00" }).click();
    await waitForTickets(page);
    expect(await page.locator(".passes a").count()).toBe(9);
  });
  expect(problems).toEqual([]);
});

test.each(LOOKED_LANGUAGES)("in %s the pages of a package fit a phone", async (language) => {
  const { id, eventIds } = await pass({ maxSeatsPerBuyer: 4, endsAt: inDays(20) });
  const viewport = { width: 360, height: 740 };
  const look = async (page: Page, shown: string) => {
    expect([shown, await flawsOf(page)]).toEqual([shown, []]);
    await takeScreenshot(page, `${shown}-${language}`);
  };
  const problems = await shop.browser.withPage({ viewport, isMobile: true }, async (page) => {
    await signIn(page, connect);
    await page.context().addCookies([{ name: "language", value: language, url: shop.url }]);
    await page.goto(`/e/${eventIds[0]}`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await look(page, "package-at-event");
    await page.locator(`.orders a[href="/packages/${id}"]`).click();
    await page.locator(".choosing button.big").click();
    await page.locator(".note.bad").waitFor();
    await look(page, "package-refused");
    for (const name of NAMES.slice(1)) await box(page, name).check();
    await page.locator(".told .sum").waitFor();
    await look(page, "package-chosen");
    await page.locator(".choosing button.big").click();
    await page.locator(".of-package").waitFor();
    await look(page, "package-hold");
    await page.locator(".of-package button[name=release]").click();
    await page.locator(".choosing").waitFor();
  });
  expect(problems).toEqual([]);
});

test("a package is chosen by keyboard alone, and what has the focus has a name and a state", async () => {
  const { id } = await pass();
  const problems = await shop.browser.withPage({}, async (page) => {
    await signIn(page, connect);
    await page.goto(`/packages/${id}`);
    const press = async (element: Locator, ...keys: string[]): Promise<string> => {
      await tabTo(page, element);
      for (const key of keys) await page.keyboard.press(key);
      return focused(page);
    };
    for (const name of NAMES.slice(0, 2))
      expect(await press(box(page, name), "Space")).toMatch(new RegExp(`checkbox ".*${name}.*" \\[checked\\]`));
    await press(take(page), "Enter");
    // The refusal has the focus, and so is read.
    await page.locator("[role=alert]:focus").waitFor();
    expect(await focused(page)).toContain("Choose exactly 3 events. You have chosen 2");
    expect(await press(box(page, NAMES[2]!), "Space")).toContain("[checked]");
    const price = page.getByRole("combobox", { name: "Price for Der Rosenkavalier" });
    expect(await press(price, "ArrowDown")).toContain('option "Balcony · €24.00" [selected]');
    await press(page.getByRole("combobox", { name: "Seats at each event" }), "ArrowUp");
    await page.getByRole("status").filter({ hasText: "Total €92.00" }).waitFor();
    await press(take(page), "Enter");
    await isHeld(page);
    const release = page.getByRole("button", { name: "Give the whole package back" });
    expect(await press(release)).toContain('button "Give the whole package back"');
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Season 2027" }).waitFor();
  });
  expect(problems).toEqual([]);
});

const said = (page: Page, text: string | RegExp) => page.getByRole("alert").getByText(text).waitFor();

test("what a package is refused for is said in words, and the choice stays", async () => {
  const { id, eventIds } = await season({ maxSeats: 4, maxSeatsPerBuyer: 3 }, { maxSeatsPerBuyer: 4 });
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signIn(page, connect);
    const rival = await signUp(connect);
    await page.goto(`/packages/${id}`);
    const seats = page.getByLabel("Seats at each event");
    const price = page.getByLabel("Price for Aida");
    await seats.selectOption("3");
    await price.selectOption({ label: "Balcony · €24.00" });
    /** Presses the button, and finds the choice as it was. */
    const isRefused = async (text: string, shown: string) => {
      await take(page).click();
      await said(page, text);
      expect(await seats.inputValue()).toBe("3");
      expect(await price.locator(":checked").textContent()).toBe("Balcony · €24.00");
      expect(await flawsOf(page)).toEqual([]);
      await takeScreenshot(page, `package-${shown}`);
    };
    const release = (of: Person, holdId: string) =>
      of.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: holdId });
    const [own] = await hold(buyer, { id, eventIds }, 1);
    await isRefused("more than one buyer can have of this package", "limit");
    await release(buyer, own!);
    const [others] = await hold(rival, { id, eventIds }, 2);
    await isRefused("Too few seats of this package are left at", "sold-out");
    await release(rival, others!);
    const single = await holdBestAvailable(buyer.client, eventIds[1]!, 2);
    await isRefused("One buyer can have at most 4 seats at Aida", "seat-limit");
    await release(buyer, single.id as string);
    const ofEvent = (verb: string) =>
      owner.client.ask(`mutation ($id: ID!) { ${verb}(eventId: $id) { __typename } }`, { id: eventIds[1] });
    await ofEvent("pauseSales");
    await isRefused("Aida is not on sale now, so nothing is held.", "not-on-sale");
    // An address that no cache has.
    await page.goto(`/packages/${id}?seats=3`);
    await page.getByText("so the package can’t be held. Single tickets may still be on sale.").waitFor();
    expect(await take(page).count()).toBe(0);
    await takeScreenshot(page, "package-paused");
    await ofEvent("resumeSales");
    await page.goto(`/packages/${id}?seats=2`);
    await owner.client.ask(`mutation ($id: ID!) { closePackage(packageId: $id) { __typename } }`, { id });
    await take(page).click();
    await said(page, "The sale of this package has ended.");
    expect(await take(page).count()).toBe(0);
    await takeScreenshot(page, "package-ended");
  });
  expect(problems).toEqual([]);
});

test("seats that are not side by side, and a total that has changed, are asked about again", async () => {
  const early = [{ name: "Early bird", price: euro(2_000), until: inDays(10), quantity: 1 }];
  const halls = [
    { name: "Stalls", price: euro(4_500), sections: ["Parkett"] },
    { name: "Balcony", price: euro(3_000), sections: ["Balcony"], phases: early },
  ];
  const { id, eventIds } = await season({}, { maxSeatsPerBuyer: 10 }, halls);
  const problems = await shop.browser.withPage({ viewport: { width: 768, height: 1024 } }, async (page) => {
    await signIn(page, connect);
    // In each of the four rows of the stalls five seats are left.
    for (let row = 0; row < 4; row++) {
      const rival = await signUp(connect);
      const { event } = await rival.client.ask(
        `query ($id: ID!) { event(id: $id) { seats(first: 100) { nodes { id row status section { name } } } } }`,
        { id: eventIds[0] },
      );
      const inRow = event.seats.nodes.filter(
        (seat: { row: string; section: { name: string } }) =>
          seat.section.name === "Parkett" && seat.row === String(row + 1),
      );
      const input = {
        eventId: eventIds[0],
        seatIds: inRow.slice(0, 5).map((seat: { id: string }) => seat.id),
        idempotencyKey: randomUUID(),
      };
      await rival.client.ask(`mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename } }`, { i: input });
    }
    await page.goto(`/packages/${id}`);
    await page.getByLabel("Seats at each event").selectOption("6");
    await page.getByText("Total €432.00").waitFor();
    await take(page).click();
    await said(page, "At La Bohème so many seats next to each other are not free at this price.");
    await takeScreenshot(page, "package-not-side-by-side");
    expect(await page.getByLabel("Seats at each event").inputValue()).toBe("6");
    await page.getByLabel("Seats at each event").selectOption("2");
    await page.getByLabel("Price for La Bohème").selectOption({ label: "Balcony · €16.00" });
    // Not 30.00: the early price is that of today.
    await page.getByText("instead of €20.00").waitFor();
    await page.getByText("Total €104.00").waitFor();
    await take(page).click();
    // The second seat has the price after the early one: 16.00 and 24.00.
    await said(page, "Prices have changed: these seats now cost €112.00.");
    await page.getByText("Total €112.00").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "package-total-changed");
    await take(page).click();
    await isHeld(page);
    await page.getByRole("button", { name: "Pay €112.00" }).waitFor();
  });
  expect(problems).toEqual([]);
});

test("a guest without a confirmed address is told how to get the package, and the choice is in the address", async () => {
  const { id, eventIds } = await season();
  const problems = await shop.browser.withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(`/enter?event=${eventIds[0]}&quantity=1`);
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByLabel("E-mail address").fill("ada-guest@buyers.test");
    await page.getByRole("button", { name: "Hold my seats" }).click();
    await isHeld(page);
    await page.goto(`/packages/${id}`);
    await page.getByLabel("Seats at each event").selectOption("4");
    await take(page).click();
    await said(page, "A package can be held only with a confirmed address");
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "package-unverified");
    await page.getByRole("link", { name: "Confirm my address" }).click();
    await page.waitForURL("**/account/**");
    await page.goBack();
    expect(await page.getByLabel("Seats at each event").inputValue()).toBe("4");
  });
  expect(problems).toEqual([]);
});

test("a package stays whole beside other seats, and is given back when one of its events is cancelled", async () => {
  const sold = await season();
  const other = await onSale("Recital", 60, ONE_TIER);
  await shop.supergraph.settle();
  const problems = await shop.browser.withPage({}, async (page) => {
    const buyer = await signIn(page, connect);
    await hold(buyer, sold, 1);
    await holdBestAvailable(buyer.client, other, 1);
    await page.goto("/basket");
    await isHeld(page);
    await page.getByText("Seats for 3 events.").waitFor();
    expect(await page.getByRole("region", { name: "Season 2027" }).getByRole("button").count()).toBe(2);
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "package-beside-others");
    await page.getByRole("link", { name: "Pay for these seats only: Season 2027" }).click();
    await page.getByRole("link", { name: "Pay for all seats together" }).waitFor();
    await page.getByText("Seats for 2 events.").waitFor();
    expect(await page.locator("main").getByText("Recital").count()).toBe(0);
    await owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
      id: sold.eventIds[1],
    });
    await shop.supergraph.settle();
    const { me } = await buyer.client.ask(`{ me { holds { id package { id } } } }`);
    const [rest] = me.holds.filter((one: { package: unknown }) => one.package);
    await page.goto(`/hold/${rest.id}`);
    await page.getByText("so the package can’t be paid for").waitFor();
    expect(await page.getByRole("button", { name: /^Pay/ }).count()).toBe(0);
    await page.getByRole("heading", { name: "You hold other seats, too" }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "package-incomplete");
    await page.getByRole("button", { name: "Give the whole package back" }).click();
    await page.getByText("Too few of its events have seats now").waitFor();
    await page.goto(`/hold/${rest.id}`);
    await page.getByRole("link", { name: "Choose again" }).waitFor();
    expect(await page.getByRole("link", { name: "Choose again" }).getAttribute("href")).toBe(`/packages/${sold.id}`);
  });
  expect(problems).toEqual([]);
});
