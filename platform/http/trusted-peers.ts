// Peers whose forwarding headers are believed: the operator's own proxies. A host name is resolved again every few seconds, because a
// container gets another address when it starts again. A name without an address names nobody.
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { Logger } from "../telemetry/logger.ts";

export interface TrustedPeers {
  /** @param address of the connection, never from a header */
  has(address: string | undefined): boolean;
  /** Resolves the host names again. Never fails. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Addresses of a host name. @throws Error if it has none now */
export type Resolve = (name: string) => Promise<readonly string[]>;

const REFRESH_MS = 2_000;

const resolveByDns: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

const fixed = (answer: boolean): TrustedPeers => ({ has: () => answer, refresh: async () => {}, stop: () => {} });
/** Where the network lets nobody but proxies connect. */
export const anyPeer = fixed(true);
export const noPeer = fixed(false);

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Longest prefix of each family. */
const BITS = { 4: 32, 6: 128 } as const;
const HOST_NAME = /^(?!-)[a-z\d-]{1,63}(\.[a-z\d-]{1,63})*\.?$/i;

/** Address and prefix of a network such as 10.0.0.0/8. */
function readNetwork(entry: string): { address: string; prefix: number } | undefined {
  const [address = "", prefix = "", ...rest] = entry.split("/");
  const family = isIP(address) as 0 | 4 | 6;
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > BITS[family]) return undefined;
  return { address, prefix: Number(prefix) };
}

/** Whether it is an address, a network or a host name. */
export const isPeer = (entry: string): boolean =>
  isIP(entry) > 0 || readNetwork(entry) !== undefined || (HOST_NAME.test(entry) && !/^[\d.]+$/.test(entry));

function listOf(addresses: Iterable<string>): BlockList {
  const list = new BlockList();
  for (const address of addresses) list.addAddress(address.split("%", 1)[0]!, familyOf(address));
  return list;
}

/** @param entries addresses, networks and host names, as `isPeer` accepts them; none: any peer */
export async function trustPeers(
  entries: readonly string[],
  logger: Logger,
  resolve: Resolve = resolveByDns,
): Promise<TrustedPeers> {
  if (entries.length === 0) return anyPeer;
  const own = listOf(entries.filter((entry) => isIP(entry) > 0));
  for (const { address, prefix } of entries.map(readNetwork).filter((network) => network !== undefined))
    own.addSubnet(address, prefix, familyOf(address));
  const names = entries.filter((entry) => isIP(entry) === 0 && readNetwork(entry) === undefined);
  let found = "";
  let named = new BlockList();

  async function refresh(): Promise<void> {
    const of = await Promise.all(names.map((name) => resolve(name).catch((): readonly string[] => [])));
    const now = of
      .map((addresses, index) => `${names[index]}: ${[...addresses].sort().join(" ") || "none"}`)
      .join(", ");
    if (now === found) return;
    found = now;
    named = listOf(of.flat());
    logger.info({ proxies: now }, "addresses of proxies");
  }

  let timer: NodeJS.Timeout | undefined;
  if (names.length > 0) {
    await refresh();
    timer = setInterval(() => void refresh(), REFRESH_MS).unref();
  }
  return {
    has: (address) => {
      if (address === undefined || isIP(address) === 0) return false;
      const family = familyOf(address);
      return own.check(address, family) || named.check(address, family);
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
