// Which other sites' pages may use the gateway (CORS): those that the operator names, and the gateway's own.
import type { IncomingMessage, ServerResponse } from "node:http";
import { CORRELATION_HEADER } from "../platform/correlation.ts";

export interface CrossOrigin {
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** Says in the response that the page may read it, if it may. */
  allow(request: IncomingMessage, response: ServerResponse): boolean;
  preflight(request: IncomingMessage, response: ServerResponse): void;
}

export function createCrossOrigin(origins: readonly string[]): CrossOrigin {
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

function isSameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
