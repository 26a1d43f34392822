// GET /exports/…, for signed-in viewers: the subgraph that owns the data writes the file, and checks who may read it.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import type { Identity } from "../identity/identity.ts";
import type { Admission } from "../limits/admission.ts";
import type { CrossOrigin } from "./cross-origin.ts";

const FORWARDED_HEADERS = ["content-type", "content-disposition", "cache-control"];
/** The others are of users: a person's own data, and audit logs. */
const OWNERS = [
  ["orders", /^\/exports\/(?:organizations\/[^/]+\/(?:orders|sales)|events\/[^/]+\/(?:attendees|sales))\./],
  ["payments", /^\/exports\/organizations\/[^/]+\/ledger\./],
] as const;
const TIMEOUT_MS = 60_000;

export function exportRoutes(options: {
  subgraphUrl: (subgraph: string) => string;
  identity: Pick<Identity, "headersFor">;
  identify: (request: Parameters<Handler>[0]) => Promise<Pick<GatewayContext, "viewer">>;
  crossOrigin: CrossOrigin;
  admission: Pick<Admission, "admitAddress" | "addressOf">;
}): Route[] {
  const { subgraphUrl, identity, identify, crossOrigin, admission } = options;
  const handle: Handler = async (request, response, url) => {
    crossOrigin.allow(request, response);
    try {
      admission.admitAddress(admission.addressOf(request));
      const { viewer } = await identify(request);
      if (!viewer) return sendJson(response, 401, { error: "Sign in first." });
      const subgraph = OWNERS.find(([, path]) => path.test(url.pathname))?.[0] ?? "users";
      const [name, value] = await identity.headersFor(subgraph, viewer);
      const answer = await fetch(new URL(`${url.pathname}${url.search}`, subgraphUrl(subgraph)), {
        headers: { [name!]: value! },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const headers = FORWARDED_HEADERS.flatMap((header) => {
        const found = answer.headers.get(header);
        return found === null ? [] : [[header, found] as const];
      });
      response.writeHead(answer.status, Object.fromEntries(headers));
      await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
    } catch (error) {
      if (error instanceof Refused) {
        for (const [header, value] of Object.entries(error.headers)) response.setHeader(header, value);
        return sendJson(response, error.status, { error: error.message });
      }
      // The client sees that the archive is incomplete.
      if (response.headersSent) return void response.destroy();
      sendJson(response, 503, { error: "Exports are unavailable." });
    }
  };
  return [{ method: "GET", path: "/exports/*", handle }];
}
