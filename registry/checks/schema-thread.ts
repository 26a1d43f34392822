// The registry's side of the thread that composes and checks schemas.
import { GraphQLError } from "graphql";
import { createThread } from "../../platform/core/worker-thread.ts";
import type { Answer, Asked } from "./worker.ts";

/** The result type matches the request type. */
export type Ask = <What extends Asked["what"]>(
  asked: Extract<Asked, { what: What }>,
) => Promise<Extract<Answer, { what: What }>>;

export interface SchemaThread {
  ask: Ask;
  stop(): Promise<void>;
}

/** Timeout of composition: six subgraphs compose in a quarter of a second. */
const LIMITS = { maxQueue: 200, deadlineMs: 10_000 };

export function createSchemaThread(): SchemaThread {
  const thread = createThread<Asked, Answer>(new URL("./worker.ts", import.meta.url), LIMITS);
  const ask: Ask = <What extends Asked["what"]>(asked: Extract<Asked, { what: What }>) =>
    thread.ask(asked).catch((error: Error) => {
      if (/call stack/.test(error.message)) throw new GraphQLError("The schema is nested too deeply to be checked.");
      throw error;
    }) as Promise<Extract<Answer, { what: What }>>;
  return { ask, stop: () => thread.stop() };
}
