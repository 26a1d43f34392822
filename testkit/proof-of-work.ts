// What a client does with a challenge of ProofOfWorkRequired, by a library that knows nothing of ours.
import { pbkdf2Sync } from "node:crypto";
import { solveChallenge, type Challenge, type DeriveKeyFunction, type Solution } from "altcha-lib";

/** As quick as Node.js can. */
export const deriveNatively: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: pbkdf2Sync(password, salt, cost, keyLength, "sha256"),
});

export const proofOf = (challenge: object, solution: object): string =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");

export async function solutionOf(challenge: string): Promise<Solution> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge) as Challenge, deriveKey: deriveNatively });
  if (!solution) throw new Error("The challenge was not solved in time.");
  return solution;
}

/** @param challenge JSON @returns the argument `proofOfWork` of joinQueue */
export async function solve(challenge: string): Promise<string> {
  return proofOf(JSON.parse(challenge) as object, await solutionOf(challenge));
}
