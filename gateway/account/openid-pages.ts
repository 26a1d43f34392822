// Pages of the OpenID provider: problems, and signing out of an app. Users describes them.
import type { ServerResponse } from "node:http";
import { html, type Html } from "./html.ts";
import { frame, hidden, isInShop, problemNote, sendPage } from "./page.ts";
import { localTarget } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { textsFor } from "./texts/languages.ts";

export type OpenIdPage =
  | { page: "error"; error: string; description: string }
  | { page: "sign-out"; action: string; xsrf: string; app: string | null }
  | { page: "signed-out"; app: string | null }
  | { page: "go"; to: string };

export function sendOpenIdPage(response: ServerResponse, status: number, page: OpenIdPage): void {
  const { req } = response;
  const texts = textsFor(req);
  const { title, body, moveTo } = render(texts, page);
  const back = req.method === "GET" && moveTo === undefined ? localTarget(req.url) : undefined;
  sendPage(response, status, frame(texts, { title, isInShop: isInShop(req), isSignedIn: false, moveTo, back }, body));
}

function render(texts: Texts, page: OpenIdPage): { title: string; body: Html; moveTo?: string } {
  if (page.page === "error") return { title: texts.problems.title, body: problem(texts, page) };
  if (page.page === "sign-out") return { title: texts.apps.signOut.title, body: signOut(texts, page) };
  if (page.page === "go") return { title: texts.frame.moving, body: goOn(texts, page.to), moveTo: page.to };
  return {
    title: texts.apps.signOut.done,
    body: html`<p><a class="button" href="/account/sign-in">${texts.apps.signOut.again}</a></p>`,
  };
}

export const goOn = ({ frame: words }: Texts, to: string) => html`<p><a href="${to}">${words.goOn}</a></p>`;

/** Names of errors that a person can do something about. */
const EXPIRED = /expired|not found|mismatch|principal changed/;

function problem({ apps }: Texts, { error, description }: { error: string; description: string }): Html {
  const words = EXPIRED.test(description) && error === "invalid_request" ? apps.tookTooLong : apps.notAskedRight;
  return html`${problemNote(words)}
    <p class="quiet">${apps.forDevelopers(description ? `${error}, ${description}` : error)}</p>`;
}

function signOut(
  { apps: { signOut: words } }: Texts,
  { action, xsrf, app }: { action: string; xsrf: string; app: string | null },
): Html {
  return html`<div class="card">
    <p>${app === null ? words.asksUnnamed : words.asks(app)}</p>
    <form method="post" action="${action}">
      ${hidden("xsrf", xsrf)}
      <button name="logout" value="yes">${words.submit}</button>
      <button class="plain">${words.stay}</button>
    </form>
  </div>`;
}
