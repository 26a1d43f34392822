// What one process lets through, by a clock that stands still until it is moved.
import { createLogger } from "../telemetry/logger.ts";
import { createRateLimits, type RateLimit } from "./rate-limits.ts";

const TEN_A_MINUTE: RateLimit = { name: "visits", limit: 10, windowSeconds: 60 };
const logger = createLogger("rates", "silent");

let now: number;
let rates: ReturnType<typeof createRateLimits>;
beforeEach(() => {
  now = 1_000 * 60_000;
  rates = createRateLimits({ redisUrl: undefined, prefix: "test", process: "door", logger, now: () => now });
});
afterEach(() => rates.stop());

const take = (times: number, who = "somebody") => {
  let waits = 0;
  for (let n = 0; n < times; n++) waits = rates.take(TEN_A_MINUTE, who);
  return waits;
};

/** Advances the clock by the seconds after which a refusal tells to retry. */
function wait(): number {
  const seconds = take(1);
  expect(seconds).toBeGreaterThan(0);
  now += seconds * 1_000;
  return seconds;
}

test("as much as is allowed is let through, and no more, for each by themselves", () => {
  expect(take(10)).toBe(0);
  expect(take(1)).toBe(60);
  expect(take(10, "somebody else")).toBe(0);
  expect(rates.take({ ...TEN_A_MINUTE, name: "sign-ins" }, "somebody")).toBe(0);
});

test("what is refused is not counted, and an amount is let through whole or not at all", () => {
  expect(take(9)).toBe(0);
  expect(rates.take(TEN_A_MINUTE, "somebody", 2)).toBeGreaterThan(0);
  expect(rates.take(TEN_A_MINUTE, "somebody", 1)).toBe(0);
});

test("nobody can take twice as much around the end of a window", () => {
  now += 59_000;
  expect(take(10)).toBe(0);
  now += 2_000;
  expect(take(1)).toBeGreaterThan(0);
});

test.each([0, 15, 30, 45, 59])(
  "who is refused in second %i of a window and waits as told, twice, is let through within a minute and a tenth",
  (second) => {
    now += second * 1_000;
    expect(take(10)).toBe(0);
    // Once for the end of the window, and once for what that has counted.
    let waited = 0;
    for (let times = 0; times < 2; times++) waited += wait();
    expect(waited).toBeLessThanOrEqual(66);
    expect(take(1)).toBe(0);
  },
);

test("the window before counts in proportion to how much of it is in sight", () => {
  expect(take(10)).toBe(0);
  now += 60_000 + 30_000;
  expect(take(5)).toBe(0);
  expect(take(1)).toBeGreaterThan(0);
  now += 120_000;
  expect(take(10)).toBe(0);
});

test("without Redis what is to be exact is counted here, and nothing is shared", async () => {
  for (let n = 0; n < 10; n++) expect(await rates.takeExactly(TEN_A_MINUTE, "somebody")).toBe(0);
  expect(await rates.takeExactly(TEN_A_MINUTE, "somebody")).toBe(60);
  expect(rates.areShared()).toBe(false);
});
