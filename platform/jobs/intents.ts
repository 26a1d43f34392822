// What takes two databases: what is meant is written first, as a work item (the intent), in the transaction that checks that it may be. Then
// the other service is asked, idempotently by the intent's id. Then what it has answered is written, and the intent ended, in one transaction.
// If this process dies in between, another one asks again. If the other service was certainly not reached, the intent is taken back.
// Those that are asked or settled at the same time go together.
import { createGroupCommit } from "../postgres/group-commit.ts";
import { endWork, keepWork, withdrawWork, type WorkItem, type WorkKind } from "./work.ts";
import type { Database, Tx } from "../postgres/database.ts";
import { isUnavailable, timedOut, withdrawn } from "../core/errors.ts";
import { reach } from "../core/fault-points.ts";

export interface IntentKind<Body, Answer, Outcome> {
  subgraph: string;
  kind: string;
  /** Intents that are asked about, or settled, together at most. */
  maxBatch?: number;
  /** After so many times it is given up, and waits for a person. Absent: for as long as it takes. */
  maxAttempts?: number;
  /** Asks the other service, whose answers do not change however often it is asked. An Error in an intent's place is its own. */
  ask(intents: WorkItem<Body>[]): Promise<(Answer | Error)[]>;
  /** Writes the answers, in the transaction that ends these intents; answers with what each has come to. */
  settle(tx: Tx, answered: Answered<Body, Answer>[]): Promise<Outcome[]>;
  /** The outcome of an intent that another request or process has settled. */
  outcomeOf(intent: WorkItem<Body>): Promise<Outcome>;
  /** Nothing of the intent shall be left: what was written beside it is taken back too. */
  withdraw?(tx: Tx, intent: WorkItem<Body>): Promise<void>;
}

export interface Answered<Body, Answer> {
  intent: WorkItem<Body>;
  answer: Answer;
}

export interface Intents<Body, Outcome> {
  /**
   * Asks about an intent that was just committed, and settles it.
   * @throws GraphQLError UNAVAILABLE if the other service was not reached and the intent was taken back; TIMEOUT if nobody knows yet
   */
  pursue(intent: WorkItem<Body>): Promise<Outcome>;
  /** For the runner, which takes over what was left. */
  work: WorkKind<Body>;
}

export function createIntents<Body, Answer, Outcome>(
  database: () => Database,
  { subgraph, kind, maxBatch = 64, maxAttempts, ask, settle, outcomeOf, withdraw }: IntentKind<Body, Answer, Outcome>,
): Intents<Body, Outcome> {
  // No RATE_LIMITED here: it promises that nothing happened, but the intent is committed.
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

/** A request that is repeated while it runs pursues the same intent: the other service is asked about it once. */
async function askOnceForEach<Body, Answer>(
  batch: { request: WorkItem<Body> }[],
  ask: (intents: WorkItem<Body>[]) => Promise<(Answer | Error)[]>,
): Promise<(Answer | Error)[]> {
  const intents = [...new Map(batch.map(({ request }) => [request.id, request])).values()];
  const answers = await ask(intents);
  const answerOf = new Map(intents.map(({ id }, index) => [id, answers[index]!]));
  return batch.map(({ request }) => answerOf.get(request.id)!);
}
