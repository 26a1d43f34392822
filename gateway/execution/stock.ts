// The stock executor: an ApolloGateway of @apollo/gateway, used by its public API, which calls subgraphs through our client. It executes
// operations that the compiled executor can't plan, and everything except subscriptions if the operator selects it. It is the reference of
// differential tests. The library is loaded on first use: most gateways never need it.
import { createHash } from "node:crypto";
import type { ApolloGateway, GraphQLDataSource } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLFormattedError,
} from "graphql";
import { answerToChange, failureOf } from "./fetch-errors.ts";
import { parseAnswer, type Send } from "./subgraph-requests.ts";
import type { Json } from "./json.ts";

export interface StockRequest {
  /** State of one operation. */
  document: DocumentNode;
  variables: Json;
  /** Absent: the gateway plans by itself, on this thread. */
  plan?: QueryPlan;
}

export interface StockResponse {
  data: Json | null | undefined;
  errors: readonly GraphQLFormattedError[];
  valueCompletion: readonly GraphQLFormattedError[];
}

export interface Stock {
  /** @throws Error if the data's shape differs from its schema */
  execute(request: StockRequest, send: Send): Promise<StockResponse>;
  stop(): Promise<void>;
}

type RequestContext = Parameters<ApolloGateway["executor"]>[0];

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const noCache: RequestContext["cache"] = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => undefined,
};

/** @param sdl a supergraph whose security directives are enforced before execution */
export async function startStock(sdl: string): Promise<Stock> {
  // Otherwise it reports the machine to Apollo once an hour.
  process.env.APOLLO_TELEMETRY_DISABLED = "true";
  const { ApolloGateway } = await import("@apollo/gateway");
  /** Keyed by the `queryHash` of the runs. */
  const plans = new Map<string, QueryPlan>();
  const gateway = new ApolloGateway({
    supergraphSdl: async () => ({ supergraphSdl: withoutPurposes(sdl) }),
    buildService: ({ name }) => dataSource(name),
    // Finds the plan of a run; nothing else is cached.
    queryPlannerConfig: {
      cache: {
        get: async (run) => plans.get(run),
        set: async () => {},
        delete: async () => undefined,
        clear: () => {},
      },
    },
    // It was validated when it was parsed.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: silent,
  });
  let schema: RequestContext["schema"] | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (schema = apiSchema));
  await gateway.load();
  const schemaHash = createHash("sha256").update(sdl).digest("hex") as RequestContext["schemaHash"];
  let runs = 0;

  return {
    execute: async ({ document, variables, plan }, send) => {
      const run = String((runs += 1));
      if (plan) plans.set(run, plan);
      try {
        const { data, errors, extensions } = await gateway.executor({
          request: { variables },
          document,
          operation: getOperationAST(document)!,
          operationName: null,
          source: "",
          queryHash: run,
          context: { send } satisfies Context,
          schema: schema!,
          schemaHash,
          cache: noCache,
          metrics: {},
          logger: silent,
          overallCachePolicy: undefined,
        });
        const incomplete = (extensions?.valueCompletion ?? []) as readonly Error[];
        return { data, errors: (errors ?? []).map(told), valueCompletion: incomplete.map(told) };
      } finally {
        plans.delete(run);
      }
    },
    stop: () => gateway.stop(),
  };
}

/** State passed from a run to its fetches. */
interface Context {
  send: Send;
}

/** A data source for a subgraph: uses our connections, with the headers and the deadline of the run. */
function dataSource(service: string): GraphQLDataSource {
  return {
    process: async ({ request: { query: document = "", variables, operationName }, context }) => {
      const isQuery = !document.startsWith("mutation");
      try {
        const body = JSON.stringify({ query: document, operationName, variables });
        const bytes = await (context as Context).send({ service, body, isQuery, document });
        return isQuery ? parseAnswer(bytes) : answerToChange(service, () => parseAnswer(bytes));
      } catch (error) {
        // Thrown it would lose its code.
        return { errors: [failureOf(error, service)] };
      }
    },
  };
}

const told = (error: Error): GraphQLFormattedError =>
  error instanceof GraphQLError ? error.toJSON() : { message: error.message };

/** The gateway loads no supergraph with a security directive that it doesn't know. Ours are enforced before execution. */
function withoutPurposes(sdl: string): string {
  const cut = (directive: ConstDirectiveNode): ConstDirectiveNode => ({
    ...directive,
    arguments: (directive.arguments ?? []).filter(({ name, value }) => !isSecurity(name.value, value)),
  });
  return print(
    visit(parse(sdl, { noLocation: true }), {
      SchemaDefinition: (schema) => ({ ...schema, directives: (schema.directives ?? []).map(cut) }),
    }),
  );
}

const isSecurity = (name: string, value: { kind: string; value?: unknown }) =>
  name === "for" && value.kind === Kind.ENUM && value.value === "SECURITY";
