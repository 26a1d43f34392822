import { createBreaker } from "../transport/circuit-breaker.ts";

test("a breaker opens after eight failures in a row, and lets one go ahead after each pause", () => {
  let now = 0;
  const breaker = createBreaker(() => now);
  for (let index = 0; index < 8; index++) {
    expect(breaker.allows()).toBe(true);
    breaker.failed();
  }
  expect(breaker.allows()).toBe(false);
  now += 100;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  breaker.succeeded();
  expect(breaker.allows()).toBe(true);
});

test("each failed try doubles the pause, up to two seconds, and one success ends it", () => {
  let now = 0;
  const breaker = createBreaker(() => now);
  for (let index = 0; index < 8; index++) breaker.failed();
  for (const pause of [100, 200, 400, 800, 1_600, 2_000, 2_000]) {
    now += pause - 1;
    expect(breaker.allows()).toBe(false);
    now += 1;
    expect(breaker.allows()).toBe(true);
    breaker.failed();
  }
  now += 2_000;
  expect(breaker.allows()).toBe(true);
  breaker.succeeded();
  for (let index = 0; index < 8; index++) {
    expect(breaker.allows()).toBe(true);
    breaker.failed();
  }
  now += 99;
  expect(breaker.allows()).toBe(false);
  now += 1;
  expect(breaker.allows()).toBe(true);
});

test("a try that is never answered keeps others out for one pause only", () => {
  let now = 0;
  const breaker = createBreaker(() => now);
  for (let index = 0; index < 8; index++) breaker.failed();
  now += 100;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  now += 100;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
});

test.each([
  ["one address", (index: number) => ["192.0.2.1", `account-${index}`]],
  ["one account", (index: number) => [`192.0.2.${index}`, "account"]],
])("%s alone can't open a breaker with requests that take too long", (_, clientsOf) => {
  const breaker = createBreaker();
  for (let index = 0; index < 100; index++) breaker.failed(clientsOf(index));
  expect(breaker.allows()).toBe(true);
});

test("several clients who wait in vain open a breaker, also after one of them has waited very often", () => {
  const breaker = createBreaker();
  for (let index = 0; index < 100; index++) breaker.failed(["192.0.2.1"]);
  for (let index = 2; index < 8; index++) breaker.failed([`192.0.2.${index}`]);
  expect(breaker.allows()).toBe(false);
});
