// What a client asks for over a socket, checked before anything is done about it.
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { badInput } from "../platform/errors.ts";
import type { LoadedSupergraph } from "./supergraph.ts";

/** As over HTTP. */
export const MAX_TOKENS = 1_000;

export interface SubscribeRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

interface SubscribePayload {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export function prepare(
  supergraph: LoadedSupergraph,
  payload: SubscribePayload,
): SubscribeRequest | { errors: readonly GraphQLError[] } {
  let document: DocumentNode;
  try {
    document = parse(payload.query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    return { errors: [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")] };
  }
  const errors = validate(supergraph.schema(), document);
  if (errors.length > 0) return { errors: errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED")) };
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return { errors: [badInput("operationName", "names no operation of the document")] };
  const variables = getVariableValues(
    supergraph.schema(),
    operation.variableDefinitions ?? [],
    payload.variables ?? {},
  );
  if (variables.errors) return { errors: variables.errors.map((error) => withCode(error, "BAD_USER_INPUT")) };
  return { document, operation, operationName: payload.operationName ?? undefined, variables: payload.variables ?? {} };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
}
