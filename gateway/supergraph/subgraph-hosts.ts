// Allowed targets of requests. A stolen key of the registry could point a subgraph at a foreign host, which would receive the tokens of
// viewers. So a supergraph from the registry can only name hosts that the operator has allowed.
import { isIP } from "node:net";
import { ConfigError } from "../../platform/core/config.ts";
import { isLoopback } from "../core/addresses.ts";

export interface SubgraphHosts {
  /** Each as host:port. */
  endpoints: ReadonlySet<string>;
  /** Whether any port of this machine is allowed too. */
  loopback: boolean;
}

const PROTOCOLS = ["http", "https"];

/** The default port is spelled out, so that http://a and https://a:80 are the same place and http://a and https://a are not. */
export function endpointOf({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

/**
 * @param list of `host:port`; without a port, the default ports of HTTP and HTTPS
 * @throws ConfigError that names the bad entry
 */
export function readSubgraphHosts(list: readonly string[]): Set<string> {
  const endpoints = new Set<string>();
  for (const entry of list)
    for (const protocol of PROTOCOLS) {
      const url = URL.parse(`${protocol}://${entry}`);
      if (!url || url.href !== `${protocol}://${url.host}/` || entry.includes("*"))
        throw new ConfigError(
          `Set GATEWAY_SUBGRAPH_HOSTS to hosts with ports, such as users:4001: "${entry}" is not valid.`,
        );
      endpoints.add(endpointOf(url));
    }
  return endpoints;
}

function isOfThisMachine({ hostname }: URL): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  return isIP(address) ? isLoopback(address) : hostname === "localhost";
}

/**
 * URL of each subgraph, by name.
 * @param own URLs from the operator, which win
 * @param allowed the hosts that the supergraph may name; undefined: any, for a supergraph that the operator wrote
 * @throws Error that names the first subgraph whose URL is missing or not allowed
 */
export function addressesOf(
  subgraphs: readonly { name: string; url: string }[],
  own: Readonly<Record<string, string>>,
  allowed: SubgraphHosts | undefined,
): Map<string, string> {
  return new Map(
    subgraphs.map(({ name, url }) => [name, Object.hasOwn(own, name) ? own[name]! : checked(name, url, allowed)]),
  );
}

function checked(name: string, text: string, allowed: SubgraphHosts | undefined): string {
  const url = URL.parse(text);
  if (!url || !PROTOCOLS.includes(url.protocol.slice(0, -1)))
    throw new Error(
      `The subgraph ${name} has no routing URL that begins with http:// or https://: publish it with one.`,
    );
  const isAllowed = !allowed || allowed.endpoints.has(endpointOf(url)) || (allowed.loopback && isOfThisMachine(url));
  if (!isAllowed)
    throw new Error(
      `The subgraph ${name} has the routing URL ${endpointOf(url)}, which is not allowed: publish another URL, or add ${endpointOf(url)} to GATEWAY_SUBGRAPH_HOSTS.`,
    );
  return text;
}
