// Bugs for the checks to find. Each is a change of the source, made in a copy of it: there is nothing in the source itself that
// could be switched on. What it is tried with makes it show without waiting for chance, where that can be.
import type { Fault } from "../sweep/sweep.ts";

export interface PlantedBug {
  what: string;
  /** The check that finds it. */
  found: string;
  changes: { file: string; from: string; to: string }[];
  tried: { story: string; fault?: Fault } | { crowdSeconds: number };
}

const cut = (from: string, to: string, what: string, moment: "before" | "after"): Fault => ({
  kind: "cut",
  message: { from, to, what },
  moment,
  nth: 1,
});
const point = (process: string, name: string): Fault => ({ kind: "point", process, point: name, nth: 1 });

const SAGA = "subgraphs/orders/saga.ts";
const ADVANCE = "subgraphs/orders/commands/advance-order.ts";
const SETTLE = "subgraphs/payments/commands/settle-payment.ts";

export const PLANTED: PlantedBug[] = [
  {
    what: "capture before the seats are sold",
    found: "M5",
    changes: [
      {
        file: SAGA,
        from: `{ phase: "SELLING", effects: [{ type: "SellSeats" }] });`,
        to: `{ phase: "SELLING", effects: [{ type: "Capture" }, { type: "SellSeats" }] });`,
      },
    ],
    tried: { story: "purchase", fault: cut("orders", "seating", "sellSeats", "before") },
  },
  {
    what: "a promo code's cap that is not looked at",
    found: "M9",
    changes: [
      {
        file: "subgraphs/seating/migrations/005-promo-codes.ts",
        from: `c.bound - v_own + covered > c.max_tickets then\n    v_begun`,
        to: `c.bound > 1000 then\n    v_begun`,
      },
    ],
    tried: { crowdSeconds: 15 },
  },
  {
    what: "no inbox, and a handler that relies on it",
    found: "M1",
    changes: [
      { file: "platform/consumer.ts", from: `if (!fresh.delete(envelope.messageId)) continue;`, to: "" },
      {
        file: "subgraphs/payments/handlers.ts",
        from: `beginRefund(tx, { refundId,`,
        to: `beginRefund(tx, { refundId: crypto.randomUUID(),`,
      },
    ],
    tried: {
      story: "partial refund",
      fault: point("payments", "message taken, not acknowledged: orders.RefundRequested"),
    },
  },
  {
    what: "webhooks without dedupe",
    found: "M8",
    changes: [
      { file: SETTLE, from: `if (payment.status !== "PENDING") {`, to: `if (payment.status === "REQUESTED") {` },
      { file: "subgraphs/payments/webhooks.ts", from: `(status = 'PENDING' or `, to: `(true or ` },
      { file: "subgraphs/payments/webhooks.ts", from: `if (fresh > 0) await`, to: `await` },
    ],
    tried: { story: "purchase" },
  },
  {
    what: "tickets and status in two commits",
    found: "G2",
    changes: [
      {
        file: ADVANCE,
        from: "  await rows(\n    tx,\n    sql`insert into ticket",
        to: "  const later = tx.fork({ disableTransactions: true });\n  afterCommit(tx, () => void setTimeout(() => void rows(\n    later,\n    sql`insert into ticket",
      },
      {
        file: ADVANCE,
        from: "        on conflict do nothing`,\n  );",
        to: "        on conflict do nothing`,\n  ), 20));",
      },
    ],
    tried: {
      story: "purchase",
      fault: point("orders", "message taken, not acknowledged: payments.PaymentCaptured"),
    },
  },
  {
    what: "what was set aside is not let go",
    found: "M1",
    changes: [
      {
        file: SAGA,
        from: `...(state.paymentId ? [{ type: "Void", paymentId: state.paymentId } as const] : []),`,
        to: "",
      },
    ],
    tried: { story: "fraud" },
  },
  {
    what: "every call of a refund has another key",
    found: "M4",
    changes: [
      {
        file: "subgraphs/payments/jobs.ts",
        from: `const refundId = tryName(refund.id, refund.tries);`,
        to: `const refundId = tryName(crypto.randomUUID(), 1);`,
      },
    ],
    tried: { story: "refund", fault: cut("payments", "provider", "/v1/payments/…/refunds", "after") },
  },
  {
    what: "every call of an authorization has another key",
    found: "M4",
    changes: [
      {
        file: "subgraphs/payments/test-provider.ts",
        from: "`authorize ${paymentId}`",
        to: "`authorize ${crypto.randomUUID()}`",
      },
    ],
    tried: { story: "purchase", fault: cut("payments", "provider", "/v1/payments", "after") },
  },
  {
    what: "a repeated request is taken for a new one",
    found: "I1",
    changes: [
      {
        file: "platform/idempotency.ts",
        from: `return outcome ? { outcome, pendingId } : { pendingId };`,
        to: `return { pendingId };`,
      },
      {
        file: "platform/idempotency.ts",
        from: `return { pendingId: found.outcome.pendingId };`,
        to: `return { pendingId };`,
      },
    ],
    tried: { story: "twice" },
  },
  {
    what: "a capture that is not booked",
    found: "M7",
    changes: [{ file: SETTLE, from: `await book(tx, paymentId, "CAPTURE", payment, payment.amount);`, to: "" }],
    tried: { story: "purchase" },
  },
  {
    what: "an order that ends and keeps its seats",
    found: "S3",
    changes: [
      {
        file: SAGA,
        from: `{ note: "Not paid in time.", effects: [{ type: "ReleaseSeats" }] }`,
        to: `{ note: "Not paid in time.", effects: [] }`,
      },
    ],
    tried: { story: "expiry" },
  },
  {
    what: "a relay that trusts its own numbers instead of asking Redis",
    found: "G1",
    changes: [
      {
        file: "platform/relay.ts",
        from: `const end = await stream.end();\n`,
        to: `const end = await stream.end();\n    const top = await db.query("select coalesce(max(pub_seq), 0) as n from outbox");\n    if (Number(top.rows[0].n) > 0) return Number(top.rows[0].n);\n`,
      },
    ],
    tried: { story: "purchase", fault: point("payments", "messages numbered, not published") },
  },
  {
    what: "unsigned messages are handled",
    found: "M1",
    changes: [
      { file: "platform/consumer.ts", from: "await reader.read(entries)", to: "entries.map((e) => e[1]?.[1])" },
    ],
    tried: { story: "forgery" },
  },
  {
    what: "jobs that are taken away before they are done",
    found: "G1",
    changes: [
      {
        file: "platform/jobs.ts",
        from: "sql`update job set worker = ${worker}, lease_until = now() + ${`${LEASE_SECONDS} s`}::interval, attempts = attempts + 1\n          where",
        to: "sql`delete from job\n          where",
      },
      { file: "platform/jobs.ts", from: `if (ended === 0) throw new LeaseLost(job.kind);`, to: "" },
    ],
    tried: { story: "purchase", fault: point("orders", "job claimed: sell-seats") },
  },
  {
    what: "money is taken without asking risk",
    found: "G3",
    changes: [
      {
        file: SAGA,
        from: `{ phase: "ASSESSING", paymentId, effects: [{ type: "AskForAssessment" }] }`,
        to: `{ phase: "SELLING", paymentId, effects: [{ type: "SellSeats" }] }`,
      },
    ],
    tried: { story: "purchase" },
  },
  {
    what: "another total than was shown",
    found: "M6",
    changes: [
      {
        file: "subgraphs/orders/commands/place-order.ts",
        from: `const total = hold.seats.reduce((sum, seat) => sum + seat.price, 0);`,
        to: `const total = hold.seats.reduce((sum, seat) => sum + seat.price, 1);`,
      },
    ],
    tried: { story: "purchase" },
  },
  {
    what: "a hold that takes what others have",
    found: "S7",
    changes: ["not found.free", "v_free < cardinality(p_seat)"].map((condition) => ({
      file: "subgraphs/seating/migrations/003-take-seats.ts",
      from: `when ${condition} then 'SeatsUnavailable'`,
      to: `when false then 'SeatsUnavailable'`,
    })),
    tried: { crowdSeconds: 6 },
  },
  {
    what: "orders that anybody may read",
    found: "A1",
    changes: [
      { file: "subgraphs/orders/entities/order.ts", from: `viewer.userId === order.buyerId ||`, to: `true ||` },
    ],
    tried: { crowdSeconds: 8 },
  },
  {
    what: "sessions that are believed for ever",
    found: "A2",
    changes: [
      {
        file: "subgraphs/users/read/session-viewers.ts",
        from: ` and s.ended_at is null`,
        to: ``,
      },
    ],
    tried: { crowdSeconds: 10 },
  },
  {
    what: "a live map that passes over changes",
    found: "W2, W3",
    changes: [
      {
        file: "subgraphs/seating/live.ts",
        from: "seq > ${seq ?? Number.MAX_SAFE_INTEGER}`;",
        to: "seq > ${seq === null ? Number.MAX_SAFE_INTEGER : seq + 1}`;",
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "letters that waited for a verified address are never sent",
    found: "L3",
    changes: [
      {
        file: "subgraphs/orders/handlers.ts",
        from: `on(EmailVerified, (tx, { userId }) => sendWaiting(tx, userId)),`,
        to: `on(EmailVerified, async () => {}),`,
      },
    ],
    tried: { story: "verification" },
  },
  {
    what: "letters that do not wait for a verified address",
    found: "L3",
    changes: [
      {
        file: "subgraphs/orders/letters/send.ts",
        from: `if (contact && !contact.verified) {`,
        to: `if (contact === null) {`,
      },
    ],
    tried: { story: "verification" },
  },
  {
    what: "any code verifies an address",
    found: "A4",
    changes: [
      {
        file: "subgraphs/users/commands/email-codes.ts",
        from: `if (mayTry === 0 || !isCode(services.tokens, input)) throw`,
        to: `if (mayTry === 0) throw`,
      },
    ],
    tried: { story: "verification" },
  },
];
