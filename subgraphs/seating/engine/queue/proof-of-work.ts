// Proof of work for joining a queue: challenges and solutions in the format of ALTCHA, version 2 (https://altcha.org/docs/v2/), mode `keyPrefix`.
// Of altcha-lib only the solver is used, by pages: its WebCrypto takes ten times as long to make and to check a challenge (bench/queue/work.ts).
import { createHmac, createSecretKey, hkdfSync, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ConfigError } from "../../../../platform/core/config.ts";

/** A solver tries 2^12 = 4,096 keys on average, of so many rounds each. A check derives one key. */
export const WORK = { algorithm: "PBKDF2/SHA-256", cost: 50, keyLength: 32, keyPrefix: "000" } as const;
export const WORK_SECONDS = 600;
const PURPOSE = "joinQueue";
const RANDOM_BYTES = 16;
const COUNTER_BYTES = 4;
/** A proof has some 700 characters. */
export const LONGEST_PROOF = 2_000;

/** What the work is for: it is of no use for anything else. */
export interface WorkOf {
  eventId: string;
  userId: string;
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** Other parameters were never signed. */
const proofShape = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal(WORK.algorithm),
      cost: z.literal(WORK.cost),
      keyLength: z.literal(WORK.keyLength),
      keyPrefix: z.literal(WORK.keyPrefix),
      nonce: hex(RANDOM_BYTES),
      salt: hex(RANDOM_BYTES),
      expiresAt: z.int(),
      data: z.strictObject({ purpose: z.literal(PURPOSE), event: z.string(), user: z.string() }),
    }),
    signature: hex(32),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffff_ffff), derivedKey: hex(WORK.keyLength) }),
});

type Parameters = z.infer<typeof proofShape>["challenge"]["parameters"];

/** JSON with sorted keys, which ALTCHA signs. A library for canonical JSON would take longer than the signature. */
function signedText({ algorithm, cost, data, expiresAt, keyLength, keyPrefix, nonce, salt }: Parameters): string {
  const { event, purpose, user } = data;
  return JSON.stringify({
    ...{ algorithm, cost, data: { event, purpose, user } },
    ...{ expiresAt, keyLength, keyPrefix, nonce, salt },
  });
}

export interface ProofOfWork {
  /** JSON of a new challenge. @throws ConfigError without a secret */
  challenge(of: WorkOf): string;
  /** Whether it is a solution of a challenge that was made for this, and has not expired. */
  isProof(proof: string, of: WorkOf): boolean;
}

/** @param secrets the current one first @param now in ms */
export function createProofOfWork(secrets: readonly string[], now: () => number = Date.now): ProofOfWork {
  // ALTCHA takes a text as its key, so that its libraries can check these challenges.
  const keys = secrets.map((secret) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "challenges of queues", 32)).toString("hex"), "utf8"),
  );
  const signatureOf = (text: string, key: (typeof keys)[number]): Buffer =>
    createHmac("sha256", key).update(text).digest();
  return {
    challenge: ({ eventId, userId }) => {
      const [key] = keys;
      if (!key) throw new ConfigError("Set SEATING_SECRET: it signs challenges of queues.");
      const random = randomBytes(2 * RANDOM_BYTES).toString("hex");
      const parameters = signedText({
        ...WORK,
        nonce: random.slice(0, 2 * RANDOM_BYTES),
        salt: random.slice(2 * RANDOM_BYTES),
        expiresAt: Math.floor(now() / 1_000) + WORK_SECONDS,
        data: { purpose: PURPOSE, event: eventId, user: userId },
      });
      return `{"parameters":${parameters},"signature":"${signatureOf(parameters, key).toString("hex")}"}`;
    },
    isProof: (proof, { eventId, userId }) => {
      const found = read(proof);
      if (!found) return false;
      const { parameters, signature } = found.challenge;
      const { data, expiresAt } = parameters;
      if (data.event !== eventId || data.user !== userId || expiresAt <= now() / 1_000) return false;
      const [given, text] = [Buffer.from(signature, "hex"), signedText(parameters)];
      return keys.some((key) => timingSafeEqual(given, signatureOf(text, key))) && isSolved(found);
    },
  };
}

/** Undefined for anything but base64 of JSON of this shape. */
function read(proof: string): z.infer<typeof proofShape> | undefined {
  if (proof.length > LONGEST_PROOF) return undefined;
  try {
    return proofShape.safeParse(JSON.parse(Buffer.from(proof, "base64").toString())).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isSolved({ challenge: { parameters }, solution }: z.infer<typeof proofShape>): boolean {
  const { nonce, salt, cost, keyLength, keyPrefix } = parameters;
  if (!solution.derivedKey.startsWith(keyPrefix)) return false;
  const password = Buffer.alloc(RANDOM_BYTES + COUNTER_BYTES, nonce, "hex");
  password.writeUInt32BE(solution.counter, RANDOM_BYTES);
  const key = pbkdf2Sync(password, Buffer.from(salt, "hex"), cost, keyLength, "sha256");
  return timingSafeEqual(key, Buffer.from(solution.derivedKey, "hex"));
}
