// Transition table of the saga, derived from the function: every reachable state, and the effect of every event.
// CONTRIBUTING.md contains it, and a test keeps it up to date.
import { next, type Effect, type SagaEvent, type OrderState } from "./saga.ts";

/** Two payments are enough: the order's own and another. */
const OCCURRENCES: readonly SagaEvent[] = [
  ...["p1", "p2"].flatMap((paymentId): SagaEvent[] => [
    { type: "PaymentAuthorized", paymentId },
    { type: "PaymentFailed", paymentId },
    { type: "PaymentCaptured", paymentId },
    { type: "CaptureFailed", paymentId },
  ]),
  { type: "PaidAtCounter", paymentId: "p1" },
  { type: "PaidByCredit", paymentId: "p1" },
  { type: "Assessed", decision: "ALLOW" },
  { type: "Assessed", decision: "REVIEW" },
  { type: "Assessed", decision: "BLOCK" },
  { type: "AssessmentOverdue" },
  { type: "ReviewDecided", allow: true },
  { type: "ReviewDecided", allow: false },
  { type: "ReviewOverdue" },
  { type: "PaymentOverdue" },
  { type: "SeatsSold" },
  { type: "SeatsLost" },
  { type: "TicketsLost" },
  { type: "CancelRequested" },
  { type: "EventCancelled", note: "" },
  { type: "EventCancelled", note: "", isPart: true },
  { type: "RetryRequested" },
];

export interface Transition {
  from: OrderState;
  sagaEvent: SagaEvent;
  to: OrderState;
  effects: Effect[];
}

const PLACED: OrderState = { status: "AWAITING_PAYMENT", phase: null, paymentId: null, eventCancelled: false };
/** A payment has the lease on the order before its first message arrives. */
const PAYING: OrderState = { ...PLACED, paymentId: "p1" };

const keyOf = (state: OrderState) => JSON.stringify([state.status, state.phase, state.paymentId, state.eventCancelled]);

/** Every reachable state, and every event that changes it. */
export function transitions(): { states: OrderState[]; all: Transition[] } {
  const states = [PLACED, PAYING];
  const known = new Set(states.map(keyOf));
  const all: Transition[] = [];
  for (const from of states)
    for (const sagaEvent of OCCURRENCES) {
      const step = next(from, sagaEvent);
      if (!step) continue;
      const { status, phase, paymentId, eventCancelled, effects } = step;
      const to = { status, phase, paymentId, eventCancelled };
      all.push({ from, sagaEvent, to, effects });
      if (known.has(keyOf(to))) continue;
      known.add(keyOf(to));
      states.push(to);
    }
  return { states, all };
}

/** Markdown table. Transitions that are the same after the event's cancellation are listed once. */
export function sagaTable(): string {
  const lines = new Set<string>();
  for (const { from, sagaEvent, to, effects } of transitions().all) {
    const done = effects.map(({ type }) => type).join(", ") || "–";
    const line = (cancelled: string) =>
      `| ${stateOf(from)}${cancelled} | ${occurrenceOf(from, sagaEvent)} | ${stateOf(to)}${to.eventCancelled && !from.eventCancelled ? `, ${CANCELLED}` : ""} | ${done} |`;
    if (!from.eventCancelled) lines.add(line(""));
    else if (!lines.has(line(""))) lines.add(line(`, ${CANCELLED}`));
  }
  const sorted = [...lines].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return ["| state | event | next state | effects |", "| --- | --- | --- | --- |", ...sorted].join("\n");
}

const CANCELLED = "its event cancelled";
const STATES = [
  "AWAITING_PAYMENT",
  "assessing",
  "IN_REVIEW",
  "selling",
  "capturing",
  "CONFIRMED",
  "CANCELLED",
  "EXPIRED",
  "DECLINED",
];
const rankOf = (line: string) => STATES.findIndex((state) => line.startsWith(`| ${state}`));

/** An order in settlement is PROCESSING, or still IN_REVIEW after a review; its phase is more precise. */
const stateOf = ({ status, phase, paymentId }: OrderState) =>
  phase?.toLowerCase() ??
  (rankOf(`| ${status}`) > rankOf("| CONFIRMED") && !paymentId ? `${status}, never paid for` : status);

function occurrenceOf({ paymentId }: OrderState, sagaEvent: SagaEvent): string {
  if ("paymentId" in sagaEvent && paymentId !== null && sagaEvent.paymentId !== paymentId)
    return `${sagaEvent.type}, of another payment`;
  switch (sagaEvent.type) {
    case "Assessed":
      return `Assessed: ${sagaEvent.decision}`;
    case "ReviewDecided":
      return `ReviewDecided: ${sagaEvent.allow ? "ALLOW" : "BLOCK"}`;
    case "EventCancelled":
      return sagaEvent.isPart ? "EventCancelled, of several" : "EventCancelled";
    default:
      return sagaEvent.type;
  }
}
