// The registry of a system that `npm start` runs: what it is told at start, and how Rover finds it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";
import type { Subgraph } from "../registry/checks/composition.ts";
import type { Env } from "./environment.ts";
import { ROOT } from "./topology.ts";

export const GRAPH = "boxoffice";

/** Rover's binary; undefined on a platform for which npm brings none. */
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

/** What Rover has to have in its environment. */
export function roverEnvironment(env: Env): Env {
  return {
    APOLLO_REGISTRY_URL: `http://127.0.0.1:${env.REGISTRY_PORT}/`,
    APOLLO_KEY: env.REGISTRY_KEY!,
    APOLLO_GRAPH_REF: `${GRAPH}@current`,
    APOLLO_TELEMETRY_DISABLED: "1",
    APOLLO_ROVER_SKIP_UPDATE: "1",
  };
}

const PUBLISH = `mutation ($graph: ID!, $name: String!, $url: String, $sdl: String!) {
  graph(id: $graph) {
    publishSubgraph(name: $name, url: $url, revision: "", activePartialSchema: { sdl: $sdl }, graphVariant: "current") { errors { message } }
  }
}`;

/** Publishes all subgraphs, and writes down for whoever tries Rover how it finds the registry. @throws Error that says why it can't */
export async function publishHere(env: Env, dataDir: string): Promise<void> {
  const rover = roverEnvironment(env);
  for (const { name, url, sdl } of subgraphsHere()) {
    const response = await fetch(rover.APOLLO_REGISTRY_URL!, {
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": rover.APOLLO_KEY! },
      body: JSON.stringify({ query: PUBLISH, variables: { graph: GRAPH, name, url, sdl } }),
    });
    const { errors } = (await response.json()) as { errors?: { message: string }[] };
    if (errors) throw new Error(`The registry does not take ${name}: ${errors[0]!.message}`);
  }
  const lines = Object.entries(rover).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(path.join(dataDir, "rover.env"), lines.join(""), { mode: 0o600 });
}
