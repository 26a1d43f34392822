// Each check finds the fault that it is there for, and no check finds one where there is none.
import { CHECKS, judge } from "./checks.ts";
import { attempt, order, sound } from "./checks/sound-evidence.ts";
import { TRADE_FAULTS, type Fault } from "./checks/trade-faults.ts";

/** By the check that must find it. */
const FAULTS: Fault[] = [
  ...TRADE_FAULTS,
  [
    "S1",
    "a seat in two tickets",
    ({ snapshot }) =>
      void snapshot.orders[1]!.tickets.push({ id: "t3", status: "VALID", seatId: "s1", holderId: "u1" }),
  ],
  ["S2", "a sold seat that is nobody's", ({ snapshot }) => void (snapshot.seats[2]!.status = "SOLD")],
  ["S2", "an owned seat that is on sale", ({ snapshot }) => void (snapshot.seats[0]!.status = "AVAILABLE")],
  [
    "S3",
    "a seat of another event that stays held",
    ({ snapshot }) => void (snapshot.seatsElsewhere[0]!.status = "HELD"),
  ],
  ["S3", "a seat that stays held", ({ snapshot }) => void (snapshot.seats[2]!.status = "HELD")],
  [
    "S5",
    "one version of two contents",
    ({ history }) => void history.seen.push({ seatId: "s1", version: 2, status: "SOLD" }),
  ],
  [
    "S5",
    "a version that is gone",
    ({ history }) => void history.seen.push({ seatId: "s1", version: 9, status: "HELD" }),
  ],
  ["S6", "half a hold", ({ history }) => void history.attempts[0]!.answer.seats.pop()],
  ["S8", "counts that do not add up", ({ snapshot }) => void (snapshot.availability.available = 3)],
  ["S9", "an order with a seat of no hold of it", ({ snapshot }) => void (snapshot.orders[1]!.items[0]!.seatId = "s1")],
  [
    "S9",
    "an order that leaves out a hold",
    ({ history, snapshot }) => {
      history.attempts[2]!.input.moreHoldIds = ["h2"];
      snapshot.orders.pop();
    },
  ],
  [
    "S5",
    "a version of another event that is gone",
    ({ history }) => void history.seen.push({ seatId: "s4", version: 9, status: "HELD" }),
  ],
  ["M1", "money kept for nothing", ({ snapshot }) => void (snapshot.provider[0]!.refunded = 0)],
  [
    "M1",
    "an authorization that is never voided",
    ({ snapshot }) =>
      void snapshot.provider.push({
        ...snapshot.provider[0]!,
        paymentId: "p2",
        orderId: "o2",
        status: "authorized",
        captured: 0,
        refunded: 0,
      }),
  ],
  [
    "M2",
    "an order charged twice",
    ({ snapshot }) => void snapshot.provider.push({ ...snapshot.provider[0]!, paymentId: "p2" }),
  ],
  [
    "F1",
    "a ticket that admits after a lost dispute",
    ({ snapshot }) => void (snapshot.orders[0]!.payments[0]!.disputes = ["WON", "LOST"]),
  ],
  ["F1", "a ticket that stays frozen", ({ snapshot }) => void (snapshot.orders[0]!.tickets[0]!.frozen = true)],
  ["M3", "more given back than taken", ({ snapshot }) => void (snapshot.provider[0]!.refunded = 200)],
  ["M4", "a payment that the provider does not know", ({ snapshot }) => void (snapshot.provider = [])],
  ["M4", "a payment that we do not know", ({ snapshot }) => void (snapshot.orders[0]!.payments = [])],
  [
    "M4",
    "a payment made twice under two keys",
    ({ snapshot }) => void snapshot.provider.push({ ...snapshot.provider[0]!, key: "b" }),
  ],
  ["M4", "a payment of another amount", ({ snapshot }) => void (snapshot.orders[0]!.payments[0]!.amount = 1)],
  ["M6", "a total that is not what was shown", ({ history }) => void (history.attempts[0]!.answer.total.amount = 140)],
  ["M6", "a total that is not the seats'", ({ snapshot }) => void (snapshot.orders[0]!.total = 160)],
  ["B1", "a number that is skipped", ({ snapshot }) => void (snapshot.invoices[1]!.number = "A-000003")],
  ["B1", "a number that is given twice", ({ snapshot }) => void (snapshot.invoices[1]!.number = "A-000001")],
  ["B2", "a refund without a credit note", ({ snapshot }) => void snapshot.invoices.pop()],
  [
    "B2",
    "an order with two invoices",
    ({ snapshot }) => void snapshot.invoices.push({ ...snapshot.invoices[0]!, number: "A-000003" }),
  ],
  ["B2", "an invoice of an order that was not sold", ({ snapshot }) => void (snapshot.invoices[0]!.orderId = "o2")],
  ["M9", "more tickets with a code than it allows", ({ snapshot }) => void (snapshot.promoCodes[0]!.maxTickets = 1)],
  ["M10", "a code that is counted wrongly", ({ snapshot }) => void (snapshot.promoCodes[0]!.ticketsUsed = 2)],
  ["M7", "a group that does not balance", ({ snapshot }) => void (snapshot.ledger[0]!.amount = 149)],
  ["M7", "a refund that is not booked", ({ snapshot }) => void snapshot.ledger.splice(2)],
  [
    "I1",
    "a repeat that made a second thing",
    ({ history }) =>
      void history.attempts.push({
        ...history.attempts[2]!,
        answer: { __typename: "Order", id: "o9", status: "AWAITING_PAYMENT" },
      }),
  ],
  [
    "I2",
    "a key that stood for two things",
    ({ history }) => void history.attempts.push({ ...history.attempts[2]!, input: { holdId: "h9" } }),
  ],
  ["D1", "an order that was acknowledged and is gone", ({ snapshot }) => void snapshot.orders.shift()],
  ["D1", "a payment that was acknowledged and is gone", ({ snapshot }) => void (snapshot.orders[0]!.payments = [])],
  ["D1", "a refund that was taken back", ({ snapshot }) => void (snapshot.orders[0]!.status = "CONFIRMED")],
  ["D2", "an order that nobody asked for", ({ snapshot }) => void snapshot.orders.push(order("o8", "EXPIRED", {}))],
  [
    "D2",
    "two orders for one hold",
    ({ history }) =>
      void history.attempts.push(
        attempt("place", "k9", { holdId: "h1" }, { __typename: "Order", id: "o2", status: "AWAITING_PAYMENT" }),
      ),
  ],
  [
    "D2",
    "a second order with a further hold",
    ({ history }) =>
      void history.attempts.push(
        attempt(
          "sell",
          "k9",
          { holdId: "h9", moreHoldIds: ["h1"] },
          { __typename: "Order", id: "o2", status: "AWAITING_PAYMENT" },
        ),
      ),
  ],
  [
    "D3",
    "a status that goes back",
    ({ history }) => void history.readings.push({ who: "Ada", orderId: "o1", status: "PROCESSING", at: 3 }),
  ],
  [
    "D3",
    "an order that vanishes",
    ({ history }) => void history.readings.push({ who: "Ada", orderId: "o1", status: null, at: 3 }),
  ],
  [
    "L1",
    "an error of our own",
    ({ history }) => void history.attempts.push({ ...attempt("hold", "k7", {}, null), code: "INTERNAL_SERVER_ERROR" }),
  ],
  ["L2", "a letter that is said to be sent", ({ snapshot }) => void (snapshot.mails = [])],
  [
    "A4",
    "a code that was guessed",
    ({ history }) => void history.attempts.push(attempt("verify", "k9", { code: "AAAAAAAA" }, { __typename: "User" })),
  ],
  [
    "A5",
    "a code that was used twice",
    ({ history }) =>
      void history.attempts.push(
        attempt("reset", "k9", { id: "c1", code: "BCDF2345" }, { __typename: "Session", refreshToken: "r2" }),
      ),
  ],
  [
    "A5",
    "a repeat that began another session",
    ({ history }) =>
      void history.attempts.push(
        attempt("reset", "k7", { id: "c1", code: "BCDF2345" }, { __typename: "Session", refreshToken: "r2" }),
      ),
  ],
  ["A6", "a new password that was forgotten", ({ history }) => void (history.resets[0]!.works.newPassword = false)],
  ["A6", "an old password that still works", ({ history }) => void (history.resets[0]!.works.oldPassword = true)],
  [
    "A6",
    "a session that outlives a new password",
    ({ history }) => void (history.resets[0]!.works.olderSession = true),
  ],
  ["A7", "a new password that nobody is told of", ({ snapshot }) => void snapshot.mails!.pop()],
  ["R1", "an archived message that is gone", ({ history }) => void history.archived[0]!.after.shift()],
  ["R1", "a message in a file and in a table", ({ history }) => void history.archived[0]!.after.unshift("1 a")],
  ["E1", "a receipt without deletion", ({ snapshot }) => void snapshot.erasures[0]!.left.push("orders.ticket")],
  ["E2", "a receipt that never came", ({ snapshot }) => void snapshot.erasures[0]!.missing.push("risk")],
  ["C1", "a payment under the id of a guest", ({ snapshot }) => void snapshot.merges[0]!.left.push("payments.payment")],
  [
    "C2",
    "a merge that loses a ticket",
    ({ history, snapshot }) => {
      history.claims.push({ orderId: "o1", userId: "u1" });
      snapshot.orders[0]!.tickets[0]!.holderId = "g1";
    },
  ],
  [
    "T1",
    "an end of sales that seating never heard of",
    ({ snapshot }) => void (snapshot.terms[0]!.catalog = "from until t"),
  ],
  ["T2", "a price that seating never heard of", ({ snapshot }) => void (snapshot.prices[0]!.catalog = "t1 5000")],
  ["L3", "a letter that is left", ({ snapshot }) => void (snapshot.orders[0]!.letters[0]!.status = "PENDING")],
  [
    "L4",
    "a letter that is written twice",
    ({ snapshot: { orders } }) => void orders[0]!.letters.push({ ...orders[0]!.letters[1]!, id: "l4" }),
  ],
  ["L4", "a letter that is lost", ({ snapshot }) => void snapshot.orders[0]!.letters.pop()],
  [
    "L4",
    "a letter to two people",
    ({ snapshot }) => void snapshot.mails!.push({ letterId: "l3", to: "eve@mail.example", subject: "" }),
  ],
  ["L3", "a letter to an unknown person", ({ history }) => void history.mailedBefore.push("l1")],
  ["G1", "an order that never ends", ({ snapshot }) => void (snapshot.orders[1]!.status = "PROCESSING")],
  ["G2", "a confirmed order without its tickets", ({ snapshot }) => void (snapshot.orders[0]!.tickets = [])],
  [
    "G2",
    "an expired order with a ticket",
    ({ snapshot }) =>
      void snapshot.orders[1]!.tickets.push({ id: "t9", status: "VALID", seatId: "s3", holderId: "u1" }),
  ],
  ["G3", "a capture that risk did not allow", ({ snapshot }) => void (snapshot.orders[0]!.decision = "BLOCK")],
  ["S4", "a step that is not legal", ({ snapshot }) => void (snapshot.steps.seats[1]!.from = "AVAILABLE")],
  ["S4", "a change without a version", ({ snapshot }) => void (snapshot.steps.seats[1]!.version = 2)],
  [
    "S7",
    "a seat held by two",
    ({ history }) =>
      void history.attempts.push(
        attempt("hold", "k8", { seatIds: ["s3"] }, { __typename: "Hold", id: "h3", seats: [{ id: "s3" }], total: {} }),
      ),
  ],
  ["M5", "a capture before the sale", ({ snapshot }) => void (snapshot.steps.seats[1]!.at = new Date(9e12))],
  ["M8", "a payment that goes back", ({ snapshot }) => void (snapshot.steps.payments[3]!.to = "PENDING")],
  [
    "W1",
    "a version that goes back",
    ({ history }) => void history.followers[0]!.subscriptions[1]!.push({ id: "s1", status: "HELD", version: 3 }),
  ],
  ["W2, W3", "a change that was never told", ({ history }) => void history.followers[0]!.map.delete("s3")],
  ["W4", "a packed change that was never told", ({ history }) => void history.followers[0]!.packedMap.delete("s3")],
  ["A1", "an order that shows itself", ({ history }) => void (history.foreign[0]!.theirs = "FORBIDDEN")],
  ["A2", "a token that outlives its session", ({ history }) => void (history.afterSignOut[1]!.isIn = true)],
  ["A3", "SQL in an error", ({ history }) => void history.errors.push("select id from seat where no = 1")],
  ["A3", "a path in an error", ({ history }) => void history.errors.push("Cannot open /tmp/x")],
  ["A3", "an address in a log", ({ snapshot }) => void snapshot.indiscretions.push("users.log has an address")],
  ["G5", "a ticket for another event", ({ snapshot }) => void (snapshot.orders[0]!.tickets[0]!.eventId = "s2")],
  ["G6", "a ticket for a cancelled event", ({ snapshot }) => void (snapshot.orders[0]!.tickets[1]!.status = "VALID")],
  [
    "G6",
    "a ticket that was refunded with another event",
    ({ snapshot }) => void (snapshot.orders[0]!.tickets[0]!.status = "CANCELLED"),
  ],
  [
    "Q1",
    "an answer that is lost",
    ({ history }) =>
      void history.attempts.push(
        attempt(
          "place",
          "k8",
          { holdId: "h1", answers: [{ questionId: "q1", text: "A friend" }] },
          { __typename: "Order", id: "o1", status: "AWAITING_PAYMENT" },
        ),
      ),
  ],
  [
    "H1",
    "a seat that is offered twice",
    ({ snapshot }) => void snapshot.waitlists[0]!.offers.push({ seatNo: 1, entryId: "l3" }),
  ],
  ["H1", "two open entries of one person", ({ snapshot }) => void (snapshot.waitlists[0]!.entries[2]!.userId = "Ben")],
  ["H1", "an entry that is lost", ({ snapshot }) => void snapshot.waitlists[0]!.entries.shift()],
  [
    "H2",
    "a seat of the list that a stranger holds",
    ({ snapshot }) => void (snapshot.waitlists[0]!.taken[0]!.isOffered = false),
  ],
  [
    "H3",
    "a bought offer that is not noted",
    ({ snapshot }) => void (snapshot.waitlists[0]!.entries[0]!.state = "OFFERED"),
  ],
  [
    "H4",
    "seats that nobody is offered",
    ({ snapshot }) => void (snapshot.waitlists[0]!.entries[2]!.isHeldBack = false),
  ],
  ["Q2", "a join that is lost", ({ snapshot }) => void snapshot.queues[0]!.entries.shift()],
  ["Q2", "a join as somebody else", ({ snapshot }) => void (snapshot.queues[0]!.entries[0]!.id = "e9")],
  ["Q2", "a join that was not drawn", ({ snapshot }) => void (snapshot.queues[0]!.entries[0]!.rank = null)],
  ["Q2", "a rank that was given twice", ({ snapshot }) => void (snapshot.queues[0]!.entries[2]!.rank = 2)],
  ["Q2", "a late rank that nobody has", ({ snapshot }) => void (snapshot.queues[0]!.lastRank = 4)],
  ["Q2", "a rank before the draw", ({ snapshot }) => void (snapshot.queues[0]!.drawn = null)],
  ["Q3", "an admission before the turn", ({ snapshot }) => void (snapshot.queues[0]!.admissions[1]!.serving = 1)],
  ["Q3", "an admission in a pause", ({ snapshot }) => void (snapshot.queues[0]!.admissions[1]!.state = "PAUSED")],
  ["Q4", "more inside than may be", ({ snapshot }) => void (snapshot.queues[0]!.admissions[1]!.inside = 2)],
  ["Q5", "a draw that can't be recomputed", ({ snapshot }) => void snapshot.queues[0]!.faults.push("another seed")],
  [
    "Q6",
    "a join by the work of somebody else",
    ({ history }) => {
      for (const { operation, input } of history.attempts) if (operation === "join") input.proofOf = "Eve";
    },
  ],
  ["N2", "a move without a letter", ({ snapshot }) => void (snapshot.moves[0]!.status = "DONE")],
  [
    "S4",
    "a seat that is sold without a hold or a move",
    ({ snapshot }) =>
      void snapshot.steps.seats.push({ id: "s3", from: "AVAILABLE", to: "SOLD", version: 9, at: new Date() }),
  ],
  ["G4", "a message that was given up", ({ snapshot }) => void (snapshot.unfinished.orders!.dead = 1)],
];

