// What a visitor with a slow phone sees: https://web.dev/articles/vitals. Times of interactions are those that Chromium itself measures.
import type { Browser, CDPSession, Page } from "playwright-core";

const SLOW_CPU = 4;
/** 1.6 Mbit/s, with 150 ms there and back. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: "en-GB" };

const OBSERVE = `window.vitals = { lcp: 0, cls: 0, inp: 0 };
const observe = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, durationThreshold: 16 });
observe("largest-contentful-paint", ({ startTime }) => (vitals.lcp = startTime));
observe("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || (vitals.cls += value));
observe("event", ({ duration, interactionId }) => interactionId && (vitals.inp = Math.max(vitals.inp, duration)));`;

export async function slowDown(page: Page, cpu: number): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return cdp;
}

const vital = (page: Page, name: "lcp" | "cls" | "inp") => page.evaluate<number>(`window.vitals.${name}`);

/** Milliseconds until the largest thing is painted, with an empty cache. */
export async function lcpOf(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const cdp = await slowDown(page, SLOW_CPU);
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", SLOW_NETWORK);
    await page.addInitScript(OBSERVE);
    await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
    return await vital(page, "lcp");
  } finally {
    await context.close();
  }
}

/** The slowest interaction, and how far the pages shift: choosing how many, zooming, picking a seat. */
export async function interactionsOf(
  browser: Browser,
  { event, seats }: { event: string; seats: string },
  cpu: number,
): Promise<{ inpMs: number; cls: number }> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(OBSERVE);
    await slowDown(page, cpu);
    await page.goto(event, { waitUntil: "networkidle" });
    await page.locator("#quantity").focus();
    for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowDown", { delay: 50 });
    await page.locator(".stub summary").first().click();
    await page.waitForTimeout(500);
    const onEvent = [await vital(page, "inp"), await vital(page, "cls")] as const;
    await page.goto(seats, { waitUntil: "networkidle" });
    await page.locator(".zoom button").first().waitFor();
    for (let times = 0; times < 4; times++) {
      await page.locator(".zoom button").first().click();
      await page.waitForTimeout(300);
    }
    await page.locator("[role=grid] [tabindex='0']").focus();
    for (const key of ["ArrowRight", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key, { delay: 50 });
    await page.locator(".canvas").tap({ position: { x: 150, y: 120 } });
    await page.waitForTimeout(800);
    const inpMs = Math.max(onEvent[0], await vital(page, "inp"));
    return { inpMs, cls: Number(Math.max(onEvent[1], await vital(page, "cls")).toFixed(3)) };
  } finally {
    await context.close();
  }
}
