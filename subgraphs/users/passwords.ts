// Password hashing with argon2id, at most two at once: each takes 19 MiB and 14 to 29 ms of a core.
import { hash, verify } from "@node-rs/argon2";
import { rateLimited } from "../../platform/errors.ts";
import { PasswordTooWeak } from "./errors.ts";

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
/** What waits longer than this many others would only time out. */
const QUEUE = 200;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE) throw rateLimited(5);
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Among the most used ones in every published leak. */
const MOST_USED = new Set(
  "password password1 password12 password123 passw0rd p@ssword p@ssw0rd 12345678 123456789 1234567890 0123456789 11111111 00000000 88888888 87654321 987654321 qwertyui qwertyuiop qwerty12 qwerty123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx asdfghjk asdfghjkl asdf1234 abcd1234 abc12345 abcdefgh iloveyou sunshine princess football baseball superman welcome1 welcome123 letmein1 letmein123 trustno1 admin123 admin1234 administrator changeme changeme1 starwars whatever michelle jennifer computer internet samsung1 pokemon1 dragon123 monkey123 master123 shadow123 hello123 freedom1 charlie1 liverpool".split(
    " ",
  ),
);

const MAX_BYTES = 1_024;

/** @throws PasswordTooWeak */
export function checkPassword(password: string): void {
  if ([...password].length < 8 || Buffer.byteLength(password) > MAX_BYTES || MOST_USED.has(password.toLowerCase()))
    throw new PasswordTooWeak();
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, PARAMETERS));
}

let nobodysHash: Promise<string> | undefined;

/** Takes the same time whether there is a hash to compare with or not. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash("nobody has this password", PARAMETERS);
  const compareWith = passwordHash ?? (await nobodysHash);
  const bounded = Buffer.byteLength(password) > MAX_BYTES ? "" : password;
  const matches = await inTurn(() => verify(compareWith, bounded));
  return matches && passwordHash !== null;
}
