// A subgraph's Apollo Server: without unused plugins, and with operations compiled once by graphql-jit instead of interpreted (`bench --
// gateway` has the savings).
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { reach } from "../core/fault-points.ts";
import type { Logger } from "../telemetry/logger.ts";

/** Gateways send the same few hundred operations again and again. */
const COMPILED_KEPT = 2_000;

export interface GraphqlServerOptions<Context extends BaseContext> {
  schema: GraphQLSchema;
  introspection: boolean;
  plugins: ApolloServerPlugin<Context>[];
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  logger: Logger;
}

export function createGraphqlServer<Context extends BaseContext>(
  options: GraphqlServerOptions<Context>,
): ApolloServer<Context> {
  const { schema, introspection, plugins, formatError, logger } = options;
  return new ApolloServer<Context>({
    gateway: compilingExecutor(schema),
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: true,
    formatError,
    logger,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
  });
}

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

type Result = Record<string, unknown>;

interface Compiled extends Pick<CompiledQuery<Result, Record<string, unknown>>, "query"> {
  /** The first field of an operation that changes something. */
  mutation: string | undefined;
}

function mutationIn(document: DocumentNode, operationName: string | undefined): string | undefined {
  const operation = getOperationAST(document, operationName);
  const field = operation?.operation === OperationTypeNode.MUTATION ? operation.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? field.name.value : undefined;
}

/**
 * Apollo Server delegates execution through its public option `gateway` (GatewayInterface): it calls `load` for an `executor`, and gets the
 * schema by `onSchemaLoadOrUpdate`. Before that it has parsed and validated the document, which it caches by `queryHash`; the executor's
 * result passes its plugins and `formatError`. `context` is the result of the server's own `context` function.
 */
function compilingExecutor(schema: GraphQLSchema): Gateway {
  const compiled = new LRUCache<string, Compiled>({ max: COMPILED_KEPT });
  const executor: GatewayExecutor = async ({ document, queryHash, request, context }) => {
    const key = `${queryHash} ${request.operationName ?? ""}`;
    let operation = compiled.get(key);
    if (!operation) {
      const made = compileQuery<Result, Record<string, unknown>>(schema, document, request.operationName);
      if (!isCompiledQuery(made)) return made;
      compiled.set(key, (operation = { query: made.query, mutation: mutationIn(document, request.operationName) }));
    }
    const result = (await operation.query(undefined, context, request.variables ?? {})) as ExecutionResult;
    if (operation.mutation !== undefined) reach(`done, not answered: ${operation.mutation}`);
    return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  };
}

/** Apollo Server looks into errors of graphql's own class, and graphql-jit's only look like them: theirs may have no extensions. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  if (error.constructor === GraphQLError) return error;
  const { message, path, extensions, originalError } = error as GraphQLError;
  return new GraphQLError(message, {
    path: path ?? null,
    extensions: extensions ?? {},
    originalError: originalError ?? null,
  });
}
