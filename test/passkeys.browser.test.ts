// Passkeys in Chromium, with its virtual authenticator. Source: https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
import { type Browser, type CDPSession, type Page } from "playwright-core";
import { PASSWORD, signUp } from "../local/fixtures.ts";
import { freePorts } from "../local/servers/ports.ts";
import { launchChromium, PATIENCE_MS } from "../testkit/chromium.ts";
import { startPassingOn, type HttpServer } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let pages: HttpServer;
/** Where the pages were before: the gateway's own address. */
let former: string;
let browser: Browser;
beforeAll(async () => {
  // Passkeys belong to the origin of the pages, which is the storefront's.
  const [gatewayPort, port] = await freePorts(2);
  former = `http://localhost:${gatewayPort}`;
  supergraph = await startSupergraph({
    GATEWAY_PORT: String(gatewayPort),
    PUBLIC_URL: `http://localhost:${port}`,
    FORMER_PUBLIC_URLS: former,
  });
  pages = await startPassingOn(supergraph.url, port);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
  await supergraph?.stop();
});

interface Device {
  page: Page;
  cdp: CDPSession;
  authenticatorId: string;
}

async function withDevice(work: (device: Device) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    const cdp = await context.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await work({ page, cdp, authenticatorId });
  } finally {
    await context.close();
  }
}

const url = (of: string) => new URL(of, supergraph.env.PUBLIC_URL).href;

async function signInByPassword(page: Page, email: string): Promise<void> {
  await page.goto(url("/account/sign-in"));
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto(url("/account/security"));
  await page.getByLabel("Name of the new passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
}

test("a passkey is added, signs in without a password, is a second step and a proof, and is removed", async () => {
  const { email } = await signUp(supergraph.client, "Ada");
  await withDevice(async ({ page, cdp, authenticatorId }) => {
    await signInByPassword(page, email);
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await addPasskey(page, "Phone");
    await page.getByText("Keep these recovery codes").waitFor();
    expect(await page.locator(".codes li").count()).toBe(10);
    await page.getByRole("link", { name: "Done" }).click();
    await page.getByRole("button", { name: "Remove Phone" }).waitFor();
    const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: "localhost" }]);

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();

    await page.getByRole("button", { name: "Sign out" }).click();
    await signInByPassword(page, email);
    await page.getByRole("button", { name: "Continue with a passkey" }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();

    await supergraph.advance(11 * 60);
    await page.goto(url("/account/security"));
    await page.getByRole("button", { name: "Remove Phone" }).click();
    await page.getByRole("button", { name: "Confirm with a passkey" }).click();
    await page.getByRole("heading", { name: "Ways to sign in" }).waitFor();
    await page.getByRole("button", { name: "Remove Phone" }).click();
    await page.getByRole("status").getByText("The passkey is removed.").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    // The authenticator still offers it; the account does not know it any more.
    await page.getByRole("alert").filter({ hasText: /./ }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/account/sign-in");
  });
});

test("a person who cancels stays on the page, and reads why nothing happened", async () => {
  await withDevice(async ({ page, cdp, authenticatorId }) => {
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await page.goto(url("/account/sign-in"));
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("No passkey was used.").waitFor();
  });
});

test("a passkey of the pages also signs in where the pages were before, on the same host", async () => {
  const { email } = await signUp(supergraph.client, "Grace");
  await withDevice(async ({ page }) => {
    await signInByPassword(page, email);
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await addPasskey(page, "Phone");
    await page.getByText("Keep these recovery codes").waitFor();
    await page.getByRole("link", { name: "Done" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(new URL("/account/sign-in", former).href);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    expect(new URL(page.url()).origin).toBe(former);
  });
});
