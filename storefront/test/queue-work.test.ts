// A page's work for a place in a queue, beside the check of seating.
import { randomUUID } from "node:crypto";
import { createProofOfWork } from "../../subgraphs/seating/engine/queue/proof-of-work.ts";
import { shareAfter, solve } from "../app/queue/proof-of-work/solve.ts";

test("what a page computes is a proof, and its progress never goes back", async () => {
  const work = createProofOfWork(["a secret of these tests that is long enough"]);
  const of = { eventId: randomUUID(), userId: randomUUID() };
  const shares: number[] = [];
  const proof = await solve(work.challenge(of), (share) => shares.push(share));
  expect(work.isProof(proof, of)).toBe(true);
  expect(work.isProof(proof, { ...of, userId: randomUUID() })).toBe(false);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([0, 4_096].map((tries) => Math.round(100 * shareAfter(tries, { keyPrefix: "000" })))).toEqual([0, 63]);
});
