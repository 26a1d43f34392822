// One-time codes of an authenticator app (RFC 6238): 6 digits, a step of 30 seconds, one step of tolerance to each side. Each code counts
// once: the step of the last used code only grows, and the database compares it.
import { randomBytes, randomUUID } from "node:crypto";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { rows, sql as bySql } from "../../../platform/postgres/sql.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { statement } from "../entities/tables.ts";

const STEP_SECONDS = 30;
const WINDOW = 1;
/** As long as the output of SHA-1, which apps expect. */
const SECRET_BYTES = 20;
const PENDING = "15 minutes";
const ISSUER = "Boxoffice";

export interface Enrollment {
  secret: string;
  uri: string;
}

const endPending = statement((db, { userId }: { userId: string }) =>
  db.deleteFrom("totp").where("userId", "=", userId).where("confirmedAt", "is", null),
);

const newPending = statement(
  (db, of: { id: string; userId: string; sessionId: string; sealedSecret: string }, { sql }) =>
    db.insertInto("totp").values({
      id: of.id,
      userId: of.userId,
      enrolledIn: of.sessionId,
      sealedSecret: of.sealedSecret,
      createdAt: sql`app_now()`,
    }),
);

/** Begins an enrollment, which replaces a pending one. The row of the user is locked. A confirmed app stays until `confirmTotp`. */
export async function enrollTotp(
  tx: Tx,
  tokens: Tokens,
  { userId, sessionId, label }: { userId: string; sessionId: string; label: string },
): Promise<Enrollment> {
  const { Secret, TOTP } = await import("otpauth");
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer });
  await endPending.change(tx, { userId });
  await newPending.change(tx, { id: randomUUID(), userId, sessionId, sealedSecret: tokens.sealFactor(secret.base32) });
  return { secret: secret.base32, uri: new TOTP({ issuer: ISSUER, label, secret }).toString() };
}

interface Stored {
  id: string;
  sealedSecret: string;
  seconds: number;
}

const confirmed = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .selectFrom("totp")
    .select(["id", "sealedSecret", sql<number>`extract(epoch from app_now())::float8`.as("seconds")])
    .where("userId", "=", userId)
    .where("confirmedAt", "is not", null),
);

const pending = statement((db, { userId, sessionId }: { userId: string; sessionId: string }, { sql }) =>
  db
    .selectFrom("totp")
    .select(["id", "sealedSecret", sql<number>`extract(epoch from app_now())::float8`.as("seconds")])
    .where("userId", "=", userId)
    .where("enrolledIn", "=", sessionId)
    .where("confirmedAt", "is", null)
    .where("createdAt", ">", sql<Date>`app_now() - ${PENDING}::interval`),
);

/** Time step of the code, by the clock of the database; undefined for a wrong code. */
async function stepOf(tokens: Tokens, { sealedSecret, seconds }: Stored, code: string): Promise<number | undefined> {
  const { Secret, TOTP } = await import("otpauth");
  const secret = Secret.fromBase32(await tokens.unsealFactor(sealedSecret));
  const delta = new TOTP({ secret }).validate({ token: code, timestamp: seconds * 1_000, window: WINDOW });
  return delta === null ? undefined : Math.floor(seconds / STEP_SECONDS) + delta;
}

const takeStep = statement((db, { id, step }: { id: string; step: number }) =>
  db.updateTable("totp").set({ lastStep: step }).where("id", "=", id).where("lastStep", "<", step),
);

/** Uses a code. False for a wrong code, and for one that is not newer than the last used one. */
export async function useTotp(tx: Tx, tokens: Tokens, userId: string, code: string): Promise<boolean> {
  const stored = await confirmed.row(tx, { userId });
  if (!stored) return false;
  const step = await stepOf(tokens, stored, code);
  return step !== undefined && (await takeStep.change(tx, { id: stored.id, step })) > 0;
}

const endOthers = statement((db, { userId, id }: { userId: string; id: string }) =>
  db.deleteFrom("totp").where("userId", "=", userId).where("id", "<>", id),
);

const confirm = statement((db, { id, step }: { id: string; step: number }, { sql }) =>
  db
    .updateTable("totp")
    .set({ confirmedAt: sql`app_now()`, lastStep: step })
    .where("id", "=", id),
);

/** Confirms the pending app of the session by its first code. The row of the user is locked. False for a wrong code. */
export async function confirmTotp(
  tx: Tx,
  tokens: Tokens,
  { userId, sessionId, code }: { userId: string; sessionId: string; code: string },
): Promise<boolean> {
  const stored = await pending.row(tx, { userId, sessionId });
  const step = stored && (await stepOf(tokens, stored, code));
  if (step === undefined) return false;
  await endOthers.change(tx, { userId, id: stored!.id });
  await confirm.change(tx, { id: stored!.id, step });
  return true;
}

const forget = statement((db, { userId }: { userId: string }) => db.deleteFrom("totp").where("userId", "=", userId));

/** @returns whether there was one, pending or confirmed */
export async function forgetTotp(tx: Tx, userId: string): Promise<boolean> {
  return (await forget.change(tx, { userId })) > 0;
}

/** Secrets that are resealed in one transaction. */
const RESEAL_BATCH = 500;

/**
 * Seals all secrets with the current secret of the subgraph, so that the other one is no longer needed. Raw SQL: it runs at a start, to which
 * MikroORM would add 40 MB and a third of a second.
 */
export async function resealTotp(database: Database, tokens: Tokens): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (let found = RESEAL_BATCH; found === RESEAL_BATCH;) {
    found = await database.transaction(async (tx) => {
      const some = await rows<{ id: string; sealedSecret: string }>(
        tx,
        bySql`select id, sealed_secret from totp where id > ${after} order by id limit ${RESEAL_BATCH} for update`,
      );
      for (const { id, sealedSecret } of some) {
        const resealed = await tokens.resealFactor(sealedSecret);
        if (resealed !== undefined) await rows(tx, bySql`update totp set sealed_secret = ${resealed} where id = ${id}`);
      }
      after = some.at(-1)?.id ?? after;
      return some.length;
    });
  }
}
