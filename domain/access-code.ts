// The code of a private event. Only catalog stores it. Other subgraphs get its hash, which is useless to who reads it: codes can't be guessed.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const CODE_BYTES = 18; // 144 bits

export const newAccessCode = (): string => randomBytes(CODE_BYTES).toString("base64url");

export const accessHash = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Takes the same time for any code. */
export function opens(given: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(accessHash(given)), Buffer.from(accessHash(code)));
}
