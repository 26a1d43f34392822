// The same key from the same user to the same mutation with the same input has one effect and one answer. The key's row is written in the
// transaction of the effect. Of two concurrent requests, the second waits at the row for the first commit; a crash leaves neither effect
// nor key.
import { hash } from "node:crypto";
import { savepoint, type Database, type Tx } from "./database.ts";
import { DomainError, IdempotencyKeyReused, RepeatedRefusal } from "../core/errors.ts";
import { row, rows, sql, type Sql } from "./sql.ts";

export interface IdempotentRequest {
  userId: string;
  mutation: string;
  key: string;
  /** All relevant input, without the key itself. */
  input: unknown;
}

/** Identity of a request: the key of its row. */
export type RequestKey = Pick<IdempotentRequest, "userId" | "mutation" | "key">;

/** Either the ID of the first request's result, or its refusal. */
export type Outcome = { resourceId: string } | { refusal: DomainError };

export interface KeyRow {
  requestHash: string;
  resourceId: string | null;
  outcome: { pendingId: string } | { typename: string; message: string; details: Record<string, unknown> } | null;
}

/** Equal for equal inputs, in any order of fields. */
export function hashOf(input: unknown): string {
  return hash("sha256", canonical(input));
}

/** Canonical JSON: sorted names, without absent values. */
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

/** Outcome of the first request with this key; undefined while it is pending. */
export function storedOutcome({ outcome, resourceId }: KeyRow): Outcome | undefined {
  if (outcome && "typename" in outcome)
    return { refusal: new RepeatedRefusal(outcome.typename, outcome.message, outcome.details) };
  return resourceId === null ? undefined : { resourceId };
}

/** Writes outcomes of keys; the first one stays. */
export async function settleKeys(tx: Tx, settled: { request: RequestKey; outcome: Outcome }[]): Promise<void> {
  if (settled.length === 0) return;
  const of = <Value>(value: (one: (typeof settled)[number]) => Value) => settled.map(value);
  await rows(
    tx,
    sql`update idempotency_key k set outcome = s.outcome::jsonb, resource_id = s.resource_id
        from unnest(${of(({ request }) => request.userId)}::text[], ${of(({ request }) => request.mutation)}::text[], ${of(({ request }) => request.key)}::text[],
                    ${of(({ outcome }) => storedRefusal(outcome))}::text[], ${of(({ outcome }) => ("resourceId" in outcome ? outcome.resourceId : null))}::text[])
             as s(user_id, mutation, key, outcome, resource_id)
        where k.user_id = s.user_id and k.mutation = s.mutation and k.key = s.key
          and k.resource_id is null and (k.outcome is null or k.outcome ? 'pendingId')`,
  );
}

function storedRefusal(outcome: Outcome): string | null {
  if (!("refusal" in outcome)) return null;
  const { typename, message, details } = outcome.refusal;
  return JSON.stringify({ typename, message, details });
}

/** The key is free again: nothing came of its request. */
export async function forgetKey(tx: Tx, { userId, mutation, key }: RequestKey): Promise<void> {
  await rows(
    tx,
    sql`delete from idempotency_key where user_id = ${userId} and mutation = ${mutation} and key = ${key}`,
  );
}

/**
 * Runs `work` once per key and returns the ID of its result. A refusal rolls `work` back and is stored: a retry with the key gets the same
 * refusal.
 */
export async function once(tx: Tx, request: IdempotentRequest, work: () => Promise<string>): Promise<Outcome> {
  const fresh = await rows(
    tx,
    sql`insert into idempotency_key (user_id, mutation, key, request_hash) values (${request.userId}, ${request.mutation}, ${request.key}, ${hashOf(request.input)})
        on conflict do nothing returning 1`,
  );
  if (fresh.length === 0) {
    const found = await row<KeyRow>(tx, selectKey(request));
    if (found && found.requestHash !== hashOf(request.input)) throw new IdempotencyKeyReused();
    const outcome = found && storedOutcome(found);
    if (!outcome) throw new Error("An idempotency key was committed without an outcome.");
    return outcome;
  }
  let outcome: Outcome;
  try {
    outcome = { resourceId: await savepoint(tx, work) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outcome = { refusal: error };
  }
  await settleKeys(tx, [{ request, outcome }]);
  return outcome;
}

/** The id of a settled outcome. @throws the refusal, if it was one. */
export function resourceOf(outcome: Outcome): string {
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.resourceId;
}

/**
 * Runs a command once per key and returns the ID of its result. A refusal is thrown after the commit: inside the transaction it would roll
 * back its own record.
 */
export async function runOnce(database: Database, command: (tx: Tx) => Promise<Outcome>): Promise<string> {
  return resourceOf(await database.transaction(command));
}

export function selectKey({ userId, mutation, key }: RequestKey): Sql {
  return sql`select request_hash, resource_id, outcome from idempotency_key
             where user_id = ${userId} and mutation = ${mutation} and key = ${key}`;
}
