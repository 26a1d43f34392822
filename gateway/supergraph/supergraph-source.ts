// Sources of supergraphs: a file that is replaced, or a registry with Apollo's Uplink
// (https://www.apollographql.com/docs/graphos/platform/uplink). It delivers supergraphs that compose; whether one can be served is checked
// when it is loaded.
import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { z } from "zod";
import { withDeadline } from "../../platform/core/timeout.ts";
import type { Logger } from "../../platform/telemetry/logger.ts";
import type { SubgraphHosts } from "./subgraph-hosts.ts";

export interface Delivery {
  /** Candidates for the start, newest first: later ones are fallbacks. */
  first: string[];
  /** Passes on every new supergraph. */
  follow(take: (sdl: string) => Promise<void>): void;
  stop(): void;
}

const LOOK_FOR_FILE_MS = 500;

/** Without the comment about its origin: the supergraph is the same with or without it. */
function readSupergraphFile(file: string): string {
  return readFileSync(file, "utf8").replace(/^(#.*\n)+/, "");
}

/** From the registry, if there is one. */
export async function openDelivery(
  { registry, supergraphFile }: { registry: RegistryAccess | undefined; supergraphFile: string | undefined },
  logger: Logger,
): Promise<Delivery> {
  if (registry) return deliverFromRegistry(registry, supergraphFile, logger);
  if (supergraphFile === undefined) throw new Error("Neither a registry nor a supergraph file is configured.");
  return deliverFromFile(supergraphFile, logger);
}

function deliverFromFile(file: string, logger: Logger): Delivery {
  return {
    first: [readSupergraphFile(file)],
    follow: (take) => {
      // Polled: if the file is replaced by a rename or is mounted, a watcher would observe the old one.
      watchFile(file, { interval: LOOK_FOR_FILE_MS, persistent: false }, () => {
        try {
          void take(readSupergraphFile(file));
        } catch (error) {
          logger.error({ err: error }, "the supergraph can't be read: the previous one is served");
        }
      });
    },
    stop: () => unwatchFile(file),
  };
}

export interface RegistryAccess {
  /** Its own address: Uplink is at /uplink, reports of use go to /usage. */
  url: string;
  key: string;
  /** Such as `boxoffice@current`. */
  graphRef: string;
  /** The hosts that its supergraphs may name. */
  subgraphHosts: SubgraphHosts;
}

const ANSWERS_WITHIN_MS = 5_000;
/** Maximum wait of a long poll: our registry responds earlier if there is a new supergraph; others respond at once. */
const WAIT_SECONDS = 20;
const AGAIN_AT_LEAST_MS = 1_000;
const AGAIN_AT_MOST_MS = 5_000;
/** Maximum wait for a registry that is down, if there is a fallback. */
const BEGIN_WITHIN_MS = 3_000;

const QUERY = `query SupergraphSdl($apiKey: String!, $ref: String!, $ifAfterId: ID) {
  routerConfig(ref: $ref, apiKey: $apiKey, ifAfterId: $ifAfterId) {
    __typename
    ... on RouterConfigResult { id supergraphSdl: supergraphSDL minDelaySeconds }
    ... on Unchanged { id minDelaySeconds }
    ... on FetchError { code message }
  }
}`;

const minDelaySeconds = z.number().nonnegative();
const answerSchema = z.object({
  data: z.object({
    routerConfig: z.discriminatedUnion("__typename", [
      z.object({
        __typename: z.literal("RouterConfigResult"),
        id: z.string(),
        supergraphSdl: z.string(),
        minDelaySeconds,
      }),
      z.object({ __typename: z.literal("Unchanged"), minDelaySeconds }),
      z.object({ __typename: z.literal("FetchError"), code: z.string(), message: z.string() }),
    ]),
  }),
});

/**
 * Polls the registry with long polling (RFC 7240, `wait`), at the interval that it sets. While the registry is down, the current supergraph
 * is served. With a file the gateway starts without the registry. Without a file it waits for the registry, because a gateway of a contract
 * must never serve more than the contract.
 */
async function deliverFromRegistry(
  { url, key, graphRef }: RegistryAccess,
  file: string | undefined,
  logger: Logger,
): Promise<Delivery> {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const fromFile = file === undefined ? [] : [readSupergraphFile(file)];
  let fromRegistry: string[] = [];
  let take = async (sdl: string): Promise<void> => void (fromRegistry = [sdl]);
  let lastId: string | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const waitSeconds = () => (lastId === null ? 0 : WAIT_SECONDS);

  /** @returns milliseconds until the next request. @throws Error with the reason if there is no answer */
  async function ask(signal: AbortSignal): Promise<number> {
    const response = await fetch(new URL("/uplink", url), {
      method: "POST",
      headers: { "content-type": "application/json", prefer: `wait=${waitSeconds()}` },
      body: JSON.stringify({ query: QUERY, variables: { apiKey: key, ref: graphRef, ifAfterId: lastId } }),
      signal,
    });
    const { routerConfig } = answerSchema.parse(await response.json()).data;
    if (routerConfig.__typename === "FetchError") throw new Error(`${routerConfig.code}: ${routerConfig.message}`);
    if (routerConfig.__typename === "RouterConfigResult") {
      // Also if it was rejected: the same one would be rejected again.
      lastId = routerConfig.id;
      void take(routerConfig.supergraphSdl);
    }
    return routerConfig.minDelaySeconds * 1_000;
  }

  async function poll(): Promise<void> {
    let waitMs: number;
    try {
      waitMs = await withDeadline(waitSeconds() * 1_000 + ANSWERS_WITHIN_MS, ask, stopping.signal);
      if (failures > 0) logger.info({ failures }, "the registry is available again");
      failures = 0;
      begin();
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (failures === 0) logger.warn({ err: error }, "the registry is unavailable: the current supergraph is served");
      failures += 1;
      waitMs = AGAIN_AT_LEAST_MS * 2 ** Math.min(failures, 3);
    }
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => void poll(), Math.min(Math.max(waitMs, AGAIN_AT_LEAST_MS), AGAIN_AT_MOST_MS));
  }

  void poll();
  const giveUp = fromFile.length > 0 ? setTimeout(begin, BEGIN_WITHIN_MS) : undefined;
  await begun;
  clearTimeout(giveUp);
  return {
    first: [...fromRegistry, ...fromFile],
    follow: (taker) => {
      take = taker;
      // Supergraphs received since the start.
      for (const sdl of fromRegistry) void taker(sdl);
    },
    stop: () => {
      stopping.abort();
      clearTimeout(timer);
    },
  };
}
