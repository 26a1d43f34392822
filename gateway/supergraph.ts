// Reads a supergraph: what clients see of it, who its subgraphs are, and the planner of @apollo/query-planner for it.
import { Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import type { PlanningSchema } from "./execution/operation.ts";

export interface LoadedSupergraph {
  sdl: string;
  subgraphs: { name: string; url: string }[];
  planning: PlanningSchema;
}

/** @throws Error that says what is wrong with the supergraph. */
export function readSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
  const plannerApi = supergraph.apiSchema();
  return {
    sdl,
    subgraphs: subgraphsOf(sdl),
    planning: {
      api: plannerApi.toGraphQLJSSchema(),
      plannerApi,
      supergraph: supergraph.schema.toGraphQLJSSchema(),
      planner: new QueryPlanner(supergraph),
    },
  };
}

/** The subgraphs, as the supergraph lists them. */
export function subgraphsOf(supergraphSdl: string): { name: string; url: string }[] {
  return [...supergraphSdl.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)].map(([, name, url]) => ({
    name: name!,
    url: url!,
  }));
}
