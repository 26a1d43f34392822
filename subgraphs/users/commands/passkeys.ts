// Passkeys. A challenge is valid for one use, 5 minutes and, unless it is for a sign-in, one session. Taking it, and what it is used for, are
// one transaction.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import {
  checkCreated,
  checkSigned,
  type CreatedPasskey,
  type NewPasskey,
  type RelyingParty,
  type SignedByPasskey,
} from "../credentials/webauthn.ts";
import { hashToken } from "../credentials/tokens.ts";
import { PasskeyEntity, type Passkey } from "../entities/passkey.ts";
import type { Proof } from "../entities/second-factor.ts";
import { statement, type Db } from "../entities/tables.ts";
import { UserEntity } from "../entities/user.ts";
import type { PasskeyPurpose } from "../enums.generated.ts";
import { PasskeyRejected } from "../errors.ts";
import type { Building } from "../../../platform/postgres/statements.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { counting, type DailyLimit } from "./mail-limits.ts";
import { requireWayIn, type WaysIn } from "./identities.ts";

const CHALLENGE_MINUTES = 5;
const MAX_PASSKEYS = 20;

interface NewChallenge {
  challengeHash: string;
  purpose: PasskeyPurpose;
  sessionId: string | null;
}

const newChallenge = statement((db, of: NewChallenge & DailyLimit, building) => {
  const { sql } = building;
  return db
    .with("counted", (limits) => counting(limits, of, building).returning("count"))
    .insertInto("passkey_challenge")
    .columns(["challengeHash", "purpose", "sessionId", "expiresAt"])
    .expression((counts) =>
      counts
        .selectFrom("counted")
        .select([
          sql<string>`${of.challengeHash}::text`.as("challengeHash"),
          sql<PasskeyPurpose>`${of.purpose}::text`.as("purpose"),
          sql<string | null>`${of.sessionId}::uuid`.as("sessionId"),
          sql<Date>`date_trunc('milliseconds', app_now()) + ${`${CHALLENGE_MINUTES} min`}::interval`.as("expiresAt"),
        ]),
    )
    .returning("expiresAt");
});

/** Counts it against the limit, in one statement. @returns its expiry; undefined if the limit is reached */
export async function openChallenge(
  database: Database,
  { challenge, ...of }: Omit<NewChallenge, "challengeHash"> & DailyLimit & { challenge: string },
): Promise<Date | undefined> {
  return (await newChallenge.row(database.read(), { ...of, challengeHash: hashToken(challenge) }))?.expiresAt;
}

const taking = (db: Pick<Db, "deleteFrom">, of: NewChallenge, { sql }: Building) =>
  db
    .deleteFrom("passkey_challenge")
    .where("challengeHash", "=", of.challengeHash)
    .where("purpose", "=", of.purpose)
    .where("sessionId", "is not distinct from", sql<string>`${of.sessionId}::uuid`)
    .where("expiresAt", ">", sql<Date>`app_now()`);

const takeChallenge = statement(taking);

/** @throws PasskeyRejected for a challenge that was used, has expired, or is for another purpose or session */
async function take(tx: Tx, challenge: string, purpose: PasskeyPurpose, sessionId: string | null): Promise<void> {
  const taken = await takeChallenge.change(tx, { challengeHash: hashToken(challenge), purpose, sessionId });
  if (taken === 0) throw new PasskeyRejected();
}

type Added = NewPasskey & { userId: string; name: string };

const newPasskey = statement((db, of: Added, { sql }) =>
  db
    .insertInto("passkey")
    .values({
      id: of.id,
      userId: of.userId,
      publicKey: of.publicKey,
      counter: of.counter,
      transports: sql<string[]>`${of.transports}::text[]`,
      deviceType: of.deviceType,
      backedUp: of.backedUp,
      aaguid: of.aaguid,
      name: of.name,
      createdAt: sql`app_now()`,
    })
    .onConflict((known) => known.doNothing()),
);

