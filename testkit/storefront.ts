// The storefront in front of a test's supergraph, in this process.
import path from "node:path";
import { ROOT } from "../operations/topology.ts";
import { build, isBuilt } from "../storefront/build.ts";
import { startStorefront, type RunningStorefront } from "../storefront/storefront.ts";

/** A gateway that knows the storefront's operations by ID. */
export const KNOWN_DOCUMENTS = {
  GATEWAY_KNOWN_DOCUMENTS_FILE: path.join(ROOT, "storefront", "documents", "documents.generated.json"),
};

/** Built once for all tests of a working copy. @param gatewayUrl with any path @param stripeKey absent: the test provider's cards */
export async function startTestStorefront(gatewayUrl: string, stripeKey?: string): Promise<RunningStorefront> {
  const buildDir = path.join(ROOT, ".data", "storefront");
  if (!isBuilt(buildDir)) await build(buildDir);
  const { origin } = new URL(gatewayUrl);
  return startStorefront({
    host: "127.0.0.1",
    port: 0,
    metricsPort: undefined,
    gatewayUrl: origin,
    isBehindProxy: false,
    buildDir,
    stripeKey,
    logLevel: "silent",
  });
}
