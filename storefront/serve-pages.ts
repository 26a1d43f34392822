// Answers requests for pages: HTML for a browser that opens one, data for the script of a page that is open already.
import type { IncomingMessage, ServerResponse } from "node:http";
import { isForm, isOwnForm, readParameters } from "../platform/http/forms.ts";
import { escapeHtml } from "../platform/http/html.ts";
import { sendBody, sendJson, type Handler, type Route } from "../platform/http/http.ts";
import { localTarget } from "../platform/http/local-target.ts";
import { namesType } from "../platform/http/negotiation.ts";
import type { TrustedPeers } from "../platform/http/trusted-peers.ts";
import type { Logger } from "../platform/telemetry/logger.ts";
import { anonymous, callerOf, OperationFailed, type GatewayClient } from "./gateway-client.ts";
import { isLocale, languageCookie, localeOf } from "../platform/http/locale.ts";
import { KEPT_FOR } from "./offline.ts";
import type { PageCache } from "./page-cache.ts";
import type { SentPage } from "./page-data.ts";
import {
  continueSession,
  notFound,
  problemOfFailure,
  type DownloadedFile,
  type Outcome,
  type Page,
  type Shown,
  type Visit,
} from "./pages/page.ts";
import { pageAt } from "./pages/routes.ts";
import { publicPage, sendPublicPage, type PublicPage } from "./public-page.ts";
import type { Renderer } from "./rendering.ts";
import { SECURITY_HEADERS, STRIPE_HEADERS } from "./security-headers.ts";

export interface PagesOptions {
  gateway: GatewayClient;
  renderer: Renderer;
  cache: PageCache<PublicPage>;
  /** Peers whose forwarding headers count. */
  proxies: Pick<TrustedPeers, "has">;
  stripeKey: string | undefined;
  logger: Logger;
}

const isPublic = ({ isPublic: is }: Page, visit: Visit) => (typeof is === "function" ? is(visit) : is === true);

const wantsData = (request: IncomingMessage) => namesType(request, "application/json");

/** Views with the card form. */
const PAYS = new Set<string>(["hold", "order", "exchangeQuote"]);

const STATUS: Record<string, number> = { RATE_LIMITED: 429, UNAVAILABLE: 503, TIMEOUT: 504, BAD_USER_INPUT: 400 };

function visitOf(
  { gateway, proxies, stripeKey }: PagesOptions,
  request: IncomingMessage,
  url: URL,
  params: Record<string, string> = {},
): Visit {
  const caller = callerOf(request, proxies);
  const protocol = caller["x-forwarded-proto"]!.split(",").at(-1)!.trim().toLowerCase();
  return {
    url,
    params,
    locale: localeOf(request),
    caller,
    origin: `${protocol}://${request.headers.host ?? "localhost"}`,
    gateway,
    stripeKey,
    setCookies: [],
    ask: (document, variables) => gateway.ask(document, variables, caller),
  };
}

