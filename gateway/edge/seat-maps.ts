// GET /seat-maps/<version>.json: layouts of seats, which seating makes, compresses and keeps. They are passed on as they come.
import { pipeline } from "node:stream/promises";
import { request as fetchRaw } from "undici";
import { sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import type { Identity } from "../identity/identity.ts";

const TIMEOUT_MS = 15_000;
const FORWARDED_TO_SEATING = ["accept-encoding", "if-none-match"];
const FORWARDED_HEADERS = ["content-type", "content-length", "content-encoding", "cache-control", "etag", "vary"];
/** Pages of other origins may read it: the version in its path is the right to. No cookie counts. */
const FOR_PAGES = { "cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": "*" };

export interface SeatMapRoutesOptions {
  seatingUrl: () => string;
  identity: Pick<Identity, "headersFor">;
}

export function seatMapRoutes({ seatingUrl, identity }: SeatMapRoutesOptions): Route[] {
  const get: Handler = async (request, response, url) => {
    for (const [name, value] of Object.entries(FOR_PAGES)) response.setHeader(name, value);
    response.setHeader("cache-control", "no-store");
    try {
      const [name, value] = await identity.headersFor("seating", null);
      const headers: Record<string, string> = { [name!]: value! };
      for (const forwarded of FORWARDED_TO_SEATING) {
        const given = request.headers[forwarded];
        if (given !== undefined) headers[forwarded] = String(given);
      }
      // Unlike `fetch` it does not decompress.
      const answer = await fetchRaw(new URL(url.pathname, seatingUrl()), {
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      for (const forwarded of FORWARDED_HEADERS) {
        const found = answer.headers[forwarded];
        if (found !== undefined) response.setHeader(forwarded, found);
      }
      response.writeHead(answer.statusCode);
      await pipeline(answer.body, response);
    } catch {
      // The client sees that the layout is incomplete.
      if (response.headersSent) return void response.destroy();
      sendJson(response, 503, { error: "Seat maps are unavailable: try again." });
    }
  };
  return [{ method: "GET", path: "/seat-maps/*", handle: get }];
}
