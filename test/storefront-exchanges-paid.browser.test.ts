// Exchanges in the storefront that need more than a card which is accepted at once: an account, or a confirmation at the bank. And tickets that their
// buyer gives back.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  allSeats,
  buy,
  createEvent,
  createOrganization,
  createVenue,
  inDays,
  PASSWORD,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { flawsOf, LOOKED_LANGUAGES, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let owner: Person;
let organizationId: string;
let venueId: string;
beforeAll(async () => {
  shop = await openShop();
  owner = await signUp(shop.connect, "Olga Owner");
  organizationId = await createOrganization(owner.client);
  const rows = ["1", "2"].map((label) => ({ label, seats: 10 }));
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

/** Tickets can be exchanged. */
async function onSale(name: string): Promise<string> {
  const id = await createEvent(owner.client, organizationId, venueId, TIERS, { name, startsAt: inDays(30) });
  await publishEvent(owner.client, id);
  await shop.supergraph.settle();
  await owner.client.ask(
    `mutation ($input: SetExchangePolicyInput!) { setExchangePolicy(input: $input) { ... on Event { id } } }`,
    { input: { eventId: id, isAllowed: true } },
  );
  return id;
}

const setReturnPolicy = (eventId: string, mode: string, fee = 0) =>
  owner.client.ask(
    `mutation ($input: SetReturnPolicyInput!) { setReturnPolicy(input: $input) { ... on Event { id } } }`,
    { input: { eventId, mode, fee } },
  );

let guests = 0;

/** Buys two seats of the balcony as a guest. @returns the ID of the order */
async function buyAsGuest(page: Page, eventId: string): Promise<string> {
  await page.goto(`/e/${eventId}`);
  await page.locator("#tier").selectOption({ label: "Balcony · €30.00" });
  await page.locator("#quantity").selectOption("2");
  await page.getByRole("button", { name: "Take the best seats" }).click();
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
  await page.getByRole("button", { name: "Pay €60.00" }).click();
  await page.waitForURL("**/order/**");
  await tickets(page, 2);
  return new URL(page.url()).pathname.split("/")[2]!;
}

/** Signs in and has two seats of the balcony. @returns the ID of the order */
async function buyWithAccount(page: Page, eventId: string): Promise<string> {
  const buyer = await signUp(shop.connect, "Grace Hopper");
  await page.goto("/account/sign-in");
  await page.getByLabel("E-mail address").fill(buyer.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  const free = (await allSeats(owner.client, eventId)).filter(
    ({ status, section }) => status === "AVAILABLE" && section.name === "Balcony",
  );
  const { order } = await buy(
    buyer.client,
    eventId,
    free.slice(0, 2).map(({ id }) => id as string),
  );
  await shop.supergraph.settle();
  return order.id as string;
}

/** Waits for valid tickets on the page of an order. */
async function tickets(page: Page, count: number): Promise<void> {
  await until(async () => {
    if ((await page.locator(".passes li:not(.off) a").count()) === count) return true;
    await page.reload();
    return false;
  }, `${count} tickets are issued`);
}

/** From the page of an order to the confirmation, with seats of the stalls for both tickets. */
async function chooseStalls(page: Page, orderId: string): Promise<void> {
  await page.goto(`/order/${orderId}`);
  await page.getByRole("link", { name: "Exchange tickets" }).click();
  await page.getByRole("group", { name: "Which tickets do you give back?" }).waitFor();
  for (const ticket of await page.locator("input[name=give]").all()) await ticket.check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator("#tier").selectOption({ label: "Stalls · €45.00" });
  await page.getByRole("button", { name: "Take the best seats" }).click();
  await page.getByRole("heading", { name: "Confirm your exchange" }).waitFor();
}

/** At the bank of the test provider. */
async function answerTheBank(page: Page, answer: "Yes" | "No"): Promise<void> {
  await page.waitForURL("**/authenticate/**");
  await page.getByRole("button", { name: answer }).click();
  await page.waitForURL(`${shop.url.replace(/\/$/, "")}/order/**`);
}

/** Only the bank is another host. */
const besideTheBank = (problems: string[]) => problems.filter((problem) => !problem.includes("/authenticate/"));

const show = async (id: string): Promise<Data> =>
  (
    await owner.client.ask(`query ($id: ID!) { order(id: $id) { status total { amount } tickets { id status } } }`, {
      id,
    })
  ).order as Data;

const orderIn = (page: Page) => new URL(page.url()).pathname.split("/")[2]!;

test.each([true, false])("a guest is told that an exchange needs an account, with a script: %s", async (has) => {
  const eventId = await onSale(`Manon ${has}`);
  const problems = await shop.browser.withPage({ javaScriptEnabled: has }, async (page) => {
    const before = await buyAsGuest(page, eventId);
    await page.goto(`/order/${before}`);
    await page.getByRole("link", { name: "Exchange tickets" }).click();
    await page.getByText("Create an account with the same e-mail address: it takes over your orders.").waitFor();
    expect(await page.locator("input[name=give]").count()).toBe(0);
    if (has) expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `exchange-guest-${has}`);
    await setReturnPolicy(eventId, "ALWAYS");
    await page.goto(`/order/${before}`);
    await page.getByRole("link", { name: "Give tickets back" }).click();
    await page.getByText("Tickets of guests can’t be given back here.").waitFor();
    expect(await page.locator("input[name=give]").count()).toBe(0);
    // An old address of a later step says the same.
    const ticket = (await show(before)).tickets[0].id as string;
    await page.goto(`/e/${eventId}?for=${before}&give=${ticket}`);
    await page.getByRole("button", { name: "Take the best seats" }).click();
    await page.getByText("Create an account with the same e-mail address: it takes over your orders.").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Create an account" }).click();
    await page.waitForURL("**/account/register**");
    expect((await show(before)).tickets).toMatchObject([{ status: "VALID" }, { status: "VALID" }]);
  });
  expect(problems).toEqual([]);
});

test.each([true, false])("a difference is confirmed at the bank, with a script: %s", async (has) => {
  const eventId = await onSale(`Werther ${has}`);
  const problems = await shop.browser.withPage({ javaScriptEnabled: has }, async (page) => {
    const before = await buyWithAccount(page, eventId);
    await chooseStalls(page, before);
    await page.locator("input[value=pm_card_authentication_required]").check();
    await page.getByRole("button", { name: "Exchange and pay €30.00" }).click();
    await page.waitForURL("**/authenticate/**");
    // Until the bank has answered, the old tickets are valid.
    await shop.supergraph.settle();
    expect((await show(before)).tickets).toMatchObject([{ status: "VALID" }, { status: "VALID" }]);
    await answerTheBank(page, "Yes");
    await tickets(page, 2);
    expect(orderIn(page)).not.toBe(before);
    await page.getByText("Difference paid").waitFor();
    await shop.supergraph.settle();
    await page.goto(`/order/${before}`);
    await page.getByRole("status").getByText("These tickets were exchanged").waitFor();
  });
  expect(besideTheBank(problems)).toEqual([]);
});

test("who says no at the bank keeps the old tickets, and may pay with another card", async () => {
  const eventId = await onSale("Thaïs");
  const problems = await shop.browser.withPage({}, async (page) => {
    const before = await buyWithAccount(page, eventId);
    await chooseStalls(page, before);
    await page.locator("input[value=pm_card_authentication_required]").check();
    await page.getByRole("button", { name: "Exchange and pay €30.00" }).click();
    await answerTheBank(page, "No");
    await page.getByText("Your old tickets stay valid until the difference is paid.").waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "exchange-bank-refused");
    await shop.supergraph.settle();
    expect((await show(before)).tickets).toMatchObject([{ status: "VALID" }, { status: "VALID" }]);
    await page.locator("input[value=pm_card_visa]").check();
    await page.locator(".pay button.big").click();
    await tickets(page, 2);
    await page.getByText("Difference paid").waitFor();
    expect(orderIn(page)).not.toBe(before);
  });
  expect(besideTheBank(problems)).toEqual([]);
});

test.each(looksAt("phone", "tablet", "desktop"))(
  "the terms of returns are shown, and a ticket is given back, on a $screen in $colours colours",
  async ({ screen, colours, options }) => {
    const eventId = await onSale(`Manon Lescaut ${screen} ${colours}`);
    await setReturnPolicy(eventId, "ALWAYS", 500);
    const look = async (page: Page, shown: string) => {
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${screen}-${colours}`);
    };
    const problems = await shop.browser.withPage(options, async (page) => {
      const orderId = await buyWithAccount(page, eventId);
      await page.goto(`/e/${eventId}`);
      await page.getByText("Tickets can be given back until").waitFor();
      await look(page, "return-event");
      await page.getByRole("button", { name: "Take the best seats" }).click();
      await page.getByRole("button", { name: /^Pay / }).waitFor();
      await page.getByText("The organizer keeps a fee of €5.00 for each ticket.").waitFor();
      await look(page, "return-hold");
      await page.goto(`/order/${orderId}`);
      await look(page, "return-order");
      await page.getByRole("link", { name: "Give tickets back" }).click();
      await page.getByRole("group", { name: "Which tickets do you give back?" }).waitFor();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText("Choose at least one ticket that you give back.").waitFor();
      await page.locator("input[name=give]").first().check();
      await look(page, "return-choice");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("heading", { name: "Confirm the return" }).waitFor();
      await page.getByText("paid €30.00, less a fee of €5.00").waitFor();
      await look(page, "return-quote");
      await page.getByRole("button", { name: "Give back and get €25.00" }).click();
      await page.getByRole("status").getByText("You’re going! Some tickets were refunded").waitFor();
      await page.getByText("€25.00 refunded").waitFor();
      await look(page, "return-done");
    });
    expect(problems).toEqual([]);
    await shop.supergraph.settle();
  },
);

test("without a script a changed refund asks again, and what the organizer does not take back is refused in words", async () => {
  const eventId = await onSale("Turandot");
  await setReturnPolicy(eventId, "ALWAYS");
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    const orderId = await buyWithAccount(page, eventId);
    await page.goto(`/order/${orderId}`);
    await page.locator(".passes a").first().click();
    await page.getByRole("link", { name: "Give this ticket back" }).click();
    expect(await page.locator("input[name=give]:checked").count()).toBe(1);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Give back and get €30.00" }).waitFor();
    const quote = page.url();
    await setReturnPolicy(eventId, "ALWAYS", 5_000);
    await page.getByRole("button", { name: /^Give back/ }).click();
    await page.getByText("The refund has changed.").waitFor();
    expect((await show(orderId)).tickets).toMatchObject([{ status: "VALID" }, { status: "VALID" }]);
    await takeScreenshot(page, "return-changed");
    await setReturnPolicy(eventId, "WAITLIST", 500);
    await page.getByRole("button", { name: "Give back without a refund" }).click();
    await page.getByText("Nobody on the waiting list wants all of these seats at the moment.").waitFor();
    await takeScreenshot(page, "return-nobody-waits");
    await page.getByRole("link", { name: "Choose other tickets" }).click();
    await page.getByText("as long as people on the waiting list want the seats.").waitFor();
    await setReturnPolicy(eventId, "NONE");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("The organizer takes no tickets for this event back.").waitFor();
    await takeScreenshot(page, "return-not-allowed");
    await page.goto(`/order/${orderId}`);
    await page.getByRole("heading", { name: "Tickets", exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "Give tickets back" }).count()).toBe(0);
    await setReturnPolicy(eventId, "ALWAYS", 500);
    await page.goto(quote);
    await page.getByRole("button", { name: "Give back and get €25.00" }).click();
    await page.getByText("€25.00 refunded").waitFor();
    await page.goto(quote);
    await page.getByText("These tickets were refunded or exchanged already").waitFor();
  });
  expect(problems).toEqual([]);
});

test.each(LOOKED_LANGUAGES)("in %s the pages of a return fit a phone", async (language) => {
  const eventId = await onSale(`Il trittico ${language}`);
  await setReturnPolicy(eventId, "WAITLIST", 250);
  const viewport = { width: 360, height: 740 };
  const problems = await shop.browser.withPage({ viewport, isMobile: true }, async (page) => {
    const orderId = await buyWithAccount(page, eventId);
    await page.context().addCookies([{ name: "language", value: language, url: shop.url }]);
    const look = async (shown: string) => {
      expect([shown, await flawsOf(page)]).toEqual([shown, []]);
      await takeScreenshot(page, `${shown}-${language}`);
    };
    await page.goto(`/order/${orderId}/return`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.locator("input[name=give]").first().check();
    await look("return-choice");
    await page.locator("main form button.big").click();
    await page.locator(".note.bad").waitFor();
    await look("return-refused");
    await setReturnPolicy(eventId, "ALWAYS", 250);
    await page.reload();
    await page.locator(".grand").waitFor();
    await look("return-quote");
  });
  expect(problems).toEqual([]);
});
