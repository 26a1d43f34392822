// An operation, compiled once: its plan from @apollo/query-planner as closures, and the completion of its response.
// It answers as the stock executor of @apollo/gateway would; the differential test holds the two against each other.
import { operationFromDocument, type FieldSelection, type Operation, type Schema } from "@apollo/federation-internals";
import { computeResponse } from "@apollo/gateway/dist/resultShaping.js";
import type { FetchNode, PlanNode, QueryPlan, QueryPlanner } from "@apollo/query-planner";
import {
  executeSync,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { traced } from "../../platform/tracing.ts";
import { compileCompletion, Uncompleted, type Completion } from "./completion.ts";
import { LRUCache } from "lru-cache";
import { compileNode } from "./fetches.ts";
import type { Answers, Json, Run, Send, SubgraphAnswer } from "./run.ts";

/** What compiling needs to know of a supergraph. */
export interface PlanningSchema {
  /** What clients see. */
  api: GraphQLSchema;
  /** The same, as the planner sees it. */
  plannerApi: Schema;
  /** All there is, hidden things included. */
  supergraph: GraphQLSchema;
  planner: QueryPlanner;
}

export interface Response {
  /** JSON of `data`; undefined if not even that can be said. */
  data: Buffer | undefined;
  errors: readonly GraphQLFormattedError[];
  /** What subgraphs have answered against their schema, when there are no other errors. */
  valueCompletion: readonly GraphQLFormattedError[];
}

export interface CompiledOperation {
  plan: QueryPlan;
  /** Of a subscription: what the subgraph that owns the field is asked to push. */
  primary: FetchNode | undefined;
  /** @param message what a subscription's subgraph has pushed, in place of the primary fetch */
  run(variables: Json, send: Send, message?: SubgraphAnswer): Promise<Response>;
}

export interface OperationToCompile {
  /** What the subgraphs are asked for. */
  document: DocumentNode;
  operationName: string | undefined;
  /** What the client has asked for, if that is more: what was not asked for is null in the response. */
  shown?: DocumentNode;
  /** A plan of the operation, where there is one already. */
  plan?: QueryPlan;
  /** Where responses are remembered. */
  memory?: Memory;
}

/** @throws GraphQLError if the operation can't be planned. */
export function compileOperation(
  schema: PlanningSchema,
  { document, operationName, shown, plan: known, memory }: OperationToCompile,
): CompiledOperation {
  refusePrototypes(document);
  const id = (compiled += 1);
  const options = operationName ? { operationName } : {};
  const operation = operationFromDocument(schema.plannerApi, document, options);
  const plan = known ?? traced("plan", {}, () => schema.planner.buildQueryPlan(operation));
  const primary = plan.node?.kind === "Subscription" ? plan.node.primary : undefined;
  const node = executable(plan);
  const step = node && compileNode(node, { operation, supergraph: schema.supergraph });
  const asked = { document: shown ?? document, operationName };
  const all = shown ? operationFromDocument(schema.plannerApi, shown, options) : operation;
  const complete = completionOf(schema.api, all, asked);

  const remembers = memory && !shown && !primary && operation.rootKind === "query";

  return {
    plan,
    primary,
    run: async (variables, send, message) => {
      const key = remembers ? `${id} ${JSON.stringify(variables)}` : "";
      const before = remembers ? memory.get(key) : undefined;
      const run: Run = {
        variables,
        send: message && primary ? pushed(primary, message, send) : send,
        before: before?.answers,
        answers: new Map(),
        putOff: [],
        data: undefined,
        errors: [],
      };
      await step?.(run);
      if (before && run.before) return before.response;
      const response = traced("complete", {}, () => complete(run));
      if (remembers && response.errors.length === 0 && response.valueCompletion.length === 0)
        memory.set(key, { answers: run.answers, response });
      return response;
    },
  };
}

let compiled = 0;

/**
 * Responses that were whole, with the answers that they came of. What is hot changes less often than it is asked for: where
 * the subgraphs answer with the very same bytes as before, nothing is parsed, merged and completed again.
 */
export type Memory = LRUCache<string, { answers: Answers; response: Response }>;

/** Larger ones are hardly ever the same twice. */
const LARGEST_REMEMBERED_BYTES = 256 * 1024;

export function createMemory(bytes: number): Memory {
  return new LRUCache({
    maxSize: bytes,
    maxEntrySize: LARGEST_REMEMBERED_BYTES,
    sizeCalculation: ({ answers, response }, key) => {
      let size = key.length + (response.data?.length ?? 0);
      for (const { request, bytes: answer } of answers.values()) size += request.body.length + answer.length;
      return size;
    },
  });
}

/** What a subscription's subgraph has pushed stands for the primary fetch. */
function pushed(primary: FetchNode, message: SubgraphAnswer, send: Send): Send {
  return (request) =>
    request.document === primary.operation ? Promise.resolve(Buffer.from(JSON.stringify(message))) : send(request);
}

/** The one name that can't be a key of an object like any other. */
function refusePrototypes(document: DocumentNode): void {
  visit(document, {
    Field: (node) => {
      if (node.alias?.value === "__proto__")
        throw new GraphQLError("Use another alias than `__proto__`.", {
          nodes: node,
          extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        });
    },
  });
}

/** A subscription's plan is a fetch that the subgraph pushes and what then joins the rest to it. */
function executable({ node }: QueryPlan): PlanNode | undefined {
  if (node?.kind !== "Subscription") return node;
  return node.rest ? { kind: "Sequence", nodes: [node.primary, node.rest] } : node.primary;
}

type Asked = Pick<OperationToCompile, "document" | "operationName">;

function completionOf(api: GraphQLSchema, operation: Operation, asked: Asked): (run: Run) => Response {
  const compiled = completionOrNone(operation);
  const introspectionOf = (variables: Json) => (selection: FieldSelection) =>
    introspect(api, selection, asked, variables);
  return ({ data = {}, variables, errors }) => {
    const introspection = introspectionOf(variables);
    try {
      if (compiled) {
        const { json, isIncomplete } = compiled(data, variables, introspection);
        // With errors of subgraphs at hand nobody is told what else was incomplete.
        if (!isIncomplete || errors.length > 0) return { data: json, errors, valueCompletion: [] };
      }
    } catch (error) {
      if (!(error instanceof Uncompleted)) throw error;
    }
    return completeAsStock(operation, { data, variables, errors, introspection });
  };
}

function completionOrNone(operation: Operation): Completion | undefined {
  try {
    return compileCompletion(operation);
  } catch (error) {
    if (error instanceof Uncompleted) return undefined;
    throw error;
  }
}

/** The stock executor's own completion, with its own words for what is wrong. */
function completeAsStock(
  operation: Operation,
  run: Pick<Run, "variables" | "errors"> & { data: Json; introspection(selection: FieldSelection): unknown },
): Response {
  try {
    const { data, errors } = computeResponse({
      operation,
      variables: run.variables,
      input: run.data,
      introspectionHandling: run.introspection,
    });
    const valueCompletion = run.errors.length > 0 ? [] : errors.map((error) => error.toJSON());
    return { data: Buffer.from(JSON.stringify(data)), errors: run.errors, valueCompletion };
  } catch (error) {
    const first = error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
    return { data: undefined, errors: [first.toJSON()], valueCompletion: [] };
  }
}

/** `__schema` and `__type` are answered here, from what clients may see. */
function introspect(
  api: GraphQLSchema,
  selection: FieldSelection,
  { document, operationName }: Asked,
  variables: Json,
): unknown {
  const node = selection.expandFragments().toSelectionNode();
  const used = new Set<string>();
  visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = getOperationAST(document, operationName)!.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const { data, errors } = executeSync({
    schema: api,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          ...(variableDefinitions ? { variableDefinitions } : {}),
          selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
        },
      ],
    },
    variableValues: variables,
  });
  if (errors) throw new Error("Introspection failed.", { cause: errors[0] });
  return data?.[selection.element.responseName()];
}
