// Groups IP addresses by client. A provider gives one customer a whole IPv6 /64, and often a /48, so limits by single address would be
// useless. IPv4 addresses are also written as IPv6.
import { isIPv4, isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // The URL parser spells every IPv6 address the same way: hexadecimal, without a zone, with at most one `::`.
  const { hostname } = new URL(`http://[${address.split("%", 1)[0]}]`);
  const [head, tail] = hostname
    .slice(1, -1)
    .split("::")
    .map((part) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16))));
  if (!tail) return head!;
  return [...head!, ...Array<number>(8 - head!.length - tail.length).fill(0), ...tail];
}

/** Prefixes of IPv4 addresses in IPv6: `::ffff:0:0/96` is mapped, `64:ff9b::/96` is translated by NAT64 (RFC 6052). */
const AROUND_IPV4 = ["0,0,0,0,0,65535", "100,65435,0,0,0,0"];

/** Canonical spelling of an address: IPv4 if it stands for an IPv4 address. */
function plainAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  if (AROUND_IPV4.includes(groups.slice(0, 6).join()))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return groups.map((group) => group.toString(16)).join(":");
}

interface Origin {
  subscriber: string;
  site: string | undefined;
  network: string | undefined;
  isLoopback: boolean;
}

/** Cached, because every request needs its address several times. */
const known = new LRUCache<string, Origin>({ max: 10_000 });

function originOf(address: string): Origin {
  let origin = known.get(address);
  if (!origin) known.set(address, (origin = readOrigin(plainAddress(address))));
  return origin;
}

function readOrigin(plain: string): Origin {
  const isLoopback = (isIPv4(plain) && plain.startsWith("127.")) || plain === "0:0:0:0:0:0:0:1";
  if (isIPv6(plain)) {
    const subnet = prefix(plain, 4);
    return { subscriber: subnet, site: prefix(plain, 3), network: subnet, isLoopback };
  }
  const network = isIPv4(plain) ? `${plain.slice(0, plain.lastIndexOf("."))}.0/24` : undefined;
  return { subscriber: plain, site: undefined, network, isLoopback };
}

const prefix = (plain: string, groups: number) => `${plain.split(":").slice(0, groups).join(":")}::/${groups * 16}`;

/** The unit of rate limits: an IPv4 address, or an IPv6 /64. */
export const subscriberOf = (address: string): string => originOf(address).subscriber;

/** The IPv6 /48 of an address, which may belong to one customer; undefined for IPv4. */
export const siteOf = (address: string): string | undefined => originOf(address).site;

/** The network of an address, more stable than the address: an IPv4 /24 or an IPv6 /64. Undefined if the text is not an address. */
export const networkOf = (address: string): string | undefined => originOf(address).network;

export const isLoopback = (address: string): boolean => originOf(address).isLoopback;
