// Worker thread for new documents: parses, validates and plans them. A hostile document blocks only this thread, not the gateway.
import { workerData } from "node:worker_threads";
import {
  executeSync,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
} from "graphql";
import { serveThread } from "../../platform/core/worker-thread.ts";
import { checkDocument, tooLarge, type DocumentLimits } from "./document-limits.ts";
import type { Json } from "../execution/json.ts";
import { asInvalid, withCode } from "../core/refused.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";
import { planned, type ToPlan } from "./plans.ts";
import { fieldOf } from "./variables.ts";

/** Data of the thread at its start. */
export interface Reading {
  sdl: string;
  knowsScalars: boolean;
  introspection: boolean;
  limits: DocumentLimits;
  executor: Executor;
}

/** `stock` is that of @apollo/gateway; `compiled` is ours. */
export type Executor = "compiled" | "stock";

export type Asked = { what: "check"; query: string } | ToPlan | { what: "introspect"; query: string; variables: Json };

/** For a check only success; for an operation its plan as JSON; for introspection the JSON of each field. */
export type Answer =
  | { errors: GraphQLFormattedError[]; reason?: string }
  | { errors?: undefined; plan?: string; introspected?: [name: string, json: string][] };

/** Maximum length of client input repeated in errors. */
const MAX_ERRORS = 20;

const { sdl, knowsScalars, introspection, limits, executor } = workerData as Reading;
// The main thread has validated it.
const { planning } = readSupergraph(sdl, knowsScalars, true);
const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
// Created in advance: the first use is slow, and a client would wait for it.
void planning[executor === "stock" ? "stock" : "planner"];

export const work = serveThread<Asked, Answer>(async (asked) => {
  try {
    if (asked.what === "check") return check(asked.query);
    if (asked.what !== "introspect") return planned(planning, asked);
    return introspect(parse(asked.query, { noLocation: true }), asked.variables);
  } catch (error) {
    if (error instanceof RangeError) return refusal(tooLarge("is nested too deeply"));
    if (error instanceof GraphQLError) return refusal(error.extensions.code ? error : asInvalid(error));
    throw error;
  }
});

function introspect(document: DocumentNode, variableValues: Json): Answer {
  const { data, errors } = executeSync({ schema: planning.api, document, variableValues });
  if (errors) throw new Error("Introspection failed.", { cause: errors[0] });
  return { introspected: Object.entries(data ?? {}).map(([name, value]) => [name, JSON.stringify(value)]) };
}

function check(query: string): Answer {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return refusal(withCode(error, "GRAPHQL_PARSE_FAILED"));
  }
  checkDocument(document, limits);
  const errors = validate(planning.api, document, rules, { maxErrors: MAX_ERRORS });
  return errors.length > 0 ? refusal(...errors.map((error) => withField(error, document))) : {};
}

/** An invalid value is reported with its argument's name, as for variables. */
function withField(error: GraphQLError, document: DocumentNode): GraphQLError {
  const field = error.nodes?.[0] && fieldOf(document, error.nodes[0]);
  const { nodes = null, extensions } = error;
  return new GraphQLError(error.message, {
    nodes,
    extensions: { code: "GRAPHQL_VALIDATION_FAILED", ...extensions, ...(field ? { field } : {}) },
  });
}

function refusal(...errors: GraphQLError[]): Answer {
  return { errors: errors.map((error) => error.toJSON()) };
}
