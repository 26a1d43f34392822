// GET /seat-maps/<version>.json: the layout of an event's seats, for the gateway (gateway/edge/seat-maps.ts). Knowing the version is the
// right to read it: queries/seat-map/version.ts.
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { sendJson, type Handler, type Route } from "../../../platform/http/http.ts";
import { acceptedEncoding } from "../../../platform/http/negotiation.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import type { Layouts, StoredLayout } from "../queries/seat-map/layouts.ts";

const PATH = /^\/seat-maps\/([\w-]{1,64})\.json$/;
const unzipped = promisify(gunzip);

export function seatMapRoute(layouts: () => Layouts, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  const handle: Handler = async (request, response, url) => {
    const caller = await callerOf(request);
    if (caller.kind !== "gateway") return sendJson(response, 401, { error: "Only for the gateway." });
    const version = PATH.exec(url.pathname)?.[1];
    const layout = version === undefined ? undefined : await layouts().layout(version);
    if (!layout) return sendJson(response, 404, { error: "There is no such layout: query `Event.seatMap` again." });
    await send(request, response, layout);
  };
  return { method: "GET", path: "/seat-maps/*", handle };
}

/** The same forever: under its version there is no other layout. */
async function send(request: IncomingMessage, response: ServerResponse, layout: StoredLayout): Promise<void> {
  const etag = `W/"${layout.version}"`;
  const audience = layout.isPrivate ? "private" : "public";
  response
    .setHeader("etag", etag)
    .setHeader("cache-control", `${audience}, max-age=31536000, immutable`)
    .setHeader("vary", "accept-encoding");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return void response.writeHead(304).end();
  const encoding = acceptedEncoding(request, ["br", "gzip", "identity"]);
  const isPacked = encoding === "br" || encoding === "gzip";
  const body = isPacked ? layout[encoding] : await unzipped(layout.gzip);
  if (isPacked) response.setHeader("content-encoding", encoding);
  response.setHeader("content-type", "application/json; charset=utf-8").setHeader("content-length", body.length);
  response.writeHead(200).end(body);
}
