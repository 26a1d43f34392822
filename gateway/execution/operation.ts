// An operation, compiled once: its plan from @apollo/query-planner as closures, and the completion of its response. It answers like the
// stock executor of @apollo/gateway; the differential test compares both.
import { operationFromDocument } from "@apollo/federation-internals";
import type { FetchNode, QueryPlan } from "@apollo/query-planner";
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { traced } from "../../platform/telemetry/tracing.ts";
import { askedSeveralTimes } from "./entity-fetch.ts";
import { compileNode } from "./fetches.ts";
import { errorsOf, fetchesOf, lostWith, unplannedFields, type Loss } from "./missing.ts";
import { planOf } from "./plan.ts";
import type { Planning } from "./planning.ts";
import { createNames } from "./response-names.ts";
import {
  compileResponse,
  inClientNames,
  refusalLosses,
  withDefaultsOf,
  withRenamed,
  type Introspected,
  type Response,
} from "./responses.ts";
import type { Json } from "./json.ts";
import type { Run } from "./run.ts";
import type { Send, SubgraphAnswer } from "./subgraph-requests.ts";

/** Parts of a supergraph that compilation needs. */
export interface PlanningSchema extends Planning {
  /** The API schema. */
  api: GraphQLSchema;
  /** The full schema, including inaccessible elements. */
  supergraph: GraphQLSchema;
}

export interface CompiledOperation {
  plan: QueryPlan;
  /** For a subscription: the operation sent to the subgraph that owns the field. */
  primary: FetchNode | undefined;
  /**
   * @param message a subscription's message from the subgraph, instead of the primary fetch
   * @param introspected the answers to `__schema` and `__type` by their response names; without, they are worked out here
   */
  run(variables: Json, send: Send, message?: SubgraphAnswer, introspected?: Introspected): Promise<Response>;
}

export interface OperationToCompile {
  /** The operation sent to the subgraphs. */
  document: DocumentNode;
  operationName: string | undefined;
  /** The client's operation, if it differs: fields that were not fetched are null in the response. */
  shown?: DocumentNode;
  /** An existing plan of the operation, made from the same `document` and `shown`. */
  plan?: QueryPlan;
  /** Why fields were not fetched, each with its path without indices. */
  refusals?: readonly GraphQLFormattedError[];
}

/** @throws GraphQLError if the operation can't be planned. */
export function compileOperation(
  schema: PlanningSchema,
  { document, operationName, shown = document, plan: known, refusals = [] }: OperationToCompile,
): CompiledOperation {
  const { names, rename } = createNames(shown, schema.fieldNames);
  const renamed = rename(shown);
  const { operation, plan, primary, node } = planOf(
    schema,
    schema.api,
    shown === document ? renamed : rename(document),
    operationName,
    known,
  );
  const fetches = fetchesOf(node);
  const missing = unplannedFields(operation, fetches);
  if (!node && missing.size > 0) throw new Unresolvable([...missing][0]!);
  const { required, supergraph } = schema;
  // Entities of one mutation are not reused: the next one may change them.
  const shared = operation.rootKind === "mutation" ? [] : fetches.map(({ fetch }) => fetch);
  const around = { operation, required, supergraph, askedSeveralTimes: askedSeveralTimes(shared) };
  const step = node && compileNode(node, around);
  const options = operationName ? { operationName } : {};
  const all = shown === document ? operation : operationFromDocument(schema.plannerApi, renamed, options);
  const complete = compileResponse(schema.api, all, names, { shown, operationName });
  const conditionsOf = withDefaultsOf(operation);

  const always = refusalLosses(refusals, names);
  if (missing.size > 0) always.push({ error: NOBODY_BRINGS, fields: missing, isOnlyWhereMissing: true });

  /** With an error for each missing place in the response. */
  function lossesIn({ failures, data = {}, conditions }: Run): GraphQLFormattedError[] {
    if (failures.length === 0 && always.length === 0) return [];
    const failed = failures.map(({ fetch, error }): Loss => ({ error, fields: lostWith(fetch, fetches) }));
    return errorsOf([...always, ...failed], { operation: all, names, data, variables: conditions });
  }

  return {
    plan,
    primary,
    run: async (given, send, message, introspected) => {
      const variables = withRenamed(given, names);
      const run: Run = {
        variables,
        conditions: conditionsOf(variables),
        send: message && primary ? pushed(primary, message, send) : send,
        hasEscapes: false,
        data: undefined,
        errors: [],
        entities: new Map(),
        failures: [],
      };
      await step?.(run);
      run.errors = [...lossesIn(run), ...run.errors.map((error) => inClientNames(error, names))];
      return traced("complete", {}, () => complete(run, given, introspected));
    },
  };
}

const NOBODY_BRINGS: GraphQLFormattedError = {
  message: "No subgraph can resolve this field here.",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
};

export class Unresolvable extends GraphQLError {
  constructor(field: string) {
    super(`No subgraph can resolve \`${field}\` with these arguments and selections.`, {
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  }
}

/** The subscription's message replaces the primary fetch. */
function pushed(primary: FetchNode, message: SubgraphAnswer, send: Send): Send {
  return (request) =>
    request.document === primary.operation ? Promise.resolve(Buffer.from(JSON.stringify(message))) : send(request);
}
