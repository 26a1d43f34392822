// Intents of requests that have an idempotency key: key and intent are written together. A retry with the same key finds the intent, or its
// outcome.
import { createGroupCommit, type GroupCommit, type Requested } from "../postgres/group-commit.ts";
import { beginWork, leaseEnd, type WorkItem } from "./work.ts";
import { savepoint, type Database, type Tx } from "../postgres/database.ts";
import { DomainError, IdempotencyKeyReused, timedOut } from "../core/errors.ts";
import {
  hashOf,
  selectKey,
  settleKeys,
  storedOutcome,
  type IdempotentRequest,
  type KeyRow,
  type Outcome,
  type RequestKey,
} from "../postgres/idempotency.ts";
import { change, row, sql } from "../postgres/sql.ts";
import { correlationId } from "../telemetry/correlation.ts";

export interface IntentRequest<Body> {
  request: IdempotentRequest;
  /** ID of the intent, if the key is new. */
  id: string;
  body: Body;
}

export type Begun<Body> = { outcome: Outcome } | { intent: WorkItem<Body> };

export interface KeyedIntentOptions<Body> {
  database: () => Database;
  kind: string;
  /** Reasons that prevent a request from beginning, by position. A key that was used before is answered all the same. */
  check?(requests: IntentRequest<Body>[]): Promise<(Error | undefined)[]>;
}

/**
 * Begins intents; concurrent ones in one statement. Returns the outcome instead if the key has one. A pending key counts as another owner
 * of its intent: then the intent is never deleted.
 * @throws IdempotencyKeyReused; errors of `check`
 */
export function createKeyedIntents<Body>({
  database,
  kind,
  check,
}: KeyedIntentOptions<Body>): GroupCommit<IntentRequest<Body>, Begun<Body>> {
  return createGroupCommit<IntentRequest<Body>, Begun<Body>>({
    maxBatch: 64,
    run: async (batch) => {
      const problems = (await check?.(batch.map(({ request }) => request))) ?? [];
      const isNew = new Set(
        await claim(
          database(),
          kind,
          batch.filter((_, index) => problems[index] === undefined),
        ),
      );
      return Promise.all(
        batch.map(async (one, index) => {
          const { id, body } = one.request;
          if (isNew.has(id)) return { intent: { id, body, correlationId: one.correlationId, attempts: 1 } };
          return database()
            .transaction((tx) => joinIntent(tx, kind, one, problems[index]))
            .catch((error: Error) => error);
        }),
      );
    },
  });
}

/**
 * Begins one intent together with rows that `prepare` writes in the same transaction. Its refusal becomes the outcome of the key. A key that
 * was used before is answered without `prepare`. @throws IdempotencyKeyReused
 */
export async function beginKeyedIntent<Body>(
  tx: Tx,
  kind: string,
  { request, id, body }: IntentRequest<Body>,
  prepare: () => Promise<void>,
): Promise<Begun<Body>> {
  const item = { body, correlationId: correlationId() ?? null };
  if (!(await claimKey(tx, request, id))) {
    const found = await row<KeyRow>(tx, sql`${selectKey(request)} for update`);
    // If the key does not exist any more, its owner has just deleted it.
    if (!found) return beginKeyedIntent(tx, kind, { request, id, body }, prepare);
    return joinKnown(tx, kind, found, request, item);
  }
  try {
    await savepoint(tx, prepare);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await settleKeys(tx, [{ request, outcome: { refusal: error } }]);
    return { outcome: { refusal: error } };
  }
  return { intent: await beginWork(tx, kind, { ...item, id, attempts: 1 }) };
}

/** IDs of intents with new keys. */
async function claim<Body>(
  database: Database,
  kind: string,
  batch: Requested<IntentRequest<Body>>[],
): Promise<string[]> {
  if (batch.length === 0) return [];
  const of = <Value>(value: (one: Requested<IntentRequest<Body>>) => Value) => batch.map(value);
  const claimed = await database.prepared<{ id: string }>(
    "begin intents",
    sql`with q as (
          select * from unnest(${of(({ request }) => request.id)}::uuid[], ${of(({ request }) => request.request.userId)}::text[], ${of(({ request }) => request.request.mutation)}::text[],
              ${of(({ request }) => request.request.key)}::text[], ${of(({ request }) => hashOf(request.request.input))}::text[],
              ${of(({ request }) => JSON.stringify(request.body))}::text[], ${of((one) => one.correlationId)}::text[])
            as q(id, user_id, mutation, key, hash, body, correlation_id)
        ), claimed as (
          insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
          select user_id, mutation, key, hash, jsonb_build_object('pendingId', id) from q order by user_id, mutation, key
          on conflict do nothing returning (outcome ->> 'pendingId')::uuid as id
        )
        insert into work_item (id, kind, body, correlation_id, due_at)
        select id, ${kind}, body::jsonb, correlation_id, ${leaseEnd} from q join claimed using (id)
        returning id`,
  );
  return claimed.map(({ id }) => id);
}

/** Locks the key's row, so that a concurrent settlement is either complete or has not begun. */
async function joinIntent<Body>(
  tx: Tx,
  kind: string,
  requested: Requested<IntentRequest<Body>>,
  problem: Error | undefined,
): Promise<Begun<Body>> {
  const {
    request: { request, body, id },
    correlationId,
  } = requested;
  const item = { body, correlationId };
  const found = await row<KeyRow>(tx, sql`${selectKey(request)} for update`);
  if (found) return joinKnown(tx, kind, found, request, item);
  if (problem) throw problem;
  // The owner of the key has just deleted it.
  if (!(await claimKey(tx, request, id))) return joinIntent(tx, kind, requested, problem);
  return { intent: await beginWork(tx, kind, { ...item, id, attempts: 1 }) };
}

/** The outcome of a key, or its pending intent. The caller has locked the key's row. @throws IdempotencyKeyReused */
async function joinKnown<Body>(
  tx: Tx,
  kind: string,
  found: KeyRow,
  { input }: IdempotentRequest,
  item: Pick<WorkItem<Body>, "body" | "correlationId">,
): Promise<Begun<Body>> {
  if (found.requestHash !== hashOf(input)) throw new IdempotencyKeyReused();
  const outcome = storedOutcome(found);
  if (outcome) return { outcome };
  const { pendingId: id } = found.outcome as { pendingId: string };
  // Another request began the intent, and its call may have arrived: at least two attempts.
  return { intent: await beginWork(tx, kind, { ...item, id, attempts: 2 }) };
}

/** False if another request uses it. */
async function claimKey(tx: Tx, { userId, mutation, key, input }: IdempotentRequest, id: string): Promise<boolean> {
  const claimed = await change(
    tx,
    sql`insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
        values (${userId}, ${mutation}, ${key}, ${hashOf(input)}, ${JSON.stringify({ pendingId: id })}) on conflict do nothing`,
  );
  return claimed > 0;
}

/** Outcome of a request whose intent was ended elsewhere. @throws GraphQLError TIMEOUT if it was deleted */
export async function outcomeOfKey(database: Database, request: RequestKey): Promise<Outcome> {
  const found = await row<KeyRow>(database.read(), selectKey(request));
  const outcome = found && storedOutcome(found);
  if (!outcome) throw timedOut("Another service");
  return outcome;
}
