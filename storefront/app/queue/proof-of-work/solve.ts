// Solves a challenge of ALTCHA, version 2, with the WebCrypto of the browser: no WebAssembly, which the policy of the pages forbids.
import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Tries between two reports. */
const REPORT_EVERY = 64;
/** The challenge has expired then. */
const LONGEST_MS = 600_000;

/** Chance that a solution is found within so many tries. Each hexadecimal digit of the prefix is matched by one try in 16. */
export const shareAfter = (tries: number, { keyPrefix }: Pick<Challenge["parameters"], "keyPrefix">): number =>
  1 - Math.exp(-tries / 16 ** keyPrefix.length);

/** @param challenge JSON @returns the proof: base64 of JSON. @throws Error if there is none in time */
export async function solve(challenge: string, onShare: (share: number) => void): Promise<string> {
  const given = JSON.parse(challenge) as Challenge;
  let tries = 0;
  const solution = await solveChallenge({
    challenge: given,
    timeout: LONGEST_MS,
    deriveKey: (parameters, salt, password) => {
      tries += 1;
      if (tries % REPORT_EVERY === 0) onShare(shareAfter(tries, parameters));
      return deriveKey(parameters, salt, password);
    },
  });
  if (!solution) throw new Error("No solution was found in time.");
  const { counter, derivedKey } = solution;
  return btoa(JSON.stringify({ challenge: given, solution: { counter, derivedKey } }));
}
