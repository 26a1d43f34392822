// The current supergraph, and its replacement without downtime: running operations complete with the old one, later ones use the new one.
// An invalid one is logged and rejected.
import type { Logger } from "../../platform/telemetry/logger.ts";
import { createOperations, type Operations, type OperationsOptions } from "./operations.ts";
import { addressesOf, type SubgraphHosts } from "../supergraph/subgraph-hosts.ts";
import { createSubgraphClient, type SubgraphClient, type SubgraphClientOptions } from "../transport/subgraph-client.ts";
import { readSupergraph, type LoadedSupergraph } from "../supergraph/supergraph.ts";

export interface CurrentSupergraph {
  supergraph(): LoadedSupergraph;
  operations(): Operations;
  subgraphUrl(name: string): string;
  /** Undefined: nothing that is served, or was a moment ago, knows of it. */
  client(subgraph: string): SubgraphClient | undefined;
  /** Sequentially. @returns whether it was accepted */
  replace(sdl: string): Promise<boolean>;
  /** Whether a newer supergraph was refused, so that an older one is served. */
  isOld(): boolean;
  /** Calls back after each change. */
  onReplaced(listener: () => void): () => void;
  stop(): Promise<void>;
}

export interface CurrentOptions extends Omit<OperationsOptions, "supergraph" | "onFallback"> {
  /** The first of them that can be read is served. */
  sdls: string[];
  /** URL of a subgraph that overrides the supergraph. */
  subgraphUrls: Record<string, string>;
  /** The hosts that a supergraph may name besides; absent: any. */
  subgraphHosts: SubgraphHosts | undefined;
  client: Omit<SubgraphClientOptions, "name" | "url">;
  /** How long requests of before may still need the connections that a new supergraph has no use for. */
  drainMs: number;
  /** Default: reads it each time. */
  read?: typeof readSupergraph;
  logger: Logger;
}

interface Served {
  supergraph: LoadedSupergraph;
  operations: Operations;
  /** URL of each subgraph. */
  urls: ReadonlyMap<string, string>;
}

export async function createCurrentSupergraph(options: CurrentOptions): Promise<CurrentSupergraph> {
  const { subgraphUrls, subgraphHosts, drainMs, read = readSupergraph, logger } = options;
  const clients = new Map<string, { url: string; client: SubgraphClient }>();
  /** A previous supergraph, for running requests. */
  const draining = new Map<string, { client: SubgraphClient; timer: NodeJS.Timeout }>();
  const listeners = new Set<() => void>();
  const onFallback: OperationsOptions["onFallback"] = (operation, reason) =>
    logger.warn({ operation, reason }, "the stock executor runs an operation that the compiled executor can't plan");
  let isOld = false;
  let current = await firstServed(options.sdls);
  connect(current.urls);
  let replacing: Promise<unknown> = Promise.resolve();

  async function firstServed([sdl = "", ...others]: string[]): Promise<Served> {
    try {
      return await serve(sdl);
    } catch (error) {
      if (others.length === 0) throw error;
      logger.error({ err: error }, "a supergraph was rejected: an older one is served");
      isOld = true;
      return firstServed(others);
    }
  }

  /** @throws Error if it can't be read or planned with, or names a host that is not allowed */
  async function serve(sdl: string, familiar?: ReadonlySet<string>): Promise<Served> {
    const supergraph = read(sdl, options.knowsScalars);
    const urls = addressesOf(supergraph.subgraphs, subgraphUrls, subgraphHosts);
    const operations = createOperations({ ...options, supergraph, onFallback, ...(familiar ? { familiar } : {}) });
    try {
      await operations.ready();
    } catch (error) {
      await operations.stop();
      throw error;
    }
    return { supergraph, operations, urls };
  }

  /** Only to subgraphs of the current supergraph. */
  function connect(urls: ReadonlyMap<string, string>): void {
    for (const [name, { url, client }] of clients) {
      if (urls.get(name) === url) continue;
      clients.delete(name);
      const timer = setTimeout(() => {
        if (draining.get(name)?.client === client) draining.delete(name);
        void client.stop();
      }, drainMs);
      draining.set(name, { client, timer });
    }
    for (const [name, url] of urls)
      if (!clients.has(name))
        clients.set(name, { url, client: createSubgraphClient({ ...options.client, name, url }) });
  }

  async function replaceBy(sdl: string): Promise<boolean> {
    if (sdl === current.supergraph.sdl) return true;
    const before = current.operations;
    try {
      current = await serve(sdl, new Set(before.queries()));
    } catch (error) {
      logger.error({ err: error }, "a new supergraph was rejected: the previous one is served");
      return false;
    }
    before.retire();
    connect(current.urls);
    logger.info({ subgraphs: current.supergraph.subgraphs.map(({ name }) => name) }, "a new supergraph is served");
    for (const listener of listeners) listener();
    return true;
  }

  return {
    supergraph: () => current.supergraph,
    operations: () => current.operations,
    subgraphUrl: (name) => clients.get(name)?.url ?? "",
    client: (name) => clients.get(name)?.client ?? draining.get(name)?.client,
    replace: (sdl) => {
      const replaced = replacing.then(async () => {
        const isTaken = await replaceBy(sdl);
        isOld = !isTaken;
        return isTaken;
      });
      replacing = replaced;
      return replaced;
    },
    isOld: () => isOld,
    onReplaced: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      for (const { timer } of draining.values()) clearTimeout(timer);
      await replacing;
      await current.operations.stop();
      await Promise.all([...clients.values(), ...draining.values()].map(({ client }) => client.stop()));
    },
  };
}
