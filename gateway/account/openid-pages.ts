// Pages of the OpenID provider: problems, and signing out of an app. Users describes them.
import type { ServerResponse } from "node:http";
import { html, type Html } from "./html.ts";
import { frame, hidden, isInShop, problemNote, sendPage } from "./page.ts";

export type OpenIdPage =
  | { page: "error"; error: string; description: string }
  | { page: "sign-out"; action: string; xsrf: string; app: string | null }
  | { page: "signed-out"; app: string | null }
  | { page: "go"; to: string };

export const TOOK_TOO_LONG =
  "This took too long, or was begun in another browser. Go back to the app, and start again.";

export function sendOpenIdPage(response: ServerResponse, status: number, page: OpenIdPage): void {
  const { title, body, moveTo } = render(page);
  sendPage(
    response,
    status,
    frame(
      { title, isInShop: isInShop(response.req), isSignedIn: false, ...(moveTo !== undefined && { moveTo }) },
      body,
    ),
  );
}

function render(page: OpenIdPage): { title: string; body: Html; moveTo?: string } {
  if (page.page === "error") return { title: "That did not work", body: problem(page) };
  if (page.page === "sign-out") return { title: "Sign out", body: signOut(page) };
  if (page.page === "go") return { title: "One moment", body: goOn(page.to), moveTo: page.to };
  return {
    title: "You are signed out",
    body: html`<p><a class="button" href="/account/sign-in">Sign in again</a></p>`,
  };
}

export const goOn = (to: string) => html`<p><a href="${to}">Continue</a></p>`;

/** Names of errors that a person can do something about. */
const EXPIRED = /expired|not found|mismatch|principal changed/;

function problem({ error, description }: { error: string; description: string }): Html {
  const words = EXPIRED.test(description) && error === "invalid_request" ? TOOK_TOO_LONG : NOT_ASKED_RIGHT;
  return html`${problemNote(words)}
    <p class="quiet">For its developers: ${error}${description && html`, ${description}`}</p>`;
}

const NOT_ASKED_RIGHT =
  "The app did not ask in the right way, so nothing was done. Go back to the app, and start again.";

function signOut({ action, xsrf, app }: { action: string; xsrf: string; app: string | null }): Html {
  return html`<div class="card">
    <p>
      ${app === null ? "An app" : app} asks to sign you out. Do you also want to sign out of Boxoffice in this browser?
    </p>
    <form method="post" action="${action}">
      ${hidden("xsrf", xsrf)}
      <button name="logout" value="yes">Sign out of Boxoffice</button>
      <button class="plain">Stay signed in</button>
    </form>
  </div>`;
}
