// The live map of an arena in Chromium, while seats change all the time and its connection is cut: at the end each of 20,000 seats is as the API says.
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Client, Data } from "../local/client.ts";
import {
  buy,
  createEvent,
  createOrganization,
  createVenue,
  holdSeats,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { linkTo, type FaultyLink } from "../testkit/faulty-link.ts";
import { createRandom, seedOfRun, type Random } from "../testkit/random.ts";
import { often } from "../testkit/repetitions.ts";
import { openBrowser, type StorefrontBrowser } from "../testkit/storefront-browser.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const SECTIONS = 20;
const ROWS = 20;
const SEATS_PER_ROW = 50;
const SEATS_PER_SECTION = ROWS * SEATS_PER_ROW;
const SEATS = SECTIONS * SEATS_PER_SECTION;
const PAGE = 5_000;

const CHANGES_PER_SECOND = 200;
const SECONDS = often(10, 60);
const CHANGES = SECONDS * CHANGES_PER_SECOND;
const CUTS = often(5, 20);
/** Cuts that last until the log of changes has been deleted. */
const RESETS = often(1, 2);
const BUYERS = 4;
const SEATS_AT_ONCE = 5;

let supergraph: TestSupergraph;
let storefront: Awaited<ReturnType<typeof startTestStorefront>>;
let link: FaultyLink;
let browser: StorefrontBrowser;
let owner: Person;
let eventId: string;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9", ...KNOWN_DOCUMENTS });
  storefront = await startTestStorefront(supergraph.url);
  link = await linkTo(storefront.url);
  owner = await signUp(supergraph.client, "Olga Owner");
  const organizationId = await createOrganization(owner.client);
  const rows = Array.from({ length: ROWS }, (_, row) => ({ label: String(row + 1), seats: SEATS_PER_ROW }));
  const sections = Array.from({ length: SECTIONS }, (_, section) => ({
    ...{ name: `Block ${section + 1}`, kind: "SEATED" as const, rows },
  }));
  const venueId = await createVenue(owner.client, organizationId, sections);
  const tier = { name: "All", price: { amount: 4_500, currency: "EUR" }, sections: sections.map(({ name }) => name) };
  eventId = await createEvent(owner.client, organizationId, venueId, [tier], { maxSeatsPerBuyer: 1_000 });
  await publishEvent(owner.client, eventId);
  await supergraph.settle();
  browser = await openBrowser(link.url);
});
afterAll(async () => {
  await browser?.close();
  await link?.stop();
  await storefront?.stop();
  await supergraph?.stop();
});

/** All seats, in the order of the layout. */
async function seatsOfApi(): Promise<Data[]> {
  const READ = `query ($id: ID!, $after: String) { event(id: $id) { seats(first: ${PAGE}, after: $after) {
    nodes { id status } pageInfo { endCursor } } } }`;
  const seats: Data[] = [];
  for (let after: string | null = null; seats.length < SEATS;) {
    const { event } = await supergraph.client().ask(READ, { id: eventId, after });
    seats.push(...(event.seats.nodes as Data[]));
    after = event.seats.pageInfo.endCursor as string;
  }
  return seats;
}

const SAID = { AVAILABLE: "free", HELD: "held by someone", SOLD: "sold", BLOCKED: "not for sale" };

/** What the page says of each seat of the listed section, by the index in the layout. Such as "Row C, seat 12, €45.00, free". */
const listedSeats = (page: Page) =>
  page.evaluate<[number, string][]>(
    `[...document.querySelectorAll("[role=gridcell]")].map((cell) => [Number(cell.dataset.seat), cell.getAttribute("aria-label").split(", ")[3]])`,
  );

/** What the page says of all seats, section after section. */
async function seatsOfPage(page: Page): Promise<string[]> {
  const said: string[] = [];
  for (let section = 0; section < SECTIONS; section++) {
    await page.locator("#section").selectOption(String(section));
    const first = section * SEATS_PER_SECTION;
    await page.locator(`[role=gridcell][data-seat="${first}"]`).waitFor();
    for (const [seat, words] of await listedSeats(page)) said[seat] = words;
  }
  return said;
}

interface Trade {
  changes: number;
  isOver: boolean;
}

