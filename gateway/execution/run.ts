// State of one execution, for the compiled parts.
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
