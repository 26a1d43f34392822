// Challenges and proofs, beside those of altcha-lib.
import { hkdfSync, randomUUID } from "node:crypto";
import { createChallenge, verifySolution, type Challenge } from "altcha-lib";
import { deriveNatively, proofOf, solutionOf, solve } from "../../../../testkit/proof-of-work.ts";
import { createProofOfWork, LONGEST_PROOF, WORK, WORK_SECONDS } from "./proof-of-work.ts";

const SECRET = "a secret of these tests that is long enough";
const OTHER = "another secret of these tests, long enough, too";
const of = { eventId: randomUUID(), userId: randomUUID() };
const work = createProofOfWork([SECRET]);
/** The key of ALTCHA. */
const keyOf = (secret: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", "challenges of queues", 32)).toString("hex");

const challengeOfAltcha = (change: object): Promise<Challenge> =>
  createChallenge({
    ...WORK,
    data: { purpose: "joinQueue", event: of.eventId, user: of.userId },
    expiresAt: Math.floor(Date.now() / 1_000) + 60,
    deriveKey: deriveNatively,
    hmacSignatureSecret: keyOf(SECRET),
    ...change,
  });

interface Given {
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}
let challenge: string;
let proof: string;
let given: Given;
beforeAll(async () => {
  challenge = work.challenge(of);
  const solution = await solutionOf(challenge);
  given = { challenge: JSON.parse(challenge) as Challenge, solution };
  proof = proofOf(given.challenge, solution);
});

test("a solved challenge is a proof for its person and event, and for nothing else", () => {
  expect(work.isProof(proof, of)).toBe(true);
  expect(work.isProof(proof, { ...of, userId: randomUUID() })).toBe(false);
  expect(work.isProof(proof, { ...of, eventId: randomUUID() })).toBe(false);
});

test("a proof expires after ten minutes, and survives a change of the secret", async () => {
  let now = Date.now();
  const later = createProofOfWork([OTHER, SECRET], () => now);
  expect(later.isProof(proof, of)).toBe(true);
  expect(createProofOfWork([OTHER]).isProof(proof, of)).toBe(false);
  now += (WORK_SECONDS + 1) * 1_000;
  expect(later.isProof(proof, of)).toBe(false);
  expect(WORK_SECONDS).toBe(600);
  expect(() => createProofOfWork([]).challenge(of)).toThrow("Set SEATING_SECRET");
});

describe("no proof is", () => {
  const withChallenge = (change: object) => proofOf({ ...given.challenge, ...change }, given.solution);
  const withParameters = (change: object) =>
    withChallenge({ parameters: { ...given.challenge.parameters, ...change } });
  const withSolution = (change: object) => proofOf(given.challenge, { ...given.solution, ...change });
  /** Signed as by this process, but for something else. */
  const signed = async (change: object) => solve(JSON.stringify(await challengeOfAltcha(change)));
  const FORGED: [string, () => string | Promise<string>][] = [
    ["empty", () => ""],
    ["a text", () => "not base64 at all"],
    ["a number in JSON", () => Buffer.from("1").toString("base64")],
    ["too long", () => `${proof}${Buffer.alloc(LONGEST_PROOF, " ").toString("base64")}`],
    ["without a solution", () => Buffer.from(challenge).toString("base64")],
    ["with another counter", () => withSolution({ counter: given.solution.counter + 1 })],
    ["with a counter that is none", () => withSolution({ counter: -1 })],
    ["with another key that has the prefix", () => withSolution({ derivedKey: `000${"a".repeat(61)}` })],
    ["with a key without the prefix", () => withSolution({ derivedKey: "a".repeat(64) })],
    ["with another user in it", () => withParameters({ data: { ...given.challenge.parameters.data, user: "x" } })],
    ["with a later end", () => withParameters({ expiresAt: given.challenge.parameters.expiresAt! + 60 })],
    ["with another nonce", () => withParameters({ nonce: "0".repeat(32) })],
    ["with a parameter more", () => withParameters({ keySignature: "0".repeat(64) })],
    ["with a shorter prefix", () => withParameters({ keyPrefix: "0" })],
    ["without a signature", () => withChallenge({ signature: undefined })],
    ["with another signature", () => withChallenge({ signature: "0".repeat(64) })],
    ["signed for another purpose", () => signed({ data: { purpose: "x", event: of.eventId, user: of.userId } })],
    ["signed with a shorter prefix", () => signed({ keyPrefix: "00" })],
    ["signed with fewer rounds", () => signed({ cost: 1 })],
    ["signed and solved, but expired", () => signed({ expiresAt: Math.floor(Date.now() / 1_000) - 1 })],
  ];
  test.each(FORGED)("%s", async (_, forged) => {
    expect(work.isProof(await forged(), of)).toBe(false);
  });
});

test("challenges and proofs are those of ALTCHA, in both directions", async () => {
  const result = await verifySolution({
    ...given,
    ...{ deriveKey: deriveNatively, hmacSignatureSecret: keyOf(SECRET) },
  });
  expect(result).toMatchObject({ verified: true, expired: false });
  expect(work.isProof(await solve(JSON.stringify(await challengeOfAltcha({}))), of)).toBe(true);
});
