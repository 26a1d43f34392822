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

export const GATEWAY_PORT = 4000;
/** Of the gateway that serves the contract `public`. */
export const PUBLIC_GATEWAY_PORT = 4030;
export const REGISTRY_PORT = 4010;
export const PROVIDER_PORT = 4020;
/** Of the mail server of development: its page, and SMTP. */
export const MAIL_PORT = 4026;
export const MAIL_SMTP_PORT = 4025;
/** Below 32768, where the system hands out ports of its own to outgoing connections. */
export const POSTGRES_PORT = 15432;
export const REDIS_PORT = 16379;
