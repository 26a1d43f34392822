// Bugs for the checks to find. Each is a change of the source, made in a copy of it: there is nothing in the source itself that
// could be switched on. What it is tried with makes it show without waiting for chance, where that can be.
import { cut, point, type PlantedBug } from "./planted-bug.ts";
import { ACCOUNT_BUGS } from "./account-bugs.ts";
import { COUNTER_BUGS } from "./counter-bugs.ts";
import { RESERVATION_BUGS } from "./reservation-bugs.ts";
import { INVOICE_BUGS } from "./invoice-bugs.ts";
import { LIVE_MAP_BUGS } from "./live-map-bugs.ts";
import { EXCHANGE_BUGS } from "./exchange-bugs.ts";
import { PACKAGE_BUGS } from "./package-bugs.ts";
import { PAYOUT_BUGS } from "./payout-bugs.ts";
import { REPORT_BUGS } from "./report-bugs.ts";
import { QUEUE_BUGS } from "./queue-bugs.ts";
import { WAITLIST_BUGS } from "./waitlist-bugs.ts";
import { RETURN_BUGS } from "./return-bugs.ts";
import { QUESTION_BUGS } from "./question-bugs.ts";
import { MOVE_BUGS } from "./move-bugs.ts";
import { PLATFORM_BUGS } from "./platform-bugs.ts";
import { SALE_BUGS } from "./sale-bugs.ts";
import { SEVERAL_EVENTS_BUGS } from "./several-events-bugs.ts";

const SAGA = "subgraphs/orders/saga/saga.ts";
const EFFECTS = "subgraphs/orders/commands/apply-effects.ts";
const AUTHORIZATIONS = "subgraphs/payments/commands/settle-authorizations.ts";
const LETTERS = "subgraphs/orders/workflows/write-letters.ts";
const CAPTURES = "subgraphs/payments/commands/settle-captures.ts";

