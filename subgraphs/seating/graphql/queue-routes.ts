// What the gateway serves under /queues/: the static document of a queue, and the files of its draw (docs/draw.md).
import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { sendJson, type Handler, type Route } from "../../../platform/http/http.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Queue } from "../entities/queue.ts";
import {
  admissionLines,
  documentOf,
  drawDocumentOf,
  publishedEntries,
  queueById,
  stepLines,
} from "../queries/queues.ts";

const DOCUMENT = /^\/queues\/([\w-]{36})\.json$/;
const FILE = /^\/queues\/([\w-]{36})\/(draw\.json|entries\.bin|ranks\.bin|steps\.jsonl|admissions\.jsonl)$/;

interface Served {
  type: string;
  body: string | Buffer;
  /** Never changes again. */
  isFinal: boolean;
}

/** draw.json of closed queues by event. It has a hash of all admissions, which takes long and never changes again. */
const finished = new LRUCache<string, string>({ max: 1_000 });

export function queueRoute(database: () => Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  const handle: Handler = async (request, response, url) => {
    const caller = await callerOf(request);
    if (caller.kind !== "gateway") return sendJson(response, 401, { error: "Only for the gateway." });
    const [, id, file] = FILE.exec(url.pathname) ?? DOCUMENT.exec(url.pathname) ?? [];
    const eventId = uuidOrNull(id ?? "");
    const queue = eventId ? await queueById(database()).load(eventId) : null;
    const served = queue && (file ? await fileOf(database(), queue, file) : document(queue));
    if (!served) return sendJson(response, 404, { error: "There is no such file of a queue." });
    const body = Buffer.from(served.body);
    response
      .writeHead(200, {
        "content-type": served.type,
        "content-length": body.length,
        "cache-control": served.isFinal ? "public, max-age=31536000, immutable" : "public, max-age=1",
      })
      .end(body);
  };
  return { method: "GET", path: "/queues/*", handle };
}

const document = (queue: Queue): Served => ({
  type: "application/json; charset=utf-8",
  body: documentOf(queue),
  isFinal: false,
});

async function fileOf(database: Database, queue: Queue, name: string): Promise<Served | null> {
  const { eventId, draw } = queue;
  if (!draw) return null;
  const isFinal = queue.state === "CLOSED";
  switch (name) {
    case "draw.json":
      return {
        type: "application/json; charset=utf-8",
        body: await drawJson(database, queue, isFinal),
        isFinal,
      };
    case "steps.jsonl":
      return { type: "application/x-ndjson; charset=utf-8", body: await stepLines(database, eventId), isFinal };
    case "admissions.jsonl":
      return { type: "application/x-ndjson; charset=utf-8", body: await admissionLines(database, eventId), isFinal };
    default: {
      const published = await publishedEntries(database, eventId);
      if (!published) return null;
      const body = name === "entries.bin" ? published.entries : published.ranks;
      return { type: "application/octet-stream", body, isFinal: true };
    }
  }
}

async function drawJson(database: Database, queue: Queue, isFinal: boolean): Promise<string> {
  const kept = finished.get(queue.eventId);
  if (kept !== undefined) return kept;
  const body = `${JSON.stringify(await drawDocumentOf(database, queue), null, 2)}\n`;
  if (isFinal) finished.set(queue.eventId, body);
  return body;
}
