// One execution of an operation, as its compiled parts see it.
import type { FetchNode } from "@apollo/query-planner";
import type { GraphQLFormattedError } from "graphql";
import type { EntityLoader } from "./entity-loader.ts";
import type { Json } from "./json.ts";
import { parseAnswer, type Send, type SubgraphAnswer } from "./subgraph-requests.ts";

const BACKSLASH = 0x5c;

/** The answer to a fetch of a run. @throws Error if the bytes are no GraphQL response */
export function readAnswer(run: Run, bytes: Buffer): SubgraphAnswer {
  run.hasEscapes ||= bytes.includes(BACKSLASH);
  return parseAnswer(bytes);
}

export interface Run {
  /** As the client sent them. */
  variables: Json;
  /** The same with the defaults of those that it has left out. */
  conditions: Json;
  send: Send;
  /** Whether a string of an answer may hold what JSON escapes. */
  hasEscapes: boolean;
  /** What the subgraphs have said so far, merged. */
  data: Json | undefined;
  errors: GraphQLFormattedError[];
  /** By what they ask for: entities that fetches of this run have asked for. */
  entities: Map<string, EntityLoader>;
  /** Fetches that have failed. */
  failures: Failure[];
}

export interface Failure {
  fetch: FetchNode;
  error: GraphQLFormattedError;
}
