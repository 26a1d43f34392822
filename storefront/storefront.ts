// The storefront: pages for people who buy tickets. It speaks to the gateway alone, and holds no data.
import { healthRoutes } from "../platform/http/health.ts";
import { listen } from "../platform/http/http.ts";
import { noPeer, trustPeers } from "../platform/http/trusted-peers.ts";
import { createMetrics, metricsRoute } from "../platform/http/metrics.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { assetRoutes } from "./assets.ts";
import type { StorefrontConfig } from "./config.ts";
import { createGatewayClient } from "./gateway-client.ts";
import { createPageCache } from "./page-cache.ts";
import { createPassingOn } from "./passing-on.ts";
import { posterRoute } from "./posters.ts";
import { loadRenderer } from "./rendering.ts";
import { pageRoutes } from "./serve-pages.ts";

export interface RunningStorefront {
  url: string;
  drain(): void;
  stop(): Promise<void>;
}

export async function startStorefront(
  config: StorefrontConfig,
  options: { wholeProcess?: boolean } = {},
): Promise<RunningStorefront> {
  const { host, port, metricsPort, gatewayUrl, isBehindProxy, proxyAddresses, buildDir, stripeKey, logLevel } = config;
  const logger = createLogger("storefront", logLevel);
  const metrics = createMetrics({}, options);
  const gateway = createGatewayClient(gatewayUrl);
  const renderer = await loadRenderer(buildDir);
  const proxies = isBehindProxy ? await trustPeers(proxyAddresses, logger) : noPeer;
  const passing = createPassingOn({ gatewayUrl, proxies, logger });
  const routes = [
    ...healthRoutes({}),
    ...(metricsPort === undefined ? [metricsRoute(metrics)] : []),
    ...assetRoutes(buildDir),
    posterRoute,
    ...passing.routes,
    ...pageRoutes({ gateway, renderer, cache: createPageCache(), proxies, stripeKey, logger }),
  ];
  const http = await listen({ host, port, routes, logger });
  const inside =
    metricsPort === undefined
      ? undefined
      : await listen({ host, port: metricsPort, routes: [metricsRoute(metrics)], logger });
  passing.serve(http.server);
  logger.info({ port: http.port }, "ready");
  return {
    url: `http://${host === "127.0.0.1" ? "localhost" : host}:${http.port}/`,
    drain: () => http.drain(),
    stop: async () => {
      const stopped = Promise.all([http.stop(), inside?.stop()]);
      passing.stop();
      await stopped;
      await gateway.stop();
      proxies.stop();
    },
  };
}
