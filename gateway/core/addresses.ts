// Whom an IP address stands for. A provider gives one customer a whole IPv6 /64, and often a /48, so that counting single
// addresses would count nobody; and IPv4 addresses are also written as IPv6.
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

/** What stands before an IPv4 address: `::ffff:0:0/96` maps it, `64:ff9b::/96` is where NAT64 has translated it (RFC 6052). */
const AROUND_IPV4 = ["0,0,0,0,0,65535", "100,65435,0,0,0,0"];

/** The same address in one spelling: IPv4 wherever it stands for one. */
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

/** Every request is asked several times where it comes from. */
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

/** Who is counted as one: an IPv4 address, or an IPv6 /64. */
export const subscriberOf = (address: string): string => originOf(address).subscriber;

/** The IPv6 /48 that an address belongs to, which one customer may have as a whole; undefined for IPv4. */
export const siteOf = (address: string): string | undefined => originOf(address).site;

/** Where somebody usually comes from, though single addresses change: an IPv4 /24 or an IPv6 /64. Undefined for what is no address. */
export const networkOf = (address: string): string | undefined => originOf(address).network;

export const isLoopback = (address: string): boolean => originOf(address).isLoopback;
