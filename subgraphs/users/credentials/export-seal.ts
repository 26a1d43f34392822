// Seals parts of exports at rest, with a key that is derived from the secret of users.
import { hkdfSync } from "node:crypto";
import { seal, unseal } from "./sealing.ts";
import type { Secrets } from "./tokens.ts";

export interface ExportSeal {
  seal(plain: string): string;
  /** @throws ConfigError if neither secret has sealed it. */
  unseal(sealed: string): Promise<string>;
}

export function createExportSeal({ secret, otherSecret }: Secrets): ExportSeal {
  const keyOf = (one: string) => Buffer.from(hkdfSync("sha256", one, "", "seal data exports", 32));
  const keys = [keyOf(secret), ...(otherSecret === undefined ? [] : [keyOf(otherSecret)])];
  return { seal: (plain) => seal(plain, keys[0]!), unseal: (sealed) => unseal(sealed, keys) };
}
