// Second factors. After any first factor, an account that has one gets a challenge instead of a session. The challenge is valid for 5 minutes,
// 5 tries and one session. A try is counted, for the challenge and for the account, in a separate transaction before the factor is compared.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import type { RelyingParty, SignedByPasskey } from "../credentials/webauthn.ts";
import { PasskeyEntity } from "../entities/passkey.ts";
import { PasswordTryEntity } from "../entities/password-try.ts";
import { SignInChallengeEntity, type Proof } from "../entities/second-factor.ts";
import type { Origin } from "../entities/session.ts";
import { statement } from "../entities/tables.ts";
import { SecondFactorRejected } from "../errors.ts";
import type { Factor } from "../enums.generated.ts";
import { forgetTries, isKnownNetwork, rememberNetwork, STRANGERS, takeTry, type TryPlace } from "./password-tries.ts";
import { forgetIdentitiesSince } from "./identities.ts";
import { mayMail } from "./mail-limits.ts";
import { tellOfFactor } from "./security-alerts.ts";
import { usePasskey } from "./passkeys.ts";
import { forgetRecoveryCodes, useRecoveryCode } from "./recovery-codes.ts";
import { beginSession, endSessionsOf, type BegunSession } from "./sessions.ts";
import { forgetTotp, useTotp } from "./totp.ts";

const CHALLENGE_MINUTES = 5;
const TRIES = 5;

/** Sign-in that waits for a second factor. */
export interface AskedFactor {
  challenge: string;
  expiresAt: Date;
  factors: Factor[];
}

/** Outcome of a first factor. */
export type SignInOutcome = BegunSession | AskedFactor;

const factorsOf = statement((db, { userId }: { userId: string }) =>
  db
    .selectFrom("app_user as u")
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom("totp as t").select("t.id").whereRef("t.userId", "=", "u.id").where("t.confirmedAt", "is not", null),
      ).as("totp"),
      exists(selectFrom("passkey as p").select("p.id").whereRef("p.userId", "=", "u.id")).as("passkey"),
      exists(
        selectFrom("recovery_code as r")
          .select("r.codeHash")
          .whereRef("r.userId", "=", "u.id")
          .where("r.usedAt", "is", null),
      ).as("recoveryCode"),
    ])
    .where("u.id", "=", userId),
);

/** Second factors of an account; empty if it has none. Recovery codes alone don't count. */
export async function findFactors(session: Tx | ReturnType<Database["read"]>, userId: string): Promise<Factor[]> {
  const found = await factorsOf.row(session, { userId });
  const factors: Factor[] = [];
  if (found?.totp) factors.push("TOTP");
  if (found?.passkey) factors.push("PASSKEY");
  if (factors.length > 0 && found?.recoveryCode) factors.push("RECOVERY_CODE");
  return factors;
}

const newChallenge = statement((db, of: { tokenHash: string; userId: string; amr: Proof[] }, { sql }) =>
  db
    .insertInto("sign_in_challenge")
    .values({
      tokenHash: of.tokenHash,
      userId: of.userId,
      amr: sql<Proof[]>`${of.amr}::text[]`,
      expiresAt: sql`date_trunc('milliseconds', app_now()) + ${`${CHALLENGE_MINUTES} min`}::interval`,
    })
    .returning("expiresAt"),
);

export interface FirstFactor {
  userId: string;
  origin: Origin;
  /** Proofs so far. */
  amr: Proof[];
  /** Refresh token of the session, or the challenge; random if it is not given. */
  token?: string;
}

/** Begins the session, or asks for a second factor if the account has one. */
export async function passFirstFactor(
  tx: Tx,
  tokens: Tokens,
  { userId, origin, amr, token = tokens.firstRefreshToken() }: FirstFactor,
): Promise<SignInOutcome> {
  const factors = await findFactors(tx, userId);
  if (factors.length === 0) return beginSession(tx, tokens, userId, origin, amr, token);
  const made = await newChallenge.row(tx, { tokenHash: hashToken(token), userId, amr });
  return { challenge: token, expiresAt: made!.expiresAt, factors };
}

