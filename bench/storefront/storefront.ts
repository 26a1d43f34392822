// `npm run bench -- storefront`: what pages weigh, how soon they show on a slow phone, and what the live map of 20,000 seats costs a browser.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";
import { ROOT } from "../../operations/topology.ts";
import { withSystem } from "../../testkit/temporary-system.ts";
import { openHall } from "../orders/purchases.ts";
import { median } from "../statistics.ts";
import { benchCachedPages } from "./cached-pages.ts";
import { withFeed } from "./feed.ts";
import { firstPaintMs, watchChanges } from "./map.ts";
import { sizesOf } from "./sizes.ts";
import { interactionsOf, lcpOf } from "./vitals.ts";

const BUILD_DIR = path.join(ROOT, ".data", "storefront");
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

export async function benchStorefront(rounds: number): Promise<Record<string, unknown>> {
  if (!CHROMIUM) throw new Error("This bench needs Chromium: install your system's package `chromium`.");
  const built = spawnSync(process.execPath, [path.join(ROOT, "storefront", "build-main.ts")], {
    env: { STOREFRONT_BUILD_DIR: BUILD_DIR },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`The storefront can't be built:\n${built.stderr}`);
  return withSystem({}, async (system) => {
    const eventId = await openHall(system);
    return withFeed(system.url, BUILD_DIR, async ({ url, pid, feed }) => {
      const cached = await benchCachedPages(rounds, { url, pid });
      say(`cachedPages  ${JSON.stringify(cached)}`);
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
      try {
        const figures = await inBrowser(browser, rounds, { url, eventId, feed });
        return { ...sizesOf(BUILD_DIR), ...figures, ...cached };
      } finally {
        await browser.close();
      }
    });
  });
}

async function inBrowser(
  browser: Browser,
  rounds: number,
  { url, eventId, feed }: { url: string; eventId: string; feed: { start(): void; stop(): void } },
): Promise<Record<string, number>> {
  const [list, event, seats] = [url, new URL(`/e/${eventId}`, url).href, new URL(`/e/${eventId}/seats`, url).href];
  const lcpListMs = await each("lcpListMs", rounds, () => lcpOf(browser, list));
  const lcpEventMs = await each("lcpEventMs", rounds, () => lcpOf(browser, event));
  const { inpMs, cls } = await interactionsOf(browser, { event, seats }, SLOW);
  say(`inpMs  ${inpMs}  cls  ${cls}`);
  const firstPaint = await each("firstPaintMs", rounds, () => firstPaintMs(browser, seats, 1));
  const firstPaintSlow = await each("firstPaintSlowMs", rounds, () => firstPaintMs(browser, seats, SLOW));
  const live = await watchChanges(browser, seats, feed);
  return { lcpListMs, lcpEventMs, inpMs, cls, firstPaintMs: firstPaint, firstPaintSlowMs: firstPaintSlow, ...live };
}
