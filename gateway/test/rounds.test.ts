import { jest } from "@jest/globals";
import { createRounds } from "../subscriptions/rounds.ts";

const EVERY_MS = 12_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test("each is done at its interval, not all at once, and not after it was stopped", () => {
  const rounds = createRounds(EVERY_MS);
  const done: string[] = [];
  const stopFirst = rounds.add(() => done.push("first"));
  jest.advanceTimersByTime(EVERY_MS / 2);
  const stopSecond = rounds.add(() => done.push("second"));
  expect(done).toEqual([]);
  jest.advanceTimersByTime(EVERY_MS / 2);
  expect(done).toEqual(["first"]);
  jest.advanceTimersByTime(EVERY_MS / 2);
  expect(done).toEqual(["first", "second"]);
  stopFirst();
  stopFirst();
  jest.advanceTimersByTime(EVERY_MS);
  expect(done).toEqual(["first", "second", "second"]);
  stopSecond();
  expect(jest.getTimerCount()).toBe(0);
});
