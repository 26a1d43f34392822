// Loads the supergraph into @apollo/gateway and keeps what planning a subscription needs beside it.
import { readFileSync } from "node:fs";
import { ApolloGateway, executeQueryPlan, buildOperationContext, type ServiceMap } from "@apollo/gateway";
import { QueryPlanner, type FetchNode, type QueryPlan } from "@apollo/query-planner";
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import {
  GraphQLError,
  print,
  stripIgnoredCharacters,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { Logger } from "../platform/logger.ts";
import type { GatewayContext } from "./context.ts";
import type { SubgraphSource } from "./data-source.ts";

/** A subscription, planned: where its messages come from and how each is completed. */
export interface PlannedSubscription {
  /** The subgraph that owns the field. */
  subgraph: string;
  /** What to subscribe to there. */
  operation: string;
  operationName: string | undefined;
  /** Joins the other subgraphs' fields to one message. */
  complete(
    message: ExecutionResult,
    variables: Record<string, unknown>,
    context: GatewayContext,
  ): Promise<ExecutionResult>;
}

export interface LoadedSupergraph {
  gateway: ApolloGateway;
  schema(): GraphQLSchema;
  planSubscription(document: DocumentNode, operationName: string | undefined): PlannedSubscription;
}

interface Loaded {
  schema: GraphQLSchema;
  supergraph: Supergraph;
  planner: QueryPlanner;
  supergraphSchema: GraphQLSchema;
}

/** The subgraphs' names, as the supergraph lists them. */
export function subgraphsOf(supergraphSdl: string): { name: string; url: string }[] {
  return [...supergraphSdl.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)].map(([, name, url]) => ({
    name: name!,
    url: url!,
  }));
}

export function loadSupergraph(options: {
  file: string;
  sources: Record<string, SubgraphSource>;
  logger: Logger;
}): LoadedSupergraph {
  const { file, sources, logger } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(file, "utf8"),
    buildService: ({ name }) => {
      const source = sources[name];
      if (!source) throw new Error(`No source for ${name}.`);
      return source as never;
    },
    logger: logger as never,
  });
  let loaded: Loaded | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const supergraph = Supergraph.build(coreSupergraphSdl, { validateSupergraph: false });
    loaded = {
      schema: apiSchema,
      supergraph,
      planner: new QueryPlanner(supergraph),
      supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    };
  });
  const now = (): Loaded => {
    if (!loaded) throw new Error("The supergraph is not loaded yet.");
    return loaded;
  };
  return {
    gateway,
    schema: () => now().schema,
    planSubscription: (document, operationName) => plan(now(), sources, logger, document, operationName),
  };
}

function plan(
  loaded: Loaded,
  sources: Record<string, SubgraphSource>,
  logger: Logger,
  document: DocumentNode,
  operationName: string | undefined,
): PlannedSubscription {
  const apiSchema = loaded.supergraph.apiSchema();
  const { node } = loaded.planner.buildQueryPlan(operationFromDocument(apiSchema, document, { operationName }));
  if (node?.kind !== "Subscription") throw new Error("Not a subscription.");
  const primary: FetchNode = node.primary;
  // A subscription's plan is a fetch that the subgraph pushes and the rest; as a sequence the stock executor can run it.
  const whole: QueryPlan = {
    kind: "QueryPlan",
    node: node.rest ? { kind: "Sequence", nodes: [primary, node.rest] } : primary,
  };
  const operationContext = buildOperationContext({ schema: loaded.schema, operationDocument: document, operationName });
  const query = stripIgnoredCharacters(print(document));
  return {
    subgraph: primary.serviceName,
    operation: primary.operation,
    operationName: primary.operationName,
    complete: async (message, variables, context) => {
      const owner = sources[primary.serviceName]!;
      const seeded = {
        process: (request: Parameters<SubgraphSource["process"]>[0]) =>
          request.request.query === primary.operation ? Promise.resolve(message as never) : owner.process(request),
      };
      const services = { ...sources, [primary.serviceName]: seeded } as unknown as ServiceMap;
      const requestContext = {
        request: { query, variables, operationName },
        document,
        context,
        metrics: {},
        logger,
        cache: undefined,
      };
      const result = await executeQueryPlan(
        whole,
        services,
        requestContext as never,
        operationContext,
        loaded.supergraphSchema,
        apiSchema,
      );
      return { data: result.data as never, ...(result.errors ? { errors: result.errors.map(asGraphQLError) } : {}) };
    },
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
}
