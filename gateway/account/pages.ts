// Routes of the pages under /account/: plain HTML, with a script for passkeys only.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLarge, sendBody, type Handler, type Route } from "../../platform/http/http.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import type { ToUsers } from "../edge/openid.ts";
import { accountPages } from "./account-pages.ts";
import { devicePage } from "./device-page.ts";
import { authorizePage } from "./authorize-page.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import { languageRoute } from "./language.ts";
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
  withProblem,
  type FormState,
  type Outcome,
  type Page,
  type Visit,
} from "./page.ts";
import { signInPages } from "./sign-in-pages.ts";
import { HOME } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { textsFor } from "./texts/languages.ts";

export interface PagesOptions {
  ask: Ask;
  sessions: BrowserSessions;
  /** Anonymous for an invalid or expired access token. @throws Refused while users is down */
  visitorOf(request: IncomingMessage): Promise<GatewayContext>;
  toUsers: ToUsers;
}

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
        if (!isForm(request)) return sendProblem(visit, 415, visit.texts.problems.notOurForm);
        if (!page.isForAnySite && !isOwnForm(request)) return sendProblem(visit, 403, visit.texts.problems.foreignForm);
        const fields = await readForm(request);
        if (page.isPrivate && !visit.visitor.viewer) return continueSession(visit);
        await follow(page, visit, await orProblem(visit, fields, page.submit!(visit, fields)));
      });

  async function answer(
    page: Page,
    of: Omit<Visit, "visitor" | "texts">,
    work: (visit: Visit) => Promise<void>,
  ): Promise<void> {
    const texts = textsFor(of.request);
    const anonymous = { title: page.title(texts), isSignedIn: false, isInShop: isInShop(of.request) };
    try {
      await work({ ...of, texts, visitor: await visitorOf(of.request) });
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return sendPage(of.response, 413, problemPage(texts, of.request, texts.problems.tooLarge));
      if (error instanceof OperationFailed && error.code === "UNAUTHENTICATED") return continueSession(of);
      const known = problemFor(texts, error);
      if (!known) throw error;
      if (known.retryAfterSeconds !== undefined) of.response.setHeader("retry-after", known.retryAfterSeconds);
      sendPage(of.response, known.status, frame(texts, anonymous, problemNote(known.text)));
    }
  }

  return {
    routes: [
      {
        method: "GET",
        path: HOME.slice(0, -1),
        handle: (_, response) => void response.writeHead(308, { location: HOME }).end(),
      },
      { method: "GET", path: PASSKEYS_SCRIPT, handle: sendScript },
      languageRoute,
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
    const known =
      error instanceof OperationFailed && error.code === "UNAUTHENTICATED" ? undefined : problemFor(visit.texts, error);
    if (!known) throw error;
    if (known.retryAfterSeconds !== undefined) visit.response.setHeader("retry-after", known.retryAfterSeconds);
    return { status: known.status, state: { values: fields, errors: {}, problem: known.text } };
  }
}

async function send(page: Page, visit: Visit, status: number, state: FormState): Promise<void> {
  const { texts } = visit;
  const isSignedIn = visit.visitor.viewer !== null;
  const body = await page.show(visit, withProblem(state, texts));
  if ("to" in body) return void visit.response.writeHead(303, { location: body.to, "cache-control": "no-store" }).end();
  const { isWide, hasScript, moveTo } = page;
  const about = { title: page.title(texts), isInShop: isInShop(visit.request), isWide, isSignedIn, hasScript, moveTo };
  const notice = status === 200 ? noticeOf(visit) : undefined;
  sendPage(visit.response, status, frame(texts, { ...about, notice, back: backTo(page, visit) }, body), hasScript);
}

function noticeOf({ texts, url, visitor }: Visit): string | undefined {
  const done = url.searchParams.get("done") ?? "";
  const notices: Record<string, string> = visitor.viewer ? texts.notices : { "signed-out": texts.signIn.signedOut };
  return Object.hasOwn(notices, done) ? notices[done] : undefined;
}

/** Where a choice of another language leads: the page itself, unless opening it does something, or only a form leads to it. */
const backTo = ({ arrive }: Page, { url: { pathname, search } }: Visit): string =>
  arrive === undefined && pathname.startsWith(HOME) ? `${pathname}${search}` : HOME;

function sendProblem({ request, response, visitor, texts }: Visit, status: number, text: string): void {
  sendPage(
    response,
    status,
    frame(
      texts,
      { title: texts.problems.title, isInShop: isInShop(request), isSignedIn: visitor.viewer !== null },
      problemNote(text),
    ),
  );
}

const problemPage = (texts: Texts, request: IncomingMessage, text: string) =>
  frame(texts, { title: texts.problems.title, isInShop: isInShop(request), isSignedIn: false }, problemNote(text));

/**
 * The access token is missing or has expired. The page moves the browser to /session/continue: after a redirect from another site it would
 * not send the cookie with the refresh token.
 */
function continueSession({ url, response, request }: Pick<Visit, "url" | "response" | "request">): void {
  const to = request.method === "GET" ? `${url.pathname}${url.search}` : "/account/";
  sendMove(response, `/session/continue?${new URLSearchParams({ to })}`);
}

/** A page that moves the browser: forms of ours may not be redirected to another site (`form-action`). */
function sendMove(response: ServerResponse, moveTo: string): void {
  const texts = textsFor(response.req);
  const body = html`<p><a href="${moveTo}">${texts.frame.goOn}</a></p>`;
  sendPage(
    response,
    200,
    frame(texts, { title: texts.frame.moving, isInShop: isInShop(response.req), isSignedIn: false, moveTo }, body),
  );
}

interface Problem {
  status: number;
  text: string;
  retryAfterSeconds?: number | undefined;
}

/** Undefined for an error that the person can't act on. */
function problemFor({ problems }: Texts, error: unknown): Problem | undefined {
  if (error instanceof Refused) return { status: error.status, text: problems.away };
  if (!(error instanceof OperationFailed)) return undefined;
  const { code, message, retryAfterSeconds } = error;
  if (code === "RATE_LIMITED")
    return { status: 429, text: problems.tooOften(retryAfterSeconds ?? 60), retryAfterSeconds };
  if (code === "UNAVAILABLE" || code === "TIMEOUT") return { status: 503, text: problems.away };
  if (code === "BAD_USER_INPUT") return { status: 400, text: problems.invalid(message) };
  return undefined;
}
