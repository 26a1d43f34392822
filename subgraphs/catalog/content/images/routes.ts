// POST /images?organizationId=… stores a picture for managers of the organization; GET /images/<hash> serves it to everybody. Both are called
// by the gateway (gateway/edge/images.ts).
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
import {
  BodyTooLarge,
  endUnread,
  readBody,
  sendJson,
  type Handler,
  type Route,
} from "../../../../platform/http/http.ts";
import type { Caller, Viewer } from "../../../../platform/identity/identity.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../../platform/core/input.ts";
import { manages } from "../../access.ts";
import { noteUpload, requireRoom, storeImage, type Upload } from "../../commands/store-image.ts";
import { storedImage, variantOf, type StoredImage } from "../../queries/images.ts";
import { UnreadableImage, type Decoder } from "./decoder.ts";
import { formatOf } from "./formats.ts";

const PREFIX = "/images/";
/** 10 MB. */
const MAX_BYTES = 10 * 1024 * 1024;
/** Each holds its file in memory while it waits for the decoder. */
const MAX_AT_ONCE = 8;
const RETRY_AFTER_SECONDS = 5;

class RefusedUpload extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, message: string, retryAfterSeconds?: number) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function imageRoutes(
  database: Database,
  callerOf: (request: IncomingMessage) => Promise<Caller>,
  decoder: Decoder,
): Route[] {
  let uploads = 0;

  async function upload(request: IncomingMessage, url: URL): Promise<StoredImage> {
    const { organizationId, viewer } = await uploaderOf(await callerOf(request), url);
    if (uploads >= MAX_AT_ONCE)
      throw new RefusedUpload(503, "Too many pictures are being decoded: try again later.", RETRY_AFTER_SECONDS);
    uploads += 1;
    try {
      const file = await readBody(request, MAX_BYTES);
      const hash = createHash("sha256").update(file).digest("hex");
      await store(file, { hash, organizationId, userId: viewer.userId });
      return (await storedImage(database, hash))!;
    } finally {
      uploads -= 1;
    }
  }

  async function store(file: Buffer, upload: Upload): Promise<void> {
    if (await database.transaction((tx) => noteUpload(tx, upload))) return;
    const format = formatOf(file);
    if (!format)
      throw new RefusedUpload(415, "The file is no picture: send a JPEG, PNG, WebP, AVIF or GIF. Its content counts.");
    await requireRoom(database.read(), upload.organizationId);
    const variants = await decoder.decode(file, format);
    await database.transaction((tx) => storeImage(tx, upload, variants));
  }

  const post: Handler = async (request, response, url) => {
    try {
      sendJson(response, 200, await upload(request, url));
    } catch (error) {
      refuse(request, response, refusalOf(error));
    }
  };

  const get: Handler = async (request, response, url) => {
    const caller = await callerOf(request);
    if (caller.kind !== "gateway") return sendJson(response, 401, { error: "Only for the gateway." });
    const hash = url.pathname.slice(PREFIX.length);
    const width = widthOf(url);
    if (width === undefined)
      return sendJson(response, 400, { error: "`w` must be a number of pixels, from 1 to 10000." });
    const variant = /^[0-9a-f]{64}$/.test(hash) ? await variantOf(database, hash, width) : undefined;
    if (!variant) return sendJson(response, 404, { error: "There is no such picture." });
    sendVariant(request, response, `"${hash}-${variant.width}"`, variant.bytes);
  };

  return [
    { method: "POST", path: "/images", handle: post },
    { method: "GET", path: `${PREFIX}*`, handle: get },
  ];
}

/** @throws RefusedUpload */
async function uploaderOf(caller: Caller, url: URL): Promise<{ organizationId: string; viewer: Viewer }> {
  const viewer = caller.kind === "gateway" ? caller.viewer : null;
  if (!viewer) throw new RefusedUpload(401, "Sign in first.");
  const organizationId = uuidOrNull(url.searchParams.get("organizationId") ?? "");
  if (!organizationId) throw new RefusedUpload(400, "Name the organization: `POST /images?organizationId=…`.");
  if (viewer.scopes) throw new RefusedUpload(403, "Only for a session of the account's owner.");
  if (viewer.rolesUnknown) throw new RefusedUpload(503, "Your role can't be looked up now: try again.", 1);
  if (!manages(viewer, organizationId)) throw new RefusedUpload(403, "Only for MANAGER and up of the organization.");
  return { organizationId, viewer };
}

/** @throws the error, if it is not for the client */
function refusalOf(error: unknown): RefusedUpload {
  if (error instanceof RefusedUpload) return error;
  if (error instanceof UnreadableImage) return new RefusedUpload(422, error.message);
  if (error instanceof BodyTooLarge)
    return new RefusedUpload(413, "A picture may have at most 10 MB (10485760 bytes).");
  if (error instanceof GraphQLError && error.extensions.code === "RATE_LIMITED")
    return new RefusedUpload(429, error.message, Number(error.extensions.retryAfterSeconds));
  throw error;
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: RefusedUpload): void {
  const { status, message, retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) response.setHeader("retry-after", retryAfterSeconds);
  if (request.complete) return sendJson(response, status, { error: message });
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  endUnread(response, JSON.stringify({ error: message }));
}

/** Without a width: the widest variant. */
function widthOf(url: URL): number | undefined {
  const given = url.searchParams.get("w");
  if (given === null) return 10_000;
  const width = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  return width >= 1 && width <= 10_000 ? width : undefined;
}

/** The same forever: under its hash there is no other picture. */
function sendVariant(request: IncomingMessage, response: ServerResponse, etag: string, bytes: Buffer): void {
  response.setHeader("etag", etag).setHeader("cache-control", "public, max-age=31536000, immutable");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return void response.writeHead(304).end();
  response.writeHead(200, { "content-type": "image/webp", "content-length": bytes.length }).end(bytes);
}
