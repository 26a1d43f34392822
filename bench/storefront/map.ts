// The map of 20,000 seats in Chromium: how soon it is drawn, and what changes cost its main thread, from a trace.
import type { Browser, CDPSession, Page } from "playwright-core";
import { until } from "../../testkit/until.ts";
import { slowDown } from "./vitals.ts";

const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: "en-GB" };
const WATCHED_MS = 20_000;
const WARM_UP_MS = 3_000;

/** Remembers when the frame with the first drawing of the hall has been made, and whether seats have been drawn one by one. */
const WATCH_PAINT = `const { fill, drawImage } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fill = function (...args) {
  if (this.canvas.isConnected && !window.paintedAt) {
    CanvasRenderingContext2D.prototype.fill = fill;
    requestAnimationFrame(() => setTimeout(() => (window.paintedAt = performance.now())));
  }
  return fill.apply(this, args);
};
CanvasRenderingContext2D.prototype.drawImage = function (...args) {
  CanvasRenderingContext2D.prototype.drawImage = drawImage;
  window.showsSeats = true;
  return drawImage.apply(this, args);
};`;

async function openMap(browser: Browser, url: string, cpu: number): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(WATCH_PAINT);
  const cdp = await slowDown(page, cpu);
  await page.goto(url, { waitUntil: "load" });
  // The policy of the pages forbids what Playwright's own waiting does.
  await until(() => page.evaluate<boolean>("window.paintedAt > 0"), "the map is painted");
  return { page, cdp };
}

/** From the last byte of the layout to the frame with the seats. */
export async function firstPaintMs(browser: Browser, url: string, cpu: number): Promise<number> {
  const { page } = await openMap(browser, url, cpu);
  const had = `Math.max(...performance.getEntriesByType("resource").filter(({ name }) => name.includes("/seat-maps/")).map(({ responseEnd }) => responseEnd))`;
  const took = await page.evaluate<number>(`window.paintedAt - ${had}`);
  await page.context().close();
  return took;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  /** Of the thread's CPU, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

async function traced(cdp: CDPSession, ms: number, page: Page): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] },
  });
  await page.waitForTimeout(ms);
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  return events;
}

/** Tasks of the main thread of the renderer that had most to do. */
function tasksOf(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const byThread = new Map<string, number[]>();
  for (const { name, ph, pid, tid, tdur = 0 } of events) {
    const thread = `${pid} ${tid}`;
    if (name !== "RunTask" || ph !== "X" || !mains.has(thread)) continue;
    byThread.set(thread, [...(byThread.get(thread) ?? []), tdur / 1_000]);
  }
  const sum = (tasks: readonly number[]) => tasks.reduce((all, one) => all + one, 0);
  const [busiest = []] = [...byThread.values()].sort((one, other) => sum(other) - sum(one));
  return busiest;
}

/** While 200 seats change each second, and the map shows as many seats as it can. Times are of CPU. */
export async function watchChanges(
  browser: Browser,
  url: string,
  feed: { start(): void; stop(): void },
): Promise<{ mainThreadBusy: number; longestTaskMs: number; heapMb: number }> {
  const { page } = await openMap(browser, url, 1);
  const zoomIn = page.locator(".zoom button").first();
  for (let times = 0; times < 8 && !(await page.evaluate<boolean>("window.showsSeats")); times++) {
    await zoomIn.click();
    await page.waitForTimeout(500);
  }
  if (!(await page.evaluate<boolean>("window.showsSeats"))) throw new Error("The map shows no seats.");
  const cdp = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  feed.start();
  try {
    await page.waitForTimeout(WARM_UP_MS);
    const tasks = tasksOf(await traced(cdp, WATCHED_MS, page));
    if (tasks.length === 0) throw new Error("The trace has no tasks.");
    await own.send("HeapProfiler.collectGarbage");
    const { usedSize } = await own.send("Runtime.getHeapUsage");
    return {
      mainThreadBusy: Number((tasks.reduce((all, one) => all + one, 0) / WATCHED_MS).toFixed(3)),
      longestTaskMs: Number(Math.max(...tasks).toFixed(1)),
      heapMb: Number((usedSize / 1e6).toFixed(1)),
    };
  } finally {
    feed.stop();
    await page.context().close();
  }
}
