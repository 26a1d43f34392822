// Rules for routing URLs. Gateways send requests there, with tokens that identify the viewer. So a routing URL must be HTTP or HTTPS, and
// must not point to this machine or to metadata services of clouds, which expose secrets.
import { BlockList, isIPv4, isIPv6 } from "node:net";
import { GraphQLError } from "graphql";

export interface RoutingUrlRules {
  /** Whether loopback addresses are allowed, for the development of subgraphs. */
  loopback: boolean;
}

const OWN = blockList(["127.0.0.0", 8], ["::1", 128]);
const LOOPBACK = blockList(
  ["127.0.0.0", 8],
  // A connection to an unspecified address reaches this machine.
  ["0.0.0.0", 8],
  ["::", 127],
);

/** Sources: RFC 3927, RFC 4291 and the clouds' documentation of their metadata services. */
const NOT_ROUTED = blockList(
  ["169.254.0.0", 16],
  ["fe80::", 10],
  // Deprecated site-local addresses.
  ["fec0::", 10],
  // Multicast and broadcast.
  ["224.0.0.0", 3],
  ["ff00::", 8],
  // Metadata of AWS and Google by IPv6, Alibaba, Oracle, and Azure's host.
  ["fd00:ec2::", 32],
  ["fd20:ce::254", 128],
  ["100.100.100.200", 32],
  ["192.0.0.0", 24],
  ["168.63.129.16", 32],
);

/**
 * IPv6 ranges that embed IPv4 addresses, which the rules for IPv4 would miss: RFC 4291, RFC 2765, RFC 6052, RFC 8215, RFC 3056, RFC 4380.
 */
const AROUND_IPV4 = blockList(
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["2001::", 32],
);

const METADATA_NAMES = /^(metadata|metadata\.goog|metadata\.google\.internal|instance-data(\.ec2\.internal)?)$/;
const MOST_CHARACTERS = 2_000;

function blockList(...subnets: [address: string, prefix: number][]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIPv4(address) ? "ipv4" : "ipv6");
  return list;
}

function isIn(list: BlockList, host: string): boolean {
  return (isIPv4(host) && list.check(host, "ipv4")) || (isIPv6(host) && list.check(host, "ipv6"));
}

/** A registry on loopback serves only this machine: loopback addresses are then valid for subgraphs. */
export function routingUrlRulesFor(listensOn: string): RoutingUrlRules {
  return { loopback: listensOn === "localhost" || isIn(OWN, listensOn) };
}

/** @returns the required change, or undefined for a valid URL */
function problemOf(url: URL | null, text: string, { loopback }: RoutingUrlRules): string | undefined {
  if (!url || !["http:", "https:"].includes(url.protocol)) return "use a URL that starts with http:// or https://";
  if (text.length > MOST_CHARACTERS) return `use a URL of at most ${MOST_CHARACTERS} characters`;
  if (url.username !== "" || url.password !== "") return "remove the user name and the password";
  if (text.includes("#")) return "remove the fragment, from # on";
  // The URL parser has turned decimal, octal and hexadecimal IPv4 addresses into dotted ones.
  const host = url.hostname.replace(/^\[|\]$|\.+$/g, "");
  if (isIn(LOOPBACK, host) || /^(.+\.)?localhost$/.test(host))
    return loopback ? undefined : "loopback addresses are not allowed: use an address that gateways can reach";
  if (isIn(NOT_ROUTED, host) || METADATA_NAMES.test(host))
    return "link-local, multicast and metadata addresses are not allowed: use the subgraph's own address";
  if (isIn(AROUND_IPV4, host)) return "an IPv4 address inside an IPv6 address is not allowed: use the IPv4 address";
  return undefined;
}

/** The URL for messages, without a possible password before an @. */
function shown(text: string): string {
  return JSON.stringify(text.replace(/^(\w+:\/\/)?.*@/s, "$1…@").slice(0, 200));
}

/**
 * The routing URL as the URL parser spells it.
 * @throws GraphQLError with the URL and the required change
 */
export function demandRoutingUrl(text: string, subgraph: string, rules: RoutingUrlRules): string {
  const url = URL.parse(text);
  const problem = problemOf(url, text, rules);
  if (problem !== undefined || !url)
    throw new GraphQLError(`The routing URL ${shown(text)} of the subgraph ${subgraph} is not valid: ${problem}.`);
  return url.href;
}
