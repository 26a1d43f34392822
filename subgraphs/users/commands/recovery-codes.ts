// Recovery codes: ten, shown once, each valid once in place of another second factor. Only hashes are stored. A code has 77 random bits, so
// the hash needs no key.
import { randomInt } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { CODE_ALPHABET, hashToken } from "../credentials/tokens.ts";
import { RecoveryCodeEntity } from "../entities/second-factor.ts";
import { statement } from "../entities/tables.ts";

const CODES = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Such as `7KQR-2MXH-99TB-WCDF`. */
function newCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Hash of the code as it is stored. Case, blanks and hyphens do not matter. */
function hashOf(userId: string, code: string): string {
  return hashToken(`${userId} ${code.toUpperCase().replaceAll(/[\s-]/g, "")}`);
}

/** Makes new codes; the earlier ones become invalid. The row of the user is locked. */
export async function renewRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  await forgetRecoveryCodes(tx, userId);
  const codes = Array.from({ length: CODES }, newCode);
  await tx.insertMany(
    RecoveryCodeEntity,
    codes.map((code) => ({ codeHash: hashOf(userId, code), userId })),
  );
  return codes;
}

const known = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("recovery_code").select("codeHash").where("userId", "=", userId),
);

/** The codes of an account that gets its first second factor; undefined if it has codes. The row of the user is locked. */
export async function firstRecoveryCodes(tx: Tx, userId: string): Promise<string[] | undefined> {
  return (await known.row(tx, { userId })) ? undefined : renewRecoveryCodes(tx, userId);
}

const takeCode = statement((db, { userId, codeHash }: { userId: string; codeHash: string }, { sql }) =>
  db
    .updateTable("recovery_code")
    .set({ usedAt: sql`app_now()` })
    .where("codeHash", "=", codeHash)
    .where("userId", "=", userId)
    .where("usedAt", "is", null),
);

/** Uses a code. False for a wrong or used one. */
export async function useRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  return (await takeCode.change(tx, { userId, codeHash: hashOf(userId, code) })) > 0;
}

export async function forgetRecoveryCodes(tx: Tx, userId: string): Promise<void> {
  await tx.nativeDelete(RecoveryCodeEntity, { userId });
}
