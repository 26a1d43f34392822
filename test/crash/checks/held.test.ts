// S7 beside what ends a hold or moves a ticket: a seat that was left is free, and others are not.
import { judge } from "../checks.ts";
import type { Evidence } from "./check.ts";
import { attempt, sound } from "./sound-evidence.ts";

/** The ticket in s1 is moved to s9. Then somebody holds the given seat. */
function movedThenHeld(seatId: string): Evidence {
  const evidence = sound();
  const move = { ...attempt("move", "k20", { ticketId: "t1", seatId: "s9" }, { __typename: "Ticket", id: "t1" }) };
  const hold = { __typename: "Hold", id: "h9", seats: [{ id: seatId }], total: {} };
  evidence.history.attempts.push(
    { ...move, begunAt: 100, endedAt: 110 },
    { ...attempt("hold", "k21", { seatIds: [seatId] }, hold), begunAt: 200, endedAt: 210 },
  );
  evidence.snapshot.moves = [{ id: "v1", ticketId: "t1", orderId: "o1", fromSeat: "s1", toSeat: "s9", status: "DONE" }];
  // Of its two tickets one was refunded in the end, which ends what is sure.
  evidence.snapshot.orders[0]!.status = "CONFIRMED";
  evidence.snapshot.orders[0]!.history = [];
  return evidence;
}

const twice = (evidence: Evidence) => judge(evidence).filter((violation) => violation.startsWith("S7:"));

test("S7 lets others hold a seat that a ticket was moved away from", () => {
  expect(twice(movedThenHeld("s1"))).toEqual([]);
});

test("S7 finds a hold of a seat that a ticket was moved to", () => {
  expect(twice(movedThenHeld("s9"))).toHaveLength(1);
});

test("S7 finds a hold of a seat that a ticket has kept", () => {
  const evidence = movedThenHeld("s1");
  evidence.snapshot.moves[0]!.status = "REFUSED";
  expect(twice(evidence)).toHaveLength(1);
});

/** A clerk holds s9 and is refused the sale. Then another one holds it. */
function refusedThenHeld(refusal: string): Evidence {
  const evidence = sound();
  const hold = (id: string) => ({ __typename: "Hold", id, seats: [{ id: "s9" }], total: {} });
  const sale = attempt("sell", "k21", { holdId: "h8", moreHoldIds: ["h9"] }, { __typename: refusal });
  evidence.history.attempts.push(
    { ...attempt("hold", "k20", { seatIds: ["s9"] }, hold("h9")), begunAt: 100, endedAt: 110 },
    { ...sale, answer: null, begunAt: 120, endedAt: 130 },
    { ...sale, begunAt: 140, endedAt: 150 },
    { ...attempt("hold", "k22", { seatIds: ["s9"] }, hold("h10")), begunAt: 125, endedAt: 135 },
  );
  return evidence;
}

test("S7 lets others hold the seats of a sale that was refused for its total, from its first request on", () => {
  for (const refusal of ["SaleTotalChanged", "ExchangeTotalChanged"])
    expect(twice(refusedThenHeld(refusal))).toEqual([]);
});

test("S7 finds a hold of seats whose sale was refused otherwise", () => {
  expect(twice(refusedThenHeld("DrawerNotOpen"))).toHaveLength(1);
});
