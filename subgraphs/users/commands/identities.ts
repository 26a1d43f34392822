// Identities at other providers: linked to one account, and removed. A removed identity stays known, so that nothing links it again by its
// address.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { IdentityEntity, type Claims } from "../entities/identity.ts";
import { statement } from "../entities/tables.ts";
import { isVerified, type User, type Verification } from "../entities/user.ts";
import { PasskeyEntity } from "../entities/passkey.ts";
import { LastWayIn } from "../errors.ts";

const MAX_IDENTITIES = 20;

type Named = Pick<Claims, "issuer" | "subject">;

/** Locks the row of the user: a removal waits for this transaction, then ends the session that it begins. */
const identityOf = statement((db, { issuer, subject }: Named) =>
  db
    .selectFrom("identity as i")
    .innerJoin("app_user as u", "u.id", "i.userId")
    .select(["i.id", "i.userId", "u.status"])
    .where("i.issuer", "=", issuer)
    .where("i.subject", "=", subject)
    .forShare("u"),
);

export async function findIdentity(
  tx: Tx,
  { issuer, subject }: Named,
): Promise<{ id: string; userId: string; status: string } | undefined> {
  return identityOf.row(tx, { issuer, subject });
}

const noteUse = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("identity")
    .set({ lastUsedAt: sql`app_now()` })
    .where("id", "=", id)
    .where("removedAt", "is", null),
);

/** False if it is removed. */
export async function useIdentity(tx: Tx, id: string): Promise<boolean> {
  return (await noteUse.change(tx, { id })) > 0;
}

type NewIdentity = Named & { id: string; userId: string; label: string | null };

/** A removed one can be linked again, to any account. */
const newIdentity = statement((db, of: NewIdentity, { sql }) =>
  db
    .insertInto("identity")
    .values({
      id: of.id,
      issuer: of.issuer,
      subject: of.subject,
      userId: of.userId,
      label: of.label,
      createdAt: sql`app_now()`,
    })
    .onConflict((known) =>
      known
        .columns(["issuer", "subject"])
        .doUpdateSet({
          id: of.id,
          userId: of.userId,
          label: of.label,
          createdAt: sql<Date>`app_now()`,
          lastUsedAt: null,
          removedAt: null,
        })
        .where("identity.removedAt", "is not", null),
    ),
);

/** The row of the user is locked. False if the identity belongs to an account, or the account has the maximum. */
export async function linkIdentity(
  tx: Tx,
  userId: string,
  { issuer, subject, label = undefined }: Named & { label?: string | undefined },
): Promise<boolean> {
  if ((await tx.count(IdentityEntity, { userId, removedAt: null })) >= MAX_IDENTITIES) return false;
  return (await newIdentity.change(tx, { id: uuid(), issuer, subject, userId, label: label ?? null })) > 0;
}

const remove = statement((db, { id, userId }: { id: string; userId: string }, { sql }) =>
  db
    .updateTable("identity")
    .set({ removedAt: sql`app_now()`, label: null })
    .where("id", "=", id)
    .where("userId", "=", userId)
    .where("removedAt", "is", null),
);

/** What an account can be signed in with. */
export interface WaysIn extends Verification {
  /** Issuers of the configured providers. */
  issuers: readonly string[];
}

/** The row of the user is locked. @throws NotFound, LastWayIn */
export async function unlinkIdentity(tx: Tx, ways: WaysIn, user: User, id: string): Promise<void> {
  if ((await remove.change(tx, { id, userId: user.id })) === 0) throw new NotFound("identity");
  await requireWayIn(tx, ways, user);
}

/** @throws LastWayIn if neither a password, nor a verified address, nor a passkey, nor an identity remains */
export async function requireWayIn(tx: Tx, { issuers, ...verification }: WaysIn, user: User): Promise<void> {
  const { id: userId } = user;
  if (user.passwordHash != null || (verification.sendsMail && isVerified(user, verification))) return;
  if ((await tx.count(PasskeyEntity, { userId })) > 0) return;
  const identities = await tx.count(IdentityEntity, { userId, removedAt: null, issuer: { $in: [...issuers] } });
  if (identities === 0) throw new LastWayIn();
}

/** Deletes the identities that were linked by a stranger who typed the address. */
export async function forgetIdentities(tx: Tx, userId: string): Promise<void> {
  await tx.nativeDelete(IdentityEntity, { userId });
}

const newerIdentities = statement((db, { userId, since }: { userId: string; since: string }, { sql }) =>
  db
    .deleteFrom("identity")
    .where("userId", "=", userId)
    .where("createdAt", ">=", sql<Date>`${since}::timestamptz`),
);

/** @returns how many were linked since then, and are deleted now */
export async function forgetIdentitiesSince(tx: Tx, userId: string, since: string): Promise<number> {
  return newerIdentities.change(tx, { userId, since });
}
