// Wheelchair places with companions in the storefront, in Chromium: on the map, by row with keys, without a script, and as the best available.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  createEvent,
  createOrganization,
  createVenue,
  publishEvent,
  signUp,
  type Person,
  type SectionInput,
} from "../local/fixtures.ts";
import { fit } from "../storefront/app/seat-map/camera.ts";
import { flawsOf, takeScreenshot } from "../testkit/storefront-browser.ts";
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
  const first = { label: "A", seats: 8, wheelchair: [1, 4], companion: [2, 3] };
  const rows = [first, { label: "B", seats: 8 }, { label: "C", seats: 8 }];
  venueId = await createVenue(owner.client, organizationId, [{ name: "Stalls", kind: "SEATED", rows } as SectionInput]);
});
afterAll(() => shop?.stop());

const euro = (amount: number) => ({ amount, currency: "EUR" });
const PRICES = [
  { name: "Wheelchair place", price: euro(2_500), wheelchairPlacesOnly: true },
  { name: "Companion", price: euro(0), onlyWith: ["Wheelchair place"], mostForEach: 1 },
];
const TIER = { name: "All", price: euro(4_500), sections: ["Stalls"], standardName: "Adult", prices: PRICES };

async function onSale(name: string): Promise<string> {
  const holdPolicy = { companionsPerWheelchairPlace: 1 };
  const id = await createEvent(owner.client, organizationId, venueId, [TIER], { name, holdPolicy });
  await publishEvent(owner.client, id);
  await shop.supergraph.settle();
  return id;
}

let guests = 0;

/** From the chosen seats to the tickets. @returns seats with their prices */
async function buyChosen(page: Page): Promise<string[]> {
  await page.locator("#name").fill("Ada Lovelace");
  await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
  await page.locator(".ways form button").click();
  await page.waitForURL("**/hold/*");
  await page.getByRole("button", { name: "Pay €25.00" }).click();
  await page.waitForURL("**/order/**");
  const id = new URL(page.url()).pathname.split("/")[2];
  const READ = `query ($id: ID!) { order(id: $id) { status tickets { priceName seat { row number } } } }`;
  let order: Data = {};
  await until(async () => {
    ({ order } = await owner.client.ask(READ, { id }));
    return order.status === "CONFIRMED";
  }, "the order is confirmed");
  return order.tickets.map(({ priceName, seat }: Data) => `${seat.row}${seat.number} ${priceName}`).sort();
}

/** Prices of the two seats, on the map's page. The companion's seat is no wheelchair place. */
async function choosePrices(page: Page): Promise<void> {
  const [first, second] = [page.locator(".choice select").nth(0), page.locator(".choice select").nth(1)];
  expect(await second.locator("option", { hasText: "Wheelchair place" }).isDisabled()).toBe(true);
  await first.selectOption("Wheelchair place");
  await second.selectOption("Companion");
  await page.getByText("Total €25.00").waitFor();
}

interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

function boundsOf(shape: readonly number[]): Bounds {
  const [xs, ys] = [shape.filter((_, at) => at % 2 === 0), shape.filter((_, at) => at % 2 === 1)];
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
}

/** Where the seats are on the page, by row and number: while the whole hall is shown, or its only section. */
async function placesOnMap(page: Page, eventId: string) {
  const { event } = await shop.supergraph
    .client()
    .ask(`query ($id: ID!) { event(id: $id) { seatMap { layoutUrl } } }`, { id: eventId });
  const layout = (await (await fetch(new URL(event.seatMap.layoutUrl as string, shop.supergraph.url))).json()) as Data;
  const box = (await page.locator(".canvas").boundingBox())!;
  const whole = fit(layout.bounds as Bounds, box);
  const near = fit(boundsOf(layout.sections[0].shape as number[]), box);
  return (camera: "whole" | "near", row: string, number: string): [number, number] => {
    const { scale, x, y } = camera === "whole" ? whole : near;
    const { first, count } = layout.rows.find(({ label }: Data) => label === row);
    const seat = first + (layout.labels as string[]).slice(first, first + count).indexOf(number);
    return [box.x + layout.x[seat] * scale + x, box.y + layout.y[seat] * scale + y];
  };
}