export function pageRoutes(options: PagesOptions): Route[] {
  const { gateway, renderer, cache, logger } = options;

  /** What a failed operation shows instead. @throws the error if it is not of an operation */
  function outcomeOf(error: unknown, visit: Visit, isForm = false): Outcome {
    if (!(error instanceof OperationFailed)) throw error;
    if (error.code === "UNAUTHENTICATED") return continueSession(visit);
    // An address with an impossible ID.
    if (error.code === "BAD_USER_INPUT" && !isForm) return notFound;
    if (STATUS[error.code] === undefined) logger.error({ code: error.code, error: error.message }, "page failed");
    return { view: "problem", status: STATUS[error.code] ?? 500, data: { problem: problemOfFailure(error) } };
  }

  const sentPage = (visit: Visit, { view, data, path, refreshSeconds }: Shown): SentPage => ({
    view,
    data,
    locale: visit.locale,
    path: path ?? `${visit.url.pathname}${visit.url.search}`,
    ...(refreshSeconds !== undefined && { refreshSeconds }),
    ...(visit.stripeKey !== undefined && PAYS.has(view) && { stripeKey: visit.stripeKey }),
  });

  function send(request: IncomingMessage, response: ServerResponse, visit: Visit, outcome: Outcome): Promise<void> {
    for (const cookie of visit.setCookies) response.appendHeader("set-cookie", cookie);
    if ("to" in outcome) return move(request, response, outcome.to);
    if ("file" in outcome) return sendFile(response, outcome.file);
    response.statusCode = outcome.status ?? 200;
    response.setHeader("cache-control", "private, no-store");
    if (outcome.keptFor !== undefined) response.setHeader(KEPT_FOR, outcome.keptFor);
    const page = sentPage(visit, outcome);
    const headers = page.stripeKey === undefined ? SECURITY_HEADERS : STRIPE_HEADERS;
    return sendText(request, response, wantsData(request) ? JSON.stringify({ page }) : renderer.html(page), headers);
  }

  async function showPublic(page: Page, visit: Visit, request: IncomingMessage, response: ServerResponse) {
    const isData = wantsData(request);
    const caller = anonymous(visit.caller);
    const nobody: Visit = { ...visit, caller, ask: (document, variables) => gateway.ask(document, variables, caller) };
    const key = [isData ? "data" : "html", visit.locale, `${visit.url.pathname}${visit.url.search}`].join(" ");
    const cached = await cache.get(key, async () => {
      const outcome = await page.load(nobody).catch((error: unknown) => outcomeOf(error, nobody));
      if (!("view" in outcome)) throw new Error(`${page.path} is public, so it must show something.`);
      const sent = sentPage(nobody, outcome);
      const text = isData ? JSON.stringify({ page: sent }) : renderer.html(sent);
      return publicPage(outcome.status ?? 200, typeOf(text), text);
    });
    sendPublicPage(request, response, cached);
  }

  const get: Handler = async (request, response, url) => {
    const found = pageAt(url.pathname);
    const visit = visitOf(options, request, url, found?.params);
    if (!found) return send(request, response, visit, notFound);
    if (isPublic(found.page, visit)) return showPublic(found.page, visit, request, response);
    const outcome = await found.page.load(visit).catch((error: unknown) => outcomeOf(error, visit));
    return send(request, response, visit, outcome);
  };

  const post: Handler = async (request, response, url) => {
    const found = pageAt(url.pathname);
    const visit = visitOf(options, request, url, found?.params);
    if (!found?.page.submit) return send(request, response, visit, notFound);
    if (!isForm(request) || !isOwnForm(request))
      return send(request, response, visit, {
        view: "problem",
        status: 403,
        data: { problem: { code: "FOREIGN_FORM" } },
      });
    const form = await readParameters(request);
    const outcome = await found.page.submit(visit, form).catch((error: unknown) => outcomeOf(error, visit, true));
    return send(request, response, visit, outcome);
  };

  return [
    { method: "POST", path: "/language", handle: chooseLanguage },
    { method: "GET", path: "/*", handle: get },
    { method: "POST", path: "/*", handle: post },
  ];
}

/** Remembers the language, and returns to the page. */
const chooseLanguage: Handler = async (request, response) => {
  if (!isForm(request) || !isOwnForm(request)) return sendJson(response, 403, { error: "Send the form of the page." });
  const form = await readParameters(request);
  const language = form.get("language");
  if (isLocale(language)) response.setHeader("set-cookie", languageCookie(language));
  response.writeHead(303, { location: localTarget(form.get("to")) ?? "/" }).end();
};

/** To a page of ours, of the gateway, or of a bank. A page of another site is reached from one of ours: browsers may refuse it after a form. */
async function move(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  response.setHeader("cache-control", "no-store");
  if (wantsData(request)) return sendJson(response, 200, { to });
  if (to.startsWith("/")) return void response.writeHead(303, { location: to }).end();
  const address = escapeHtml(to);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}"><title>…</title><a href="${address}">${address}</a>`,
  );
}

const typeOf = (text: string) =>
  text.startsWith("<") ? "text/html; charset=utf-8" : "application/json; charset=utf-8";

async function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
  headers: Record<string, string> = SECURITY_HEADERS,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("content-type", typeOf(text));
  response.setHeader("vary", "accept, accept-language, cookie");
  await sendBody(request, response, text);
}

async function sendFile(response: ServerResponse, { name, type, body }: DownloadedFile): Promise<void> {
  response.setHeader("cache-control", "private, no-store");
  response.writeHead(200, {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  response.end(body);
}
