// Evidence of a run in which nothing went wrong, for tests of the checks.
import type { Attempt, Operation } from "../history.ts";
import type { OrderState } from "../snapshot.ts";
import type { Evidence } from "./check.ts";

export function attempt(operation: Operation, key: string, input: Record<string, unknown>, answer: unknown): Attempt {
  return { who: "Ada", operation, key, input, begunAt: 0, endedAt: 1, answer, code: undefined };
}

export const order = (id: string, status: string, rest: Partial<OrderState>): OrderState => ({
  id,
  status,
  total: 0,
  refunded: 0,
  items: [],
  buyerId: "u1",
  tickets: [],
  payments: [],
  decision: null,
  promoCode: null,
  history: [],
  letters: [],
  ...rest,
});

/** Two seats were bought and one of them refunded; a third was ordered and left to expire. */
export function sound(): Evidence {
  const items = [
    { seatId: "s1", price: 100 },
    { seatId: "s2", price: 50 },
  ];
  const ledger = (groupId: string, what: "CAPTURE" | "REFUND", amount: number) =>
    ["provider:clearing", "organization:1"].map((account, index) => ({
      groupId,
      account,
      amount: index === 0 ? amount : -amount,
      currency: "EUR",
      orderId: "o1",
      paymentId: "p1",
      what,
    }));
  const at = (ms: number) => new Date(performance.timeOrigin + ms);
  const seatSteps = (id: string, ...statuses: string[]) =>
    statuses.slice(1).map((to, index) => ({ id, from: statuses[index]!, to, version: index + 2, at: at(10 * index) }));
  const heard = () =>
    new Map([
      ["s1", { status: "SOLD", version: 4 }],
      ["s2", { status: "AVAILABLE", version: 6 }],
      ["s3", { status: "AVAILABLE", version: 4 }],
    ]);
  return {
    history: {
      holdMs: 8_000,
      claims: [],
      moved: ["o1"],
      timeZone: "Asia/Tokyo",
      cancelled: [{ orderId: "o1", eventId: "s2" }],
      followers: [
        {
          map: heard(),
          packedMap: heard(),
          subscriptions: [[{ id: "s1", status: "HELD", version: 2 }], [{ id: "s1", status: "SOLD", version: 4 }]],
        },
      ],
      foreign: [{ query: "order", theirs: `{"order":null}`, unknown: `{"order":null}` }],
      afterSignOut: [
        { afterMs: 400, isIn: true },
        { afterMs: 6_000, isIn: false },
      ],
      unverified: new Set(),
      mailedBefore: ["code1"],
      resets: [
        {
          email: "ada@mail.example",
          isAcknowledged: true,
          works: { newPassword: true, oldPassword: false, olderSession: false },
        },
      ],
      archived: [{ before: ["1 a", "2 b"], after: ["1 a", "2 b"] }],
      errors: [`[{"message":"The seats are taken.","extensions":{"code":"TIMEOUT"}}]`],
      attempts: [
        attempt(
          "hold",
          "k1",
          { seatIds: ["s1", "s2"], promoCode: "HALF" },
          { __typename: "Hold", id: "h1", total: { amount: 150 }, seats: [{ id: "s1" }, { id: "s2" }] },
        ),
        attempt(
          "hold",
          "k2",
          { seatIds: ["s3"] },
          { __typename: "Hold", id: "h2", total: { amount: 70 }, seats: [{ id: "s3" }] },
        ),
        attempt("place", "k3", { holdId: "h1" }, { __typename: "Order", id: "o1", status: "AWAITING_PAYMENT" }),
        attempt("place", "k4", { holdId: "h2" }, { __typename: "Order", id: "o2", status: "AWAITING_PAYMENT" }),
        attempt("pay", "k5", { orderId: "o1" }, { __typename: "Payment", id: "p1", status: "PENDING" }),
        attempt("refund", "k6", { orderId: "o1" }, { __typename: "Order", id: "o1", status: "PARTIALLY_REFUNDED" }),
        attempt("reset", "k7", { id: "c1", code: "BCDF2345" }, { __typename: "Session", refreshToken: "r1" }),
        { ...attempt("accept", "k12", { code: "c2" }, { __typename: "Ticket", id: "t1" }), who: "u1" },
        attempt("wait", "k11", { eventId: "v1" }, { __typename: "WaitlistEntry", id: "l1" }),
        attempt("join", "k10", { eventId: "v1", proofOf: "Ada" }, { __typename: "QueueEntry", id: "e1" }),
        attempt("reset", "k8", { id: "c1", code: "BCDF2345" }, { __typename: "CodeRejected" }),
      ],
      readings: [
        { who: "Ada", orderId: "o1", status: "PROCESSING", at: 1 },
        { who: "Ada", orderId: "o1", status: "CONFIRMED", at: 2 },
      ],
      seen: [
        { seatId: "s1", version: 2, status: "HELD" },
        { seatId: "s3", version: 2, status: "HELD" },
      ],
    },
    snapshot: {
      seats: [
        { id: "s1", status: "SOLD", version: 4 },
        { id: "s2", status: "AVAILABLE", version: 6 },
        { id: "s3", status: "AVAILABLE", version: 4 },
      ],
      seatsElsewhere: [{ id: "s4", status: "AVAILABLE", version: 2 }],
      availability: { total: 3, available: 2, held: 0, sold: 1, blocked: 0 },
      promoCodes: [{ code: "HALF", maxTickets: 2, ticketsUsed: 1 }],
      orders: [
        order("o1", "PARTIALLY_REFUNDED", {
          total: 150,
          refunded: 50,
          items,
          tickets: [
            { id: "t1", status: "VALID", seatId: "s1", holderId: "u1", eventId: "s1" },
            { id: "t2", status: "CANCELLED", seatId: "s2", holderId: "u1" },
          ],
          payments: [{ id: "p1", status: "PARTIALLY_REFUNDED", amount: 150, refunded: 50 }],
          decision: "ALLOW",
          promoCode: "HALF",
          letters: [
            { id: "l1", status: "SENT", kind: "ORDER_CONFIRMED" },
            { id: "l3", status: "SENT", kind: "EVENT_CHANGED" },
          ],
        }),
        order("o2", "EXPIRED", { total: 70, items: [{ seatId: "s3", price: 70 }] }),
      ],
      invoices: [
        { orderId: "o1", kind: "INVOICE", number: "A-000001", total: 150 },
        { orderId: "o1", kind: "CREDIT_NOTE", number: "A-000002", total: -50 },
      ],
      drawers: [{ openingFloat: 100, expected: 100 }],
      packageHolds: ["h1", "h2"].map((id) => ({ id, group: "g1", status: "CONVERTED", orderId: "o1", seats: 1 })),
      queues: [
        {
          eventId: "v1",
          state: "CLOSED",
          drawn: ["e2", "e1"],
          lastRank: 3,
          entries: [
            { userId: "Ada", id: "e1", rank: 2, state: "DONE" },
            { userId: "Ben", id: "e2", rank: 1, state: "DONE" },
            { userId: "Cem", id: "e3", rank: 3, state: "WAITING" },
            { userId: "Dora", id: "e4", rank: null, state: "LEFT" },
          ],
          admissions: [1, 2].map((rank) => ({ rank, serving: 2, state: "SERVING", inside: 1, maxActive: 1 })),
          faults: [],
        },
      ],
      waitlists: [
        {
          eventId: "v1",
          state: "OPEN",
          entries: [
            { id: "l1", userId: "Ada", no: 1, state: "BOUGHT", atLeast: 1, isHeldBack: false, orderId: "o1" },
            { id: "l2", userId: "Ben", no: 2, state: "OFFERED", atLeast: 1, isHeldBack: false, orderId: null },
            { id: "l3", userId: "Cem", no: 3, state: "WAITING", atLeast: 2, isHeldBack: true, orderId: null },
          ],
          offers: [{ seatNo: 1, entryId: "l2" }],
          pool: [2],
          taken: [{ seatNo: 1, holdId: "h9", isOffered: true }],
        },
      ],
      payouts: [
        { id: "y1", amount: 100, isReturned: true },
        { id: "y2", amount: 100, isReturned: false },
      ],
      payable: { paidOut: 200, returned: 100, owed: 0 },
      moves: [{ id: "v1", ticketId: "t1", orderId: "o1", fromSeat: "s1", toSeat: "s3", status: "REFUSED" }],
      exchanges: [],
      returns: [],
      sales: {
        timeZone: "Asia/Tokyo",
        countedZone: "Asia/Tokyo",
        byQuarter: ["2026-11-30 v1 EUR 1 2 150 1 50"],
        byDay: ["2026-11-30 v1 EUR 1 2 150 1 50"],
        tickets: 2,
        returned: 1,
      },
      reservations: [{ id: "r1", status: "CANCELLED", seatIds: ["s3"], orderIds: [] }],
      credits: [],
      provider: [
        {
          key: "a p1",
          status: "captured",
          amount: 150,
          captured: 150,
          capturedAt: at(15).toISOString(),
          refunded: 50,
          paymentId: "p1",
          orderId: "o1",
        },
      ],
      ledger: [...ledger("p1", "CAPTURE", 150), ...ledger("r1", "REFUND", -50)],
      steps: {
        seats: [
          ...seatSteps("s1", "AVAILABLE", "HELD", "SOLD"),
          ...seatSteps("s2", "AVAILABLE", "HELD", "SOLD", "AVAILABLE"),
          ...seatSteps("s3", "AVAILABLE", "HELD", "HELD", "AVAILABLE"),
        ],
        payments: seatSteps("p1", "REQUESTED", "PENDING", "AUTHORIZED", "SUCCEEDED", "PARTIALLY_REFUNDED"),
      },
      erasures: [{ id: "e1", missing: [], left: [] }],
      merges: [{ from: "g1", left: [] }],
      terms: [{ eventId: "v1", catalog: "from until f", seating: "from until f" }],
      prices: [{ eventId: "v1", catalog: "t1 4500", seating: "t1 4500" }],
      indiscretions: [],
      mails: [
        { letterId: "l1", to: "ada@mail.example", subject: "Your tickets" },
        { letterId: "l3", to: "ada@mail.example", subject: "Aida has changed" },
        { letterId: "l2", to: "ada@mail.example", subject: "The password of your account was changed" },
      ],
      unfinished: { orders: { unpublished: 0, undelivered: 0, parked: 0, dead: 0, jobs: 0, work: 0 } },
    },
  };
}
