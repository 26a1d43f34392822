// The pages under /account/ in Chromium, by keyboard, in both color schemes, on a phone and on a desktop.
import { PASSWORD, signUp } from "../local/fixtures.ts";
import {
  flawsOf,
  looksAt,
  openBrowser,
  takeScreenshot,
  type StorefrontBrowser,
} from "../testkit/storefront-browser.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let browser: StorefrontBrowser;
beforeAll(async () => {
  supergraph = await startSupergraph({ SMTP_URL: "smtp://127.0.0.1:9" });
  browser = await openBrowser(new URL(supergraph.url).origin);
});
afterAll(async () => {
  await browser?.close();
  await supergraph?.stop();
});

test("a person signs in by keyboard, without a script", async () => {
  const { email } = await signUp(supergraph.client, "Ada Lovelace");
  const problems = await browser.withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto("/account/");
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
  expect(problems).toEqual([]);
});

const PAGES = [
  ...["sign-in", "sign-in-code", "register", "reset", "code?code=BCDF2345", "", "profile", "password", "email"],
  ...["security", "totp", "confirm", "delete", "report-sign-in?code=abc", "undo-email-change", "erasure"],
];

test.each(looksAt("phone", "desktop"))(
  "pages fit a $screen in $colours colours, and pass the checks of WCAG 2.2 AA",
  async ({ screen, colours, options }) => {
    const { email } = await signUp(supergraph.client, "Ada Lovelace");
    const problems = await browser.withPage(options, async (page) => {
      const look = async (shown: string) => {
        expect([shown, await flawsOf(page)]).toEqual([shown, []]);
        await takeScreenshot(page, `${shown}-${screen}-${colours}`);
      };
      await page.goto("/account/sign-in");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill("wrong password");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("alert").filter({ hasText: "wrong" }).waitFor();
      await look("refused");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("heading", { name: "Your account" }).waitFor();
      for (const one of PAGES) {
        await page.goto(`/account/${one}`);
        await look(one.split("?", 1)[0] || "home");
      }
    });
    expect(problems).toEqual([]);
  },
);
