// Mailed codes for people without a session: to sign in, to reset a password, to create an account. A request writes the same rows whether
// or not the address has an account. The job that sends the notification decides its content. A code is only valid with the nonce of its
// request.
import { randomBytes, randomUUID } from "node:crypto";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { AnonymousPurpose, EmailCode, Registration } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import { emailKey, type Verification } from "../entities/user.ts";
import { CodeRejected } from "../errors.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { CODE_MINUTES } from "./email-codes.ts";
import { isCode, TRIES, type GivenCode } from "./given-codes.ts";
import { mayMail, refuseUntilTomorrow, writeNotification } from "./mail-limits.ts";
import { findChallenge, type SignInOutcome } from "./second-factors.ts";

/** Daily limit from one network to one address, so that a single stranger cannot use up the limit of the address. */
const MAILS_OF_PAIR_A_DAY = 5;
/** Daily limit from one network to all addresses. */
const MAILS_OF_NETWORK_A_DAY = 100;

export interface AnonymousRequest {
  purpose: AnonymousPurpose;
  email: string;
  /** Pseudonym of the client's network, as `SubgraphContext.network`. */
  network: string | undefined;
  registration?: Registration;
}

export interface AnonymousCode extends EmailCode {
  nonce: string;
}

const endCodesTo = statement((db, { key, purpose }: { key: string; purpose: AnonymousPurpose }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ endedAt: sql`app_now()`, registration: null })
    .where("emailKey", "=", key)
    .where("purpose", "=", purpose)
    .where("userId", "is", null)
    .where("endedAt", "is", null),
);

interface NewCode {
  id: string;
  purpose: AnonymousPurpose;
  email: string;
  key: string;
  nonceHash: string;
  registration: string | null;
}

const newCode = statement((db, code: NewCode, { sql }) =>
  db
    .insertInto("email_code")
    .values({
      id: code.id,
      purpose: code.purpose,
      email: code.email,
      emailKey: code.key,
      nonceHash: code.nonceHash,
      registration: sql<Registration | null>`${code.registration}::jsonb`,
      expiresAt: sql`date_trunc('milliseconds', app_now()) + ${`${CODE_MINUTES} min`}::interval`,
    })
    .returning("expiresAt"),
);

/** @throws RATE_LIMITED, UNAVAILABLE without mail */
export async function requestAnonymousCode(
  tx: Tx,
  tokens: Tokens,
  { sendsMail }: Verification,
  { purpose, email, network, registration }: AnonymousRequest,
): Promise<AnonymousCode> {
  if (!sendsMail) throw unavailable("Mail");
  const key = emailKey(email);
  const address = tokens.addressHash(key);
  // The row of the address is locked first, which serializes requests for one address.
  const limits: [string, number?][] = [[`address:${address}`]];
  if (network !== undefined) {
    limits.push([`pair:${address}:${network}`, MAILS_OF_PAIR_A_DAY]);
    limits.push([`network:${network}`, MAILS_OF_NETWORK_A_DAY]);
  }
  for (const [whom, atMost] of limits) if (!(await mayMail(tx, whom, atMost))) await refuseUntilTomorrow(tx);
  await endCodesTo.change(tx, { key, purpose });
  const id = randomUUID();
  const nonce = randomBytes(16).toString("base64url");
  const made = await newCode.row(tx, {
    id,
    purpose,
    email,
    key,
    nonceHash: hashToken(nonce),
    registration: registration ? JSON.stringify(registration) : null,
  });
  await writeNotification(tx, { kind: "ANONYMOUS_CODE", userId: null, email, codeId: id });
  return { id, nonce, expiresAt: made!.expiresAt };
}

/** An open code and its purpose. */
export interface OpenCode {
  id: string;
  purpose: AnonymousPurpose;
  email: string;
  registration: Registration | null;
}

