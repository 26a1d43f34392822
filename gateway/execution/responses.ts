// Builds the response from the merged data: completion, introspection, and the client's names.
import type { FieldSelection, Operation } from "@apollo/federation-internals";
import {
  executeSync,
  getOperationAST,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { completeCarefully } from "./careful-completion.ts";
import { compileCompletion, ONLY_DATA, Uncompleted, type Completion } from "./completion.ts";
import type { JsonText } from "./json.ts";
import { fieldsAt, type Loss } from "./missing.ts";
import { clientPath, type Names } from "./response-names.ts";
import type { Json } from "./json.ts";
import type { Run } from "./run.ts";

export interface Response {
  /** JSON of `data`; undefined if the response has none. */
  data: Buffer | undefined;
  /** JSON of an object that contains only `data`, if available: the whole response if there are no errors. */
  whole?: Buffer;
  errors: readonly GraphQLFormattedError[];
  /** Schema violations of subgraphs, if there are no other errors. */
  valueCompletion: readonly GraphQLFormattedError[];
}

/** The answers to `__schema` and `__type` by their response names. */
export type Introspected = ReadonlyMap<string, JsonText>;

/** Parts of a response. */
export type Merged = Pick<Run, "data" | "conditions" | "hasEscapes" | "errors">;

export type Complete = (merged: Merged, given: Json, known: Introspected | undefined) => Response;

/** @param asked the client's operation, in its names */
export function compileResponse(
  api: GraphQLSchema,
  operation: Operation,
  names: Names,
  asked: { shown: DocumentNode; operationName: string | undefined },
): Complete {
  const introspect = introspection(api, asked.shown, asked.operationName);
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
        // If subgraphs returned errors, other incomplete values are not reported.
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

/** `__schema` and `__type` are resolved here, from the API schema. */
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

export function inClientNames(error: GraphQLFormattedError, names: Names): GraphQLFormattedError {
  return names.fields.size > 0 && error.path ? { ...error, path: clientPath(error.path, names) } : error;
}

/** The variables under the plan's names. */
export function withRenamed(given: Json, names: Names): Json {
  if (names.variables.size === 0) return given;
  const variables = { ...given };
  for (const [own, client] of names.variables) if (Object.hasOwn(given, client)) variables[own] = given[client];
  return variables;
}

/** Adds defaults of omitted variables. */
export function withDefaultsOf(operation: Operation): (variables: Json) => Json {
  const defaults = operation.collectDefaultedVariableValues() as Json;
  return Object.keys(defaults).length > 0 ? (variables) => ({ ...defaults, ...variables }) : (variables) => variables;
}

/** Denied fields are always missing. */
export function refusalLosses(refusals: readonly GraphQLFormattedError[], names: Names): Loss[] {
  const onePerPath = new Map(refusals.map((error) => [JSON.stringify(error.path), error]));
  return [...onePerPath.values()].map((error) => ({ error, fields: fieldsAt(error.path!, names) }));
}
