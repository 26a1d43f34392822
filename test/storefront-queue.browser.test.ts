// Buyers wait in the queue of an event in the storefront, in Chromium, with and without a script.
import type { Page } from "playwright-core";
import { signUp, type Person } from "../local/fixtures.ts";
import { flawsOf, LOOKED_LANGUAGES, looksAt, takeScreenshot } from "../testkit/storefront-browser.ts";
import { until } from "../testkit/until.ts";
import { joinQueue } from "./queues.ts";
import { button, drawn, lookAgain, openQueueShop, signInFrom, type QueueShop } from "./storefront-queues.ts";
import { focused, signInAs, tabTo } from "./storefront-visitor.ts";

let shop: QueueShop;
beforeAll(async () => {
  shop = await openQueueShop();
});
afterAll(() => shop?.stop());

type Session = { storageState: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> };

/** The session of a browser in which the person has signed in. */
async function sessionOf(person: Person): Promise<Session> {
  let storageState: Session["storageState"] | undefined;
  await shop.browser.withPage({}, async (page) => {
    await signInAs(page, person);
    storageState = await page.context().storageState();
  });
  return { storageState: storageState! };
}

const newPeople = (count: number) => Promise.all(Array.from({ length: count }, () => signUp(shop.connect, "Ada")));
const isHeld = (page: Page) => page.getByRole("heading", { name: "Your seats are held" }).waitFor();
const textOf = async (page: Page, selector: string) => (await page.locator(selector).first().textContent())!;

test("a buyer joins, leaves, joins again, is drawn, enters and holds seats; a second device takes the admission over", async () => {
  const id = await shop.eventWithQueue("La Bohème");
  let session: Session | undefined;
  const problems = await shop.browser.withPage({}, async (page) => {
    await page.goto(`/e/${id}`);
    await page.getByRole("heading", { name: "This event has a queue" }).waitFor();
    expect(await button(page, "Take the best seats").count()).toBe(0);
    await page.getByRole("link", { name: "To the queue" }).click();
    await page.getByRole("heading", { name: "Sign in to join" }).waitFor();
    await signInFrom(page, shop);
    await button(page, "Join the queue").click();
    await page.getByText("You are in the queue").waitFor();
    await page.getByText("Give my place up").click();
    await button(page, "Yes, give it up").click();
    await page.getByText("You gave your place up.").waitFor();
    await button(page, "Take my place back").click();
    await page.getByText("You are in the queue").waitFor();
    const entry = await textOf(page, ".place .hash");
    await page.getByRole("checkbox", { name: "Play a sound when it is my turn" }).check();
    await shop.drawNow(id);
    await shop.untilServed(id, 1);
    await lookAgain(page);
    // Without a reload.
    await page.getByText("It is your turn", { exact: true }).waitFor();
    await page.waitForFunction(`document.title === "Your turn: La Bohème · Boxoffice"`);
    await page.locator("#said", { hasText: "It is your turn" }).waitFor({ state: "attached" });
    await button(page, "Enter the sale").click();
    await page.getByText(/^(10:00|9:\d\d) left to choose seats$/).waitFor();
    session = { storageState: await page.context().storageState() };
    const cookie = session.storageState.cookies.find(({ name }) => name === `admission-${id}`);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    await button(page, "Take the best seats").click();
    await isHeld(page);

    const other = { cookies: session.storageState.cookies.filter(({ name }) => name !== cookie!.name), origins: [] };
    const elsewhere = await shop.browser.withPage({ storageState: other }, async (second) => {
      await second.goto(`/e/${id}/queue`);
      await second.getByText("You are inside on another device").waitFor();
      await button(second, "Continue on this device").click();
      await second.getByRole("link", { name: "Choose seats on the map" }).click();
      await second.getByText(/left to choose seats$/).waitFor();
      await second.goto(`/e/${id}`);
      await button(second, "Take the best seats").click();
      await isHeld(second);
    });
    expect(elsewhere).toEqual([]);
    await page.goto(`/e/${id}`);
    await page.getByLabel("Tickets", { exact: true }).selectOption("1");
    await button(page, "Take the best seats").click();
    await page.getByRole("alert").getByText("You can hold seats when it is your turn. Your choice stays.").waitFor();
    await button(page, "Continue on this device").click();
    await page.getByText(/left to choose seats$/).waitFor();
    expect(await page.getByLabel("Tickets", { exact: true }).inputValue()).toBe("1");

    await page.goto(`/e/${id}/draw`);
    await page.getByText("It was there at the close").waitFor();
    await button(page, "Compute the draw again").click();
    await page.getByText("The draw is as it was announced. All parts agree.").waitFor();
    expect(await page.locator(".checks .right").count()).toBe(7);
    await page.getByText("Your entry is number 1 in the file and has rank 1.").waitFor();
    expect(await textOf(page, ".own .hash")).toBe(entry);
  });
  expect(problems).toEqual([]);
});

