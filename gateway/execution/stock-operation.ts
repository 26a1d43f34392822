// An operation that the stock executor executes. Its result is the response, unless the client's operation contains more than the subgraphs
// may receive. Denied fields are null with an error, and introspection was answered before.
import { operationFromDocument } from "@apollo/federation-internals";
import type { QueryPlan } from "@apollo/query-planner";
import { Kind, visit, type DocumentNode, type FieldNode, type GraphQLFormattedError } from "graphql";
import { traced } from "../../platform/telemetry/tracing.ts";
import { errorsOf } from "./missing.ts";
import type { CompiledOperation, PlanningSchema } from "./operation.ts";
import { createNames, type OwnNames } from "./response-names.ts";
import { compileResponse, inClientNames, refusalLosses, withDefaultsOf, withRenamed } from "./responses.ts";
import type { Merged, Response } from "./responses.ts";
import type { Send } from "./subgraph-requests.ts";
import type { Stock, StockRequest, StockResponse } from "./stock.ts";

export interface ForStock {
  /** The operation for the stock executor. */
  asked: DocumentNode;
  /** @param plan plan of `asked` */
  compile(plan: QueryPlan, stock: () => Promise<Stock>): CompiledOperation;
}

export interface OperationForStock {
  /** The operation without denied fields. */
  document: DocumentNode;
  operationName: string | undefined;
  /** The client's operation. */
  shown: DocumentNode;
  refusals: readonly GraphQLFormattedError[];
}

export function forStock(schema: PlanningSchema, operation: OperationForStock): ForStock {
  const { document, shown } = operation;
  if (document === shown && !asksSchema(document)) return { asked: document, compile: compileWhole };
  const own = createNames(shown, schema.fieldNames);
  const asked = withTypes(own.rename(withoutIntrospection(document)));
  return { asked, compile: (plan, stock) => compilePart(schema, { ...operation, document: asked }, own, plan, stock) };

  function compileWhole(plan: QueryPlan, stock: () => Promise<Stock>): CompiledOperation {
    return {
      plan,
      primary: undefined,
      run: async (variables, send) => asResponse(await executed(stock, { document, variables, plan }, send)),
    };
  }
}

/** The stock executor fails if the data's shape differs from its schema. */
async function executed(stock: () => Promise<Stock>, request: StockRequest, send: Send): Promise<StockResponse> {
  const started = await stock();
  try {
    return await started.execute(request, send);
  } catch (error) {
    const { message } = error as Error;
    return { data: null, errors: [{ message, extensions: { code: "INTERNAL_SERVER_ERROR" } }], valueCompletion: [] };
  }
}

const asResponse = ({ data, ...more }: StockResponse): Response => ({
  data: data === undefined ? undefined : Buffer.from(JSON.stringify(data)),
  ...more,
});

/** `document` is the operation for the stock executor. */
function compilePart(
  schema: PlanningSchema,
  { operationName, shown, document, refusals }: OperationForStock,
  { names, rename }: OwnNames,
  plan: QueryPlan,
  stock: () => Promise<Stock>,
): CompiledOperation {
  const operation = operationFromDocument(schema.plannerApi, rename(shown), operationName ? { operationName } : {});
  const complete = compileResponse(schema.api, operation, names, { shown, operationName });
  const conditionsOf = withDefaultsOf(operation);
  const losses = refusalLosses(refusals, names);
  return {
    plan,
    primary: undefined,
    run: async (given, send, _, introspected) => {
      const variables = withRenamed(given, names);
      const response = await executed(stock, { document, variables, plan }, send);
      const data = response.data ?? {};
      const conditions = conditionsOf(variables);
      const lost = losses.length > 0 ? errorsOf(losses, { operation, names, data, variables: conditions }) : [];
      const errors = [...lost, ...response.errors.map((error) => inClientNames(error, names))];
      const merged: Merged = { data, conditions, hasEscapes: true, errors };
      const completed = traced("complete", {}, () => complete(merged, given, introspected));
      if (completed.errors.length > 0) return completed;
      const before = response.valueCompletion.map((error) => inClientNames(error, names));
      return { ...completed, valueCompletion: [...before, ...completed.valueCompletion] };
    },
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

const isOfSchema = ({ name }: FieldNode) => name.value === "__schema" || name.value === "__type";

function asksSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Field: (field) => void (found ||= isOfSchema(field)) });
  return found;
}

function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, { Field: (field) => (isOfSchema(field) ? null : undefined) });
}

/** Completion needs the type of each object. */
function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: { leave: (set) => ({ ...set, selections: [TYPENAME, ...set.selections] }) },
  });
}