export const PLANTED: PlantedBug[] = [
  ...PLATFORM_BUGS,
  ...ACCOUNT_BUGS,
  ...SALE_BUGS,
  ...INVOICE_BUGS,
  ...COUNTER_BUGS,
  ...RESERVATION_BUGS,
  ...MOVE_BUGS,
  ...EXCHANGE_BUGS,
  ...RETURN_BUGS,
  ...REPORT_BUGS,
  ...QUESTION_BUGS,
  ...QUEUE_BUGS,
  ...WAITLIST_BUGS,
  ...SEVERAL_EVENTS_BUGS,
  ...PACKAGE_BUGS,
  ...PAYOUT_BUGS,
  ...LIVE_MAP_BUGS,
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
    tried: { story: "purchase", fault: cut("orders", "seating", "sellSeatsOf", "before") },
  },
  {
    what: "a promo code's cap that is not looked at",
    found: "M9",
    changes: [
      {
        file: "subgraphs/seating/sql/functions/judge_promo_code.sql",
        from: `c.bound - v_own + covered > c.max_tickets then\n    v_begun`,
        to: `c.bound > 1000 then\n    v_begun`,
      },
    ],
    tried: { crowdSeconds: 15 },
  },
  {
    what: "webhooks without dedupe",
    found: "M8",
    changes: [
      {
        file: AUTHORIZATIONS,
        from: `if (payment.status !== "PENDING") {`,
        to: `if (payment.status === "REQUESTED") {`,
      },
      {
        file: "subgraphs/payments/queries/payments.ts",
        from: `of("status", "=", "PENDING"),`,
        to: `of("id", "=", id),`,
      },
    ],
    tried: { story: "purchase" },
  },
  {
    what: "tickets and status in two commits",
    found: "G2",
    changes: [
      {
        file: "platform/postgres/database.ts",
        from: "transaction: (work) => retrying(primary, work),",
        to: "transaction: (work) => retrying(primary, (tx) => work(Object.assign(tx, { outside: primary.read }))),",
      },
      {
        file: EFFECTS,
        from: "  const toInvoice = await rows<DueInvoice>(\n    tx,",
        to: "  const later = tx.outside();\n  const toInvoice = [];\n  afterCommit(tx, () => void setTimeout(() => void rows(\n    later,",
      },
      {
        file: EFFECTS,
        from: "        select * from invoices`,\n  );",
        to: "        select * from invoices`,\n  ), 20));",
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
        file: "subgraphs/payments/providers/test-provider.ts",
        from: "`authorize ${paymentId}`",
        to: "`authorize ${crypto.randomUUID()}`",
      },
    ],
    tried: { story: "purchase", fault: cut("payments", "provider", "/v1/payments", "after") },
  },
  {
    what: "a capture that is not booked",
    found: "M7",
    changes: [
      {
        file: CAPTURES,
        from: `fresh.map((payment) => ({ groupId: payment.id, what: "CAPTURE", payment, amount: payment.amount })),`,
        to: "[],",
      },
    ],
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
        file: "subgraphs/orders/workflows/make-orders.ts",
        from: `answer.seats.reduce((sum, { price }) => sum + price, 0)`,
        to: `answer.seats.reduce((sum, { price }) => sum + price, 1)`,
      },
    ],
    tried: { story: "purchase" },
  },
  {
    what: "a hold that takes what others have",
    found: "S7",
    changes: [
      {
        file: "subgraphs/seating/sql/functions/hold_refusal.sql",
        from: `when not p_all_free then`,
        to: `when false then`,
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "orders that anybody may read",
    found: "A1",
    changes: [{ file: "subgraphs/orders/access.ts", from: `viewer.userId === order.buyerId ||`, to: `true ||` }],
    tried: { crowdSeconds: 8 },
  },
  {
    what: "sessions that are believed after their end",
    found: "A2",
    changes: [
      {
        file: "subgraphs/users/queries/session-viewers.ts",
        from: `    .where("s.endedAt", "is", null)\n`,
        to: ``,
      },
    ],
    tried: { crowdSeconds: 20 },
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
        file: "subgraphs/orders/notifications/send.ts",
        from: `if (contact && !contact.verified) {`,
        to: `if (contact === null) {`,
      },
    ],
    tried: { story: "verification" },
  },
  {
    what: "letters about a new date, and how far they are, in two commits",
    found: "L4",
    changes: [
      {
        file: LETTERS,
        from: `{ id: mailingId }, LOCKED);`,
        to: `{ id: mailingId });`,
      },
      {
        file: LETTERS,
        from: `await writeSome(tx, mailing as Mailing);`,
        to: `await job.database.transaction((other) => writeSome(other, mailing as Mailing));`,
      },
      { file: LETTERS, from: "select md5(${id}::text ||", to: "select md5(gen_random_uuid()::text ||" },
      { file: LETTERS, from: `isLast ? "DONE" : "WRITING"`, to: `"WRITING"` },
      { file: LETTERS, from: `written!.lastOrderId ?? lastOrderId`, to: `lastOrderId` },
    ],
    tried: { story: "reschedule", fault: point("orders", "letters written, not committed") },
  },
  {
    what: "letters about a new date that are never written",
    found: "L4",
    changes: [
      {
        file: "subgraphs/orders/handlers.ts",
        from: `on(ChangeAnnounced, (tx, change) => beginChangeLetters(tx, change, changeLetterSeconds)),`,
        to: `on(ChangeAnnounced, async () => {}),`,
      },
    ],
    tried: { story: "reschedule" },
  },
  {
    what: "letters that are said to be sent before they are",
    found: "L2",
    changes: [
      {
        file: "subgraphs/orders/notifications/send-many.ts",
        from: `await post.mailer.send(mail).then(`,
        to: `await Promise.resolve(mail).then(`,
      },
    ],
    tried: { story: "reschedule" },
  },
  {
    what: "a merge that loses a ticket",
    found: "C2",
    changes: [{ file: "subgraphs/orders/entities/merged-accounts.ts", from: `ticket: ["holder_id"],`, to: `` }],
    tried: { story: "claim" },
  },
];
