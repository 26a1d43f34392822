// Which processes the system has, read from rover.yaml, and on which ports they listen.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export interface ListedSubgraph {
  name: string;
  port: number;
}

export function listedSubgraphs(): ListedSubgraph[] {
  const { subgraphs } = parse(readFileSync(path.join(ROOT, "rover.yaml"), "utf8")) as {
    subgraphs: Record<string, { routing_url: string }>;
  };
  return Object.entries(subgraphs).map(([name, { routing_url }]) => ({
    name,
    port: Number(new URL(routing_url).port),
  }));
}

const BASE = 4000;

/** Each default as an offset from the base. The contract `public` has its own gateway; mail has a page and SMTP. */
const DISTANCES = { GATEWAY: 0, REGISTRY: 10, PROVIDER: 20, MAIL_SMTP: 25, MAIL: 26, PUBLIC_GATEWAY: 30 };
/** Below 32768, where the operating system assigns ports to outgoing connections. */
const APART = { STOREFRONT: 3_000, POSTGRES: 15_432, REDIS: 16_379 };
/** Their offsets, if a base is given. */
const DISTANCES_APART = { STOREFRONT: 39, POSTGRES: 40, REDIS: 41 };

const PORT = /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;
/** The largest base whose ports are all valid. */
const LAST_BASE = 65_535 - DISTANCES_APART.REDIS;

/**
 * The port of each process and server of a system on one machine, by the variable that sets it. PORT_BASE moves all of those together
 * that are not set.
 * @throws Error if PORT_BASE is invalid
 */
export function portsOf(given: NodeJS.ProcessEnv): Record<string, number> {
  const base = given.PORT_BASE ? Number(given.PORT_BASE) : undefined;
  if (base !== undefined && !(PORT.test(given.PORT_BASE!) && base <= LAST_BASE))
    throw new Error(`Set PORT_BASE to a port number from 1 to ${LAST_BASE}, or unset it.`);
  const subgraphs = Object.fromEntries(listedSubgraphs().map(({ name, port }) => [name.toUpperCase(), port - BASE]));
  const distances = { ...DISTANCES, ...subgraphs, ...(base !== undefined && DISTANCES_APART) };
  const defaults = {
    ...APART,
    ...Object.fromEntries(Object.entries(distances).map(([name, distance]) => [name, (base ?? BASE) + distance])),
  };
  return Object.fromEntries(
    Object.entries(defaults).map(([name, port]) => [`${name}_PORT`, Number(given[`${name}_PORT`] || port)]),
  );
}

/** @throws Error with the names of invalid port variables; port 0 (any free port) is invalid for a system. */
export function checkPorts(given: NodeJS.ProcessEnv): void {
  const wrong = Object.keys(portsOf(given)).filter((name) => given[name] && !PORT.test(given[name]));
  if (wrong.length > 0) throw new Error(`Set ${wrong.join(", ")} to a port number from 1 to 65535, or unset it.`);
}
