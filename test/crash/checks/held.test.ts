// S7 beside moves of tickets: a seat that a ticket was moved away from is free, and the one that it was moved to is not.
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