test("without a script one joins, reads the number, enters and holds seats", async () => {
  const id = await shop.eventWithQueue("Aida");
  const problems = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/e/${id}/queue?quantity=3`);
    await signInFrom(page, shop);
    await button(page, "Join the queue").click();
    await page.getByText("Your number is drawn on").waitFor();
    expect(await page.locator("noscript meta[http-equiv=refresh]").getAttribute("content")).toBe("60");
    await page.getByRole("link", { name: "See the draw and check it" }).click();
    await page.getByText("Then entries, root and seed are published here.").waitFor();
    await page.goBack();
    await shop.drawNow(id);
    await shop.untilServed(id, 1);
    await page.reload();
    await page.getByText("It is your turn", { exact: true }).waitFor();
    expect(await textOf(page, ".place .figures dd")).toBe("1");
    await takeScreenshot(page, "queue-without-script");
    await button(page, "Enter the sale").click();
    await page.getByText(/^You are inside until/).waitFor();
    expect(await page.getByLabel("Tickets", { exact: true }).inputValue()).toBe("3");
    await button(page, "Take the best seats").click();
    await isHeld(page);
    await page.goto(`/e/${id}/draw`);
    for (const file of ["draw.json", "entries.bin"]) {
      const link = page.getByRole("link", { name: file, exact: true });
      expect((await page.request.get((await link.getAttribute("href"))!)).status()).toBe(200);
    }
    await page.getByText("npm run verify-queue -- FOLDER").waitFor();
    expect(await page.locator(".published .hash").allTextContents()).toContain("1");
  });
  expect(problems).toEqual([]);
});

test("by keyboard alone a person with an unconfirmed address confirms it, comes back, joins and leaves", async () => {
  const id = await shop.eventWithQueue("Der Rosenkavalier");
  const person = await signUp(shop.connect, "Grace", `${id}@mail.example`);
  const problems = await shop.browser.withPage({}, async (page) => {
    const press = async (role: "link" | "button", name: string) => {
      await tabTo(page, page.getByRole(role, { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    await signInAs(page, person);
    await page.goto(`/e/${id}/queue`);
    expect(await button(page, "Join the queue").count()).toBe(0);
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "queue-unconfirmed");
    await press("link", "Confirm my address");
    await button(page, "Mail me a code").waitFor();
    await press("button", "Mail me a code");
    await page.getByLabel("Code").waitFor();
    await tabTo(page, page.getByLabel("Code"));
    await page.keyboard.type(await shop.codeTo(person.email));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/e/${id}/queue`);
    await press("button", "Join the queue");
    await page.getByText("You are in the queue").waitFor();
    const leave = page.locator("summary", { hasText: "Give my place up" });
    await tabTo(page, leave);
    await page.keyboard.press("Enter");
    await tabTo(page, button(page, "Yes, give it up"));
    expect(await focused(page)).toBe('- button "Yes, give it up"');
    await page.keyboard.press("Enter");
    await page.getByText("You gave your place up.").waitFor();
  });
  expect(problems).toEqual([]);
});

