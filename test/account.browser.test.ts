// The pages under /account/ in Chromium, by keyboard, in both color schemes, on a phone and on a desktop.
import { existsSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { PASSWORD, signUp } from "../local/fixtures.ts";
import { COLOURS } from "../testkit/storefront-browser.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
/** Folder for screenshots; none are taken without it. */
const { SCREENSHOTS } = process.env;

let supergraph: TestSupergraph;
let browser: Browser;
beforeAll(async () => {
  if (!CHROMIUM) throw new Error("These tests need Chromium: install your system's package `chromium`.");
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9" });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(async () => {
  await browser?.close();
  await supergraph?.stop();
});

async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  try {
    await work(page);
    // A status of 400 or more is reported too; violations of the policy must not be.
    expect(problems.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  } finally {
    await context.close();
  }
}

const url = (of: string) => new URL(of, supergraph.url).href;

test("a person signs in by keyboard, without a script", async () => {
  const { email } = await signUp(supergraph.client, "Ada Lovelace");
  await withPage({}, async (page) => {
    await page.goto(url("/account/"));
    await page.waitForURL("**/account/sign-in?**");
    // The first field gets the focus, which may be after the page is loaded.
    await page.locator("input[name=email]:focus").waitFor();
    await page.keyboard.type(email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await page.getByText("this browser").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("status").getByText("You are signed out.").waitFor();
  });
});

const SCREENS = [
  { name: "phone", viewport: { width: 360, height: 740 } },
  { name: "desktop", viewport: { width: 1280, height: 800 } },
];
const PAGES = [
  ...["sign-in", "sign-in-code", "register", "reset", "code?code=BCDF2345", "", "profile", "password", "email"],
  ...["security", "totp", "confirm", "delete", "report-sign-in?code=abc", "undo-email-change", "erasure"],
];

test.each(SCREENS.flatMap((screen) => COLOURS.map((colours) => ({ ...screen, ...colours }))))(
  "pages fit a $name in $colours colours, and pass the checks of WCAG 2.2 AA",
  async ({ name, viewport, colours, media }) => {
    const { email } = await signUp(supergraph.client, "Ada Lovelace");
    await withPage({ viewport, ...media, javaScriptEnabled: true }, async (page) => {
      const look = async (shown: string) => {
        expect([shown, await faultsOf(page)]).toEqual([shown, []]);
        if (SCREENSHOTS)
          await page.screenshot({ path: path.join(SCREENSHOTS, `${shown}-${name}-${colours}.png`), fullPage: true });
      };
      await page.goto(url("/account/sign-in"));
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill("wrong password");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("alert").filter({ hasText: "wrong" }).waitFor();
      await look("refused");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("heading", { name: "Your account" }).waitFor();
      for (const one of PAGES) {
        await page.goto(url(`/account/${one}`));
        await look(one.split("?", 1)[0] || "home");
      }
    });
  },
);

/** By the rules of WCAG 2.2, levels A and AA. */
const CHECK_ACCESS = `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(": "))))`;
const CHECK_WIDTH = `document.documentElement.scrollWidth <= window.innerWidth`;

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults = await page.evaluate<string[]>(CHECK_ACCESS);
  return (await page.evaluate<boolean>(CHECK_WIDTH)) ? faults : [...faults, "The page is wider than the screen."];
}
