// The seat map of the storefront in Chromium while its connection is cut, and while its script can't be loaded.
import type { Page } from "playwright-core";
import { allSeats, openShow, signUp, type Show } from "../local/fixtures.ts";
import { linkTo, type FaultyLink } from "../testkit/faulty-link.ts";
import { createRandom, seedOfRun } from "../testkit/random.ts";
import { often } from "../testkit/repetitions.ts";
import { tradeSeats } from "../testkit/seat-trade.ts";
import { openBrowser, type StorefrontBrowser } from "../testkit/storefront-browser.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const CUTS = 20;
/** Of so many cuts, one lasts until the log of changes has been deleted. */
const LONG_ABSENCES = 10;
/** As many as in a minute at 200 a second. */
const CHANGES = often(600, 12_000);
const BUYERS = 4;

let supergraph: TestSupergraph;
let storefront: Awaited<ReturnType<typeof startTestStorefront>>;
let link: FaultyLink;
let browser: StorefrontBrowser;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9", ...KNOWN_DOCUMENTS });
  storefront = await startTestStorefront(supergraph.url);
  link = await linkTo(storefront.url);
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 1_000 });
  browser = await openBrowser(link.url);
});
afterAll(async () => {
  await browser?.close();
  await link?.stop();
  await storefront?.stop();
  await supergraph?.stop();
});

const seatsPage = () => `/e/${show.eventId}/seats`;

/** States of a seat as the page says them. In the end nobody holds a seat, and none is sold. */
const SAID = { AVAILABLE: "free", BLOCKED: "not for sale" };

/** What the page says of each seat in a row, in the order of the rows. Such as "Row C, seat 12, €45.00, free". */
const shownSeats = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll("[role=gridcell]")].map((cell) => cell.getAttribute("aria-label").split(", ")[3])`,
  );

/** Counts the page's subscriptions that got a first message, and the messages that tell it to read all states again. */
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

test(`after ${CUTS} cuts and ${CHANGES} changes every seat of the page is as the API says`, async () => {
  const random = createRandom(seedOfRun());
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => signUp(supergraph.client)));
  await browser.withPage({}, async (page) => {
    const seen = watchChanges(page);
    await page.goto(seatsPage());
    await page.getByRole("grid", { name: "Parkett" }).waitFor();
    await until(() => seen.subscriptions > 0, "the page follows");
    let [isOver, changes] = [false, 0];
    const trading = buyers.map(({ client }) =>
      tradeSeats(show, client, { random, isOver: () => isOver, onChange: (seats) => void (changes += seats) }),
    );
    for (let cut = 1; cut <= CUTS; cut++) {
      const { subscriptions } = seen;
      link.refuse();
      if (cut % LONG_ABSENCES === 0) {
        // More than may be on their way, so that the page has missed some.
        const enough = changes + 10 * BUYERS;
        await until(() => changes > enough, "seats change while the page is away");
        await supergraph.query("seating", "delete from seat_change where event_id = $1", [show.eventId]);
      }
      await link.restore();
      await until(() => seen.subscriptions > subscriptions, "the page connects again");
      await until(() => changes >= (CHANGES * cut) / CUTS, "seats change", 120_000);
    }
    await until(() => seen.resets >= CUTS / LONG_ABSENCES, "the page reads all states again");
    isOver = true;
    await Promise.all(trading);
    const truth = (await allSeats(supergraph.client(), show.eventId))
      .filter(({ row }) => row !== null)
      .map(({ status }) => SAID[status as keyof typeof SAID]);
    await until(async () => JSON.stringify(await shownSeats(page)) === JSON.stringify(truth), "the page is as the API");
    expect(new Set(truth).size).toBe(2);
  });
});

test("the map comes although its script could not be loaded at first; until then the rows serve", async () => {
  const problems = await browser.withPage({}, async (page) => {
    let isLost = true;
    let losses = 0;
    await page.route("**/assets/follow-*.js", (route) => {
      if (!isLost) return route.continue();
      losses += 1;
      return route.abort();
    });
    await page.goto(seatsPage());
    await until(() => losses > 0, "the script was asked for");
    await page.getByRole("button", { name: "Show rows" }).click();
    await page.locator("form [name=seat]").first().waitFor();
    isLost = false;
    await page.getByRole("grid", { name: "Parkett" }).waitFor();
  });
  expect(problems).toEqual([]);
});
