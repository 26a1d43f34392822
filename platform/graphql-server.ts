// A subgraph's Apollo Server: without the plugins that nobody here reads, and with operations compiled once by graphql-jit
// instead of interpreted each time (`bench -- gateway` says what that saves).
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { Logger } from "./logger.ts";

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
    // The hook that Apollo Server has for gateways is where it lets others execute.
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

interface Executed {
  document: Parameters<typeof compileQuery<Result, Record<string, unknown>>>[1];
  queryHash: string;
  request: { variables?: Record<string, unknown>; operationName?: string };
  contextValue?: unknown;
  context?: unknown;
}

type Result = Record<string, unknown>;

function compilingExecutor(schema: GraphQLSchema): never {
  const compiled = new LRUCache<string, CompiledQuery<Result, Record<string, unknown>>>({ max: COMPILED_KEPT });
  const executor = async ({ document, queryHash, request, context }: Executed): Promise<ExecutionResult> => {
    const key = `${queryHash} ${request.operationName ?? ""}`;
    let operation = compiled.get(key);
    if (!operation) {
      const made = compileQuery<Result, Record<string, unknown>>(schema, document, request.operationName);
      if (!isCompiledQuery(made)) return made;
      compiled.set(key, (operation = made));
    }
    const result = (await operation.query(undefined, context, request.variables ?? {})) as ExecutionResult;
    return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  } as never;
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
