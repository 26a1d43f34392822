// What a node of the plan is compiled to, and from.
import type { Operation } from "@apollo/federation-internals";
import type { GraphQLSchema } from "graphql";
import type { RequiredFields } from "./planning.ts";
import type { Run } from "./run.ts";

/** Carries out one node of the plan; undefined if there is nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

export interface Surroundings {
  operation: Operation;
  supergraph: GraphQLSchema;
  required: RequiredFields;
  /** Entity selections that several fetches of the plan share. */
  askedSeveralTimes: ReadonlySet<string>;
}
