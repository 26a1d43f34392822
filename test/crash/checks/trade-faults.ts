// Faults of packages, payouts, reports, moves, reservations, exchanges, returns, gifts and the counter, each for a check to find.
import type { Snapshot } from "../snapshot.ts";
import type { Evidence } from "./check.ts";
import { attempt } from "./sound-evidence.ts";

/** The check that must find it, what it is, and how it is planted into sound evidence. */
export type Fault = [check: string, what: string, plant: (evidence: Evidence) => void];

/** The valid ticket of the first order, for that order itself. */
const exchanged = ({ exchanges }: Snapshot, status: string) =>
  exchanges.push({ orderId: "o1", fromOrderId: "o2", ticketIds: ["t1"], kept: 0, credit: 100, status, claimed: 0 });

const returned = ({ returns }: Snapshot, ticketIds: string[]) =>
  void returns.push({ orderId: "o1", ticketIds, amount: 50, kept: 0 });

/** A payment at the counter that nothing else knows of. */
const paidAtCounter = ({ orders }: Snapshot, tender: string) =>
  void orders[1]!.payments.push({ id: "p9", status: "SUCCEEDED", amount: 70, refunded: 0, tender });

export const TRADE_FAULTS: Fault[] = [
  ["P1", "a package in part", ({ snapshot }) => void snapshot.packageHolds.pop()],
  ["P1", "a package in two orders", ({ snapshot }) => void (snapshot.packageHolds[0]!.orderId = "o2")],
  ["P1", "a package that ended in part", ({ snapshot }) => void (snapshot.packageHolds[0]!.status = "RELEASED")],
  [
    "P1",
    "a package that is gone",
    ({ history }) =>
      void history.attempts.push(
        attempt("package", "k9", {}, { __typename: "HeldPackage", holds: [{ id: "h1" }, { id: "h9" }] }),
      ),
  ],
  ["Z1", "a ticket that no report counts", ({ snapshot }) => void (snapshot.sales.tickets = 1)],
  ["Z1", "a return that is counted twice", ({ snapshot }) => void (snapshot.sales.returned = 2)],
  ["Z2", "a time zone that is lost", ({ history }) => void (history.timeZone = "Europe/Berlin")],
  ["Z2", "days that were never recounted", ({ snapshot }) => void (snapshot.sales.countedZone = "UTC")],
  ["Z2", "a sale on no day", ({ snapshot }) => void snapshot.sales.byDay.pop()],
  ["Y1", "a payout that is not booked", ({ snapshot }) => void (snapshot.payable.paidOut = 100)],
  ["Y1", "a return that is booked twice", ({ snapshot }) => void (snapshot.payable.returned = 200)],
  [
    "Y1",
    "a payout that is gone",
    ({ history }) => void history.attempts.push(attempt("payout", "k9", {}, { __typename: "Payout", id: "y9" })),
  ],
  [
    "Y1",
    "a return that is gone",
    ({ history }) => void history.attempts.push(attempt("payout return", "k9", {}, { __typename: "Payout", id: "y2" })),
  ],
  [
    "Y2",
    "more paid out than owed",
    ({ snapshot }) => {
      snapshot.payable.owed = -1;
      for (const order of snapshot.orders) order.refunded = 0;
    },
  ],
  ["N1", "a move that has not ended", ({ snapshot }) => void (snapshot.moves[0]!.status = "OPEN")],
  ["N1", "a moved ticket with its old seat", ({ snapshot }) => void (snapshot.moves[0]!.status = "DONE")],
  [
    "N1",
    "an acknowledged move that is lost",
    ({ history }) =>
      void history.attempts.push(
        attempt("move", "k9", { ticketId: "t1", seatId: "s3" }, { __typename: "Ticket", id: "t1" }),
      ),
  ],
  ["V1", "a cancelled reservation that keeps a seat", ({ snapshot }) => void (snapshot.seats[2]!.status = "HELD")],
  ["V1", "a sold reservation of unsold seats", ({ snapshot }) => void (snapshot.reservations[0]!.status = "SOLD")],
  [
    "V1",
    "an acknowledged reservation that is lost",
    ({ history }) => void history.attempts.push(attempt("reserve", "k9", {}, { __typename: "Reservation", id: "r9" })),
  ],
  [
    "V1",
    "a cancelled reservation that is not",
    ({ history, snapshot }) => {
      snapshot.reservations[0]!.status = "OPEN";
      history.attempts.push(attempt("unreserve", "k9", {}, { __typename: "Reservation", id: "r1" }));
    },
  ],
  ["X1", "an exchange whose old ticket is valid", ({ snapshot }) => void exchanged(snapshot, "DONE")],
  ["X1", "an exchange that has not ended", ({ snapshot }) => void exchanged(snapshot, "OPEN")],
  ["X2", "tickets that pay for nothing", ({ snapshot }) => void exchanged(snapshot, "DONE")],
  [
    "X2",
    "a credit without tickets",
    ({ snapshot }) =>
      void snapshot.credits.push({
        ...{ paymentId: "p8", orderId: "o1", isCredit: true, amount: 5 },
        ...{ refunded: 5, credited: 0, creditRefunded: 0 },
      }),
  ],
  [
    "O1",
    "a ticket that two have accepted",
    ({ history }) =>
      void history.attempts.push(attempt("accept", "k9", { code: "c2" }, { __typename: "Ticket", id: "t1" })),
  ],
  [
    "O1",
    "a ticket that stays with its giver",
    ({ snapshot }) => void (snapshot.orders[0]!.tickets[0]!.holderId = "u2"),
  ],
  ["X3", "an exchange without a letter", ({ snapshot }) => void exchanged(snapshot, "DONE")],
  ["K1", "cash that is in no drawer", ({ snapshot }) => void (snapshot.drawers[0]!.expected = 130)],
  ["K2", "cash that is not booked", ({ snapshot }) => paidAtCounter(snapshot, "CASH")],
  ["K3", "a complimentary ticket that was charged", ({ snapshot }) => paidAtCounter(snapshot, "COMPLIMENTARY")],
  ["U1", "a return that was not asked for", ({ snapshot }) => returned(snapshot, ["t2"])],
  [
    "U1",
    "a return with another refund than shown",
    ({ history, snapshot }) => {
      returned(snapshot, ["t2"]);
      const input = { orderId: "o1", ticketIds: ["t2"], expectedRefund: 40 };
      history.attempts.push(attempt("return", "k9", input, { __typename: "Order", id: "o1" }));
    },
  ],
  ["U2", "a ticket that was given back and is valid", ({ snapshot }) => returned(snapshot, ["t1"])],
  ["U2", "a return without a letter", ({ snapshot }) => returned(snapshot, ["t2"])],
];
