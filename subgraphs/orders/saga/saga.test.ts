import fc from "fast-check";
import { next, type Effect, type SagaEvent, type OrderState } from "./saga.ts";

const start: OrderState = { status: "AWAITING_PAYMENT", phase: null, paymentId: null, eventCancelled: false };

function play(
  sagaEvents: SagaEvent[],
  from: OrderState = start,
): { state: OrderState; effects: Effect[]; statuses: string[] } {
  let state = from;
  const effects: Effect[] = [];
  const statuses: string[] = [state.status];
  for (const sagaEvent of sagaEvents) {
    const step = next(state, sagaEvent);
    if (!step) continue;
    state = { status: step.status, phase: step.phase, paymentId: step.paymentId, eventCancelled: step.eventCancelled };
    effects.push(...step.effects);
    if (statuses.at(-1) !== step.status) statuses.push(step.status);
  }
  return { state, effects, statuses };
}

const authorized: SagaEvent = { type: "PaymentAuthorized", paymentId: "p1" };
const captured: SagaEvent = { type: "PaymentCaptured", paymentId: "p1" };

test("an order that all goes well for is assessed, sold, captured and ticketed, in this order", () => {
  const { state, effects, statuses } = play([
    authorized,
    { type: "Assessed", decision: "ALLOW" },
    { type: "SeatsSold" },
    captured,
  ]);
  expect(statuses).toEqual(["AWAITING_PAYMENT", "PROCESSING", "CONFIRMED"]);
  expect(effects.map(({ type }) => type)).toEqual(["AskForAssessment", "SellSeats", "Capture", "IssueTickets"]);
  expect(state.status).toBe("CONFIRMED");
});

test("a payment that succeeds after the order has expired is let go", () => {
  const { state, effects } = play([{ type: "PaymentOverdue" }, authorized]);
  expect(state.status).toBe("EXPIRED");
  expect(effects).toEqual([{ type: "ReleaseSeats" }, { type: "Void", paymentId: "p1" }]);
});

test("a second payment that succeeds is let go", () => {
  expect(play([authorized, { type: "PaymentAuthorized", paymentId: "p2" }]).effects).toContainEqual({
    type: "Void",
    paymentId: "p2",
  });
});

test("an assessment that takes too long makes a review, which a late ALLOW ends", () => {
  const { statuses } = play([
    authorized,
    { type: "AssessmentOverdue" },
    { type: "Assessed", decision: "ALLOW" },
    { type: "SeatsSold" },
    captured,
  ]);
  expect(statuses).toEqual(["AWAITING_PAYMENT", "PROCESSING", "IN_REVIEW", "CONFIRMED"]);
});

test("seats that are gone mean no capture", () => {
  const { state, effects } = play([authorized, { type: "Assessed", decision: "ALLOW" }, { type: "SeatsLost" }]);
  expect(state.status).toBe("EXPIRED");
  expect(effects.map(({ type }) => type)).toEqual(["AskForAssessment", "SellSeats", "Void", "ReleaseSeats"]);
});

test("an event that is cancelled while its order is captured is refunded as soon as it is confirmed", () => {
  const { effects } = play([
    authorized,
    { type: "Assessed", decision: "ALLOW" },
    { type: "SeatsSold" },
    { type: "EventCancelled", note: "rain" },
    captured,
  ]);
  expect(effects.at(-1)).toMatchObject({ type: "RefundAll" });
});

test("one cancelled event of several: a paid order keeps the others, an unpaid order is cancelled", () => {
  const part: SagaEvent = { type: "EventCancelled", note: "rain", isPart: true };
  const { state, effects } = play([
    authorized,
    part,
    { type: "Assessed", decision: "ALLOW" },
    { type: "SeatsSold" },
    captured,
  ]);
  expect(state.status).toBe("CONFIRMED");
  expect(effects.slice(-2)).toMatchObject([{ type: "IssueTickets" }, { type: "RefundAll" }]);
  expect(play([authorized, part, { type: "EventCancelled", note: "snow" }]).state.status).toBe("CANCELLED");
  expect(play([part]).state.status).toBe("CANCELLED");
});

