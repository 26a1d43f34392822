// Routes of the pages under /account/: plain HTML, with a script for passkeys only.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLarge, sendBody, type Handler, type Route } from "../../platform/http/http.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import type { ToUsers } from "../edge/openid.ts";
import { accountPages, NOTICES } from "./account-pages.ts";
import { devicePage } from "./device-page.ts";
import { authorizePage } from "./authorize-page.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import { isForm, isOwnForm, readForm, type Fields } from "../../platform/http/forms.ts";
import { html } from "./html.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import {
  EMPTY,
  frame,
  isInShop,
  PASSKEYS_SCRIPT,
  problemNote,
  sendPage,
  type FormState,
  type Outcome,
  type Page,
  type Visit,
} from "./page.ts";
import { signInPages } from "./sign-in-pages.ts";

export interface PagesOptions {
  ask: Ask;
  sessions: BrowserSessions;
  /** Anonymous for an invalid or expired access token. @throws Refused while users is down */
  visitorOf(request: IncomingMessage): Promise<GatewayContext>;
  toUsers: ToUsers;
}

const SIGNED_OUT = { "signed-out": "You are signed out." };

/** @returns also the handler of the sign-in form, whose address is /session */
export function pageRoutes({ ask, sessions, visitorOf, toUsers }: PagesOptions): {
  routes: Route[];
  submitSignIn: Handler;
} {
  const { pages, signIn } = signInPages(ask, sessions);
  const all = [...pages, ...accountPages(ask, sessions), authorizePage(toUsers), devicePage({ ask }, toUsers)];

  const get =
    (page: Page): Handler =>
    (request, response, url) =>
      answer(page, { request, response, url }, async (visit) => {
        if (page.isPrivate && !visit.visitor.viewer) return continueSession(visit);
        if (!page.arrive) return send(page, visit, 200, EMPTY);
        await follow(page, visit, await orProblem(visit, {}, page.arrive(visit)));
      });

  const post =
    (page: Page): Handler =>
    (request, response, url) =>
      answer(page, { request, response, url }, async (visit) => {
        if (!isForm(request)) return sendProblem(visit, 415, "Send the form of the page.");
        if (!page.isForAnySite && !isOwnForm(request))
          return sendProblem(
            visit,
            403,
            "The form came from another site, so nothing was changed. Open the page again.",
          );
        const fields = await readForm(request);
        if (page.isPrivate && !visit.visitor.viewer) return continueSession(visit);
        await follow(page, visit, await orProblem(visit, fields, page.submit!(visit, fields)));
      });

  async function answer(page: Page, of: Omit<Visit, "visitor">, work: (visit: Visit) => Promise<void>): Promise<void> {
    const anonymous = { title: page.title, isSignedIn: false, isInShop: isInShop(of.request) };
    try {
      await work({ ...of, visitor: await visitorOf(of.request) });
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return sendPage(of.response, 413, problemPage(of.request, "The form is too large."));
      if (error instanceof OperationFailed && error.code === "UNAUTHENTICATED") return continueSession(of);
      const known = problemFor(error);
      if (!known) throw error;
      if (known.retryAfterSeconds !== undefined) of.response.setHeader("retry-after", known.retryAfterSeconds);
      sendPage(of.response, known.status, frame(anonymous, problemNote(known.text)));
    }
  }

  return {
    routes: [
      { method: "GET", path: PASSKEYS_SCRIPT, handle: sendScript },
      ...all.flatMap((page) => [
        { method: "GET", path: page.path, handle: get(page) },
        ...(page.submit ? [{ method: "POST", path: page.path, handle: post(page) }] : []),
      ]),
    ],
    submitSignIn: post(signIn),
  };
}

const script = readFileSync(new URL("passkeys.js", import.meta.url));

