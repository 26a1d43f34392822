// Pure transition function. Events may arrive late, twice and in any order; irrelevant ones change nothing, unneeded authorizations
// are voided.
import type { OrderStatus } from "../enums.generated.ts";

/** Step of settlement. After a review the status stays IN_REVIEW meanwhile, because for clients it never goes back. */
export type Phase = "ASSESSING" | "SELLING" | "CAPTURING";

export interface OrderState {
  status: OrderStatus;
  phase: Phase | null;
  /** The order's payment, or the one in progress. */
  paymentId: string | null;
  eventCancelled: boolean;
}

export type SagaEvent =
  | { type: "PaymentAuthorized"; paymentId: string }
  | { type: "PaymentFailed"; paymentId: string }
  | { type: "PaymentCaptured"; paymentId: string }
  | { type: "CaptureFailed"; paymentId: string }
  /** The clerk has taken the money: nothing is authorized or assessed. */
  | { type: "PaidAtCounter"; paymentId: string }
  /** Exchanged tickets pay for all of it: nothing is authorized or assessed. */
  | { type: "PaidByCredit"; paymentId: string }
  /** A ticket to be exchanged was used, refunded or transferred before the order claimed it. */
  | { type: "TicketsLost" }
  | { type: "Assessed"; decision: "ALLOW" | "REVIEW" | "BLOCK" }
  | { type: "AssessmentOverdue" }
  | { type: "ReviewDecided"; allow: boolean; note?: string | null }
  | { type: "ReviewOverdue" }
  | { type: "PaymentOverdue" }
  | { type: "SeatsSold" }
  | { type: "SeatsLost" }
  | { type: "CancelRequested"; note?: string | null }
  /** `isPart`: the order has other events, which take place. */
  | { type: "EventCancelled"; note: string; isPart?: boolean }
  /** Manual retry of a stuck order. */
  | { type: "RetryRequested" };

export type Effect =
  | { type: "AskForAssessment" }
  | { type: "AwaitReview" }
  | { type: "SellSeats" }
  | { type: "ReleaseSeats" }
  | { type: "Capture" }
  | { type: "Void"; paymentId: string }
  | { type: "EndPaymentLease"; paymentId: string }
  | { type: "IssueTickets" }
  /** All tickets for events that are cancelled. */
  | { type: "RefundAll"; reason: string };

export interface Next {
  status: OrderStatus;
  phase: Phase | null;
  paymentId: string | null;
  eventCancelled: boolean;
  note: string | null;
  /** Whether the note is for the organization only: buyers do not see the reasons of a suspicion. */
  isInternal: boolean;
  effects: Effect[];
}

const TICKETS_LOST =
  "A ticket to be exchanged was used, refunded, transferred or disputed first. Nothing was exchanged.";

const ENDED: OrderStatus[] = ["CANCELLED", "EXPIRED", "DECLINED"];

/** Null if the event changes nothing. */
export function next(state: OrderState, sagaEvent: SagaEvent): Next | null {
  if (sagaEvent.type === "PaymentAuthorized") return authorized(state, sagaEvent.paymentId);
  if (sagaEvent.type === "EventCancelled") return eventCancelled(state, sagaEvent);
  if (sagaEvent.type === "RetryRequested") return retried(state);
  switch (state.status) {
    case "AWAITING_PAYMENT":
      return awaitingPayment(state, sagaEvent);
    case "PROCESSING":
      return processing(state, sagaEvent);
    case "IN_REVIEW":
      return state.phase === null ? inReview(state, sagaEvent) : processing(state, sagaEvent);
    default:
      return null;
  }
}

function to(state: OrderState, status: OrderStatus, change: Partial<Next>): Next {
  return {
    status,
    phase: null,
    paymentId: state.paymentId,
    eventCancelled: state.eventCancelled,
    note: null,
    isInternal: false,
    effects: [],
    ...change,
  };
}

function authorized(state: OrderState, paymentId: string): Next | null {
  if (state.status === "AWAITING_PAYMENT")
    return to(state, "PROCESSING", { phase: "ASSESSING", paymentId, effects: [{ type: "AskForAssessment" }] });
  // The order has another payment, or has ended.
  if (ENDED.includes(state.status) || state.paymentId !== paymentId) return stay(state, [{ type: "Void", paymentId }]);
  return null;
}

function stay(state: OrderState, effects: Effect[]): Next {
  return { ...state, note: null, isInternal: false, effects };
}

/** Voids the authorization and releases the seats. */
function undo(state: OrderState): Effect[] {
  return [
    ...(state.paymentId ? [{ type: "Void", paymentId: state.paymentId } as const] : []),
    { type: "ReleaseSeats" },
  ];
}

