// Passwords: prepared as RFC 8265 says, so that one that is typed on another keyboard is the same, and hashed with argon2id, at most
// two at once: each takes 19 MiB and 14 to 29 ms of a core.
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { isStorable } from "../../../platform/core/input.ts";
import { PasswordTooWeak } from "../errors.ts";
import { createHashingQueue } from "./hashing-queue.ts";
import { isGuessable, type Owner } from "./guessable-passwords.ts";

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** What waits longer than 200 others would only time out. */
const queue = createHashingQueue({ atOnce: 2, waiting: 200, waitingOfAccount: 10 });

const MIN_CHARACTERS = 8;
const MAX_BYTES = 1_024;

/** Who a password is hashed for. */
export interface Turn {
  /** Whose place in the queue it takes. */
  account: string;
  /** Aborted once nobody waits for the answer. */
  abandoned: AbortSignal;
}

/** The OpaqueString profile of RFC 8265, section 4.2: every space is U+0020, and the form is NFC. */
export function opaqueString(password: string): string {
  return password.replace(/\p{Zs}/gu, " ").normalize("NFC");
}

/** What nobody can type would be hashed as something else: each half of a surrogate pair as the same bytes. */
export const newPassword = z.string().refine(isStorable, "has characters that can't be stored, such as NUL");

/** @throws PasswordTooWeak */
export function checkPassword(password: string, owner: Owner): void {
  const opaque = opaqueString(password);
  const isTooShort = [...opaque].length < MIN_CHARACTERS;
  if (isTooShort || Buffer.byteLength(opaque) > MAX_BYTES || isGuessable(opaque, owner)) throw new PasswordTooWeak();
}

export function hashPassword(password: string, { account, abandoned }: Turn): Promise<string> {
  return queue.run(account, abandoned, () => hash(opaqueString(password), PARAMETERS));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Takes the same time whether there is a hash to compare with or not. "as typed": the hash is of the password before it was prepared,
 * as it was stored before, and is to be replaced.
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
