import { accessHash, newAccessCode, opens } from "./access-code.ts";
import { isOnSale, salesPhase } from "./sales-window.ts";

const at = (ms: number) => new Date(ms);
const always = { opensAt: null, closesAt: null };
const some = { opensAt: at(10), closesAt: at(20) };

test("something is sold from its start until just before its end", () => {
  expect([9, 10, 19, 20].map((ms) => salesPhase(some, at(ms)))).toEqual(["BEFORE", "OPEN", "OPEN", "AFTER"]);
  expect([0, 9, 10].map((ms) => salesPhase({ ...always, opensAt: at(10) }, at(ms)))).toEqual([
    "BEFORE",
    "BEFORE",
    "OPEN",
  ]);
  expect([19, 20].map((ms) => salesPhase({ ...always, closesAt: at(20) }, at(ms)))).toEqual(["OPEN", "AFTER"]);
  expect(salesPhase(always, at(0))).toBe("OPEN");
});

test("of several windows, all must be open", () => {
  const early = { opensAt: null, closesAt: at(15) };
  expect([9, 12, 15].map((ms) => isOnSale([some, early], at(ms)))).toEqual([false, true, false]);
  expect(isOnSale([], at(0))).toBe(true);
});

test("an access code opens its event alone, and its hash does not", () => {
  const [code, other] = [newAccessCode(), newAccessCode()];
  expect(opens(code, code)).toBe(true);
  for (const wrong of [other, accessHash(code), "", code.slice(1)]) expect(opens(wrong, code)).toBe(false);
});
