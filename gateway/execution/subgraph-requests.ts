// What goes over the wire between the gateway and a subgraph.
import type { GraphQLFormattedError } from "graphql";
import { isObject, type Json } from "./json.ts";

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
