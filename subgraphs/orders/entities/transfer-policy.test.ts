import { freePolicy, transferRefusal, type TransferPolicy } from "./transfer-policy.ts";

const at = (hour: number) => new Date(Date.UTC(2027, 0, 1, hour));
const refusal = (rest: Partial<TransferPolicy>, hour = 12, transfers = 0) =>
  transferRefusal({ ...freePolicy("e"), ...rest }, { now: at(hour), issuedAt: at(6), transfers });
const only = (reason: string) => ({ reason, allowedFrom: null });

test("tickets are handed on freely unless the organizer says otherwise", () => {
  expect(refusal({}, 6, 9)).toBeUndefined();
  expect(refusal({ mode: "ONCE" })).toBeUndefined();
  expect(refusal({ mode: "ONCE" }, 12, 1)).toEqual(only("ALREADY_TRANSFERRED"));
  expect(refusal({ mode: "NONE" })).toEqual(only("NOT_ALLOWED"));
  expect(refusal({ mode: "RETURN_ONLY" })).toEqual(only("NOT_ALLOWED"));
});

test("a time begins at its first moment and is over at its last", () => {
  const times = { notBefore: at(8), until: at(10) };
  expect(refusal(times, 7)).toEqual({ reason: "TOO_EARLY", allowedFrom: at(8) });
  expect(refusal(times, 8)).toBeUndefined();
  expect(refusal(times, 9)).toBeUndefined();
  expect(refusal(times, 10)).toEqual(only("TOO_LATE"));
});

test("new tickets stay with their buyer for a time; the later of two times counts", () => {
  const coolOffSeconds = 3 * 3_600;
  expect(refusal({ coolOffSeconds }, 8)).toEqual({ reason: "COOL_OFF", allowedFrom: at(9) });
  expect(refusal({ coolOffSeconds }, 9)).toBeUndefined();
  expect(refusal({ coolOffSeconds, notBefore: at(8) }, 7)).toEqual({ reason: "COOL_OFF", allowedFrom: at(9) });
  expect(refusal({ coolOffSeconds, notBefore: at(11) }, 7)).toEqual({ reason: "TOO_EARLY", allowedFrom: at(11) });
  // It never comes.
  expect(refusal({ coolOffSeconds, until: at(9) }, 7)).toEqual(only("TOO_LATE"));
});
