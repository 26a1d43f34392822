// A ticket is handed on, and refunded, in Chromium by keyboard alone. What is pressed and what comes of it is read from the accessibility tree.
import type { CDPSession, Page } from "playwright-core";
import type { Data } from "../local/client.ts";
import {
  buy,
  createEvent,
  inDays,
  openShow,
  PASSWORD,
  publishEvent,
  signUp,
  type Person,
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

interface Node {
  role: string;
  name: string;
  value: string;
  isFocused: boolean;
  isChecked: boolean;
}

/** Accessibility tree of the page, as text. */
async function treeOf(cdp: CDPSession): Promise<Node[]> {
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, value, properties = [] }) => {
      const property = (wanted: string) => properties.find((one) => one.name === wanted)?.value.value as unknown;
      return {
        role: String(role?.value),
        name: String(name?.value ?? ""),
        value: String(value?.value ?? ""),
        isFocused: property("focused") === true,
        isChecked: property("checked") === "true",
      };
    });
}

/** A person with nothing but a keyboard and a screen reader. */
interface Reader {
  page: Page;
  /** Waits until the tree has it. */
  hears(role: string, name: RegExp): Promise<Node>;
  /** Presses Tab until it has the focus. */
  tabTo(role: string, name: RegExp): Promise<Node>;
  press(...keys: string[]): Promise<void>;
}

async function readerOf(page: Page): Promise<Reader> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Accessibility.enable");
  const isIt = (node: Node, role: string, name: RegExp) => node.role === role && name.test(node.name);
  const hears = async (role: string, name: RegExp): Promise<Node> => {
    let found: Node | undefined;
    await until(
      async () => (found = (await treeOf(cdp)).find((node) => isIt(node, role, name))) !== undefined,
      `the tree has ${role} ${name}`,
      30_000,
    );
    return found!;
  };
  const tabTo = async (role: string, name: RegExp): Promise<Node> => {
    await hears(role, name);
    for (let presses = 0; presses < 100; presses++) {
      const focused = (await treeOf(cdp)).find((node) => node.isFocused && isIt(node, role, name));
      if (focused) return focused;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab doesn’t come to ${role} ${name}.`);
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return { page, hears, tabTo, press };
}

async function signIn(reader: Reader, { email }: Person): Promise<void> {
  const { page, tabTo, press, hears } = reader;
  await page.goto("/account/sign-in");
  await tabTo("textbox", /^E-mail address/);
  await page.keyboard.type(email);
  await tabTo("textbox", /^Password/);
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await hears("heading", /^Your account$/);
}

async function seatOf(name: string): Promise<{ eventId: string; seatId: string }> {
  const { owner, organizationId, venueId } = show;
  const tiers = [{ name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, { name });
  await publishEvent(owner.client, eventId);
  const { event } = await owner.client.ask(
    `query ($id: ID!) { event(id: $id) { seats(first: 2) { nodes { id wheelchair } } } }`,
    { id: eventId },
  );
  return { eventId, seatId: event.seats.nodes.find(({ wheelchair }: Data) => !wheelchair).id as string };
}

/** An order with one ticket. */
async function bought(buyer: Person, eventId: string, seatId: string): Promise<string> {
  const { order } = await buy(buyer.client, eventId, [seatId]);
  await shop.supergraph.settle();
  return order.id as string;
}

const ticketsOf = async (orderId: string): Promise<Data[]> =>
  (
    await show.owner.client.ask(`query ($id: ID!) { order(id: $id) { tickets { status holder { id } } } }`, {
      id: orderId,
    })
  ).order.tickets as Data[];

test("a ticket is handed on and taken by keyboard alone", async () => {
  const { eventId, seatId } = await seatOf("Handed on");
  const [giver, taker] = [await signUp(shop.connect, "Ada Lovelace"), await signUp(shop.connect, "Grace Hopper")];
  const orderId = await bought(giver, eventId, seatId);
  let link = "";
  const problems = await shop.browser.withPage({}, async (page) => {
    const reader = await readerOf(page);
    const { hears, tabTo, press } = reader;
    await signIn(reader, giver);
    await page.goto("/tickets");
    await tabTo("link", /Row 1, seat/);
    await press("Enter");
    await hears("heading", /^Hand this ticket on$/);
    await tabTo("button", /^Make the link$/);
    await press("Enter");
    // The link is a field that Tab comes to, and all of it is marked, to be copied.
    ({ value: link } = await tabTo("textbox", /^Send this link to one person/));
    expect(link).toContain(`${shop.url.replace(/\/$/, "")}/take?code=`);
    expect(await page.evaluate<string>("getSelection().toString()")).toBe(link);
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "keyboard-hand-on");
    await tabTo("button", /^Withdraw/);
  });
  expect(problems).toEqual([]);
  const ofTaker = await shop.browser.withPage({}, async (page) => {
    const reader = await readerOf(page);
    await signIn(reader, taker);
    await page.goto(link);
    await reader.tabTo("button", /^Take the ticket$/);
    await reader.press("Enter");
    await reader.hears("heading", /Handed on/);
    await reader.hears("image", /Show/);
  });
  expect(ofTaker).toEqual([]);
  expect((await ticketsOf(orderId)).map(({ holder }) => holder?.id as string)).toEqual([taker.id]);
});

test("tickets of a moved event are refunded by keyboard alone", async () => {
  const { eventId, seatId } = await seatOf("Moved recital");
  const buyer = await signUp(shop.connect, "Ada Lovelace");
  const orderId = await bought(buyer, eventId, seatId);
  const { client } = show.owner;
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  await client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
    input: { eventId, expectedVersion: event.version, startsAt: inDays(37), refundUntil: inDays(3) },
  });
  await shop.supergraph.settle();
  const problems = await shop.browser.withPage({}, async (page) => {
    const reader = await readerOf(page);
    const { hears, tabTo, press } = reader;
    await signIn(reader, buyer);
    await page.goto(`/order/${orderId}`);
    await tabTo("link", /^Keep or refund$/);
    await press("Enter");
    await hears("heading", /^Keep your tickets, or get your money back$/);
    await hears("heading", /^This is about 1 ticket$/);
    await tabTo("radio", /^Keep the tickets/);
    await press("Space", "ArrowDown");
    await until(async () => (await hears("radio", /^Get the money back/)).isChecked, "the other one is chosen");
    await tabTo("button", /^Confirm my choice$/);
    await press("Enter");
    await hears("heading", /^Your money is on its way$/);
    // Where a screen reader goes on: at the top of what has changed.
    await until(() => page.evaluate<boolean>("document.activeElement.id === 'content'"), "the focus is on the answer");
    expect(await flawsOf(page)).toEqual([]);
    await tabTo("link", /^Back to the order$/);
    await press("Enter");
    await page.waitForURL(`**/order/${orderId}`);
  });
  expect(problems).toEqual([]);
  await shop.supergraph.settle();
  expect((await ticketsOf(orderId)).map(({ status }) => status as string)).toEqual(["CANCELLED"]);
});