test("on the map a wheelchair place and the companion's seat beside it are chosen and paid", async () => {
  const eventId = await onSale("Norma");
  const problems = await shop.browser.withPage({ viewport: { width: 1440, height: 1_200 } }, async (page) => {
    await page.goto(`/e/${eventId}/seats`);
    await page.getByRole("grid", { name: "Stalls" }).waitFor();
    const placeOf = await placesOnMap(page, eventId);
    // Seats of a whole hall are too small for a finger: the first tap comes nearer.
    await page.mouse.click(...placeOf("whole", "A", "1"));
    await page.mouse.click(...placeOf("near", "A", "1"));
    await page.getByRole("status").filter({ hasText: "1 seat chosen" }).waitFor();
    await page.mouse.click(...placeOf("near", "A", "2"));
    await page.getByRole("status").filter({ hasText: "2 seats chosen" }).waitFor();
    expect(await page.locator(".choice .receipt li > span").allInnerTexts()).toEqual([
      "Stalls, Row A, seat 1",
      "Stalls, Row A, seat 2",
    ]);
    await choosePrices(page);
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "wheelchair-map");
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    expect(await buyChosen(page)).toEqual(["A1 Wheelchair place", "A2 Companion"]);
  });
  expect(problems).toEqual([]);
});

test("by row they are said by name, and chosen with keys", async () => {
  const eventId = await onSale("Fidelio");
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.goto(`/e/${eventId}/seats`);
    const grid = page.getByRole("grid", { name: "Stalls" });
    await grid.locator("[tabindex='0']").focus();
    await page.keyboard.press("Control+Home");
    const focused = () => page.evaluate<string>("document.activeElement?.getAttribute('aria-label')");
    await until(async () => (await focused()) === "Row A, seat 1, €45.00, free, wheelchair place", "it is said");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await until(async () => (await focused()) === "Row A, seat 2, €45.00, free, companion seat", "it is said");
    await page.keyboard.press("Space");
    await page.getByRole("status").filter({ hasText: "2 seats chosen" }).waitFor();
    await choosePrices(page);
    await page.getByRole("button", { name: "Hold 2 seats" }).press("Enter");
    expect(await buyChosen(page)).toEqual(["A1 Wheelchair place", "A2 Companion"]);
  });
  expect(problems).toEqual([]);
});

test("more companions than the organizer allows are refused in words, and the choice stays", async () => {
  const eventId = await onSale("Carmen");
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.goto(`/e/${eventId}/seats`);
    const cell = (number: number) => page.getByRole("gridcell", { name: `Row A, seat ${number},` });
    for (const number of [1, 2, 3]) await cell(number).click();
    await page.getByRole("button", { name: "Hold 3 seats" }).click();
    await page.locator("#name").fill("Ada Lovelace");
    await page.locator("#email").fill(`ada-${(guests += 1)}@buyers.test`);
    await page.locator(".ways form button").click();
    await page.getByText("There are too many other seats with the wheelchair place.").waitFor();
    await page.getByRole("link", { name: "Change the choice" }).click();
    await page.getByRole("status").filter({ hasText: "3 seats chosen" }).waitFor();
    await cell(3).click();
    await choosePrices(page);
    await page.getByRole("button", { name: "Hold 2 seats" }).click();
    await page.waitForURL("**/hold/*");
    await page.getByRole("button", { name: "Pay €25.00" }).waitFor();
  });
  expect(problems).toEqual([]);
});

test("without a script they are boxes with names", async () => {
  const eventId = await onSale("Salome");
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/e/${eventId}/seats`);
    await page.locator("#section").selectOption({ label: "Stalls" });
    await page.getByRole("button", { name: "Show rows" }).click();
    await page.getByRole("checkbox", { name: "Row A, seat 4, €45.00, free, wheelchair place" }).check();
    await page.getByRole("checkbox", { name: "Row A, seat 3, €45.00, free, companion seat" }).check();
    await page.getByRole("button", { name: "Next: choose prices" }).click();
    await page.getByRole("heading", { name: "Who are the seats for?" }).waitFor();
    await page.getByLabel("Price for Stalls, Row A, seat 4").selectOption("Wheelchair place");
    await page.getByLabel("Price for Stalls, Row A, seat 3").selectOption("Companion");
    await page.locator(".panel button.big").click();
    expect(await buyChosen(page)).toEqual(["A3 Companion", "A4 Wheelchair place"]);
  });
  expect(problems).toEqual([]);
});

test("the best available seats are a wheelchair place and one beside it", async () => {
  const eventId = await onSale("Tosca");
  const problems = await shop.browser.withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(`/e/${eventId}`);
    await page.locator("#n-standard").selectOption("0");
    await page.locator("#n-Wheelchair-place").selectOption("1");
    await page.locator("#n-Companion").selectOption("1");
    await page.getByText("Wheelchair places, promo code").click();
    await page.getByLabel("Wheelchair places among them").fill("1");
    await page.getByRole("button", { name: "Take the best seats" }).click();
    const tickets = await buyChosen(page);
    expect(tickets.map((ticket) => ticket.replace(/^A\d /, "")).sort()).toEqual(["Companion", "Wheelchair place"]);
    const [one, other] = tickets.map((ticket) => Number(/\d/.exec(ticket)![0]));
    expect(Math.abs(one! - other!)).toBe(1);
  });
  expect(problems).toEqual([]);
});
