// Holds that end while their buyers are on the page of the payment, in Chromium, with and without a script.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import { createEvent, holdSeats, openShow, publishEvent, signUp, type Show } from "../local/fixtures.ts";
import { flawsOf, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { setQuestions } from "./event-questions.ts";
import { openShop, type Shop } from "./storefront-shop.ts";

let shop: Shop;
let show: Show;
beforeAll(async () => {
  shop = await openShop();
  show = await openShow(shop.connect, { name: "Aida" });
});
afterAll(() => shop?.stop());

const euro = (amount: number) => ({ amount, currency: "EUR" });
const STALLS = {
  name: "Stalls",
  price: euro(4_500),
  sections: ["Parkett"],
  standardName: "Adult",
  prices: [{ name: "Child", price: euro(2_000) }],
};
const TIERS = [STALLS, { name: "Floor", price: euro(2_500), sections: ["Floor"] }];

/** Asks each person for a size. */
async function onSale(name: string): Promise<string> {
  const { owner, organizationId, venueId } = show;
  const eventId = await createEvent(owner.client, organizationId, venueId, TIERS, { name });
  await setQuestions({ ...show, eventId }, [{ scope: "TICKET", kind: "SHORT_TEXT", text: "Size" }]);
  await publishEvent(owner.client, eventId);
  await shop.supergraph.settle();
  return eventId;
}

async function seatsIn(eventId: string): Promise<Data[]> {
  const { event } = await shop.supergraph
    .client()
    .ask(`query ($id: ID!) { event(id: $id) { seats(first: 100) { nodes { id row number wheelchair status } } } }`, {
      id: eventId,
    });
  return event.seats.nodes.filter(({ row, wheelchair }: Data) => row === "1" && !wheelchair);
}

let guests = 0;

/** Holds the seats as a guest: the first for an adult, the second for a child. */
async function hold(page: Page, eventId: string, [first, second]: Data[]): Promise<string> {
  const search = new URLSearchParams([
    ["event", eventId],
    ["seat", first!.id as string],
    ["seat", second!.id as string],
    [`price.${second!.id}`, "Child"],
  ]);
  await page.goto(`/enter?${search.toString()}`);
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

async function type(page: Page): Promise<void> {
  await page.locator(".pay summary").first().click();
  await page.locator("#name-0").fill("Grace Hopper");
  await page.locator("#name-1").fill("Ada Byron");
  await page.getByLabel("Size").first().fill("L");
  await page.getByLabel("Size").nth(1).fill("XS");
  await page.locator("input[value=pm_card_slow]").check();
}

const typed = async (page: Page) => [
  await page.locator("#name-0").inputValue(),
  await page.locator("#name-1").inputValue(),
  await page.getByLabel("Size").first().inputValue(),
  await page.getByLabel("Size").nth(1).inputValue(),
  String(await page.locator("input[value=pm_card_slow]").isChecked()),
];
const TYPED = ["Grace Hopper", "Ada Byron", "L", "XS", "true"];

/** As when its time is over: the seats are free again. */
async function endHold(id: string): Promise<void> {
  const past = "now() - interval '1 s'";
  await shop.supergraph.query("seating", `update seat set held_until = ${past} where hold_id = $1`, [id]);
  await shop.supergraph.query("seating", `update hold set expires_at = ${past} where id = $1`, [id]);
  await shop.supergraph.settle();
}

/** Names and seats of the tickets, after the payment. */
async function payAndRead(page: Page): Promise<string[][]> {
  await page.locator(".pay button.big").click();
  await page.waitForURL("**/order/**");
  const id = new URL(page.url()).pathname.split("/")[2];
  const READ = `query ($id: ID!) { order(id: $id) { status tickets { holderName priceName seat { number } } } }`;
  let order: Data = {};
  await until(async () => {
    ({ order } = await show.owner.client.ask(READ, { id }));
    return order.status === "CONFIRMED";
  }, "the order is confirmed");
  return order.tickets.map(({ holderName, priceName, seat }: Data) => [holderName, priceName, seat.number]).sort();
}

test.each([true, false])("the same seats are held again, and nothing typed is lost, with a script: %s", async (has) => {
  const eventId = await onSale(`Rigoletto ${has}`);
  const seats = (await seatsIn(eventId)).slice(2, 4);
  const problems = await shop.browser.withPage({ javaScriptEnabled: has }, async (page) => {
    const holdId = await hold(page, eventId, seats);
    await type(page);
    await endHold(holdId);
    await page.locator(".pay button.big").click();
    await page.getByRole("heading", { name: "This hold has ended" }).waitFor();
    await page.getByText("Your seats are still free. What you entered is kept.").waitFor();
    if (has) expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `ended-same-${has}`);
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
    expect(await typed(page)).toEqual(TYPED);
    if (has) expect(new URL(page.url()).pathname).not.toBe(`/hold/${holdId}`);
    expect(await payAndRead(page)).toEqual([
      ["Ada Byron", "Child", seats[1]!.number],
      ["Grace Hopper", "Adult", seats[0]!.number],
    ]);
  });
  expect(problems).toEqual([]);
});

test.each([true, false])("a seat that someone else took is replaced by a near one, with a script: %s", async (has) => {
  const eventId = await onSale(`Macbeth ${has}`);
  const row = await seatsIn(eventId);
  const seats = row.slice(2, 4);
  const rival = await signUp(shop.connect);
  const problems = await shop.browser.withPage({ javaScriptEnabled: has }, async (page) => {
    const holdId = await hold(page, eventId, seats);
    await type(page);
    await endHold(holdId);
    expect((await holdSeats(rival.client, eventId, [seats[1]!.id])).__typename).toBe("Hold");
    await page.locator(".pay button.big").click();
    await page.getByText(`Somebody else has taken Parkett, Row 1, seat ${seats[1]!.number}.`).waitFor();
    const offered = await page.locator("main form .receipt li").allInnerTexts();
    expect(offered[0]).toContain(`seat ${seats[0]!.number}`);
    // Beside the other one. The next seat on its other side is across the aisle.
    expect(offered[1]).toContain(`seat ${row[1]!.number}`);
    if (has) expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, `ended-near-${has}`);
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
    // In the order of the seats, each with what was typed for it.
    expect(await typed(page)).toEqual(["Ada Byron", "Grace Hopper", "XS", "L", "true"]);
    expect(await payAndRead(page)).toEqual([
      ["Ada Byron", "Child", row[1]!.number],
      ["Grace Hopper", "Adult", seats[0]!.number],
    ]);
  });
  expect(problems).toEqual([]);
});

