// Errors that clients see for a failed fetch, or for errors in a subgraph's response.
import { errorCodeDef } from "@apollo/federation-internals";
import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { timedOut } from "../../platform/core/errors.ts";
import type { Run } from "./run.ts";
import type { SubgraphAnswer } from "./subgraph-requests.ts";

/** The whole fetch failed: its own fields are lost. */
export function fail(run: Run, fetch: FetchNode, error: unknown): void {
  run.failures.push({ fetch, error: failureOf(error, fetch.serviceName) });
}

/** The client's view of an error, at any path. */
export function failureOf(error: unknown, serviceName: string): GraphQLFormattedError {
  if (error instanceof GraphQLError && error.extensions.code) return error.toJSON();
  const { message } = error as Error;
  return { message, extensions: { serviceName, code: "DOWNSTREAM_SERVICE_ERROR" } };
}

/** Without data the error affects all fields of the fetch. Otherwise its scope is unknown. */
export function pushUnplaced(
  run: Run,
  fetch: FetchNode,
  path: ResponsePath,
  error: GraphQLFormattedError,
  data: unknown,
): void {
  const list = path.indexOf("@");
  const place = list < 0 ? path : path.slice(0, list);
  const said = subgraphError(error, fetch.serviceName, place.length > 0 ? place : undefined);
  if (data === undefined || data === null) run.failures.push({ fetch, error: said });
  else run.errors.push(said);
}

export function subgraphError(
  error: GraphQLFormattedError,
  serviceName: string,
  path: ResponsePath | undefined,
): GraphQLFormattedError {
  const code = errorCodeDef(error as GraphQLError)?.code ?? (error.extensions?.code || "DOWNSTREAM_SERVICE_ERROR");
  return {
    message: error.message || `Error while fetching subquery from service "${serviceName}"`,
    ...(path ? { path } : {}),
    extensions: { ...error.extensions, serviceName, code },
  };
}

/**
 * The answer to a fetch that may have changed something.
 * @throws GraphQLError TIMEOUT if it can't be parsed: a proxy produced it, and may have forwarded the mutation.
 */
export function answerToChange(serviceName: string, read: () => SubgraphAnswer): SubgraphAnswer {
  try {
    return read();
  } catch (error) {
    throw timedOut(`The ${serviceName} service`, error);
  }
}
