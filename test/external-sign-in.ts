// A system with two identity providers, and browsers that sign in there.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PASSWORD } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import {
  startIdentityProvider,
  type PersonElsewhere,
  type RunningIdentityProvider,
} from "../testkit/identity-provider.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";

export const PUBLIC_URL = "https://tickets.example";
let folder: string;

export let supergraph: TestSupergraph;
export let mail: RunningMailCatcher;
/** Trusted for mail.example, and for second factors. */
export let one: RunningIdentityProvider;
/** Trusted for nothing. */
export let two: RunningIdentityProvider;
export async function start(): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), "identity-providers-"));
  passed = 0;
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const callbacks = (id: string) => [`${PUBLIC_URL}/account/external/callback/${id}`];
  one = await startIdentityProvider(callbacks("one"));
  two = await startIdentityProvider(callbacks("two"));
  const configured = ({ issuer, clientId, clientSecret }: RunningIdentityProvider, more: object) => ({
    ...{ issuer, clientId, clientSecret },
    ...more,
  });
  const file = path.join(folder, "providers.json");
  const providers = [
    configured(one, { id: "one", name: "One & Only", trustedDomains: ["mail.example"], trustsMfa: true }),
    configured(two, { id: "two", name: "Two" }),
  ];
  writeFileSync(file, JSON.stringify(providers));
  supergraph = await startSupergraph({
    SMTP_URL: mail.smtpUrl,
    PUBLIC_URL,
    USERS_IDENTITY_PROVIDERS_FILE: file,
  });
}
export async function stop(): Promise<void> {
  await supergraph?.stop();
  await Promise.all([one, two, mail].map((running) => running?.stop()));
  rmSync(folder, { recursive: true });
}
/** The providers answer as they should. */
export function resetProviders(): void {
  one.tamper(null);
  one.fail(null);
}

let passed: number;
/** Moves the clocks on from where they are. */
export const later = (seconds: number) => supergraph.advance((passed += seconds));

export const newBrowser = () => openBrowser(supergraph.url);
export const somebody = (more: Partial<PersonElsewhere> = {}): PersonElsewhere & { email: string } => {
  const sub = randomUUID();
  return { sub, email: `${sub}@mail.example`, email_verified: true, name: "Ada Elsewhere", ...more };
};

/** Presses "Continue with". @returns the address at the provider */
export async function begin(browser: Browser, provider = "one", action = "/account/external"): Promise<string> {
  const response = await browser.send(action, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(supergraph.url).origin },
    body: new URLSearchParams({ provider, to: "/account/profile" }).toString(),
  });
  const text = await response.text();
  const moved = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1];
  if (moved === undefined) throw new Error(`${response.status} ${response.headers.get("location")} ${text}`);
  return moved.replaceAll("&amp;", "&");
}

export const local = ({ pathname, search }: URL) => `${pathname}${search}`;

export async function signInAt(browser: Browser, person: PersonElsewhere, provider = "one"): Promise<Shown> {
  const at = provider === "one" ? one : two;
  return browser.open(local(await at.signIn(await begin(browser, provider), person)));
}

export const isSignedIn = (browser: Browser) => browser.cookies.has("session");
export const refused = ({ status, text }: Shown) => [status, /<div class="note bad"[^>]*><p>([^<]+)/.exec(text)?.[1]];
export const REJECTED = [401, "The sign-in there was not completed, has expired or was used before: begin again."];
export const NOT_HERE = [400, "This browser has not begun a sign-in, or it has taken too long. Begin again."];

export const accountsOf = (email: string) =>
  supergraph.query(
    "users",
    `select u.id, u.display_name, u.password_hash, u.email_verified_at is not null as verified,
       (select count(*)::int from identity i where i.user_id = u.id and removed_at is null) as identities,
       (select count(*)::int from session s where s.user_id = u.id and ended_at is null) as sessions
     from app_user u where email = $1`,
    [email],
  );

export async function signInByPassword(email: string, browser = newBrowser()): Promise<[Browser, Shown]> {
  const page = await browser.open("/account/sign-in");
  return [browser, await browser.submit(page, { email, password: PASSWORD }, "/session")];
}