test("when the time on the page is over, the page says so and offers the seats with what was typed", async () => {
  const eventId = await onSale("Nabucco");
  const seats = (await seatsIn(eventId)).slice(2, 4);
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.clock.install();
    const holdId = await hold(page, eventId, seats);
    await page.locator(".countdown").filter({ hasText: "left" }).waitFor();
    await type(page);
    await endHold(holdId);
    await page.clock.fastForward("20:00");
    await page.getByRole("heading", { name: "This hold has ended" }).waitFor();
    const said = page.getByRole("alert").filter({ hasText: "Your seats are still free." });
    await said.waitFor();
    await until(() => page.evaluate<boolean>("document.activeElement?.role === 'alert'"), "the message has the focus");
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
    expect(await typed(page)).toEqual(TYPED);
  });
  expect(problems).toEqual([]);
});

test("a price that rose in the meantime is shown before the seats are held again", async () => {
  const eventId = await onSale("Otello");
  const seats = (await seatsIn(eventId)).slice(2, 4);
  const problems = await shop.browser.withPage({}, async (page) => {
    const holdId = await hold(page, eventId, seats);
    await type(page);
    await endHold(holdId);
    const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
    const { setPrices } = await show.owner.client.ask(
      `mutation ($input: SetPricesInput!) { setPrices(input: $input) { __typename } }`,
      { input: { eventId, expectedVersion: event.version, tiers: [priced(5_000)], idempotencyKey: "dearer" } },
    );
    expect(setPrices.__typename).toBe("Event");
    await page.locator(".pay button.big").click();
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.getByText("Prices have changed: these seats now cost €70.00.").waitFor();
    await page.locator("main form .grand").getByText("€70.00").waitFor();
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.getByRole("button", { name: "Pay €70.00" }).waitFor();
    expect(await typed(page)).toEqual(TYPED);
  });
  expect(problems).toEqual([]);
});

const priced = (amount: number) => ({ name: "Stalls", price: euro(amount), prices: STALLS.prices });
