// Chromium in front of a test's storefront: visitors whose pages must keep the rules of all pages.
import path from "node:path";
import axe from "axe-core";
import { type BrowserContextOptions, type Page } from "playwright-core";
import { launchChromium, PATIENCE_MS } from "./chromium.ts";
import { sampleOf } from "./repetitions.ts";

/** Folder for screenshots; none are taken without it. */
const { SCREENSHOTS } = process.env;

/** Colours that people's systems ask for: forced ones are few, of the system's own choice, as in a high contrast theme of Windows. */
const COLOURS = [
  { colours: "light", media: { colorScheme: "light" } },
  { colours: "dark", media: { colorScheme: "dark" } },
  { colours: "forced", media: { colorScheme: "dark", forcedColors: "active" } },
] as const;

const SCREENS = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
};

export interface Look {
  screen: keyof typeof SCREENS;
  colours: string;
  options: BrowserContextOptions;
}

/** Each screen in each of the colours. Short tests see one screen in one of the colours, by the seed of the run. */
export function looksAt(...screens: (keyof typeof SCREENS)[]): Look[] {
  const looks = screens.flatMap((screen) =>
    COLOURS.map(({ colours, media }) => ({
      ...{ screen, colours },
      options: { viewport: SCREENS[screen], isMobile: screen === "phone", ...media },
    })),
  );
  return sampleOf(looks, looks.length);
}

/** Languages in which pages are looked at, besides English: Hebrew is written from right to left. Short tests see one, by the seed of the run. */
export const LOOKED_LANGUAGES = sampleOf(["he", "de", "fr", "es"], 4);

/** By the rules of WCAG 2.2, levels A and AA. */
const CHECK_ACCESS = `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(": "))))`;
const CHECK_WIDTH = `document.documentElement.scrollWidth <= window.innerWidth`;

/** What a page breaks: rules of access, or its width. */
export async function flawsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const flaws = await page.evaluate<string[]>(CHECK_ACCESS);
  return (await page.evaluate<boolean>(CHECK_WIDTH)) ? flaws : [...flaws, "wider than the screen"];
}

export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS) await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

export interface StorefrontBrowser {
  /** A page of a new visitor. @returns what broke the policy of the pages, or was asked of another host */
  withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<string[]>;
  close(): Promise<void>;
}

/** @param url of the storefront */
export async function openBrowser(url: string): Promise<StorefrontBrowser> {
  const browser = await launchChromium();
  const { host: own } = new URL(url);
  return {
    withPage: async (options, work) => {
      const context = await browser.newContext({ locale: "en-GB", baseURL: url, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const problems: string[] = [];
      // A status of 400 or more is reported, too.
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol.startsWith("http") && host !== own) problems.push(request.url());
      });
      try {
        await work(page);
        return problems;
      } catch (error) {
        console.error(
          page.url(),
          (
            await page
              .locator("main")
              .innerText()
              .catch(() => "")
          ).slice(0, 500),
        );
        throw error;
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