test("a device works for a place and says so; one that can’t is not shut out", async () => {
  const id = await shop.eventWithQueue("Tannhäuser", { proofOfWork: true });
  // Long enough to be seen.
  const slowed = `const solve = crypto.subtle.deriveBits.bind(crypto.subtle);
    crypto.subtle.deriveBits = async (...given) => (await new Promise((done) => setTimeout(done, 1)), solve(...given));`;
  const problems = await shop.browser.withPage({}, async (page) => {
    let isHeldUp = true;
    await page.route("**/assets/worker-*.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${isHeldUp ? slowed : ""}${await response.text()}` });
    });
    await page.goto(`/e/${id}/queue`);
    await signInFrom(page, shop);
    await button(page, "Join the queue").click();
    await page.getByRole("heading", { name: "One moment before you join" }).waitFor();
    await page.getByRole("status").getByText("Your device is computing.").waitFor();
    const share = () => page.evaluate<number>(`document.querySelector(".asking progress").value`);
    await until(async () => (await share()) > 0, "the page shows progress");
    expect(await flawsOf(page)).toEqual([]);
    await takeScreenshot(page, "queue-work");
    isHeldUp = false;
    await page.reload();
    await button(page, "Join the queue").click();
    await page.getByText("You are in the queue").waitFor();
  });
  expect(problems).toEqual([]);

  const withoutScript = await shop.browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/e/${id}/queue?quantity=3`);
    const { email } = await signInFrom(page, shop);
    await button(page, "Join the queue").click();
    await page.getByText("Without a script it can’t").waitFor();
    expect(await page.locator("noscript meta[http-equiv=refresh]").count()).toBe(0);
    await takeScreenshot(page, "queue-work-without-script");
    await page.getByRole("link", { name: "Use a code by e-mail" }).click();
    await button(page, "Mail me a code").click();
    await page.getByLabel("Code").fill(await shop.codeTo(email));
    await page.getByLabel("Code").press("Enter");
    await page.waitForURL(`**/e/${id}/queue?quantity=3`);
    await button(page, "Join the queue").click();
    await page.getByText("You are in the queue").waitFor();
  });
  expect(withoutScript).toEqual([]);
});

test("a pause, a message, the end of the seats and of the queue are shown while one waits", async () => {
  // Nobody is called.
  const id = await shop.eventWithQueue("Così fan tutte", { maxActive: 0 });
  const [next] = await drawn(shop, id, await newPeople(2));
  const session = await sessionOf(next!);
  const problems = await shop.browser.withPage(session, async (page) => {
    const sees = async (text: string, shown: string) => {
      await lookAgain(page);
      await page.locator(".turn").getByText(text).first().waitFor();
      await takeScreenshot(page, `queue-${shown}`);
    };
    await page.goto(`/e/${id}/queue`);
    await sees("You are next", "next");
    await page.waitForFunction(`document.title.startsWith("0 · Queue")`);
    await shop.steer(id, { action: "PAUSE", note: "The doors of the hall are stuck." });
    await shop.untilState(id, "PAUSED");
    await sees("The doors of the hall are stuck.", "paused");
    await sees("Nobody enters now, and nobody loses a place.", "paused");
    await page.locator("#said", { hasText: "The doors of the hall are stuck." }).waitFor({ state: "attached" });
    // A request for the turn that the page did not show.
    await page.route("**/queues/*.json", (route) => route.abort());
    await lookAgain(page);
    await lookAgain(page);
    await page.getByText("The queue can’t be reached right now.").waitFor();
    await takeScreenshot(page, "queue-unreachable");
    await page.unroute("**/queues/*.json");
    await shop.steer(id, { action: "RESUME", note: null });
    const seats = `query ($id: ID!) { event(id: $id) { seats(first: 200) { nodes { id } } } }`;
    const { event } = await shop.owner.client.ask(seats, { id });
    const seatIds = event.seats.nodes.map((seat: { id: string }) => seat.id);
    const block = `mutation ($id: ID!, $seats: [ID!]!) { blockSeats(eventId: $id, seatIds: $seats) { __typename } }`;
    await shop.owner.client.ask(block, { id, seats: seatIds });
    await shop.untilState(id, "SOLD_OUT");
    await sees("All seats are sold.", "sold-out");
    await page.getByText("unlikely").waitFor();
    await shop.steer(id, { action: "CLOSE" });
    await sees("The queue is over.", "closed");
    await page.getByRole("link", { name: "Choose your seats" }).click();
    await page.waitForURL(`**/e/${id}`);
  });
  expect(problems).toEqual([]);
});

describe("the pages of a queue", () => {
  let open: string;
  let serving: string;
  let waiting: string;
  let session: Session;
  beforeAll(async () => {
    open = await shop.eventWithQueue("Die Zauberflöte");
    serving = await shop.eventWithQueue("Götterdämmerung");
    waiting = await shop.eventWithQueue("Die Meistersinger", { maxActive: 0 });
    const [person] = await newPeople(1);
    await joinQueue(person!, open);
    for (const id of [serving, waiting]) await drawn(shop, id, [person!]);
    await shop.untilServed(serving, 1);
    // As after an hour of an event that many want.
    const many = `update queue set serving = 12840, last_rank = 981233, entry_count = 981233, per_minute = 620 where event_id = $1`;
    await shop.supergraph.query("seating", many, [waiting]);
    await shop.supergraph.query("seating", "update queue_entry set rank = 20281 where event_id = $1", [waiting]);
    session = await sessionOf(person!);
  });

  const look = async (page: Page, shown: string) => {
    expect([shown, await flawsOf(page)]).toEqual([shown, []]);
    await takeScreenshot(page, shown);
  };
  const lookAtAll = async (page: Page, name: string) => {
    await page.goto(`/e/${open}/queue`);
    await look(page, `queue-joined-${name}`);
    await page.goto(`/e/${serving}/queue`);
    await look(page, `queue-turn-${name}`);
    await page.goto(`/e/${waiting}/queue`);
    await page.locator("progress").waitFor();
    expect(await page.locator(".before strong").textContent()).toMatch(/^7\D?440$/u);
    await look(page, `queue-waiting-${name}`);
    await page.goto(`/e/${serving}`);
    await look(page, `queue-of-event-${name}`);
    await page.goto(`/e/${serving}/draw`);
    await page.locator(".panel button").click();
    await page.locator(".checks").waitFor();
    await look(page, `draw-${name}`);
  };

  test.each(looksAt("phone", "desktop"))("can be used by everybody, on a $screen in $colours colours", async (of) => {
    const options = { ...session, ...of.options };
    const problems = await shop.browser.withPage(options, (page) => lookAtAll(page, `${of.screen}-${of.colours}`));
    expect(problems).toEqual([]);
  });

  test.each(LOOKED_LANGUAGES)("in %s fit a phone", async (language) => {
    const options = { ...session, viewport: { width: 360, height: 740 }, isMobile: true };
    const problems = await shop.browser.withPage(options, async (page) => {
      await page.context().addCookies([{ name: "language", value: language, url: shop.url }]);
      await page.goto(`/e/${open}/queue`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await look(page, `queue-joined-${language}`);
      await page.goto(`/e/${waiting}/queue`);
      await look(page, `queue-waiting-${language}`);
      await page.goto(`/e/${serving}/draw`);
      await page.locator(".panel button").click();
      await page.locator(".checks").waitFor();
      await look(page, `draw-${language}`);
    });
    expect(problems).toEqual([]);
  });
});