/** The caller has locked the row of the user. @throws PasskeyRejected */
export async function addPasskey(
  tx: Tx,
  party: RelyingParty,
  { userId, sessionId, name, created }: { userId: string; sessionId: string; name: string; created: CreatedPasskey },
): Promise<void> {
  await take(tx, created.challenge, "ADD", sessionId);
  const passkey = await checkCreated(party, created);
  if (!passkey) throw new PasskeyRejected();
  if ((await tx.count(PasskeyEntity, { userId })) >= MAX_PASSKEYS) throw new PasskeyRejected();
  if ((await newPasskey.change(tx, { ...passkey, userId, name })) === 0) throw new PasskeyRejected();
}

/** Takes the challenge, and finds the passkey that it was signed with, in one statement. */
const takeAndFind = statement((db, of: NewChallenge & { id: string }, building) =>
  db
    .with("taken", (challenges) => taking(challenges, of, building).returning("challengeHash"))
    .selectFrom("passkey as p")
    .innerJoin("app_user as u", "u.id", "p.userId")
    .innerJoin("taken", (join) => join.onTrue())
    .select(["p.id", "p.userId", "p.publicKey", "p.deviceType"])
    .where("p.id", "=", of.id)
    .where("u.status", "=", "ACTIVE"),
);

/**
 * Notes a use. A counter that does not grow means a copy of the authenticator, unless it is 0, or the passkey is backed up: those have no
 * counter of their own.
 */
const noteUse = statement((db, of: { id: string; counter: number; backedUp: boolean }, { sql }) =>
  db
    .updateTable("passkey")
    .set((passkey) => ({
      counter: sql<number>`greatest(${passkey.ref("counter")}, ${of.counter}::bigint)`,
      backedUp: sql<boolean>`${of.backedUp}::boolean`,
      lastUsedAt: sql`app_now()`,
    }))
    .where("id", "=", of.id)
    .where((passkey) =>
      passkey.or([
        passkey("counter", "<", sql<number>`${of.counter}::bigint`),
        sql<boolean>`${of.counter}::bigint = 0`,
        passkey.and([passkey("deviceType", "=", "multiDevice"), sql<boolean>`${of.backedUp}::boolean`]),
      ]),
    ),
);

export interface UsedPasskey {
  userId: string;
  proof: Proof;
  userVerified: boolean;
}

/** Uses a passkey. `sessionId`: of the session that asked for the challenge; null for a sign-in. @throws PasskeyRejected */
export async function usePasskey(
  tx: Tx,
  party: RelyingParty,
  signed: SignedByPasskey,
  sessionId: string | null,
): Promise<UsedPasskey> {
  const passkey = await takeAndFind.row(tx, {
    challengeHash: hashToken(signed.challenge),
    purpose: sessionId === null ? "SIGN_IN" : "ELEVATE",
    sessionId,
    id: signed.credential.id,
  });
  const used = passkey && (await checkSigned(party, signed, passkey));
  if (!used) throw new PasskeyRejected();
  const { counter, backedUp, userVerified } = used;
  if ((await noteUse.change(tx, { id: passkey.id, counter, backedUp })) === 0) throw new PasskeyRejected();
  return { userId: passkey.userId, proof: passkey.deviceType === "multiDevice" ? "swk" : "hwk", userVerified };
}

/** The caller has locked the row of the user. @throws NotFound, LastWayIn */
export async function removePasskey(tx: Tx, ways: WaysIn, userId: string, id: string): Promise<void> {
  if ((await tx.nativeDelete(PasskeyEntity, { id, userId })) === 0) throw new NotFound("passkey");
  await requireWayIn(tx, ways, await tx.findOneOrFail(UserEntity, { id: userId }));
}

/** @throws NotFound */
export async function renamePasskey(tx: Tx, userId: string, id: string, name: string): Promise<void> {
  if ((await tx.nativeUpdate(PasskeyEntity, { id, userId }, { name })) === 0) throw new NotFound("passkey");
}

/** Passkeys of a user, oldest first. */
export function findPasskeys(database: Database, userId: string): Promise<Passkey[]> {
  return database.read().find(PasskeyEntity, { userId }, { orderBy: { createdAt: "asc", id: "asc" } });
}

const oldChallenges = statement((db, _, { sql }) =>
  db.deleteFrom("passkey_challenge").where("expiresAt", "<", sql<Date>`app_now()`),
);

export async function forgetPasskeyChallenges(database: Database): Promise<number> {
  return oldChallenges.change(database.read(), {});
}
