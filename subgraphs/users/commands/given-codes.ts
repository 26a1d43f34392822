// Mailed codes that come back: a try is counted in a separate transaction before the code is compared. So neither concurrent requests nor
// crashes allow more tries.
import { timingSafeEqual } from "node:crypto";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { once, resourceOf } from "../../../platform/postgres/idempotency.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";
import type { Tokens } from "../credentials/tokens.ts";
import type { SessionPurpose } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import type { Verification } from "../entities/user.ts";
import { CodeRejected } from "../errors.ts";

export const TRIES = 5;

export interface GivenCode {
  id: string;
  code: string;
  idempotencyKey: string;
}

interface Tried {
  id: string;
  purpose: SessionPurpose;
  userId: string;
  sessionId: string;
}

const countTry = statement((db, of: Tried, { sql }) =>
  db
    .updateTable("email_code")
    .set((code) => ({ tries: code("tries", "+", 1) }))
    .where("id", "=", of.id)
    .where("purpose", "=", of.purpose)
    .where("userId", "=", of.userId)
    .where("sessionId", "=", of.sessionId)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`)
    .where("tries", "<", TRIES),
);

const takeCode = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ endedAt: sql`app_now()` })
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .returning("email"),
);

export interface CodeServices {
  tokens: Tokens;
  notifier: ChangeNotifier;
  verification: Verification;
}

/** @throws CodeRejected */
export async function take(tx: Tx, id: string): Promise<{ email: string }> {
  const used = await takeCode.row(tx, { id });
  if (!used) throw new CodeRejected();
  return used;
}

/** Counts the try, compares the code, and runs `use` once. Refusals: CodeRejected, IdempotencyKeyReused, those of `use` */
export async function useOnce(
  database: Database,
  { tokens, notifier }: CodeServices,
  { userId, sessionId }: Viewer,
  { mutation, purpose }: { mutation: string; purpose: SessionPurpose },
  { idempotencyKey: key, ...input }: GivenCode,
  use: (tx: Tx) => Promise<void>,
): Promise<void> {
  const mayTry = await database.transaction((tx) => countTry.change(tx, { id: input.id, purpose, userId, sessionId }));
  reach("try of a code counted");
  const outcome = await database.transaction((tx) =>
    once(tx, { userId, mutation, key, input }, async () => {
      if (mayTry === 0 || !isCode(tokens, input)) throw new CodeRejected();
      await use(tx);
      return userId;
    }),
  );
  resourceOf(outcome);
  notifier.notify(SESSIONS_TOPIC, userId);
}

export function isCode(tokens: Tokens, { id, code }: { id: string; code: string }): boolean {
  const given = Buffer.from(code);
  return tokens
    .emailCodes(id)
    .map((right) => Buffer.from(right))
    .some((right) => right.length === given.length && timingSafeEqual(right, given));
}
