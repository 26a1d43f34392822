// The stock executor of @apollo/gateway, which ours is held against.
import { buildOperationContext, executeQueryPlan, type ServiceMap } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import { GraphQLError, isInterfaceType, type DocumentNode, type GraphQLFormattedError } from "graphql";
import type { PlanningSchema } from "../execution/operation.ts";
import type { SubgraphAnswer } from "../execution/run.ts";
import type { Fetch } from "./generated-subgraphs.ts";

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

/** The stock executor forgets what an entity is when a subgraph answers with the name of its @interfaceObject. */
function withoutInterfaces({ supergraph }: PlanningSchema, answer: SubgraphAnswer): SubgraphAnswer {
  const entities = answer.data?._entities;
  for (const entity of Array.isArray(entities) ? (entities as unknown[]) : []) {
    const { __typename: name } = (entity ?? {}) as { __typename?: unknown };
    if (typeof name === "string" && isInterfaceType(supergraph.getType(name)))
      delete (entity as Record<string, unknown>).__typename;
  }
  return answer;
}

export async function executeByStock(
  schema: PlanningSchema,
  document: DocumentNode,
  plan: QueryPlan,
  { query, operationName, variables }: OperationToRun,
  ask: Ask,
): Promise<RawOutcome> {
  const services = new Proxy(
    {},
    {
      get: (_, name: string) => ({
        process: async ({ request }: { request: Fetch }) =>
          withoutInterfaces(schema, await ask(name, wire(request) as Fetch)),
      }),
    },
  ) as unknown as ServiceMap;
  const context = buildOperationContext({
    schema: schema.api,
    operationDocument: document,
    ...(operationName ? { operationName } : {}),
  });
  try {
    const { data, errors, extensions } = await executeQueryPlan(
      plan,
      services,
      { request: { query, operationName, variables }, document, context: {}, metrics: {}, logger: console } as never,
      context,
      schema.supergraph,
      schema.plannerApi,
    );
    const shown = errors?.map((error) =>
      error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message },
    );
    return { data: wire(data), errors: shown ?? [], valueCompletion: (extensions?.valueCompletion as unknown[]) ?? [] };
  } catch {
    return { thrown: true };
  }
}
