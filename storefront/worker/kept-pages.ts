// Pages of tickets that are kept for one person. They are forgotten when the person signs out, and when another one signs in.
//
// A cache is opened before the request whose answer goes into it. If it is deleted meanwhile, the answer goes into the deleted cache, and is
// gone with it: what was asked for before a sign-out is never kept after it.
import { KEPT_DAYS, KEPT_FOR } from "../offline.ts";
import { keepAssets } from "./kept-assets.ts";
import { hasMorePages, keptPage, LIST, ticketsIn } from "./requests.ts";

const PAGES = "pages";
/** The entry that names the owner. It is no address of a page. */
const OWNER = "/kept-for";
const KEPT_AT = "kept-at";
/** Tickets that are kept before anybody has opened them. */
const MOST_AHEAD = 40;
const AHEAD_AGAIN_MS = 5 * 60_000;

export const openPages = (): Promise<Cache> => caches.open(PAGES);

/** @returns whether there was anything */
export async function forget(): Promise<boolean> {
  return caches.delete(PAGES);
}

const agesMs = (kept: Response): number => Date.now() - Date.parse(kept.headers.get(KEPT_AT) ?? "");

/** Keeps a page that may be kept. @param pages opened before the request @returns its HTML, or undefined if it may not be kept */
export async function keep(pages: Cache, path: string, response: Response): Promise<string | undefined> {
  // It was handed on, or does not exist any more.
  if (response.status === 404) await pages.delete(path);
  const owner = response.headers.get(KEPT_FOR);
  if (!response.ok || owner === null) return undefined;
  const html = await response.text();
  const before = await (await pages.match(OWNER))?.text();
  if (before !== undefined && before !== owner) {
    await forget();
    pages = await openPages();
  }
  const headers = new Headers(response.headers);
  // Of the transport. The names of kept pages are their paths alone.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(KEPT_AT, new Date().toISOString());
  await pages.put(OWNER, new Response(owner));
  await pages.put(path, new Response(html, { headers }));
  await keepAssets(html);
  if (path === LIST) await dropAllBut(pages, html);
  return html;
}

/** Forgets tickets that are not the person's any more. */
async function dropAllBut(pages: Cache, list: string): Promise<void> {
  if (hasMorePages(list)) return;
  const listed = new Set([OWNER, LIST, ...ticketsIn(list)]);
  for (const { url } of await pages.keys()) if (!listed.has(new URL(url).pathname)) await pages.delete(url);
}

/** Asks for a page and keeps it. A session is never continued here: the open page does that. @returns as `keep` */
export async function keepAnew(path: string): Promise<string | undefined> {
  const pages = await openPages();
  try {
    const response = await fetch(path, { headers: { accept: "text/html" }, redirect: "manual", cache: "no-store" });
    return await keep(pages, path, response);
  } catch {
    return undefined; // no network
  }
}

/** The tickets of a list that are not kept yet, or not anew. @returns whether all are kept */
export async function keepListed(list: string, { all = false } = {}): Promise<boolean> {
  for (const path of ticketsIn(list).slice(0, MOST_AHEAD)) {
    const kept = all ? undefined : await caches.match(path, { cacheName: PAGES });
    if (kept && agesMs(kept) < AHEAD_AGAIN_MS) continue;
    if ((await keepAnew(path)) === undefined) return false;
  }
  return true;
}

/** The list and its tickets. @returns whether all are kept */
export async function keepAll(): Promise<boolean> {
  const list = await keepAnew(LIST);
  return list !== undefined && keepListed(list, { all: true });
}

export const hasPages = async (): Promise<boolean> => (await caches.match(OWNER, { cacheName: PAGES })) !== undefined;

/** A kept page, or undefined. */
export async function readKept(path: string, asData: boolean): Promise<Response | undefined> {
  const kept = await caches.match(path, { cacheName: PAGES });
  if (!kept || agesMs(kept) > KEPT_DAYS * 24 * 3_600_000) return undefined;
  const body = keptPage(await kept.text(), kept.headers.get(KEPT_AT)!, asData);
  const headers = new Headers(kept.headers);
  if (asData) headers.set("content-type", "application/json; charset=utf-8");
  return new Response(body, { headers });
}
