// Seeds in the database, encrypted as JWE (RFC 7516) by a key that is derived from SEATING_SECRET: the seed of a draw until it is revealed, and that of
// access codes for a day.
import { hkdfSync } from "node:crypto";
import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { ConfigError } from "../../../platform/core/config.ts";

const JWE = { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] };

export interface SealedSeeds {
  seal(seed: Uint8Array): Promise<string>;
  /** @throws ConfigError if another secret has sealed it */
  unseal(sealed: string): Promise<Buffer>;
}

/** Purpose of seeds; each has a key of its own. */
export type SeedPurpose = "seeds of draws" | "seeds of access codes";

/** @param secrets the current one first */
export function createSealedSeeds(secrets: readonly string[], purpose: SeedPurpose = "seeds of draws"): SealedSeeds {
  const keys = secrets.map((secret) => new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32)));
  return {
    seal: (seed) => {
      const [key] = keys;
      if (!key) throw new ConfigError(`Set SEATING_SECRET: it seals the ${purpose}.`);
      return new CompactEncrypt(seed).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(key);
    },
    unseal: async (sealed) => {
      for (const key of keys) {
        try {
          return Buffer.from((await compactDecrypt(sealed, key, JWE)).plaintext);
        } catch (error) {
          if (!(error instanceof errors.JWEDecryptionFailed)) throw error;
        }
      }
      throw new ConfigError(
        `The ${purpose} were sealed with another SEATING_SECRET: set that one, or pass it as SEATING_SECRET_ALSO.`,
      );
    },
  };
}
