// The same key from the same user to the same mutation with the same input has one effect and one answer.
// The key's row is written in the transaction of the effect: of two that run at once, the second waits at the row
// for the first to commit; a crash leaves neither effect nor key.
import { hash } from "node:crypto";
import { savepoint, type Database, type Tx } from "./database.ts";
import { DomainError, IdempotencyKeyReused, RepeatedRefusal } from "./errors.ts";
import { row, rows, sql } from "./sql.ts";

export interface IdempotentRequest {
  userId: string;
  mutation: string;
  key: string;
  /** All of the input that matters; the key itself left out. */
  input: unknown;
}

/** Either the id of what the first request made, or how it was refused. */
export type Outcome = { resourceId: string } | { refusal: DomainError };

interface KeyRow {
  requestHash: string;
  resourceId: string | null;
  outcome: { typename: string; message: string; details: Record<string, unknown> } | null;
}

/** Equal for equal inputs, in whatever order their fields come. */
export function hashOf(input: unknown): string {
  return hash("sha256", canonical(input));
}

/** JSON with sorted names and without what is absent, so that equal inputs look equal. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(",")}}`;
}

/** What the first request with this key came to; undefined while it is under way. @throws IdempotencyKeyReused */
function outcomeOf(found: KeyRow, request: IdempotentRequest): Outcome | undefined {
  if (found.requestHash !== hashOf(request.input)) throw new IdempotencyKeyReused();
  if (found.outcome)
    return { refusal: new RepeatedRefusal(found.outcome.typename, found.outcome.message, found.outcome.details) };
  return found.resourceId === null ? undefined : { resourceId: found.resourceId };
}

/**
 * Claims a key for a command that takes more than one transaction.
 * Answers with the outcome, if there is one; with the resource id that the first request chose, if it is still under way.
 */
export async function claimKey(
  tx: Tx,
  request: IdempotentRequest,
  newId: () => string,
): Promise<{ outcome?: Outcome; pendingId: string }> {
  const pendingId = newId();
  await rows(
    tx,
    sql`insert into idempotency_key (user_id, mutation, key, request_hash, outcome, resource_id)
        values (${request.userId}, ${request.mutation}, ${request.key}, ${hashOf(request.input)}, ${JSON.stringify({ pendingId })}, null)
        on conflict do nothing`,
  );
  const found = await row<KeyRow & { outcome: { pendingId?: string } | null }>(tx, lookUp(request));
  if (!found) throw new Error("The key that was just written is gone.");
  if (found.outcome?.pendingId !== undefined) {
    if (found.requestHash !== hashOf(request.input)) throw new IdempotencyKeyReused();
    return { pendingId: found.outcome.pendingId };
  }
  const outcome = outcomeOf(found, request);
  return outcome ? { outcome, pendingId } : { pendingId };
}

/** Writes the outcome of a key; the first one stays. */
export async function settleKey(tx: Tx, request: IdempotentRequest, outcome: Outcome): Promise<void> {
  const refusal = "refusal" in outcome ? outcome.refusal : undefined;
  const stored = refusal
    ? JSON.stringify({ typename: refusal.typename, message: refusal.message, details: refusal.details })
    : null;
  await rows(
    tx,
    sql`update idempotency_key set outcome = ${stored}, resource_id = ${"resourceId" in outcome ? outcome.resourceId : null}
        where user_id = ${request.userId} and mutation = ${request.mutation} and key = ${request.key}
          and resource_id is null and (outcome is null or outcome ? 'pendingId')`,
  );
}

/**
 * Runs `work` once per key and answers with the id of what it made.
 * A refusal undoes what `work` did and is remembered: whoever repeats the key is refused again.
 */
export async function once(tx: Tx, request: IdempotentRequest, work: () => Promise<string>): Promise<Outcome> {
  const fresh = await rows(
    tx,
    sql`insert into idempotency_key (user_id, mutation, key, request_hash) values (${request.userId}, ${request.mutation}, ${request.key}, ${hashOf(request.input)})
        on conflict do nothing returning 1`,
  );
  if (fresh.length === 0) {
    const found = await row<KeyRow>(tx, lookUp(request));
    const outcome = found && outcomeOf(found, request);
    if (!outcome) throw new Error("A key without an outcome was committed.");
    return outcome;
  }
  let outcome: Outcome;
  try {
    outcome = { resourceId: await savepoint(tx, work) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outcome = { refusal: error };
  }
  await settleKey(tx, request, outcome);
  return outcome;
}

/** The id of a settled outcome. @throws the refusal, if it was one. */
export function resourceOf(outcome: Outcome): string {
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.resourceId;
}

/**
 * Runs a command that is done once per key and answers with the id of what it made.
 * A refusal is thrown after the commit: thrown inside the transaction, it would undo that it was remembered.
 */
export async function runOnce(database: Database, command: (tx: Tx) => Promise<Outcome>): Promise<string> {
  return resourceOf(await database.transaction(command));
}

function lookUp(request: IdempotentRequest) {
  return sql`select request_hash, resource_id, outcome from idempotency_key
             where user_id = ${request.userId} and mutation = ${request.mutation} and key = ${request.key}`;
}