const countTry = statement((db, of: { id: string; nonceHash: string }, { sql }) =>
  db
    .updateTable("email_code")
    .set((code) => ({ tries: code("tries", "+", 1) }))
    .where("id", "=", of.id)
    .where("nonceHash", "=", of.nonceHash)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`)
    .where("tries", "<", TRIES)
    .returning(["id", "purpose", "email", "registration"]),
);

const usedCode = statement((db, of: { id: string; nonceHash: string; usedKey: string }, { sql }) =>
  db
    .selectFrom("email_code as c")
    .leftJoin("session as s", "s.id", "c.begunSession")
    .select(["s.id as sessionId", "s.userId"])
    .where("c.id", "=", of.id)
    .where("c.nonceHash", "=", of.nonceHash)
    .where("c.usedKey", "=", of.usedKey)
    .where("s.endedAt", "is", null)
    .where("c.endedAt", ">", sql<Date>`app_now() - ${`${CODE_MINUTES} min`}::interval`),
);

export interface GivenAnonymousCode extends GivenCode {
  nonce: string;
}

/**
 * Counts a try in a separate transaction, then compares the code. Returns the session or challenge instead if the request repeats one that
 * used the code.
 * @throws CodeRejected
 */
export async function tryAnonymousCode(
  database: Database,
  tokens: Tokens,
  given: GivenAnonymousCode,
): Promise<OpenCode | SignInOutcome> {
  const { id, nonce } = given;
  const of = { id, nonceHash: hashToken(nonce) };
  const open = await database.transaction((tx) => countTry.row(tx, of));
  reach("try of a code counted");
  if (!isCode(tokens, given)) throw new CodeRejected();
  if (open) return { ...open, purpose: open.purpose as AnonymousPurpose };
  const repeated = await outcomeOfRepeat(database, tokens, given);
  if (!repeated) throw new CodeRejected();
  return repeated;
}

/**
 * Session that an earlier request with this key began by this code, or the challenge that it got. The caller has compared the code.
 */
export async function outcomeOfRepeat(
  database: Database,
  tokens: Tokens,
  given: GivenAnonymousCode,
): Promise<SignInOutcome | undefined> {
  const of = { id: given.id, nonceHash: hashToken(given.nonce), usedKey: hashToken(given.idempotencyKey) };
  const used = await usedCode.row(database.read(), of);
  if (!used) return undefined;
  const { sessionId, userId } = used;
  if (sessionId === null || userId === null) return findChallenge(database, refreshTokenOf(tokens, given));
  return { sessionId, userId, refreshToken: refreshTokenOf(tokens, given), scopes: null };
}

/** Refresh token or challenge derived from the code and its nonce, so that a repeat of the request gets the same one. */
export function refreshTokenOf(tokens: Tokens, { id, nonce }: Pick<GivenAnonymousCode, "id" | "nonce">): string {
  return tokens.nextRefreshTokens(`code ${id} ${nonce}`)[0];
}

const takeCode = statement((db, of: { id: string; usedKey: string }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ endedAt: sql`app_now()`, usedKey: of.usedKey, registration: null })
    .where("id", "=", of.id)
    .where("endedAt", "is", null),
);

const noteSession = statement((db, { id, sessionId }: { id: string; sessionId: string }) =>
  db.updateTable("email_code").set({ begunSession: sessionId }).where("id", "=", id),
);

/**
 * Ends the code and, in the same transaction, runs `use`.
 * @throws CodeRejected if another request has used it; errors of `use`: then the code stays open
 */
export async function spendCode(
  database: Database,
  { id, idempotencyKey }: Pick<GivenAnonymousCode, "id" | "idempotencyKey">,
  use: (tx: Tx) => Promise<SignInOutcome>,
): Promise<SignInOutcome> {
  return database.transaction(async (tx) => {
    if ((await takeCode.change(tx, { id, usedKey: hashToken(idempotencyKey) })) === 0) throw new CodeRejected();
    const outcome = await use(tx);
    if ("sessionId" in outcome) await noteSession.change(tx, { id, sessionId: outcome.sessionId });
    reach("code used, not stored");
    return outcome;
  });
}
