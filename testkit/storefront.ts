// The storefront in front of a test's supergraph, in this process.
import path from "node:path";
import { listen, type HttpServer } from "../platform/http/http.ts";
import { noPeer, type TrustedPeers } from "../platform/http/trusted-peers.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { ROOT } from "../operations/topology.ts";
import { build, isBuilt } from "../storefront/build.ts";
import { createPassingOn } from "../storefront/passing-on.ts";
import { startStorefront, type RunningStorefront } from "../storefront/storefront.ts";

export type { HttpServer };

/** A gateway that knows the storefront's operations by ID. */
export const KNOWN_DOCUMENTS = {
  GATEWAY_KNOWN_DOCUMENTS_FILE: path.join(ROOT, "storefront", "documents", "documents.generated.json"),
};

/**
 * Built once for all tests of a working copy.
 * @param gatewayUrl with any path
 * @param stripeKey absent: the test provider's cards
 */
export async function startTestStorefront(
  gatewayUrl: string,
  { port = 0, stripeKey }: { port?: number | undefined; stripeKey?: string | undefined } = {},
): Promise<RunningStorefront> {
  const buildDir = path.join(ROOT, ".data", "storefront");
  if (!isBuilt(buildDir)) await build(buildDir);
  const { origin } = new URL(gatewayUrl);
  return startStorefront({
    host: "127.0.0.1",
    port,
    metricsPort: undefined,
    gatewayUrl: origin,
    isBehindProxy: false,
    proxyAddresses: [],
    buildDir,
    stripeKey,
    logLevel: "silent",
  });
}

/** What the storefront passes on to the gateway, without its own pages: needs no build. @param gatewayUrl with any path */
export async function startPassingOn(
  gatewayUrl: string,
  port = 0,
  proxies: Pick<TrustedPeers, "has"> = noPeer,
): Promise<HttpServer> {
  const logger = createLogger("storefront", "silent");
  const passing = createPassingOn({ gatewayUrl: new URL(gatewayUrl).origin, proxies, logger });
  const http = await listen({ host: "127.0.0.1", port, routes: passing.routes, logger });
  passing.serve(http.server);
  const stop = async () => {
    const stopped = http.stop();
    passing.stop();
    await stopped;
  };
  return { ...http, stop };
}
