import { readFileSync } from "node:fs";
import { sagaTable, transitions } from "./saga-table.ts";
import { next, type SagaEvent, type OrderState } from "./saga.ts";

const { states, all } = transitions();
const ENDED = ["CANCELLED", "EXPIRED", "DECLINED"];
const TIMERS = ["PaymentOverdue", "AssessmentOverdue", "ReviewOverdue"];
/** Final answers of seating and payments. */
const ANSWERS: Record<string, string[]> = {
  SELLING: ["SeatsSold", "SeatsLost"],
  CAPTURING: ["PaymentCaptured", "CaptureFailed"],
};
const keyOf = (state: OrderState) => JSON.stringify(state);
const isEnd = ({ status }: OrderState) => ENDED.includes(status) || status === "CONFIRMED";

test("CONTRIBUTING tells the saga as it is", () => {
  const text = readFileSync(new URL("../../../CONTRIBUTING.md", import.meta.url), "utf8");
  const told = /<!-- saga -->\n([\s\S]*?)\n<!-- end of saga -->/.exec(text)?.[1] ?? "";
  const bare = (table: string) =>
    table
      .split("\n")
      .map((line) => line.replace(/ +/g, " ").replace(/-+/g, "-").trim())
      .filter((line) => line !== "");
  expect(bare(told)).toEqual(bare(sagaTable()));
});

test("every state ends by itself: by a deadline, or by an answer that is asked for until it comes", () => {
  const ways = new Map<string, OrderState[]>();
  for (const { from, sagaEvent, to } of all) {
    const byItself = TIMERS.includes(sagaEvent.type) || ANSWERS[from.phase ?? ""]?.includes(sagaEvent.type);
    if (byItself) ways.set(keyOf(from), [...(ways.get(keyOf(from)) ?? []), to]);
  }
  const ends = (state: OrderState, seen: string[]): boolean => {
    if (isEnd(state)) return true;
    const next = ways.get(keyOf(state)) ?? [];
    return next.length > 0 && next.every((to) => !seen.includes(keyOf(to)) && ends(to, [...seen, keyOf(to)]));
  };
  expect(states.filter((state) => !ends(state, [keyOf(state)]))).toEqual([]);
});

test("an end is an end, whatever comes later", () => {
  for (const { from, to } of all.filter((one) => isEnd(one.from))) expect(to.status).toBe(from.status);
});

test("what comes twice does nothing the second time that does harm", () => {
  const repeatable = ["Void", "ReleaseSeats", "EndPaymentLease", "SellSeats", "Capture", "RefundAll"];
  for (const { sagaEvent, to } of all) {
    const again = next(to, sagaEvent);
    const effects = again?.effects.map(({ type }) => type) ?? [];
    expect([sagaEvent.type, effects.filter((type) => !repeatable.includes(type))]).toEqual([sagaEvent.type, []]);
    expect(again?.status ?? to.status).toBe(to.status);
  }
});

test("an order that is undone releases its money and its seats", () => {
  for (const { from, sagaEvent, to, effects } of all.filter(
    ({ from, to }) => !isEnd(from) && ENDED.includes(to.status),
  )) {
    const types = effects.map(({ type }) => type);
    expect([sagaEvent.type, types]).toEqual([sagaEvent.type, expect.arrayContaining(["ReleaseSeats"])]);
    // After CaptureFailed payments itself voids the authorization.
    const authorized = from.phase !== null || from.status === "IN_REVIEW";
    if (authorized && sagaEvent.type !== "CaptureFailed") expect(types).toContain("Void");
    expect(to.phase).toBeNull();
  }
});

test("a retry repeats what is waited for and decides nothing", () => {
  const retry: SagaEvent = { type: "RetryRequested" };
  for (const state of states) {
    const step = next(state, retry);
    if (!step || state.phase === "ASSESSING") continue;
    expect([step.status, step.phase]).toEqual([state.status, state.phase]);
  }
});