test("nothing is found where nothing is wrong", () => {
  expect(judge(sound())).toEqual([]);
});

test("S7 ignores a hold that had expired before the client received its answer", () => {
  const evidence = sound();
  // The seat is in an order by then.
  const answer = { __typename: "Hold", id: "h9", seats: [{ id: "s1" }], total: {} };
  evidence.history.attempts.push({ ...attempt("hold", "k9", { seatIds: ["s1"] }, answer), endedAt: 8_001 });
  expect(judge(evidence).filter((violation) => violation.startsWith("S7:"))).toEqual([]);
});

test("M10 leaves out the tickets for other events in an order with a code", () => {
  const evidence = sound();
  const { items, tickets } = evidence.snapshot.orders[0]!;
  items.push({ seatId: "s4", price: 20 });
  tickets.push({ id: "t4", status: "VALID", seatId: "s4", holderId: "u1" });
  expect(judge(evidence).filter((violation) => violation.startsWith("M10:"))).toEqual([]);
});

test.each(FAULTS)("%s finds %s", (id, _, plant) => {
  const evidence = sound();
  plant(evidence);
  expect(judge(evidence).filter((violation) => violation.startsWith(`${id}:`))).not.toEqual([]);
});

test("every check has found something", () => {
  const ids = CHECKS.map(({ holds }) => holds.split(":")[0]);
  expect([...new Set(FAULTS.map(([id]) => id))].sort()).toEqual([...ids].sort());
});
