// CORS: the origins listed by the operator, and the gateway's own origin. The `host` header alone does not prove that an origin is ours:
// with DNS rebinding, a foreign name resolves to the gateway.
import { isIP } from "node:net";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CORRELATION_HEADER } from "../../platform/telemetry/correlation.ts";

export interface CrossOrigin {
  /** Whether the gateway serves requests with this `host` header. */
  isOurs(host: string | undefined): boolean;
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** Adds CORS headers to the response if the page may read it. */
  allow(request: IncomingMessage, response: ServerResponse): boolean;
  preflight(request: IncomingMessage, response: ServerResponse): void;
}

/** @param hosts names of the gateway; IP addresses and localhost are always allowed, because no other site can have them. Absent: any */
export function createCrossOrigin(origins: readonly string[], hosts: readonly string[] | undefined): CrossOrigin {
  let lastOurs: string | undefined;
  const isOurs: CrossOrigin["isOurs"] = (host = "") => {
    // Nearly every request names the same one.
    if (hosts === undefined || host === lastOurs) return true;
    const name = URL.parse(`http://${host}`)?.hostname ?? "";
    const isAddress = isIP(name.replace(/^\[|\]$/g, "")) > 0;
    if (!(isAddress || name === "localhost" || name.endsWith(".localhost") || hosts.includes(name))) return false;
    lastOurs = host;
    return true;
  };
  const isSameHost = (origin: string, host: string | undefined) =>
    isOurs(host) && host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
  const allows: CrossOrigin["allows"] = (origin, host) =>
    origin === undefined || origins.includes(origin) || origins.includes("*") || isSameHost(origin, host);

  function allow({ headers: { origin, host } }: IncomingMessage, response: ServerResponse): boolean {
    if (origin === undefined || !allows(origin, host)) return false;
    response.setHeader("access-control-allow-origin", origin);
    // The cookie is for pages that the operator has named, never for just any.
    if (origins.includes(origin) || isSameHost(origin, host))
      response.setHeader("access-control-allow-credentials", "true");
    response.setHeader("access-control-expose-headers", `${CORRELATION_HEADER}, retry-after`);
    response.setHeader("vary", "origin");
    return true;
  }

  return {
    isOurs,
    allows,
    allow,
    preflight: (request, response) => {
      if (allow(request, response)) {
        response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
        response.setHeader(
          "access-control-allow-headers",
          `content-type, authorization, apollo-require-preflight, ${CORRELATION_HEADER}`,
        );
        response.setHeader("access-control-max-age", "600");
      }
      response.writeHead(204).end();
    },
  };
}
