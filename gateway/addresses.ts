// Whom an IP address stands for. A provider gives one customer a whole IPv6 /64, and often a /48, so that counting single
// addresses would count nobody; and IPv4 addresses are also written as IPv6.
import { isIPv4, isIPv6 } from "node:net";

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
export function plainAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  if (AROUND_IPV4.includes(groups.slice(0, 6).join()))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return groups.map((group) => group.toString(16)).join(":");
}

/** Who is counted as one: an IPv4 address, or an IPv6 /64. */
export function subscriberOf(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? prefix(plain, 4) : plain;
}

/** The IPv6 /48 that an address belongs to, which one customer may have as a whole; undefined for IPv4. */
export function siteOf(address: string): string | undefined {
  const plain = plainAddress(address);
  return isIPv6(plain) ? prefix(plain, 3) : undefined;
}

/** Where somebody usually comes from, though single addresses change: an IPv4 /24 or an IPv6 /64. Undefined for what is no address. */
export function networkOf(address: string): string | undefined {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.slice(0, plain.lastIndexOf("."))}.0/24`;
  return isIPv6(plain) ? prefix(plain, 4) : undefined;
}

export function isLoopback(address: string): boolean {
  const plain = plainAddress(address);
  return (isIPv4(plain) && plain.startsWith("127.")) || plain === "0:0:0:0:0:0:0:1";
}

const prefix = (plain: string, groups: number) => `${plain.split(":").slice(0, groups).join(":")}::/${groups * 16}`;
