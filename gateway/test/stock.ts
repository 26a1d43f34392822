// A stock ApolloGateway, which ours is held against.
import type { DocumentNode, GraphQLFormattedError } from "graphql";
import type { PlanningSchema } from "../execution/operation.ts";
import type { SubgraphAnswer } from "../execution/subgraph-requests.ts";
import type { Stock } from "../execution/stock.ts";
import type { Fetch } from "./generated-subgraphs.ts";
import { withoutInterfaces } from "./known-differences.ts";

export type Ask = (service: string, fetch: Fetch) => Promise<SubgraphAnswer>;

export interface RawOutcome {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  valueCompletion?: readonly unknown[];
  thrown?: true;
}

export interface OperationToRun {
  query: string;
  operationName?: string | undefined;
  variables: Record<string, unknown>;
}

/** As it would come over the wire. */
export const wire = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export async function executeByStock(
  stock: Stock,
  schema: PlanningSchema,
  document: DocumentNode,
  { variables }: OperationToRun,
  ask: Ask,
): Promise<RawOutcome> {
  try {
    const { data, errors, valueCompletion } = await stock.execute(
      { document, variables },
      async ({ service, body }) => {
        const answer = await ask(service, JSON.parse(body) as Fetch);
        return Buffer.from(JSON.stringify(withoutInterfaces(schema.supergraph, answer)));
      },
    );
    return { data: wire(data), errors, valueCompletion };
  } catch {
    return { thrown: true };
  }
}
