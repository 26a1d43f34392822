// Buyers wait for seats that come back in the storefront, in Chromium, with and without a script.
import type { Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  createEvent,
  createOrganization,
  createVenue,
  holdBestAvailable,
  payOrder,
  placeOrder,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { flawsOf, LOOKED_LANGUAGES, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { button, lookAgain } from "./storefront-queues.ts";
import { openShop, type Shop } from "./storefront-shop.ts";
import { signInAs, tabTo, typePassword } from "./storefront-visitor.ts";
import { joinWaitlist, openWaitlist, zoneByDay } from "./waitlists.ts";

const TIERS = [
  { name: "Stalls", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett"] },
  { name: "Balcony", price: { amount: 3_000, currency: "EUR" }, sections: ["Balcony"] },
];

let shop: Shop;
let owner: Person;
let organizationId: string;
let venueId: string;
beforeAll(async () => {
  shop = await openShop();
  owner = await signUp(shop.connect, "Olga Owner");
  organizationId = await createOrganization(owner.client, "Opera House");
  const rows = [{ label: "1", seats: 4 }];
  const sections = ["Parkett", "Balcony"].map((name) => ({ name, kind: "SEATED" as const, rows }));
  venueId = await createVenue(owner.client, organizationId, sections, { timeZone: zoneByDay() });
});
afterAll(() => shop?.stop());

const newPerson = () => signUp(shop.connect, "Ada Lovelace");
const RELEASE = `mutation ($id: ID!) { releaseHold(holdId: $id) { __typename ... on Error { message } } }`;
const ENTRY = `query ($id: ID!) { event(id: $id) { waitlist { entry { id state hold { id } } } } }`;

/** Holds the seats of a price, until they are given back. */
interface Keeper {
  giveBack(): Promise<void>;
}

async function keep(eventId: string, quantity: number, priceTierId: string): Promise<Keeper> {
  const { client } = await newPerson();
  const hold = await holdBestAvailable(client, eventId, quantity, { priceTierId });
  if (hold.__typename !== "Hold") throw new Error(hold.message);
  return {
    giveBack: async () => {
      const { releaseHold: released } = await client.ask(RELEASE, { id: hold.id });
      if (released.__typename !== "Hold") throw new Error(released.message);
    },
  };
}

interface Full {
  id: string;
  stalls: Keeper;
  tierIds: string[];
}

/** An event with an open list whose stalls are taken, or all of its seats. */
async function fullEvent(name: string, hasBalcony = false, list: Data = {}): Promise<Full> {
  const id = await createEvent(owner.client, organizationId, venueId, TIERS, { name, category: "CONCERT" });
  await publishEvent(owner.client, id);
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { priceTiers { id } } }`, { id });
  const tierIds = (event.priceTiers as Data[]).map((tier) => String(tier.id));
  const stalls = await keep(id, 4, tierIds[0]!);
  if (!hasBalcony) await keep(id, 4, tierIds[1]!);
  await openWaitlist(owner, id, list);
  return { id, stalls, tierIds };
}

const freeSeats = async (id: string): Promise<number> =>
  (await shop.connect().ask(`query ($id: ID!) { event(id: $id) { availability { available } } }`, { id })).event
    .availability.available as number;

const entryOf = async ({ client }: Person, id: string): Promise<Data> =>
  (await client.ask(ENTRY, { id })).event.waitlist.entry;
const untilOffered = (person: Person, id: string) =>
  until(async () => (await entryOf(person, id)).state === "OFFERED", "seats are offered");

/** From a page that asks to sign in, and back to it. */
async function signInFrom(page: Page): Promise<Person> {
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  const person = await typePassword(page, shop.connect);
  await page.waitForURL(/\/waitlist/);
  return person;
}

const hears = (page: Page, hasText: string) => page.locator("#said", { hasText }).waitFor({ state: "attached" });

test("a buyer joins the list of a full event, is offered seats, declines, joins again, is offered others and buys them", async () => {
  const { id, stalls, tierIds } = await fullEvent("La Bohème");
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.goto(`/e/${id}`);
    await page.getByRole("heading", { name: "Seats may come back" }).waitFor();
    await page.getByRole("link", { name: "To the waiting list" }).click();
    await page.getByRole("heading", { name: "Sign in to join" }).waitFor();
    const person = await signInFrom(page);
    expect(await page.getByLabel("Seats", { exact: true }).inputValue()).toBe("2");
    await page.getByRole("checkbox", { name: /Stalls/ }).check();
    await button(page, "Join the waiting list").click();
    await page.getByText("You are first in line").waitFor();
    await page.getByText("2 seats together").waitFor();
    await page.getByText("Stalls", { exact: true }).waitFor();

    await stalls.giveBack();
    await untilOffered(person, id);
    await lookAgain(page);
    // Without a reload.
    await page.getByText("Seats are held for you", { exact: true }).waitFor();
    await hears(page, "Seats are held for you");
    await until(async () => (await page.title()) === "Seats for you: La Bohème · Boxoffice", "the title says so");
    expect(await page.locator(".receipt li").count()).toBe(2);
    await page.getByText("I don’t want these seats").click();
    await button(page, "Yes, give them up").click();
    await page.getByText("You have left the list").waitFor();

    // Nobody waits for the seats, so all of them are on sale.
    await until(async () => (await freeSeats(id)) === 4, "the seats are on sale");
    await until(async () => {
      await page.goto(`/e/${id}`);
      return (await button(page, "Take the best seats").count()) === 1;
    }, "the page says so");
    const again = await keep(id, 4, tierIds[0]!);
    await page.goto(`/e/${id}/waitlist?quantity=3`);
    await page.getByLabel("If there are fewer").selectOption("take 1 or more");
    await button(page, "Join again").click();
    await page.getByText("3 seats together, or fewer, at least 1").waitFor();
    await again.giveBack();
    await untilOffered(person, id);
    await lookAgain(page);
    await page.getByRole("link", { name: "Buy these seats" }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
    const { hold } = await entryOf(person, id);
    const order = await placeOrder(person.client, hold.id);
    await page.goto(`/e/${id}/waitlist`);
    await page.getByText("They are yours once the order is paid.").waitFor();
    await payOrder(person.client, order.id);
    await until(async () => (await entryOf(person, id)).state === "BOUGHT", "the seats are bought");
    await lookAgain(page);
    await page.getByText("You have bought these seats", { exact: true }).waitFor();
  });
  expect(problems).toEqual([]);
});

test("without a script one joins for certain sections and places, is offered seats after a reload, and leaves", async () => {
  const { id, stalls } = await fullEvent("Aida");
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/e/${id}/waitlist?quantity=1`);
    const person = await signInFrom(page);
    // A form that is filled in stays.
    expect(await page.locator("noscript meta[http-equiv=refresh]").count()).toBe(0);
    await page.getByText("Only certain sections").click();
    await page.getByRole("checkbox", { name: "Balcony", exact: true }).check();
    await button(page, "Join the waiting list").click();
    await page.getByText("You are first in line").waitFor();
    expect(await page.locator("noscript meta[http-equiv=refresh]").getAttribute("content")).toBe("60");
    await page.getByText("Leave the list").click();
    await button(page, "Yes, leave").click();
    await page.getByText("You have left the list").waitFor();
    await page.getByLabel("Seats", { exact: true }).selectOption("1");
    await button(page, "Join again").click();
    await page.getByText("You are first in line").waitFor();
    await stalls.giveBack();
    await untilOffered(person, id);
    await page.reload();
    await page.getByRole("link", { name: "Buy these seats" }).click();
    await page.getByRole("heading", { name: "Your seats are held" }).waitFor();
  });
  expect(problems).toEqual([]);
});

