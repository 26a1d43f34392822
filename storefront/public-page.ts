// The answer of a page that is the same for everybody: compressed and named once, not for each visitor.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { prefersGzip } from "../platform/http/negotiation.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

export interface PublicPage {
  status: number;
  type: string;
  body: Buffer;
  gzipped: Buffer;
  etag: string;
}

const compress = promisify(gzip);

export async function publicPage(status: number, type: string, text: string): Promise<PublicPage> {
  const body = Buffer.from(text);
  const etag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  return { status, type, body, gzipped: await compress(body), etag };
}

export function sendPublicPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, gzipped, etag }: PublicPage,
): void {
  const headers = {
    ...SECURITY_HEADERS,
    "content-type": type,
    // Its language is that of who asks.
    "cache-control": "private, no-cache",
    vary: "accept, accept-language, cookie, accept-encoding",
  };
  const isOk = status === 200;
  if (isOk && request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag))
    return void response.writeHead(304, { ...headers, etag }).end();
  const sent = prefersGzip(request) ? gzipped : body;
  response.writeHead(status, {
    ...headers,
    ...(isOk && { etag }),
    ...(sent === gzipped && { "content-encoding": "gzip" }),
    "content-length": sent.length,
  });
  response.end(sent);
}