const openChallenge = statement((db, { tokenHash }: { tokenHash: string }, { sql }) =>
  db
    .selectFrom("sign_in_challenge")
    .select(["userId", "expiresAt"])
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

/** The open challenge again, for a repeat of the request that got it. */
export async function findChallenge(database: Database, challenge: string): Promise<AskedFactor | undefined> {
  const found = await openChallenge.row(database.read(), { tokenHash: hashToken(challenge) });
  if (!found) return undefined;
  return { challenge, expiresAt: found.expiresAt, factors: await findFactors(database.read(), found.userId) };
}

const countTry = statement((db, { tokenHash }: { tokenHash: string }, { sql }) =>
  db
    .updateTable("sign_in_challenge")
    .set((challenge) => ({ tries: challenge("tries", "+", 1) }))
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`)
    .where("tries", "<", TRIES)
    .returning(["userId", "amr"]),
);

const endChallenge = statement((db, { tokenHash }: { tokenHash: string }, { sql }) =>
  db
    .updateTable("sign_in_challenge")
    .set({ endedAt: sql`app_now()` })
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null),
);

/** Where wrong factors of an account are counted. Networks that it has signed in from have counts of their own. */
export const triesOf = (userId: string, what: string): TryPlace => ({ account: `user ${userId}`, place: what });

/** A second factor: exactly one of them. */
export interface GivenFactor {
  totp?: string | undefined;
  recoveryCode?: string | undefined;
  passkey?: SignedByPasskey | undefined;
}

const BY_PASSKEY: Proof[] = ["hwk", "swk"];

export interface FactorChecks {
  tokens: Tokens;
  /** Null without passkeys. */
  party: RelyingParty | null;
}

/**
 * Uses a second factor of the account. Returns undefined for a wrong one. `sessionId`: of the session whose person proves their identity, by
 * a passkey with user verification; null for a sign-in.
 */
export async function useFactor(
  tx: Tx,
  { tokens, party }: FactorChecks,
  { userId, sessionId, amr }: { userId: string; sessionId: string | null; amr: readonly Proof[] },
  { totp, recoveryCode, passkey }: GivenFactor,
): Promise<Proof | undefined> {
  if (totp !== undefined) return (await useTotp(tx, tokens, userId, totp)) ? "otp" : undefined;
  if (recoveryCode !== undefined) return (await useRecoveryCode(tx, userId, recoveryCode)) ? "recovery" : undefined;
  if (passkey === undefined || party === null) return undefined;
  const used = await usePasskey(tx, party, passkey, sessionId);
  // A touch of a passkey without user verification is one factor: it can't complete a sign-in that a passkey began.
  const mustVerify = sessionId !== null || amr.some((proof) => BY_PASSKEY.includes(proof));
  return used.userId === userId && (used.userVerified || !mustVerify) ? used.proof : undefined;
}

/** Completes a sign-in. @throws SecondFactorRejected, RATE_LIMITED after too many wrong factors of the account */
export async function passSecondFactor(
  database: Database,
  checks: FactorChecks,
  {
    challenge,
    origin,
    network,
    ...given
  }: GivenFactor & { challenge: string; origin: Origin; network?: string | undefined },
): Promise<BegunSession> {
  const tokenHash = hashToken(challenge);
  const { userId, amr, place } = await database.transaction(async (tx) => {
    const open = await countTry.row(tx, { tokenHash });
    if (!open) throw new SecondFactorRejected();
    const isKnown = network !== undefined && (await isKnownNetwork(tx, open.userId, network));
    const counted = triesOf(open.userId, `factor ${isKnown ? network : STRANGERS}`);
    if ((await takeTry(tx, counted)) === TRIES && (await mayMail(tx, `wrong factors of ${open.userId}`, 1)))
      await tellOfFactor(tx, checks.tokens, open.userId, "FACTOR_TRIED");
    return { ...open, place: counted };
  });
  reach("try of a second factor counted");
  return database.transaction(async (tx) => {
    const proof = await useFactor(tx, checks, { userId, sessionId: null, amr }, given);
    // Of two concurrent requests with right factors, one ends the challenge; the factor of the other one stays unused.
    if (!proof || (await endChallenge.change(tx, { tokenHash })) === 0) throw new SecondFactorRejected();
    await forgetTries(tx, place);
    if (network !== undefined) await rememberNetwork(tx, userId, network);
    return beginSession(tx, checks.tokens, userId, origin, [...amr, proof]);
  });
}

const lockedUser = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("app_user").select("id").where("id", "=", userId).where("status", "=", "ACTIVE").forNoKeyUpdate(),
);

const openSession = statement((db, { sessionId }: { sessionId: string }) =>
  db.selectFrom("session").select("id").where("id", "=", sessionId).where("endedAt", "is", null),
);

/**
 * Locks the account, which serializes changes of its password and factors. False if it is no longer active, or if another request has ended
 * the session, such as a report of its sign-in.
 */
export async function lockFactors(
  tx: Tx,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  return (
    (await lockedUser.row(tx, { userId })) !== undefined && (await openSession.row(tx, { sessionId })) !== undefined
  );
}

/** Tells the owner, ends all other sessions, and deletes recovery codes if no factor is left. The caller has locked the row of the user. */
export async function noteFactorsChanged(
  tx: Tx,
  { tokens, notifier }: { tokens: Tokens; notifier: ChangeNotifier },
  { userId, sessionId }: { userId: string; sessionId: string },
  notice: "FACTOR_ADDED" | "FACTOR_REMOVED",
): Promise<void> {
  await tellOfFactor(tx, tokens, userId, notice);
  await endSessionsOf(tx, notifier, userId, sessionId);
  if ((await findFactors(tx, userId)).length === 0) await forgetRecoveryCodes(tx, userId);
}

/** Deletes all factors, of an erased person or of a stranger who typed the address. */
export async function forgetFactors(tx: Tx, userId: string): Promise<void> {
  await forgetTotp(tx, userId);
  await tx.nativeDelete(PasskeyEntity, { userId });
  await forgetRecoveryCodes(tx, userId);
  await tx.nativeDelete(SignInChallengeEntity, { userId });
  await tx.nativeDelete(PasswordTryEntity, { account: `user ${userId}` });
}

const newerTotp = statement((db, { userId, since }: { userId: string; since: string }, { sql }) =>
  db
    .deleteFrom("totp")
    .where("userId", "=", userId)
    .where((of) => sql<boolean>`coalesce(${of.ref("confirmedAt")}, ${of.ref("createdAt")}) >= ${since}::timestamptz`),
);

const newerPasskeys = statement((db, { userId, since }: { userId: string; since: string }, { sql }) =>
  db
    .deleteFrom("passkey")
    .where("userId", "=", userId)
    .where("createdAt", ">=", sql<Date>`${since}::timestamptz`),
);

/** Deletes the factors and identities that were added since then: they may be those of an intruder. The row of the user is locked. */
export async function forgetFactorsSince(tx: Tx, userId: string, since: string): Promise<void> {
  await newerTotp.change(tx, { userId, since });
  await newerPasskeys.change(tx, { userId, since });
  await forgetIdentitiesSince(tx, userId, since);
  if ((await findFactors(tx, userId)).length === 0) await forgetRecoveryCodes(tx, userId);
}

const oldChallenges = statement((db, _, { sql }) =>
  db.deleteFrom("sign_in_challenge").where("expiresAt", "<", sql<Date>`app_now() - interval '1 day'`),
);

export async function forgetOldChallenges(database: Database): Promise<number> {
  return oldChallenges.change(database.read(), {});
}
