// An operation, compiled once: its plan from @apollo/query-planner as closures, and the completion of its response.
// It answers as the stock executor of @apollo/gateway would; the differential test holds the two against each other.
import { operationFromDocument, type FieldSelection, type Operation } from "@apollo/federation-internals";
import type { FetchNode, QueryPlan } from "@apollo/query-planner";
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
import { traced } from "../../platform/telemetry/tracing.ts";
import { completeCarefully } from "./careful-completion.ts";
import { compileCompletion, ONLY_DATA, Uncompleted, type Completion } from "./completion.ts";
import { askedSeveralTimes } from "./entity-fetch.ts";
import { compileNode } from "./fetches.ts";
import type { JsonText } from "./json.ts";
import { errorsOf, fetchesOf, fieldsAt, lostWith, unplannedFields, type Loss } from "./missing.ts";
import { planOf } from "./plan.ts";
import type { Planning } from "./planning.ts";
import { clientPath, createNames, type Names } from "./response-names.ts";
import type { Json, Run, Send, SubgraphAnswer } from "./run.ts";

/** What compiling needs to know of a supergraph. */
export interface PlanningSchema extends Planning {
  /** What clients see. */
  api: GraphQLSchema;
  /** All there is, hidden things included. */
  supergraph: GraphQLSchema;
}

export interface Response {
  /** JSON of `data`; undefined if not even that can be said. */
  data: Buffer | undefined;
  /** The same in an object that holds nothing else, if that is at hand: the whole response where there are no errors. */
  whole?: Buffer;
  errors: readonly GraphQLFormattedError[];
  /** What subgraphs have answered against their schema, when there are no other errors. */
  valueCompletion: readonly GraphQLFormattedError[];
}

export interface CompiledOperation {
  plan: QueryPlan;
  /** Of a subscription: what the subgraph that owns the field is asked to push. */
  primary: FetchNode | undefined;
  /**
   * @param message what a subscription's subgraph has pushed, in place of the primary fetch
   * @param introspected the answers to `__schema` and `__type` by their response names; without, they are worked out here
   */
  run(variables: Json, send: Send, message?: SubgraphAnswer, introspected?: Introspected): Promise<Response>;
}

export type Introspected = ReadonlyMap<string, JsonText>;

export interface OperationToCompile {
  /** What the subgraphs are asked for. */
  document: DocumentNode;
  operationName: string | undefined;
  /** What the client has asked for, if that is more: what was not asked for is null in the response. */
  shown?: DocumentNode;
  /** A plan of the operation, where there is one already; made of the same `document` and `shown`. */
  plan?: QueryPlan;
  /** Why the rest was not asked for, each with the path of a field, without indices. */
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
  if (!node && missing.size > 0) throw unresolvable([...missing][0]!);
  const { required, supergraph } = schema;
  // What one mutation has asked for the next one may change.
  const shared = operation.rootKind === "mutation" ? [] : fetches.map(({ fetch }) => fetch);
  const around = { operation, required, supergraph, askedSeveralTimes: askedSeveralTimes(shared) };
  const step = node && compileNode(node, around);
  const options = operationName ? { operationName } : {};
  const all = shown === document ? operation : operationFromDocument(schema.plannerApi, renamed, options);
  const complete = completionOf(all, names, introspection(schema.api, shown, operationName));
  const defaults = operation.collectDefaultedVariableValues() as Json;
  const hasDefaults = Object.keys(defaults).length > 0;

  const always = [...onePerPath(refusals).map((error): Loss => ({ error, fields: fieldsAt(error.path!, names) }))];
  if (missing.size > 0) always.push({ error: NOBODY_BRINGS, fields: missing, isOnlyWhereMissing: true });

  /** With an error for each place in the response at which something is missing. */
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
        conditions: hasDefaults ? { ...defaults, ...variables } : variables,
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

const unresolvable = (field: string) =>
  new GraphQLError(`No subgraph can resolve \`${field}\` as it is asked for.`, {
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });

function onePerPath(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error.path), error])).values()];
}

function inClientNames(error: GraphQLFormattedError, names: Names): GraphQLFormattedError {
  return names.fields.size > 0 && error.path ? { ...error, path: clientPath(error.path, names) } : error;
}

function withRenamed(given: Json, names: Names): Json {
  if (names.variables.size === 0) return given;
  const variables = { ...given };
  for (const [own, client] of names.variables) if (Object.hasOwn(given, client)) variables[own] = given[client];
  return variables;
}

/** What a subscription's subgraph has pushed stands for the primary fetch. */
function pushed(primary: FetchNode, message: SubgraphAnswer, send: Send): Send {
  return (request) =>
    request.document === primary.operation ? Promise.resolve(Buffer.from(JSON.stringify(message))) : send(request);
}

function completionOf(
  operation: Operation,
  names: Names,
  introspect: (selection: FieldSelection, variables: Json) => unknown,
): (run: Run, given: Json, known: Introspected | undefined) => Response {
  const compiled = completionOrNone(operation, names);
  return ({ data: merged = {}, conditions, hasEscapes, errors }, given, known) => {
    const introspected = (selection: FieldSelection) => {
      const name = selection.element.responseName();
      return known?.get(names.fields.get(name) ?? name) ?? introspect(selection, given);
    };
    try {
      if (compiled) {
        const { json, isIncomplete } = compiled(merged, {
          variables: conditions,
          hasEscapes,
          introspect: introspected,
        });
        // With errors of subgraphs at hand nobody is told what else was incomplete.
        const data = json.subarray(ONLY_DATA.length, -1);
        if (!isIncomplete || errors.length > 0) return { data, whole: json, errors, valueCompletion: [] };
      }
    } catch (error) {
      if (!(error instanceof Uncompleted)) throw error;
    }
    const careful = completeCarefully({
      operation,
      names,
      data: merged,
      variables: conditions,
      introspect: introspected,
    });
    const all = [...errors, ...careful.errors];
    return {
      data: Buffer.from(JSON.stringify(careful.data)),
      errors: all,
      valueCompletion: all.length > 0 ? [] : careful.incomplete,
    };
  };
}

function completionOrNone(operation: Operation, names: Names): Completion | undefined {
  try {
    return compileCompletion(operation, names);
  } catch (error) {
    if (error instanceof Uncompleted) return undefined;
    throw error;
  }
}

/** `__schema` and `__type` are answered here, from what clients may see. */
function introspection(api: GraphQLSchema, document: DocumentNode, operationName: string | undefined) {
  return (selection: FieldSelection, variables: Json): unknown => {
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
  };
}
