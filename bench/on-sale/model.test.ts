import { OPERATIONS, simulate, type OnSaleWork, type People, type Plan } from "./model.ts";

const NOTHING = { visits: [], spread: [1] };
const NO_WORK = Object.fromEntries(OPERATIONS.map((name) => [name, NOTHING])) as unknown as OnSaleWork;
const PEOPLE: People = {
  count: 20_000,
  halfArriveSeconds: 60,
  seats: 1_000,
  seatsPerBuyer: 2,
  tries: 5,
  thinkSeconds: 5,
  paySeconds: 30,
  abandon: 0.2,
  signIn: 0,
};

/** Of an exponential distribution with mean 1, finely. */
const EXPONENTIAL = Array.from({ length: 20_000 }, (_, k) => -Math.log(1 - (k + 0.5) / 20_000));

test("sells every seat once, however many people come and turn away", () => {
  const { sold, soldOutAfterSeconds } = simulate(PEOPLE, NO_WORK, { cores: {} });
  expect(sold).toBe(PEOPLE.seats);
  expect(soldOutAfterSeconds).toBeGreaterThan(0);
});

test("a queue lets no more people in than its cap, and sells every seat", () => {
  const queue = { drawSeconds: 120, maxActive: 300, perSecond: 50, admissionSeconds: 600, comeShare: 0.5 };
  const { sold, inside, soldOutAfterSeconds } = simulate({ ...PEOPLE, queue }, NO_WORK, { cores: {} });
  expect(sold).toBe(PEOPLE.seats);
  expect(inside).toBeGreaterThan(0.8 * queue.maxActive);
  expect(inside).toBeLessThanOrEqual(queue.maxActive);
  expect(soldOutAfterSeconds).toBeGreaterThan(queue.drawSeconds);
});

test("the same seed tells the same", () => {
  const work = { ...NO_WORK, page: { visits: [{ station: "gateway", ms: 3 }], spread: EXPONENTIAL } };
  const plan: Plan = { cores: { gateway: 2 } };
  expect(simulate(PEOPLE, work, plan, 7)).toEqual(simulate(PEOPLE, work, plan, 7));
});

// Erlang's C formula (A. K. Erlang, 1917): how likely it is to wait at c servers with a load of a.
test.each([1, 4])("people wait at %i cores for as long as queueing theory says", (cores) => {
  const load = 0.8 * cores;
  const ms = 10;
  const count = 100_000;
  const seconds = (count * ms) / 1_000 / load;
  const work = { ...NO_WORK, page: { visits: [{ station: "gateway", ms }], spread: EXPONENTIAL } };
  const people = { ...PEOPLE, count, halfArriveSeconds: seconds, arrivals: "steady" as const };
  const { operations } = simulate(people, work, { cores: { gateway: cores } });
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const last = load ** cores / factorial(cores) / (1 - load / cores);
  const waits =
    last / (Array.from({ length: cores }, (_, k) => load ** k / factorial(k)).reduce((a, b) => a + b) + last);
  const meanMs = ms + (waits * ms) / (cores - load);
  expect(operations.page!.meanMs / meanMs).toBeGreaterThan(0.93);
  expect(operations.page!.meanMs / meanMs).toBeLessThan(1.07);
});
