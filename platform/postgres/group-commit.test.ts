import { setImmediate as turn } from "node:timers/promises";
import { correlationId, withCorrelation } from "../telemetry/correlation.ts";
import { mayHaveHappened, watchingEffects } from "../core/effects.ts";
import { unavailable } from "../core/errors.ts";
import { createGroupCommit, type Requested } from "./group-commit.ts";

/** A `run` whose batches stay pending until the test releases them. */
function held(decide: (request: number) => number | Error = (request) => request * 10) {
  const batches: { requests: number[]; go: () => void }[] = [];
  const run = (batch: Requested<number>[]) =>
    new Promise<(number | Error)[]>((resolve) => {
      const requests = batch.map(({ request }) => request);
      batches.push({ requests, go: () => resolve(requests.map(decide)) });
    });
  return { batches, run };
}

test("a lone request runs at once, and requests that arrive meanwhile form one batch", async () => {
  const { batches, run } = held();
  const group = createGroupCommit({ maxBatch: 64, run });
  const first = group(1);
  await turn();
  expect(batches.map(({ requests }) => requests)).toEqual([[1]]);
  const others = [group(2), group(3)];
  await turn();
  expect(batches).toHaveLength(1);
  batches[0]!.go();
  expect(await first).toBe(10);
  await turn();
  expect(batches[1]!.requests).toEqual([2, 3]);
  batches[1]!.go();
  expect(await Promise.all(others)).toEqual([20, 30]);
});

test("a batch is never larger than allowed, and many are decided beside each other", async () => {
  const { batches, run } = held();
  const group = createGroupCommit({ maxBatch: 20, maxInFlight: 2, run });
  const all = Array.from({ length: 50 }, (_, n) => group(n));
  await turn();
  expect(batches.map(({ requests }) => requests.length)).toEqual([20, 20]);
  batches[0]!.go();
  await turn();
  await turn();
  // Ten are not worth a commit beside the one that is under way.
  expect(batches).toHaveLength(2);
  batches[1]!.go();
  await turn();
  await turn();
  expect(batches[2]!.requests).toHaveLength(10);
  batches[2]!.go();
  expect(await Promise.all(all)).toEqual(Array.from({ length: 50 }, (_, n) => n * 10));
});

test("a request that is refused rejects alone", async () => {
  const group = createGroupCommit<number, number>({
    maxBatch: 64,
    run: async (batch) => batch.map(({ request }) => (request === 2 ? new Error("no") : request)),
  });
  const settled = await Promise.allSettled([group(1), group(2), group(3)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("a request that makes its batch fail is split off, and the others are decided once", async () => {
  const decided: number[] = [];
  const group = createGroupCommit<number, number>({
    maxBatch: 64,
    run: async (batch) => {
      if (batch.some(({ request }) => request === 13)) throw new TypeError("poison");
      decided.push(...batch.map(({ request }) => request));
      return batch.map(({ request }) => request);
    },
  });
  const settled = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => group(n)));
  expect(settled.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([13]);
  expect(decided.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n).filter((n) => n !== 13));
});

test("a service that is away fails the batch as a whole, without a try for each request", async () => {
  let runs = 0;
  const group = createGroupCommit<number, number>({
    maxBatch: 64,
    run: async () => {
      runs++;
      throw unavailable("seating");
    },
  });
  const settled = await Promise.allSettled([group(1), group(2), group(3)]);
  expect(settled.every(({ status }) => status === "rejected")).toBe(true);
  expect(runs).toBe(1);
});

test("a deadlock is tried again", async () => {
  let runs = 0;
  const group = createGroupCommit<number, number>({
    maxBatch: 64,
    run: async (batch) => {
      if (++runs < 3) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
      return batch.map(({ request }) => request);
    },
  });
  expect(await Promise.all([group(1), group(2)])).toEqual([1, 2]);
  expect(runs).toBe(3);
});

test("a missing answer is an error, not the answer of another request", async () => {
  const group = createGroupCommit<number, number>({ maxBatch: 64, run: async () => [] });
  await expect(group(1)).rejects.toThrow("A batch of 1 requests has 0 answers.");
});

test("too many waiting requests are refused with a time to retry", async () => {
  const { batches, run } = held();
  const group = createGroupCommit({ maxBatch: 64, maxWaiting: 2, run });
  const waiting = [group(1), group(2)];
  await expect(group(3)).rejects.toMatchObject({ extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 } });
  await turn();
  batches[0]!.go();
  await Promise.all(waiting);
  const later = group(4);
  await turn();
  batches[1]!.go();
  expect(await later).toBe(40);
});

test("a lone request is run in its own context", async () => {
  const group = createGroupCommit<number, string | undefined>({ maxBatch: 64, run: async () => [correlationId()] });
  expect(await withCorrelation("a", () => group(1))).toBe("a");
});

test("a batch of several runs outside its requests; each keeps its correlation id and notes the effect", async () => {
  const seen: unknown[] = [];
  const group = createGroupCommit<number, number>({
    maxBatch: 64,
    run: async (batch) => {
      seen.push(correlationId(), ...batch.map((one) => one.correlationId));
      return batch.map(({ request }) => request);
    },
  });
  const ask = (id: string) =>
    withCorrelation(id, () => watchingEffects(async () => [mayHaveHappened(), await group(1), mayHaveHappened()]));
  expect(await Promise.all([ask("a"), ask("b")])).toEqual([
    [false, 1, true],
    [false, 1, true],
  ]);
  expect(seen).toEqual([undefined, "a", "b"]);
});