/** Operations of the script: template literals that begin so. */
export const SCRIPT_OPERATIONS = [...script.toString().matchAll(/`(mutation [^`]+)`/g)].map(([, text]) => text!);

const sendScript: Handler = (request, response) => {
  response.setHeader("content-type", "text/javascript; charset=utf-8");
  return sendBody(request, response, script);
};

async function follow(page: Page, visit: Visit, outcome: Outcome): Promise<void> {
  if ("status" in outcome) return send(outcome.page ?? page, visit, outcome.status, outcome.state);
  if ("away" in outcome) return sendMove(visit.response, outcome.away);
  visit.response.writeHead(303, { location: outcome.to, "cache-control": "no-store" }).end();
}

/** A refused operation shows the form again, with what was entered. */
async function orProblem(visit: Visit, fields: Fields, work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    const known = error instanceof OperationFailed && error.code === "UNAUTHENTICATED" ? undefined : problemFor(error);
    if (!known) throw error;
    if (known.retryAfterSeconds !== undefined) visit.response.setHeader("retry-after", known.retryAfterSeconds);
    return { status: known.status, state: { values: fields, errors: {}, problem: known.text } };
  }
}

async function send(page: Page, visit: Visit, status: number, state: FormState): Promise<void> {
  const isSignedIn = visit.visitor.viewer !== null;
  const body = await page.show(visit, state);
  if ("to" in body) return void visit.response.writeHead(303, { location: body.to, "cache-control": "no-store" }).end();
  const done = visit.url.searchParams.get("done") ?? "";
  const notices: Record<string, string | undefined> = isSignedIn ? NOTICES : SIGNED_OUT;
  const notice = status === 200 && Object.hasOwn(notices, done) ? notices[done] : undefined;
  const { title, isWide, hasScript, moveTo } = page;
  const text = frame({ title, isInShop: isInShop(visit.request), isWide, isSignedIn, notice, hasScript, moveTo }, body);
  sendPage(visit.response, status, text, hasScript);
}

function sendProblem({ request, response, visitor }: Visit, status: number, text: string): void {
  sendPage(
    response,
    status,
    frame(
      { title: "That did not work", isInShop: isInShop(request), isSignedIn: visitor.viewer !== null },
      problemNote(text),
    ),
  );
}

const problemPage = (request: IncomingMessage, text: string) =>
  frame({ title: "That did not work", isInShop: isInShop(request), isSignedIn: false }, problemNote(text));

/**
 * The access token is missing or has expired. The page moves the browser to /session/continue: after a redirect from another site it would
 * not send the cookie with the refresh token.
 */
function continueSession({ url, response, request }: Omit<Visit, "visitor">): void {
  const to = request.method === "GET" ? `${url.pathname}${url.search}` : "/account/";
  sendMove(response, `/session/continue?${new URLSearchParams({ to })}`);
}

/** A page that moves the browser: forms of ours may not be redirected to another site (`form-action`). */
function sendMove(response: ServerResponse, moveTo: string): void {
  const body = html`<p><a href="${moveTo}">Continue</a></p>`;
  sendPage(
    response,
    200,
    frame({ title: "One moment", isInShop: isInShop(response.req), isSignedIn: false, moveTo }, body),
  );
}

interface Problem {
  status: number;
  text: string;
  retryAfterSeconds?: number | undefined;
}

/** Undefined for an error that the person can't act on. */
function problemFor(error: unknown): Problem | undefined {
  if (error instanceof Refused) return { status: error.status, text: AWAY };
  if (!(error instanceof OperationFailed)) return undefined;
  const { code, message, retryAfterSeconds } = error;
  if (code === "RATE_LIMITED") return { status: 429, text: tooOften(retryAfterSeconds), retryAfterSeconds };
  if (code === "UNAVAILABLE" || code === "TIMEOUT") return { status: 503, text: AWAY };
  if (code === "BAD_USER_INPUT") return { status: 400, text: message };
  return undefined;
}

const AWAY = "This is not available at the moment. Please try again in a minute.";

function tooOften(seconds = 60): string {
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 60 ? `${seconds} seconds` : minutes < 90 ? `${minutes} minutes` : "tomorrow";
  return `Too many attempts. Please try again ${wait === "tomorrow" ? wait : `in ${wait}`}.`;
}
