// Intents, for commands over two databases. First the intent is written as a work item, in the transaction that checks its preconditions.
// Then the other service is called, idempotently by the intent's ID. Then one transaction writes its answer and ends the intent. If this
// process dies in between, another one repeats the call. If the other service was certainly not reached, the intent is deleted. Concurrent
// calls and settlements are batched.
import { createGroupCommit } from "../postgres/group-commit.ts";
import { endWork, keepWork, withdrawWork, type WorkItem, type WorkKind } from "./work.ts";
import type { Database, Tx } from "../postgres/database.ts";
import { isUnavailable, timedOut, withdrawn } from "../core/errors.ts";
import { reach } from "../core/fault-points.ts";

export interface IntentKind<Body, Answer, Outcome> {
  subgraph: string;
  kind: string;
  /** Maximum number of intents in a call or settlement. */
  maxBatch?: number;
  /** After this many attempts it is a dead letter. Absent: it is retried without limit. */
  maxAttempts?: number;
  /** Calls the other service, whose answers are idempotent. An Error in an intent's place applies to that intent only. */
  ask(intents: WorkItem<Body>[]): Promise<(Answer | Error)[]>;
  /** Writes the answers, in the transaction that ends these intents; returns their outcomes. */
  settle(tx: Tx, answered: Answered<Body, Answer>[]): Promise<Outcome[]>;
  /** The outcome of an intent that another request or process has settled. */
  outcomeOf(intent: WorkItem<Body>): Promise<Outcome>;
  /** The intent is deleted, together with the rows written with it. */
  withdraw?(tx: Tx, intent: WorkItem<Body>): Promise<void>;
}

export interface Answered<Body, Answer> {
  intent: WorkItem<Body>;
  answer: Answer;
}

export interface Intents<Body, Outcome> {
  /**
   * Asks about an intent that was just committed, and settles it.
   * @throws GraphQLError UNAVAILABLE if the other service was not reached and the intent was deleted; TIMEOUT if the outcome is unknown
   */
  pursue(intent: WorkItem<Body>): Promise<Outcome>;
  /** For the runner, which takes over orphaned intents. */
  work: WorkKind<Body>;
}

export function createIntents<Body, Answer, Outcome>(
  database: () => Database,
  { subgraph, kind, maxBatch = 64, maxAttempts, ask, settle, outcomeOf, withdraw }: IntentKind<Body, Answer, Outcome>,
): Intents<Body, Outcome> {
  // Not RATE_LIMITED: that promises that nothing was changed, but the intent is committed.
  const asking = createGroupCommit<WorkItem<Body>, Answer>({
    maxBatch,
    maxWaiting: Infinity,
    run: (batch) => askOnceForEach(batch, ask),
  });
  /** Undefined for an intent that another request or process has settled. */
  const settling = createGroupCommit<Answered<Body, Answer>, { outcome: Outcome } | undefined>({
    maxBatch,
    maxWaiting: Infinity,
    run: (batch) =>
      database().transaction(async (tx) => {
        const answered = batch.map(({ request }) => request);
        const ended = await endWork(
          tx,
          kind,
          answered.map(({ intent }) => intent.id),
        );
        // A repeat of a request may be in the same batch.
        const own = answered.filter(({ intent }) => ended.delete(intent.id));
        const outcomes = own.length > 0 ? await settle(tx, own) : [];
        const settled = new Map(own.map((one, index) => [one, { outcome: outcomes[index]! }]));
        return answered.map((one) => settled.get(one));
      }),
  });

  async function goOn(intent: WorkItem<Body>): Promise<{ outcome: Outcome } | undefined> {
    reach(`intent written, not asked: ${kind}`);
    const answer = await asking(intent);
    reach(`intent answered, not settled: ${kind}`);
    return settling({ intent, answer });
  }

  async function pursue(intent: WorkItem<Body>): Promise<Outcome> {
    try {
      const settled = await goOn(intent);
      return settled ? settled.outcome : await outcomeOf(intent);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      const isTakenBack = await database().transaction(async (tx) => {
        const isAlone = await withdrawWork(tx, kind, intent.id);
        if (isAlone) await withdraw?.(tx, intent);
        return isAlone;
      });
      throw isTakenBack ? withdrawn(error) : timedOut("Another service", error);
    }
  }

  return {
    pursue: (intent) => {
      const pursued = pursue(intent);
      keepWork(subgraph, kind, intent.id, pursued);
      return pursued;
    },
    work: {
      kind,
      maxBatch,
      ...(maxAttempts !== undefined && { maxAttempts }),
      run: (items) =>
        Promise.all(
          items.map((item) =>
            goOn(item).then(
              () => undefined,
              (error: Error) => error,
            ),
          ),
        ),
    },
  };
}

/** A concurrent retry joins the same intent: the other service is called once. */
async function askOnceForEach<Body, Answer>(
  batch: { request: WorkItem<Body> }[],
  ask: (intents: WorkItem<Body>[]) => Promise<(Answer | Error)[]>,
): Promise<(Answer | Error)[]> {
  const intents = [...new Map(batch.map(({ request }) => [request.id, request])).values()];
  const answers = await ask(intents);
  const answerOf = new Map(intents.map(({ id }, index) => [id, answers[index]!]));
  return batch.map(({ request }) => answerOf.get(request.id)!);
}
