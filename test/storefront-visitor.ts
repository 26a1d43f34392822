// What visitors of the storefront do in several tests, in Chromium.
import type { Locator, Page } from "playwright-core";
import type { Client } from "../local/client.ts";
import { PASSWORD, signUp, type Person } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";

async function typePasswordOf(page: Page, { email }: Pick<Person, "email">): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** A new account, whose password is typed in the form of the page. */
export async function typePassword(page: Page, connect: (token?: string) => Client): Promise<Person> {
  const person = await signUp(connect, "Ada Lovelace");
  await typePasswordOf(page, person);
  return person;
}

/** An account that is there already. */
export async function signInAs(page: Page, person: Pick<Person, "email">): Promise<void> {
  await page.goto("/account/sign-in");
  await typePasswordOf(page, person);
  await page.getByRole("heading", { name: "Your account" }).waitFor();
}

/** A new account, signed in. */
export async function signIn(page: Page, connect: (token?: string) => Client): Promise<Person> {
  await page.goto("/account/sign-in");
  const person = await typePassword(page, connect);
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  return person;
}

/** From a paid order to its tickets. */
export async function waitForTickets(page: Page): Promise<void> {
  await page.waitForURL(/\/order\/[\w-]+(\?.*)?$/);
  await until(async () => {
    await page.reload();
    return (await page.locator(".passes li:not(.off) a").count()) > 0;
  }, "the tickets are issued");
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if ((await element.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab doesn't come to the element.");
}

/** What has the focus, as assistive technology gets it: role, name and state. */
export const focused = (page: Page): Promise<string> => page.locator(":focus").ariaSnapshot();
