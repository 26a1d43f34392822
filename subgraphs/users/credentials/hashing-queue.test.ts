import { Abandoned, createHashingQueue } from "./hashing-queue.ts";

const FOREVER = new AbortController().signal;

/** A queue whose work ends on request. */
function stand(limits: Partial<Parameters<typeof createHashingQueue>[0]> = {}) {
  const queue = createHashingQueue({ atOnce: 1, waiting: 100, waitingOfAccount: 10, ...limits });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const outcomes: Promise<unknown>[] = [];
  const come = (account: string, signal = FOREVER) => {
    const outcome = queue.run(account, signal, () => {
      begun.push(account);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
    outcome.catch(() => {});
    outcomes.push(outcome);
    return outcome;
  };
  const endAll = async () => {
    await new Promise(setImmediate);
    for (let ended = 0; ended < ends.length; ended++) {
      ends[ended]!();
      await new Promise(setImmediate);
    }
    return Promise.allSettled(outcomes);
  };
  return { begun, come, endAll };
}

test("an account that asks for much waits for itself: everybody else has a turn first", async () => {
  const { begun, come, endAll } = stand();
  for (const account of ["a", "a", "a", "a", "b", "c", "b"]) void come(account);
  await endAll();
  expect(begun).toEqual(["a", "a", "b", "c", "a", "b", "a"]);
});

test("what its client has given up on is never begun, and leaves its place to others", async () => {
  const { begun, come, endAll } = stand({ waiting: 2, waitingOfAccount: 2 });
  const client = new AbortController();
  void come("a");
  const [one, two] = [come("b", client.signal), come("b", client.signal)];
  client.abort();
  await expect(one).rejects.toBeInstanceOf(Abandoned);
  await expect(two).rejects.toBeInstanceOf(Abandoned);
  await expect(come("d", client.signal)).rejects.toBeInstanceOf(Abandoned);
  for (const account of ["b", "c"]) void come(account);
  await endAll();
  expect(begun).toEqual(["a", "b", "c"]);
});

test("who gives up after it has begun takes nobody's place, nor a second one", async () => {
  const { begun, come, endAll } = stand();
  const client = new AbortController();
  void come("a", client.signal);
  void come("b");
  client.abort();
  await new Promise(setImmediate);
  expect(begun).toEqual(["a"]);
  await endAll();
  expect(begun).toEqual(["a", "b"]);
});

test("an account has so many places, and a full queue makes room for who has fewer", async () => {
  const { begun, come, endAll } = stand({ waiting: 3, waitingOfAccount: 3 });
  void come("a");
  const many = [come("a"), come("a"), come("a")];
  const limited = { extensions: { code: "RATE_LIMITED" } };
  await expect(come("a")).rejects.toMatchObject(limited);
  const other = come("b");
  await expect(many[2]).rejects.toMatchObject(limited);
  const third = come("c");
  await expect(many[1]).rejects.toMatchObject(limited);
  await expect(come("d")).rejects.toMatchObject(limited);
  await endAll();
  await Promise.all([other, third]);
  expect(begun).toEqual(["a", "a", "b", "c"]);
});

test("as many run at once as may, however they end", async () => {
  const queue = createHashingQueue({ atOnce: 2, waiting: 100, waitingOfAccount: 100 });
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    throw new Error("wrong");
  };
  await Promise.allSettled(Array.from({ length: 20 }, (_, index) => queue.run(`${index % 3}`, FOREVER, work)));
  expect([most, running]).toEqual([2, 0]);
});
