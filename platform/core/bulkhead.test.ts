import { bulkhead } from "./bulkhead.ts";

test("work above the limit waits in order, and more than may wait is refused", async () => {
  const limited = bulkhead({ atOnce: 2, mostWaiting: 2 });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<number>((resolve) => ends.push(() => resolve(n)));
  };
  const done = [1, 2, 3, 4].map((n) => limited(work(n)));
  await expect(limited(work(5))).rejects.toMatchObject({ extensions: { code: "RATE_LIMITED" } });
  expect(begun).toEqual([1, 2]);
  ends[0]!();
  expect(await done[0]).toBe(1);
  expect(begun).toEqual([1, 2, 3]);
  for (const end of ends.slice(1)) end();
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2, 3, 4]);
  ends[3]!();
  expect(await Promise.all(done)).toEqual([1, 2, 3, 4]);
});

test("work that fails makes room", async () => {
  const limited = bulkhead({ atOnce: 1, mostWaiting: 1 });
  const failing = limited(() => Promise.reject(new Error("no")));
  const next = limited(() => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