/** No more changes than the test wants each second. */
async function keepPace({ changes }: Trade, begun: number): Promise<void> {
  const ahead = (changes / CHANGES_PER_SECOND) * 1_000 - (performance.now() - begun);
  if (ahead > 0) await delay(ahead);
}

/** Holds and releases random seats, blocks some and buys some, until told to stop. Some holds are left. */
async function trade(seatIds: readonly string[], buyer: Client, random: Random, state: Trade): Promise<void> {
  const begun = performance.now();
  const kept: string[] = [];
  while (!state.isOver) {
    const some = [...new Set(Array.from({ length: SEATS_AT_ONCE }, () => random.pick(seatIds)))];
    const hold = await holdSeats(buyer, eventId, some);
    if (hold.__typename === "Hold") {
      state.changes += some.length;
      kept.push(hold.id as string);
    }
    if (random.below(20) === 0) {
      const field = random.pick(["blockSeats", "unblockSeats"]);
      const block = `mutation ($e: ID!, $s: [ID!]!) { ${field}(eventId: $e, seatIds: $s) { __typename } }`;
      await owner.client.ask(block, { e: eventId, s: [random.pick(seatIds)] });
    }
    if (kept.length > 3) {
      await buyer.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: kept.shift() });
      state.changes += SEATS_AT_ONCE;
    }
    await keepPace(state, begun);
  }
}

/** The page's subscriptions that got a first message, and the messages that tell it to read all states again. */
function watchChanges(page: Page): { subscriptions: number; resets: number } {
  const seen = { subscriptions: 0, resets: 0 };
  page.on("websocket", (socket) => {
    let isFirst = true;
    socket.on("framereceived", ({ payload }) => {
      const text = payload.toString();
      if (!text.includes('"type":"next"')) return;
      if (isFirst) seen.subscriptions += 1;
      isFirst = false;
      if (text.includes('"r":true')) seen.resets += 1;
    });
  });
  return seen;
}

test(`after ${SECONDS} s of ${CHANGES_PER_SECOND} changes a second with ${CUTS} cuts and ${RESETS} resets, ${SEATS} seats of the page are as the API says`, async () => {
  const random = createRandom(seedOfRun());
  const seatIds = (await seatsOfApi()).map(({ id }) => id as string);
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => signUp(supergraph.client)));
  await browser.withPage({}, async (page) => {
    const seen = watchChanges(page);
    await page.goto(`/e/${eventId}/seats`);
    await page.getByRole("grid", { name: "Block 1", exact: true }).waitFor();
    await until(() => seen.subscriptions > 0, "the page follows");
    const state: Trade = { changes: 0, isOver: false };
    const trading = buyers.map(({ client }) => trade(seatIds, client, random, state));
    await buy(owner.client, eventId, [seatIds[0]!, seatIds[SEATS - 1]!]);
    await owner.client.ask(`mutation ($e: ID!, $s: [ID!]!) { blockSeats(eventId: $e, seatIds: $s) { __typename } }`, {
      e: eventId,
      s: [seatIds[1]],
    });
    for (let cut = 1; cut <= CUTS; cut++) {
      const { subscriptions } = seen;
      link.refuse();
      if (cut % Math.floor(CUTS / RESETS) === 0) {
        // More than may be on their way, so that the page has missed some.
        const enough = state.changes + 10 * BUYERS * SEATS_AT_ONCE;
        await until(() => state.changes > enough, "seats change while the page is away");
        await supergraph.query("seating", "delete from seat_change where event_id = $1", [eventId]);
      }
      await link.restore();
      await until(() => seen.subscriptions > subscriptions, "the page connects again");
      await until(() => state.changes >= (CHANGES * cut) / CUTS, "seats change", 300_000);
    }
    await until(() => seen.resets >= RESETS, "the page reads all states again");
    state.isOver = true;
    await Promise.all(trading);
    await supergraph.settle();
    const truth = (await seatsOfApi()).map(({ status }) => SAID[status as keyof typeof SAID]);
    const differing = async () => {
      const said = await seatsOfPage(page);
      return truth.flatMap((words, seat) => (said[seat] === words ? [] : [`${seat}: ${said[seat]}, not ${words}`]));
    };
    await until(async () => (await differing()).length === 0, "the page is as the API", 30_000);
    expect(await differing()).toEqual([]);
    expect(new Set(truth)).toEqual(new Set(Object.values(SAID)));
  });
});
