// The registry of a system of `npm start`: publishing at the start, and access for Rover.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { url } from "../platform/core/config.ts";
import type { Subgraph } from "../registry/checks/composition.ts";
import type { ContractFilter } from "../registry/checks/contract.ts";
import { hostOf, type Env } from "./environment.ts";
import { ROOT } from "./topology.ts";

export const GRAPH = "boxoffice";

/** Rover's binary; undefined on a platform without an npm package. */
export function findRover(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@apollo/rover-linux-x64/package.json");
    return path.join(path.dirname(manifest), "rover");
  } catch {
    return undefined;
  }
}

/** The subgraphs as they are in this folder. */
export function subgraphsHere(): Subgraph[] {
  const { subgraphs } = parse(readFileSync(path.join(ROOT, "rover.yaml"), "utf8")) as {
    subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
  };
  return Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({
    name,
    url,
    sdl: readFileSync(path.join(ROOT, schema.file), "utf8"),
  }));
}

const contractsSchema = z.record(
  z.string(),
  z.strictObject({ include: z.array(z.string()), exclude: z.array(z.string()), hideUnreachableTypes: z.boolean() }),
);

/** The contracts as they are in this folder. */
export function contractsHere(): { variant: string; filter: ContractFilter }[] {
  const contracts = contractsSchema.parse(parse(readFileSync(path.join(ROOT, "schema", "contracts.yaml"), "utf8")));
  return Object.entries(contracts).map(([variant, filter]) => ({ variant, filter }));
}

/** Environment of Rover. */
export function roverEnvironment(env: Env): Env {
  return {
    APOLLO_REGISTRY_URL: `${registryUrl(env)}/`,
    APOLLO_KEY: env.REGISTRY_KEY!,
    APOLLO_GRAPH_REF: `${GRAPH}@current`,
    APOLLO_TELEMETRY_DISABLED: "1",
    APOLLO_ROVER_SKIP_UPDATE: "1",
  };
}

export const registryUrl = (env: Env) => `http://${hostOf(env)}:${env.REGISTRY_PORT}`;

/** Writes the registry's address and key to a file for Rover. */
export function writeRoverEnvironment(env: Env, dataDir: string): void {
  const lines = Object.entries(roverEnvironment(env)).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(path.join(dataDir, "rover.env"), lines.join(""), { mode: 0o600 });
}

const PUBLISH = `mutation ($graph: ID!, $subgraphs: [PublishSubgraphsSubgraphInput!]!) {
  graph(id: $graph) {
    publishSubgraphs(graphVariant: "current", revision: "", subgraphInputs: $subgraphs) { errors { message } }
  }
}`;

const IN_FORCE = `query ($graph: ID!) {
  graph(id: $graph) { variant(name: "current") { subgraphs { name url activePartialSchema { sdl } } } }
}`;

const FILTER = `query ($graph: ID!, $variant: String!) {
  graph(id: $graph) { variant(name: $variant) { contractFilterConfig { include exclude hideUnreachableTypes } } }
}`;

const CONTRACT = `mutation ($graph: ID!, $variant: String!, $filter: FilterConfigInput!) {
  graph(id: $graph) {
    upsertContractVariant(contractVariantName: $variant, sourceVariant: "current", filterConfig: $filter) {
      ... on ContractVariantUpsertErrors { errorMessages }
    }
  }
}`;

/** Registry of `operations/publish-main.ts`. */
export const publisherVariables = {
  REGISTRY_URL: url(["http", "https"]).describe("schema registry to publish to"),
  REGISTRY_KEY: z.string("is missing"),
};

/** The registry, and a key with the right to publish. */
export interface Publisher {
  url: string;
  key: string;
}

/**
 * Publishes all subgraphs and contracts; `env` has the URL of each subgraph, as in USERS_URL.
 * @returns why the published schemas do not compose: gateways keep the last supergraph
 * @throws Error with the reason
 */
export async function publishHere(publisher: Publisher, env: NodeJS.Dict<string>): Promise<string[]> {
  const { variant } = await ask<Variant>(publisher, IN_FORCE, {});
  const subgraphs = subgraphsHere().flatMap(({ name, sdl, url: usual }) => {
    const url = new URL(env[`${name.toUpperCase()}_URL`] ?? usual).href;
    const before = variant?.subgraphs.find((subgraph) => subgraph.name === name);
    if (before?.url === url && before?.activePartialSchema.sdl === sdl) return [];
    return { name, url, activePartialSchema: { sdl } };
  });
  const published = subgraphs.length > 0 ? await ask<Changed>(publisher, PUBLISH, { subgraphs }) : {};
  for (const contract of contractsHere()) {
    const { variant: known } = await ask<Filtered>(publisher, FILTER, { variant: contract.variant });
    if (isDeepStrictEqual(known?.contractFilterConfig, contract.filter)) continue;
    const { errorMessages } = (await ask<Changed>(publisher, CONTRACT, contract)).upsertContractVariant ?? {};
    if (errorMessages) throw new Error(`The contract ${contract.variant}: ${errorMessages.join("; ")}`);
  }
  return (published.publishSubgraphs?.errors ?? []).map(({ message }) => message);
}

const AGAIN_AFTER_MS = [2_000, 5_000, 10_000, 30_000];

/**
 * Publishes. If it fails, for example on a slow machine, it is retried in the background: sales do not depend on it.
 * @param whenLate work that needs the schemas, run after a delayed publication
 */
export function publishPatiently(
  publish: () => Promise<void>,
  whenLate: () => Promise<void>,
  say: (line: string) => void,
  waits: readonly number[] = AGAIN_AFTER_MS,
): { /** Whether the first try has published. */ first: Promise<boolean>; stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let again = Promise.resolve();

  async function tryAgain(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      await delay(waits[Math.min(attempt, waits.length - 1)], undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        await publish();
        break;
      } catch {
        // The registry is still busy.
      }
    }
    say("The schemas are published.");
    await whenLate().catch((error: Error) => say(error.message));
  }

  const first = publish().then(
    () => true,
    (error: Error) => {
      say(
        `The schemas can't be published yet (${error.message}). The gateways serve schema/supergraph.graphql, and publishing is retried. Set REGISTRY=off to run without a registry.`,
      );
      again = tryAgain();
      return false;
    },
  );
  return {
    first,
    stop: async () => {
      stopping.abort();
      await again;
    },
  };
}

interface Variant {
  variant: { subgraphs: { name: string; url: string | null; activePartialSchema: { sdl: string } }[] } | null;
}

interface Filtered {
  variant: { contractFilterConfig: ContractFilter | null } | null;
}

interface Changed {
  publishSubgraphs?: { errors: { message: string }[] };
  upsertContractVariant?: { errorMessages?: string[] };
}

async function ask<Answer>({ url, key }: Publisher, query: string, variables: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": key },
    body: JSON.stringify({ query, variables: { graph: GRAPH, ...variables } }),
  });
  const { data, errors } = (await response.json()) as { data?: { graph: Answer }; errors?: { message: string }[] };
  if (!data || errors) throw new Error(`The registry refused the schemas: ${errors?.[0]?.message ?? response.status}`);
  return data.graph;
}
