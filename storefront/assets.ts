// Files of the built pages. Their names have a hash of their content, so browsers keep them for a year.
import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { sendJson, type Handler, type Route } from "../platform/http/http.ts";
import { prefersGzip } from "../platform/http/negotiation.ts";
import { WORKER_PATH } from "./offline.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const IMMUTABLE = "public, max-age=31536000, immutable";

interface Asset {
  type: string;
  body: Buffer;
  gzipped: Buffer | undefined;
  isHashed: boolean;
}

/** All of them, compressed once. */
function readAssets(folder: string): Map<string, Asset> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .filter(({ name }) => TYPES[path.extname(name)] !== undefined)
      .map(({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        const body = readFileSync(file);
        const at = `/${path.relative(folder, file).split(path.sep).join("/")}`;
        const gzipped = [".woff2", ".png"].includes(path.extname(name)) ? undefined : gzipSync(body, { level: 9 });
        return [at, { type: TYPES[path.extname(name)]!, body, gzipped, isHashed: at.startsWith("/assets/") }];
      }),
  );
}

/** Browsers ask for the service worker at each visit, so that a new version takes over at once. It speaks to this origin alone. */
function forWorker(response: ServerResponse): void {
  response.setHeader("cache-control", "no-cache");
  response.setHeader("content-security-policy", "default-src 'none'; connect-src 'self'");
}

export function assetRoutes(buildDir: string): Route[] {
  const assets = readAssets(path.join(buildDir, "client"));
  const handle: Handler = (request, response, url) => {
    const asset = assets.get(url.pathname);
    if (!asset) return sendJson(response, 404, { error: "Not found." });
    response.setHeader("content-type", asset.type);
    response.setHeader("cache-control", asset.isHashed ? IMMUTABLE : "public, max-age=3600");
    if (url.pathname === WORKER_PATH) forWorker(response);
    if (!asset.gzipped) return void response.end(asset.body);
    response.setHeader("vary", "accept-encoding");
    if (!prefersGzip(request)) return void response.end(asset.body);
    response.setHeader("content-encoding", "gzip").end(asset.gzipped);
  };
  const others = [...assets.keys()].filter((at) => !at.startsWith("/assets/"));
  return ["/assets/*", ...others].map((at) => ({ method: "GET", path: at, handle }));
}