test("by keyboard alone a buyer joins, hears who is before, and leaves; a closed list says what happens", async () => {
  const { id } = await fullEvent("Der Rosenkavalier");
  await joinWaitlist(await newPerson(), id);
  const person = await newPerson();
  const problems = await shop.browser.withPage({}, async (page) => {
    const press = async (name: string) => {
      await tabTo(page, button(page, name));
      await page.keyboard.press("Enter");
    };
    await signInAs(page, person);
    await page.goto(`/e/${id}/waitlist`);
    const prices = page.getByRole("checkbox", { name: /Balcony/ }).first();
    await tabTo(page, prices);
    await page.keyboard.press("Space");
    expect(await prices.isChecked()).toBe(true);
    await press("Join the waiting list");
    await until(async () => (await page.title()).startsWith("1 · Waiting list"), "the title says who is before");
    await openWaitlist(owner, id, { state: "CLOSED" });
    await lookAgain(page);
    await page.getByText("You keep your place.").waitFor();
    await hears(page, "Nobody can join now");
    await tabTo(page, page.locator("summary", { hasText: "Leave the list" }));
    await page.keyboard.press("Enter");
    await press("Yes, leave");
    await page.getByText("You have left the list").waitFor();
    expect(await button(page, "Join again").count()).toBe(0);
  });
  expect(problems).toEqual([]);
});

