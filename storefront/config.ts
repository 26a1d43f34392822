// Configuration of the storefront.
import { z } from "zod";
import {
  ConfigError,
  host,
  logLevel,
  peers,
  port,
  readEnvironment,
  url,
  type Environment,
} from "../platform/core/config.ts";

export interface StorefrontConfig {
  host: string;
  port: number;
  /** Separate port for Prometheus; absent: metrics are served on the main port. */
  metricsPort: number | undefined;
  /** Origin of the gateway, such as http://localhost:4000. */
  gatewayUrl: string;
  /** Whether requests come through a proxy, which adds to `X-Forwarded-For`. */
  isBehindProxy: boolean;
  /** Of these proxies; none: any peer. */
  proxyAddresses: readonly string[];
  /** Folder that `npm run storefront:build` made. */
  buildDir: string;
  /** Stripe takes the cards, instead of the test provider. */
  stripeKey: string | undefined;
  logLevel: string;
}

export const storefrontVariables = {
  HOST: host,
  STOREFRONT_PORT: port.default(3000).describe("port of the storefront's pages"),
  STOREFRONT_METRICS_PORT: port
    .optional()
    .describe("separate port of the storefront's `/metrics`; by default they are on its port"),
  STOREFRONT_GATEWAY_URL: url(["http", "https"])
    .default("http://localhost:4000")
    .describe("origin of the gateway, as the storefront reaches it"),
  STOREFRONT_BEHIND_PROXY: z
    .enum(["on", "off"], "must be on or off")
    .default("off")
    .describe("`on`: a proxy in front of the storefront sets `X-Forwarded-For` and `X-Forwarded-Proto`"),
  STOREFRONT_PROXY_ADDRESSES: peers.describe(
    "both headers count only from these addresses, networks and host names, separated by commas. Unset: from anybody",
  ),
  STOREFRONT_BUILD_DIR: z
    .string()
    .default(".data/storefront")
    .describe("folder of the storefront's built pages (`npm run storefront:build`)"),
  STOREFRONT_STRIPE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, "must be a publishable key, which begins with pk_")
    .optional()
    .describe(
      "publishable key of Stripe: its card form replaces the test cards. Set it together with `STRIPE_SECRET_KEY`",
    ),
  LOG_LEVEL: logLevel,
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): StorefrontConfig {
  const variables = readEnvironment(env, storefrontVariables);
  const isBehindProxy = variables.STOREFRONT_BEHIND_PROXY === "on";
  const proxyAddresses = variables.STOREFRONT_PROXY_ADDRESSES;
  if (proxyAddresses.length > 0 && !isBehindProxy)
    throw new ConfigError("Set STOREFRONT_BEHIND_PROXY to on, or unset STOREFRONT_PROXY_ADDRESSES.");
  return {
    host: variables.HOST,
    port: variables.STOREFRONT_PORT,
    metricsPort: variables.STOREFRONT_METRICS_PORT,
    gatewayUrl: variables.STOREFRONT_GATEWAY_URL,
    isBehindProxy,
    proxyAddresses,
    buildDir: variables.STOREFRONT_BUILD_DIR,
    stripeKey: variables.STOREFRONT_STRIPE_KEY,
    logLevel: variables.LOG_LEVEL,
  };
}
