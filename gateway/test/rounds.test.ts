import { mock } from "node:test";
import { createRounds } from "../subscriptions/rounds.ts";

const EVERY_MS = 12_000;

beforeEach(() => void mock.timers.enable({ apis: ["setInterval", "setTimeout"] }));
afterEach(() => void mock.timers.reset());

test("each is done at its interval, not all at once, and not after it was stopped", () => {
  const rounds = createRounds(EVERY_MS);
  const done: string[] = [];
  const stopFirst = rounds.add(() => done.push("first"));
  mock.timers.tick(EVERY_MS / 2);
  const stopSecond = rounds.add(() => done.push("second"));
  expect(done).toEqual([]);
  mock.timers.tick(EVERY_MS / 2);
  expect(done).toEqual(["first"]);
  mock.timers.tick(EVERY_MS / 2);
  expect(done).toEqual(["first", "second"]);
  stopFirst();
  stopFirst();
  mock.timers.tick(EVERY_MS);
  expect(done).toEqual(["first", "second", "second"]);
  stopSecond();
});

test("while there is none, there is no timer", () => {
  mock.timers.reset();
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  const before = timers();
  const rounds = createRounds(EVERY_MS);
  expect(timers()).toBe(before);
  const stop = rounds.add(() => {});
  expect(timers()).toBe(before + 1);
  stop();
  expect(timers()).toBe(before);
});