test("an order that is being sold can't be cancelled any more", () => {
  const { state } = play([authorized, { type: "Assessed", decision: "ALLOW" }]);
  expect(next(state, { type: "CancelRequested" })).toBeNull();
});

const payment = fc.constantFrom("p1", "p2");
const anything: fc.Arbitrary<SagaEvent> = fc.oneof(
  payment.map((paymentId): SagaEvent => ({ type: "PaymentAuthorized", paymentId })),
  payment.map((paymentId): SagaEvent => ({ type: "PaymentFailed", paymentId })),
  payment.map((paymentId): SagaEvent => ({ type: "PaymentCaptured", paymentId })),
  payment.map((paymentId): SagaEvent => ({ type: "CaptureFailed", paymentId })),
  fc.constantFrom("ALLOW", "REVIEW", "BLOCK").map((decision): SagaEvent => ({ type: "Assessed", decision })),
  fc.boolean().map((allow): SagaEvent => ({ type: "ReviewDecided", allow })),
  fc.constantFrom<SagaEvent>(
    { type: "AssessmentOverdue" },
    { type: "ReviewOverdue" },
    { type: "PaymentOverdue" },
    { type: "SeatsSold" },
    { type: "SeatsLost" },
    { type: "CancelRequested" },
    { type: "EventCancelled", note: "rain" },
    { type: "EventCancelled", note: "rain", isPart: true },
    { type: "RetryRequested" },
  ),
);
const RANK = ["AWAITING_PAYMENT", "PROCESSING", "IN_REVIEW", "CONFIRMED"];
const ENDED = ["CANCELLED", "EXPIRED", "DECLINED"];
const property = (check: (played: ReturnType<typeof play>) => void) =>
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (sagaEvents) => check(play(sagaEvents))),
    { numRuns: 5_000 },
  );

test("whatever happens in whatever order, a status never goes back and an end is an end", () => {
  property(({ statuses }) => {
    const ranks = statuses.map((status) => (ENDED.includes(status) ? 9 : RANK.indexOf(status)));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(statuses.filter((status) => ENDED.includes(status) || status === "CONFIRMED").length).toBeLessThanOrEqual(1);
  });
});

test("whatever happens, money is captured only after the seats are sold, and tickets are issued at most once", () => {
  property(({ effects }) => {
    const types = effects.map(({ type }) => type);
    expect(types.filter((type) => type === "IssueTickets").length).toBeLessThanOrEqual(1);
    if (types.includes("Capture")) expect(types.indexOf("SellSeats")).toBeLessThan(types.indexOf("Capture"));
    if (types.includes("SellSeats")) expect(types.indexOf("AskForAssessment")).toBeLessThan(types.indexOf("SellSeats"));
  });
});

test("without retries by staff, money is captured at most once and seats are freed at most once", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (sagaEvents) => {
      const { state, effects } = play(sagaEvents.filter(({ type }) => type !== "RetryRequested"));
      const count = (wanted: Effect["type"]) => effects.filter(({ type }) => type === wanted).length;
      expect(count("Capture")).toBeLessThanOrEqual(1);
      expect(count("ReleaseSeats")).toBe(ENDED.includes(state.status) ? 1 : 0);
    }),
    { numRuns: 5_000 },
  );
});

test("whatever happens, an order that ended without a sale frees its seats and lets go of every authorized payment", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (sagaEvents) => {
      const { state, effects } = play(sagaEvents);
      if (!ENDED.includes(state.status)) return;
      expect(effects.map(({ type }) => type)).toContain("ReleaseSeats");
      const failed = effects.some(({ type }) => type === "Capture") && state.status === "CANCELLED";
      const wanted = new Set(
        sagaEvents.flatMap((sagaEvent) => (sagaEvent.type === "PaymentAuthorized" ? [sagaEvent.paymentId] : [])),
      );
      const voided = new Set(effects.flatMap((effect) => (effect.type === "Void" ? [effect.paymentId] : [])));
      for (const paymentId of wanted)
        if (!(failed && paymentId === state.paymentId)) expect(voided).toContain(paymentId);
    }),
    { numRuns: 5_000 },
  );
});
