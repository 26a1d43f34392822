// Asking the same as every viewer: over every transport of the gateway, and at the subgraphs themselves.
import { subgraphs } from "../../operations/subgraphs.ts";
import { sampleOf } from "../../testkit/repetitions.ts";
import type { Scene } from "./scene.ts";
import { fieldsOf, subgraphSchemas } from "./schemas.ts";
import { asking, askingSubgraph, internalToken, TRANSPORTS, type Ask, type Transport } from "./transports.ts";
import { viewerNames, type ViewerName } from "./viewers.ts";

export const SUBGRAPHS = Object.keys(subgraphs);
export const ownerOf = (kind: "Query" | "Mutation" | "Subscription", name: string) =>
  SUBGRAPHS.find((subgraph) => fieldsOf(subgraphSchemas[subgraph]!, kind)[name])!;

/** Does `work` as every viewer over HTTP, and over the other transports of the gateway; over these `npm test` tries a third. @returns the problems that `work` has found */
export async function overAll(
  scene: Scene,
  work: (viewer: ViewerName, ask: Ask, transport: Transport) => Promise<string[]>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const transport of TRANSPORTS)
    for (const viewer of transport === "HTTP" ? viewerNames : sampleOf(viewerNames, 3)) {
      const { ask, close } = asking(scene.supergraph.url, scene.people[viewer].client.token, transport);
      problems.push(...(await work(viewer, ask, transport)).map((one) => `${viewer}, ${transport}: ${one}`));
      await close();
    }
  return problems;
}

/** The same at the subgraphs, with the tokens that the gateway would send. */
export async function atSubgraphs(
  scene: Scene,
  work: (viewer: ViewerName, askOf: (subgraph: string) => Ask) => Promise<string[]>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const viewer of viewerNames) {
    const asks = await Promise.all(
      SUBGRAPHS.map(
        async (name) => [name, askingSubgraph(scene, name, await internalToken(scene, viewer, name))] as const,
      ),
    );
    const found = await work(viewer, (name) => Object.fromEntries(asks)[name]!);
    problems.push(...found.map((one) => `${viewer}, at the subgraph: ${one}`));
  }
  return problems;
}
