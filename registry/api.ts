// GraphOS's platform API for Rover. Names and meanings are Apollo's; a key opens its own graph and no other.
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import type { ApiContext } from "./api-context.ts";
import { describeFilter } from "./checks/contract.ts";
import { findContract } from "./contracts.ts";
import { mutationsOf } from "./mutations.ts";
import { findCheck } from "./kept-checks.ts";
import { subgraphsOf, supergraphOf, variantsOf, type PublishedSubgraph, type VariantRef } from "./store.ts";
import { workflowOf } from "./workflow.ts";

export const platformApi = buildSchema(readFileSync(new URL("./platform-api.graphql", import.meta.url), "utf8"));

const FEDERATION_VERSION = "2.14.4";
export function rootOf(context: ApiContext) {
  const { database, key, frontendUrl } = context;
  const { graphId } = key;
  const refOf = (variant: string): VariantRef => ({ graphId, variant });

  const subgraph = ({ name, url, sdl, revision, publishedAt }: PublishedSubgraph) => ({
    name,
    url,
    revision,
    updatedAt: publishedAt.toISOString(),
    activePartialSchema: { sdl },
  });

  const variant = async (name: string) =>
    (await variantsOf(database, graphId)).includes(name) ? variantNamed(name) : null;

  function variantNamed(name: string) {
    const ref = refOf(name);
    const em = database.read();
    const contract = () => findContract(em, ref);
    /** A contract's are its source's. */
    const subgraphs = async () => subgraphsOf(em, refOf((await contract())?.source ?? name));
    const launch = async () => {
      const supergraph = await supergraphOf(em, ref);
      const result = supergraph
        ? { __typename: "BuildSuccess", coreSchema: { coreDocument: supergraph.sdl } }
        : {
            __typename: "BuildFailure",
            errorMessages: [{ message: "No composed schema exists yet: publish subgraphs first.", locations: [] }],
          };
      const buildInput = (await contract())
        ? { __typename: "FilterBuildInput" }
        : { __typename: "CompositionBuildInput", version: FEDERATION_VERSION };
      return { id: String(supergraph?.id ?? 0), buildInput, build: { result } };
    };
    return {
      __typename: "GraphVariant",
      id: `${graphId}@${name}`,
      name,
      subgraphs: async () => (await subgraphs()).map(subgraph),
      subgraph: async ({ name: wanted }: { name: string }) => {
        const found = (await subgraphs()).find((one) => one.name === wanted);
        return found ? subgraph(found) : null;
      },
      latestPublication: async () => {
        const supergraph = await supergraphOf(em, ref);
        return supergraph ? { schema: { document: supergraph.apiSdl, hash: supergraph.hash } } : null;
      },
      latestLaunch: launch,
      latestApprovedLaunch: launch,
      sourceVariant: async (): Promise<object | null> => {
        const found = await contract();
        return found ? variantNamed(found.source) : null;
      },
      contractFilterConfigDescription: async () => {
        const found = await contract();
        return found ? `Source: ${found.source}; ${describeFilter(found)}` : null;
      },
      contractFilterConfig: contract,
      persistedQueryList: { id: name, name },
    };
  }

  const graph = ({ id }: { id: string }) =>
    id !== graphId
      ? null
      : {
          __typename: "Graph",
          id: graphId,
          title: graphId,
          asActor: { type: "GRAPH" },
          variants: async () => (await variantsOf(database, graphId)).map(variantNamed),
          variant: ({ name }: { name: string }) => variant(name),
          checkWorkflow: async ({ id: workflowId }: { id: string }) => {
            const found = await findCheck(database, workflowId);
            return found?.graphId === graphId ? workflowOf(found, frontendUrl) : null;
          },
          persistedQueryList: ({ id: list }: { id: string }) => ({ id: list, name: list }),
        };

  return {
    query: {
      frontendUrlRoot: frontendUrl,
      me: graph({ id: graphId }),
      graph,
      variant: ({ ref }: { ref: string }) => {
        const [id, name = "current"] = ref.split("@");
        return id === graphId ? variant(name) : null;
      },
    },
    mutation: {
      graph: ({ id }: { id: string }) => (id === graphId ? mutationsOf({ ...context, variantNamed }) : null),
    },
  };
}