describe("the pages of a waiting list", () => {
  type Session = { storageState: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> };
  let form: string;
  let waiting: string;
  let offered: string;
  let session: Session;
  beforeAll(async () => {
    form = (await fullEvent("Die Zauberflöte", true)).id;
    const many = await fullEvent("Götterdämmerung");
    waiting = many.id;
    const offering = await fullEvent("Die Meistersinger", false, { offerSeconds: 1_800 });
    offered = offering.id;
    const person = await newPerson();
    for (let before = 0; before < 3; before++) await joinWaitlist(await newPerson(), waiting);
    const wish = { quantity: 4, atLeast: 2, wheelchairPlaces: 1, priceTierIds: many.tierIds };
    await joinWaitlist(person, waiting, wish);
    await joinWaitlist(person, offered, { quantity: 3 });
    await offering.stalls.giveBack();
    await untilOffered(person, offered);
    await shop.browser.withPage({}, async (page) => {
      await signInAs(page, person);
      session = { storageState: await page.context().storageState() };
    });
  });

  const look = async (page: Page, shown: string) => {
    expect([shown, await flawsOf(page)]).toEqual([shown, []]);
    await takeScreenshot(page, shown);
  };
  const lookAtAll = async (page: Page, name: string) => {
    await page.goto(`/e/${form}/waitlist?section=none`);
    await look(page, `waitlist-form-${name}`);
    await page.goto(`/e/${waiting}/waitlist`);
    await look(page, `waitlist-waiting-${name}`);
    await page.locator(".leaving summary").click();
    await page.goto(`/e/${offered}/waitlist`);
    await page.locator(".countdown").waitFor();
    await page.locator(".leaving summary").click();
    await look(page, `waitlist-offered-${name}`);
    await page.goto(`/e/${waiting}`);
    await look(page, `waitlist-of-event-${name}`);
    await page.goto(`/e/${form}`);
    await look(page, `waitlist-in-form-${name}`);
  };

  test.each(looksAt("phone", "tablet", "desktop"))(
    "can be used by everybody, on a $screen in $colours colours",
    async (of) => {
      const options = { ...session, ...of.options };
      const problems = await shop.browser.withPage(options, (page) => lookAtAll(page, `${of.screen}-${of.colours}`));
      expect(problems).toEqual([]);
    },
  );

  test.each(LOOKED_LANGUAGES)("in %s fit a phone", async (language) => {
    const options = { ...session, viewport: { width: 360, height: 740 }, isMobile: true };
    const problems = await shop.browser.withPage(options, async (page) => {
      await page.context().addCookies([{ name: "language", value: language, url: shop.url }]);
      await page.goto(`/e/${waiting}/waitlist`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await look(page, `waitlist-waiting-${language}`);
      await page.goto(`/e/${form}/waitlist`);
      await look(page, `waitlist-form-${language}`);
      await page.goto(`/e/${offered}/waitlist`);
      await look(page, `waitlist-offered-${language}`);
    });
    expect(problems).toEqual([]);
  });
});
