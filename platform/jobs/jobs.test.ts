import { jobBackOffSeconds, OFTEN } from "./jobs.ts";

test("a job is tried again after longer and longer, never more than two minutes and a half, and not all at once", () => {
  expect(jobBackOffSeconds(1, 0.5)).toBeCloseTo(0.2);
  expect(jobBackOffSeconds(OFTEN - 1, 0.5)).toBe(30);
  expect(jobBackOffSeconds(OFTEN, 0.5)).toBe(120);
  expect(jobBackOffSeconds(10_000, 1)).toBe(150);
  expect(jobBackOffSeconds(4, 0)).toBeLessThan(jobBackOffSeconds(4, 0.9));
});