function awaitingPayment(state: OrderState, sagaEvent: SagaEvent): Next | null {
  switch (sagaEvent.type) {
    case "PaymentFailed":
      return state.paymentId === sagaEvent.paymentId
        ? stay(state, [{ type: "EndPaymentLease", paymentId: sagaEvent.paymentId }])
        : null;
    case "PaidAtCounter":
    case "PaidByCredit":
      return to(state, "PROCESSING", {
        phase: "SELLING",
        paymentId: sagaEvent.paymentId,
        effects: [{ type: "SellSeats" }],
      });
    case "PaymentOverdue":
      return to(state, "EXPIRED", { note: "Not paid in time.", effects: [{ type: "ReleaseSeats" }] });
    case "CancelRequested":
      return to(state, "CANCELLED", { note: sagaEvent.note ?? null, effects: [{ type: "ReleaseSeats" }] });
    default:
      return null;
  }
}

function processing(state: OrderState, sagaEvent: SagaEvent): Next | null {
  switch (state.phase) {
    case "ASSESSING":
      if (sagaEvent.type === "Assessed") return assessed(state, sagaEvent.decision);
      if (sagaEvent.type === "AssessmentOverdue")
        return to(state, "IN_REVIEW", { note: "The risk assessment timed out.", effects: [{ type: "AwaitReview" }] });
      if (sagaEvent.type === "CancelRequested")
        return to(state, "CANCELLED", { note: sagaEvent.note ?? null, effects: undo(state) });
      return null;
    case "SELLING":
      if (sagaEvent.type === "SeatsSold")
        return to(state, state.status, { phase: "CAPTURING", effects: [{ type: "Capture" }] });
      if (sagaEvent.type === "SeatsLost")
        return to(state, "EXPIRED", { note: "The seats were no longer available.", effects: undo(state) });
      if (sagaEvent.type === "TicketsLost") return to(state, "CANCELLED", { note: TICKETS_LOST, effects: undo(state) });
      return null;
    case "CAPTURING":
      if (sagaEvent.type === "PaymentCaptured" && sagaEvent.paymentId === state.paymentId) {
        return to(state, "CONFIRMED", {
          effects: [
            { type: "IssueTickets" },
            ...(state.eventCancelled ? [{ type: "RefundAll", reason: "The event was cancelled." } as const] : []),
          ],
        });
      }
      if (sagaEvent.type === "CaptureFailed" && sagaEvent.paymentId === state.paymentId) {
        return to(state, "CANCELLED", {
          note: "The payment could not be captured.",
          effects: [{ type: "ReleaseSeats" }],
        });
      }
      return null;
    case null:
      return null;
  }
}

function assessed(state: OrderState, decision: "ALLOW" | "REVIEW" | "BLOCK"): Next | null {
  switch (decision) {
    case "ALLOW":
      return to(state, state.status, { phase: "SELLING", effects: [{ type: "SellSeats" }] });
    case "REVIEW":
      return state.status === "IN_REVIEW" ? null : to(state, "IN_REVIEW", { effects: [{ type: "AwaitReview" }] });
    case "BLOCK":
      return to(state, "DECLINED", { effects: undo(state) });
  }
}

function inReview(state: OrderState, sagaEvent: SagaEvent): Next | null {
  switch (sagaEvent.type) {
    case "Assessed":
      return assessed(state, sagaEvent.decision);
    case "ReviewDecided":
      return sagaEvent.allow
        ? to(state, "IN_REVIEW", {
            phase: "SELLING",
            note: sagaEvent.note ?? "Allowed.",
            isInternal: true,
            effects: [{ type: "SellSeats" }],
          })
        : to(state, "DECLINED", { note: sagaEvent.note ?? null, isInternal: true, effects: undo(state) });
    case "ReviewOverdue":
      return to(state, "EXPIRED", { note: "The review was not decided in time.", effects: undo(state) });
    case "CancelRequested":
      return to(state, "CANCELLED", { note: sagaEvent.note ?? null, effects: undo(state) });
    default:
      return null;
  }
}

function eventCancelled(
  state: OrderState,
  { note, isPart = false }: Extract<SagaEvent, { type: "EventCancelled" }>,
): Next | null {
  switch (state.status) {
    case "AWAITING_PAYMENT":
      return to(state, "CANCELLED", { note, effects: [{ type: "ReleaseSeats" }] });
    case "IN_REVIEW":
    case "PROCESSING":
      if (!isPart && (state.phase === null || state.phase === "ASSESSING"))
        return to(state, "CANCELLED", { note, effects: undo(state) });
      // Selling and capturing can't be undone midway, and a buyer who has paid keeps the tickets for other events: the order is refunded when it
      // is confirmed.
      return state.eventCancelled ? null : { ...stay(state, []), eventCancelled: true };
    case "CONFIRMED":
    case "PARTIALLY_REFUNDED":
      return stay(state, [{ type: "RefundAll", reason: note }]);
    default:
      return null;
  }
}

/** Repeats the pending request; receivers are idempotent and answer again. */
function retried(state: OrderState): Next | null {
  switch (state.phase) {
    case "ASSESSING":
      // The card's data for risk is not stored here: a person reviews the order.
      return state.status === "IN_REVIEW" ? null : processing(state, { type: "AssessmentOverdue" });
    case "SELLING":
      return stay(state, [{ type: "SellSeats" }]);
    case "CAPTURING":
      return stay(state, [{ type: "Capture" }]);
    case null:
      return ENDED.includes(state.status) ? stay(state, undo(state)) : null;
  }
}
