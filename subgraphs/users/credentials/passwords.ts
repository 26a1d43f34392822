// Passwords: prepared by RFC 8265, so that input from different keyboards matches, and hashed with argon2id. At most two hashes run
// concurrently: each takes 19 MiB and 14 to 29 ms of a core.
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { isStorable } from "../../../platform/core/input.ts";
import { createHashingQueue } from "./hashing-queue.ts";

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A request behind 200 others would only time out. */
const queue = createHashingQueue({ atOnce: 2, waiting: 200, waitingOfAccount: 10 });

export const MAX_BYTES = 1_024;

/** Place in the hashing queue. */
export interface Turn {
  /** Account whose turn it takes. */
  account: string;
  /** Aborted when the client disconnects. */
  abandoned: AbortSignal;
}

/** The OpaqueString profile of RFC 8265, section 4.2: every space is U+0020, and the form is NFC. */
export function opaqueString(password: string): string {
  return password.replace(/\p{Zs}/gu, " ").normalize("NFC");
}

/** Characters that cannot be stored are refused. Lone surrogates, for example, would all be hashed as the same bytes. */
export const newPassword = z.string().refine(isStorable, "has characters that can't be stored, such as NUL");

export function hashPassword(password: string, { account, abandoned }: Turn): Promise<string> {
  return queue.run(account, abandoned, () => hash(opaqueString(password), PARAMETERS));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Compares a password; without a hash it takes the same time. "as typed": the hash is of an unprepared password, from before RFC 8265, and
 * should be replaced.
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
  { account, abandoned }: Turn,
): Promise<boolean | "as typed"> {
  nobodysHash ??= hash("nobody has this password", PARAMETERS);
  const compareWith = passwordHash ?? (await nobodysHash);
  const typed = Buffer.byteLength(password) > MAX_BYTES ? "" : password;
  const opaque = opaqueString(typed);
  const isHashOf = (text: string) => queue.run(account, abandoned, () => verify(compareWith, text));
  if (await isHashOf(opaque)) return passwordHash !== null;
  return opaque !== typed && (await isHashOf(typed)) && passwordHash !== null && "as typed";
}
