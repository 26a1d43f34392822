// GET /queues/<event>.json: the state of a queue, the same for everybody who waits, from memory. Seating is asked once a second at most, however
// many people poll. GET /queues/<event>/<file>: the published draw, passed on from seating.
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { LRUCache } from "lru-cache";
import { request as fetchRaw } from "undici";
import { bulkhead } from "../../platform/core/bulkhead.ts";
import { sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import type { Identity } from "../identity/identity.ts";

const DOCUMENT = /^\/queues\/([0-9a-f-]{36})\.json$/;
const FILE = /^\/queues\/[0-9a-f-]{36}\/[a-z]+\.(json|jsonl|bin)$/;
/** A change is visible to everybody within two seconds. */
const FRESH_MS = 900;
/** While seating is away the last state is served. */
const STALE_MS = 60_000;
const TIMEOUT_MS = 5_000;
const FILE_TIMEOUT_MS = 60_000;
const MOST_EVENTS = 10_000;
const FORWARDED_HEADERS = ["content-type", "content-length", "cache-control"];
const FOR_EVERYBODY = { "cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": "*" };
const CACHED = "public, max-age=1, s-maxage=1, stale-while-revalidate=5, stale-if-error=60";
const AWAY = "Queues are unavailable: your place is safe, try again.";

/** `body` is null for an event without a queue. */
interface Kept {
  at: number;
  body: Buffer | null;
  headers: Record<string, string | number>;
}

export interface QueueRoutesOptions {
  seatingUrl: () => string;
  identity: Pick<Identity, "headersFor">;
}

type Ask = (path: string, timeoutMs: number) => ReturnType<typeof fetchRaw>;

/** @returns the document of an event at this path; it throws an Error if seating does not answer, and the last answer is old */
function createDocuments(ask: Ask): (eventId: string, path: string) => Promise<Kept> {
  // Apart, so that requests for invented events drive out no queue.
  const kept = new LRUCache<string, Kept>({ max: MOST_EVENTS });
  const unknown = new LRUCache<string, Kept>({ max: MOST_EVENTS });
  const fetching = new Map<string, Promise<Kept>>();
  // Requests for events that nobody knows must not become as many requests to seating.
  const asked = bulkhead({ atOnce: 16, mostWaiting: 200 });

  async function fetchDocument(path: string): Promise<Kept> {
    const { statusCode, body: stream } = await ask(path, TIMEOUT_MS);
    const body = Buffer.from(await stream.arrayBuffer());
    if (statusCode !== 200 && statusCode !== 404) throw new Error(`Seating answered ${statusCode}.`);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const headers = {
      ...FOR_EVERYBODY,
      "content-type": "application/json; charset=utf-8",
      "content-length": body.length,
      "cache-control": CACHED,
      etag,
    };
    return { at: performance.now(), body: statusCode === 200 ? body : null, headers };
  }

  return async (eventId, path) => {
    const last = kept.get(eventId) ?? unknown.get(eventId);
    if (last && performance.now() - last.at < FRESH_MS) return last;
    let under = fetching.get(eventId);
    if (!under) {
      // Known queues are few, and each is asked for once a second.
      const fetched = last?.body ? fetchDocument(path) : asked(() => fetchDocument(path));
      under = fetched.finally(() => fetching.delete(eventId));
      fetching.set(eventId, under);
    }
    try {
      const found = await under;
      (found.body ? unknown : kept).delete(eventId);
      (found.body ? kept : unknown).set(eventId, found);
      return found;
    } catch (error) {
      if (last && performance.now() - last.at < STALE_MS) return last;
      throw error;
    }
  };
}

export function queueRoutes({ seatingUrl, identity }: QueueRoutesOptions): Route[] {
  /** A draw of a million people has 16 MB. */
  const downloads = bulkhead({ atOnce: 4, mostWaiting: 100 });

  async function ask(path: string, timeoutMs: number) {
    const [name, value] = await identity.headersFor("seating", null);
    return fetchRaw(new URL(path, seatingUrl()), {
      headers: { [name!]: value! },
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
  const documentOf = createDocuments(ask);

  const sendDocument =
    (eventId: string): Handler =>
    async (request, response, { pathname }) => {
      try {
        const { body, headers } = await documentOf(eventId, pathname);
        if (!body) return sendJson(response, 404, { error: "The event has no queue." });
        if (request.headers["if-none-match"] === headers.etag) return void response.writeHead(304, headers).end();
        response.writeHead(200, headers).end(body);
      } catch {
        response.setHeader("retry-after", 2);
        sendJson(response, 503, { error: AWAY });
      }
    };

  const sendFile: Handler = async (_, response, { pathname }) => {
    try {
      await downloads(async () => {
        const answer = await ask(pathname, FILE_TIMEOUT_MS);
        for (const [name, value] of Object.entries(FOR_EVERYBODY)) response.setHeader(name, value);
        for (const forwarded of FORWARDED_HEADERS) {
          const found = answer.headers[forwarded];
          if (found !== undefined) response.setHeader(forwarded, found);
        }
        response.writeHead(answer.statusCode);
        await pipeline(answer.body, response);
      });
    } catch {
      // The client sees that the file is incomplete.
      if (response.headersSent) return void response.destroy();
      response.setHeader("retry-after", 2);
      sendJson(response, 503, { error: AWAY });
    }
  };

  const handle: Handler = (request, response, url) => {
    const eventId = DOCUMENT.exec(url.pathname)?.[1];
    if (eventId !== undefined) return sendDocument(eventId)(request, response, url);
    if (FILE.test(url.pathname)) return sendFile(request, response, url);
    sendJson(response, 404, { error: "There is no such file of a queue." });
  };
  return [{ method: "GET", path: "/queues/*", handle }];
}
