// The playground in headless Chromium that can reach nothing but this machine.
import { type Browser, type Page } from "playwright-core";
import { holdBestAvailable, inDays, openShow, PASSWORD, signUp } from "../local/fixtures.ts";
import { freePorts } from "../local/servers/ports.ts";
import { launchChromium, PATIENCE_MS } from "../testkit/chromium.ts";
import { startPassingOn, type HttpServer } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const EMAIL = "bea@example.org";
let supergraph: TestSupergraph;
let pages: HttpServer;
let browser: Browser;
let page: Page;
const outside: string[] = [];

beforeAll(async () => {
  const [port] = await freePorts(1);
  supergraph = await startSupergraph({
    PUBLIC_URL: `http://localhost:${port}`,
    GATEWAY_PLAYGROUND_EMAIL: EMAIL,
    GATEWAY_PLAYGROUND_PASSWORD: PASSWORD,
  });
  pages = await startPassingOn(supergraph.url, port);
  browser = await launchChromium(
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  );
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("request", (request) => {
    if (!request.url().startsWith(supergraph.env.PUBLIC_URL!) && !/^(data|blob):/.test(request.url()))
      outside.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
  await supergraph?.stop();
});

/** Replaces the query that is open, as a person would. */
async function writeQuery(text: string): Promise<void> {
  await page.getByText("cursor").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

test("the playground knows the endpoint, answers a query and runs a live subscription", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  await page.goto(new URL("/playground", supergraph.env.PUBLIC_URL).href);

  await page.getByText("What is on sale").first().click();
  await page.getByRole("button", { name: "Send Request" }).click();
  await page.getByText('"totalCount": 1').first().waitFor();

  await page.getByText("Live seat map").first().click();
  await page.getByText("subscription LiveSeats").first().waitFor();
  const live = `subscription { seatsChanged(eventId: "${show.eventId}") { seats { row number status version section { name } } availability { available held sold } cursor } }`;
  await writeQuery(live);
  await page.getByRole("button", { name: "Send Request" }).click();
  await page.getByText('"available": 25').first().waitFor();
  await holdBestAvailable(buyer.client, show.eventId, 2);
  await page.getByText('"status": "HELD"').first().waitFor();
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  expect(outside).toEqual([]);
});

test("the examples work as they come, one after the other", async () => {
  await signUp(supergraph.client, "Bea", EMAIL);
  await openShow(supergraph.client, { name: "Soonest", startsAt: inDays(1) });
  const own = await browser.newContext();
  const fresh = await own.newPage();
  fresh.setDefaultTimeout(PATIENCE_MS);
  await fresh.goto(supergraph.url.replace("/graphql", "/"));
  const send = async (tab: string, ...seen: string[]) => {
    await fresh.getByText(tab, { exact: true }).first().click();
    await fresh.getByRole("button", { name: "Send Request" }).click();
    for (const text of seen) await fresh.getByText(text).first().waitFor();
  };
  await fresh.getByText("query OnSale").first().waitFor();
  await send("What is on sale", '"totalCount"');
  await send("Best seats", "Sign in first.");
  await send("Sign in", '"displayName": "Bea"');
  await send("Best seats", '"__typename": "Hold"');
  await send("Live seat map", '"held": 2');
  await send("Best seats", '"__typename": "Hold"');
  await fresh.getByText("Live seat map", { exact: true }).first().click();
  await fresh.getByText('"held": 4').first().waitFor();
  await own.close();
});

test("a person signs in with their own account, and holds seats with it", async () => {
  await signUp(supergraph.client, "Carla", "carla@example.org");
  const own = await browser.newContext();
  const fresh = await own.newPage();
  fresh.setDefaultTimeout(PATIENCE_MS);
  await fresh.goto(new URL("/playground/sign-in", supergraph.env.PUBLIC_URL).href);
  await fresh.getByLabel("E-mail address").fill("carla@example.org");
  await fresh.getByLabel("Password").fill(PASSWORD);
  await fresh.getByRole("button", { name: "Sign in", exact: true }).click();
  await fresh.getByText("query OnSale").first().waitFor();
  await fresh.getByText("Best seats", { exact: true }).first().click();
  await fresh.getByText("mutation BestSeats").first().waitFor();
  await fresh.getByRole("button", { name: "Send Request" }).click();
  await fresh.getByText('"__typename": "Hold"').first().waitFor();
  await own.close();
});
