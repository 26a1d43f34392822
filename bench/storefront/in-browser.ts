// Pages and the map in Chromium, in front of a whole system with a hall of 20,000 seats.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { withSystem } from "../../testkit/temporary-system.ts";
import { openHall } from "../orders/purchases.ts";
import { median } from "../statistics.ts";
import { withFeed, type Served } from "./feed.ts";
import { firstPaintMs, watchChanges } from "./map.ts";
import { interactionsOf, lcpOf } from "./vitals.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const SLOW = 4;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The median of several rounds of one figure. */
async function each(name: string, rounds: number, work: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) values.push(await work());
  say(`${name}  ${values.map((value) => value.toFixed(0)).join(" ")}`);
  return Math.round(median(values));
}

export async function benchInBrowser(rounds: number, buildDir: string): Promise<Record<string, number>> {
  if (!CHROMIUM) throw new Error("This bench needs Chromium: install your system's package `chromium`.");
  const executablePath = CHROMIUM;
  return withSystem({}, async (system) => {
    const eventId = await openHall(system);
    return withFeed(system.url, buildDir, async (served) => {
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
      try {
        return await measure(browser, rounds, served, eventId);
      } finally {
        await browser.close();
      }
    });
  });
}

async function measure(
  browser: Browser,
  rounds: number,
  { url, feed }: Served,
  eventId: string,
): Promise<Record<string, number>> {
  const [list, event, seats] = [url, new URL(`/e/${eventId}`, url).href, new URL(`/e/${eventId}/seats`, url).href];
  const lcpListMs = await each("lcpListMs", rounds, () => lcpOf(browser, list));
  const lcpEventMs = await each("lcpEventMs", rounds, () => lcpOf(browser, event));
  const { inpMs, cls } = await interactionsOf(browser, { event, seats }, SLOW);
  say(`inpMs  ${inpMs}  cls  ${cls}`);
  const paint = await each("firstPaintMs", rounds, () => firstPaintMs(browser, seats, 1));
  const slowPaint = await each("firstPaintSlowMs", rounds, () => firstPaintMs(browser, seats, SLOW));
  const live = await watchChanges(browser, seats, feed);
  return { lcpListMs, lcpEventMs, inpMs, cls, firstPaintMs: paint, firstPaintSlowMs: slowPaint, ...live };
}
