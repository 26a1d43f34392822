// The service worker: tickets open without a network. Everything but their pages and files goes past it.
import { KEPT_FOR } from "../offline.ts";
import { dropOtherBuilds, keepBuild } from "./kept-assets.ts";
import { forget, hasPages, keep, keepAll, keepAnew, keepListed, openPages, readKept } from "./kept-pages.ts";
import { isTicketPage, LIST, mayChangePerson } from "./requests.ts";

declare const self: ServiceWorkerGlobalScope;

/** A network that takes longer is none. */
const PATIENCE_MS = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepBuild().then(() => self.skipWaiting()));
});

/** A new version renders pages differently, so they are fetched anew. Until that has worked, the files of the old version stay. */
async function begin(): Promise<void> {
  await self.clients.claim();
  const windows = await self.clients.matchAll({ type: "window" });
  const isShown = windows.some(({ url }) => isTicketPage(new URL(url)));
  const isNeeded = isShown || (await hasPages());
  if (!isNeeded || (await keepAll())) await dropOtherBuilds();
}

self.addEventListener("activate", (event) => event.waitUntil(begin()));

/** The network's answer if it comes in time and is no failure, or else the kept page, or else whatever comes. */
async function showTickets(event: FetchEvent, path: string): Promise<Response> {
  const asData = event.request.headers.get("accept")?.includes("application/json") === true;
  const pages = await openPages();
  const answer = fetch(event.request);
  event.waitUntil(answer.then((response) => keepShown(pages, path, response.clone(), asData)).catch(() => {}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE_MS)));
  const inTime = await Promise.race([answer.catch(() => undefined), late]);
  clearTimeout(timer);
  // The status of a redirection is 0 here.
  if (inTime && inTime.status < 500) return inTime;
  return (await readKept(path, asData)) ?? answer;
}

/** Only HTML is kept: it has the data, too. */
async function keepShown(pages: Cache, path: string, response: Response, isData: boolean): Promise<void> {
  const mayKeep = response.ok && response.headers.get(KEPT_FOR) !== null;
  if (isData && !mayKeep) return;
  const html = await (isData ? keepAnew(path) : keep(pages, path, response));
  if (html !== undefined && path === LIST) await keepListed(html);
}

/** Nothing is kept while it is open whose it would be. Afterwards the same person's pages are fetched again, if any were kept. */
async function passPersonChange(event: FetchEvent): Promise<Response> {
  const hadPages = await hasPages();
  await forget();
  try {
    return await fetch(event.request);
  } finally {
    await forget();
    if (hadPages) event.waitUntil(keepAll());
  }
}

/** A ticket's form: its page has changed. */
async function passTicketForm(event: FetchEvent, path: string): Promise<Response> {
  const response = await fetch(event.request);
  event.waitUntil(keepAnew(path));
  return response;
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const target = new URL(url);
  if (target.origin !== self.location.origin) return;
  if (mayChangePerson(method, target)) return event.respondWith(passPersonChange(event));
  if (isTicketPage(target)) {
    if (method === "GET") return event.respondWith(showTickets(event, target.pathname));
    return event.respondWith(passTicketForm(event, target.pathname));
  }
  if (method === "GET" && target.pathname.startsWith("/assets/"))
    event.respondWith(caches.match(target.pathname).then((kept) => kept ?? fetch(event.request)));
});
