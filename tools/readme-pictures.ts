// Pictures of the README: a purchase in a browser, as one animated picture. Needs Chromium, and a storefront whose data may change, such as that
// of a new `npm start`. Arguments: the address of the storefront, the file to write.
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { PASSWORD, PEOPLE } from "../local/people.ts";
import { ROOT } from "../operations/topology.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const VIEWPORT = { width: 1120, height: 760 };
/** Pixels of the picture. */
const WIDTH = 840;
const CONFIRMED_WITHIN_MS = 30_000;

interface Frame {
  png: Buffer;
  /** How long it is shown. */
  ms: number;
}

/** From the list of events to the ticket. `show` takes a frame. */
async function buy(page: Page, origin: string, show: (ms: number) => Promise<void>): Promise<void> {
  await page.goto(origin);
  await show(1_800);
  await page.locator(".card h3 a").first().click();
  await page.locator(".stub button.big").waitFor();
  await show(1_800);
  await page.locator("a[href$='/seats']").first().click();
  await page.locator(".canvas canvas").first().waitFor();
  await show(1_500);
  await chooseOnMap(page, 2, () => show(900));
  await page.getByRole("button", { name: "Hold 2 seats" }).click();
  await page.waitForURL("**/hold/*");
  await page.locator("input[value=pm_card_visa]").check();
  await show(1_800);
  await page.locator(".pay button.big").click();
  await page.locator(".passes a").first().waitFor({ timeout: CONFIRMED_WITHIN_MS });
  await show(2_000);
  await page.locator(".passes a").first().click();
  await page.locator(".pass h1").waitFor();
  await show(2_500);
}

/** Clicks on the map from its middle to the right, where seats are near each other, until so many are chosen. */
async function chooseOnMap(page: Page, quantity: number, chosen: () => Promise<void>): Promise<void> {
  const map = (await page.locator(".canvas").boundingBox())!;
  for (let count = 1, x = map.width / 2 + 10; count <= quantity && x < map.width; x += 4) {
    await page.mouse.click(map.x + x, map.y + map.height / 2);
    const isChosen = await page.getByRole("button", { name: new RegExp(`^Hold ${count} `) }).isVisible();
    if (!isChosen) continue;
    count++;
    await chosen();
  }
}

/** A person of the seed data. */
async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/account/sign-in`);
  await page.locator("input[name=email]").fill(PEOPLE.bea.email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form[action='/session'] button").click();
  await page.waitForURL("**/account/");
}

async function film(origin: string): Promise<Frame[]> {
  if (!CHROMIUM) throw new Error("Chromium is missing: install your system's package `chromium`.");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: "light", locale: "en-GB" });
    await signIn(page, origin);
    const frames: Frame[] = [];
    await buy(page, origin, async (ms) => {
      await page.waitForLoadState("networkidle");
      frames.push({ png: await page.screenshot({ animations: "disabled" }), ms });
    });
    return frames;
  } finally {
    await browser.close();
  }
}

const [origin = "http://localhost:3000", file = path.join(ROOT, "docs", "purchase.webp")] = process.argv.slice(2);
const frames = await film(origin);
const images = await Promise.all(frames.map(({ png }) => sharp(png).resize({ width: WIDTH }).png().toBuffer()));
const { size } = await sharp(images, { join: { animated: true } })
  .webp({ quality: 80, effort: 6, delay: frames.map(({ ms }) => ms), loop: 0 })
  .toFile(file);
console.log(`${file}: ${frames.length} frames, ${Math.ceil(size / 1024)} KiB`);
