// Signing keys and second factors at rest, encrypted with AES-256-GCM. Both formats are read: JWE (RFC 7516), and the older one, base64 of nonce, tag and
// ciphertext. The older one is written, because a version without JWE must be able to start on the same database. It may run beside this
// one during an upgrade, or after a rollback. The next version may write JWE with `CompactEncrypt` of jose.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { compactDecrypt, errors } from "jose";
import { ConfigError } from "../../../platform/core/config.ts";

const JWE = { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] };

export function seal(plain: string, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

/** @throws ConfigError if none of the keys has sealed it. */
export async function unseal(sealed: string, keys: readonly Buffer[]): Promise<string> {
  for (const key of keys) {
    const plain = await tryUnseal(sealed, key);
    if (plain !== undefined) return plain;
  }
  throw new ConfigError(
    "Signing keys or second factors in the database were sealed with another USERS_SECRET: set that secret, or pass it as USERS_SECRET_ALSO during a change.",
  );
}

export async function tryUnseal(sealed: string, key: Buffer): Promise<string | undefined> {
  if (!sealed.includes(".")) return tryUnsealOld(sealed, key);
  try {
    return Buffer.from((await compactDecrypt(sealed, key, JWE)).plaintext).toString("utf8");
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) return undefined;
    throw error;
  }
}

function tryUnsealOld(sealed: string, key: Buffer): string | undefined {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
