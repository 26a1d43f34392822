// State of one execution, for the compiled parts.
import type { FetchNode } from "@apollo/query-planner";
import type { GraphQLFormattedError } from "graphql";
import type { EntityLoader } from "./entity-loader.ts";

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A subgraph's response to one fetch. */
export interface SubgraphAnswer {
  data?: Json | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Json;
}

/** A fetch as it goes over the wire. */
export interface SubgraphRequest {
  service: string;
  /** JSON: query, operationName and variables. */
  body: string;
  /** Whether it can be sent again without doing something twice. */
  isQuery: boolean;
  /** The plan's document; the same string for every request of this fetch. */
  document: string;
}

/**
 * Fetches a subgraph's response as JSON bytes.
 * @throws Error with a message for clients: the fetch then counts as failed, and only its own fields are lost.
 */
export type Send = (request: SubgraphRequest) => Promise<Buffer>;

const BACKSLASH = 0x5c;

/** The answer to a fetch of a run. @throws Error if the bytes are no GraphQL response */
export function readAnswer(run: Run, bytes: Buffer): SubgraphAnswer {
  run.hasEscapes ||= bytes.includes(BACKSLASH);
  return parseAnswer(bytes);
}

/** @throws Error if the bytes are no GraphQL response */
export function parseAnswer(bytes: Buffer): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(bytes.toString("utf8"));
  } catch {
    // The parser's own words would quote the answer.
    throw new Error("The subgraph's response is not JSON.");
  }
  if (!isObject(answer) || !("data" in answer || "errors" in answer) || !isAnswer(answer))
    throw new Error("The subgraph's response is not a GraphQL response.");
  return answer;
}

function isAnswer({ data, errors }: Json): boolean {
  if (data !== undefined && data !== null && !isObject(data)) return false;
  return errors === undefined || errors === null || (Array.isArray(errors) && errors.every(isError));
}

const isPathPart = (part: unknown) => typeof part === "string" || typeof part === "number";

function isError(error: unknown): boolean {
  if (!isObject(error)) return false;
  const { path, extensions } = error;
  if (path !== undefined && path !== null && !(Array.isArray(path) && path.every(isPathPart))) return false;
  return extensions === undefined || extensions === null || isObject(extensions);
}

export interface Run {
  /** Variables as the client sent them. */
  variables: Json;
  /** The same with defaults of omitted ones. */
  conditions: Json;
  send: Send;
  /** Whether strings of a response may need escaping. */
  hasEscapes: boolean;
  /** Merged data of the subgraphs so far. */
  data: Json | undefined;
  errors: GraphQLFormattedError[];
  /** Entity loaders of this run, by selection. */
  entities: Map<string, EntityLoader>;
  /** Fetches that have failed. */
  failures: Failure[];
}

export interface Failure {
  fetch: FetchNode;
  error: GraphQLFormattedError;
}
