// Sequential model of seating: one event in memory, one request at a time. The engine must answer concurrent requests as the model does in
// some order.
import { leavesSeatAlone, pickBest, type BestAvailableCriteria } from "../engine/best-available.ts";
import type { SeatRow } from "../engine/row-snapshot.ts";

export interface ModelSeat {
  row: number;
  wheelchair: boolean;
  /** Set aside for the only sales channel. */
  aside: boolean;
  status: "AVAILABLE" | "HELD" | "SOLD" | "BLOCKED";
  holdId: string | null;
}

export interface ModelHold {
  buyer: number;
  seatNos: number[];
  status: "ACTIVE" | "CONVERTED" | "RELEASED" | "EXPIRED";
  /** Expired, swept or not. */
  runOut: boolean;
  orderId: string | null;
}

export interface ModelPolicy {
  maxSeatsPerBuyer: number;
  avoidSingleSeats: boolean;
  companions: number | null;
}

/** Seat `no` is `seats[no - 1]`. */
export interface Model {
  policy: ModelPolicy;
  seats: ModelSeat[];
  holds: Record<string, ModelHold>;
}

export type Request =
  | { kind: "hold"; holdId: string; buyer: number; seatNos: number[]; through: boolean }
  | { kind: "best"; holdId: string; buyer: number; criteria: BestAvailableCriteria; through: boolean }
  | { kind: "release" | "expire" | "extend"; holdId: string }
  | { kind: "convert"; holdId: string; orderId: string }
  | { kind: "sell"; holdId: string }
  | { kind: "return"; holdId: string; seatNos: number[] | null }
  | { kind: "block" | "unblock" | "aside"; seatNos: number[] };

export function copy(model: Model): Model {
  return {
    policy: model.policy,
    seats: model.seats.map((seat) => ({ ...seat })),
    holds: Object.fromEntries(Object.entries(model.holds).map(([id, hold]) => [id, { ...hold }])),
  };
}

/** Current public status. */
function statusNow({ holds }: Model, seat: ModelSeat): ModelSeat["status"] {
  return seat.status === "HELD" && isOver(holds[seat.holdId!]!) ? unheld(seat) : seat.status;
}

function unheld(seat: ModelSeat): "AVAILABLE" | "BLOCKED" {
  return seat.aside ? "BLOCKED" : "AVAILABLE";
}

/** Whether the seat is available, with the sales channel or without it (`through`). */
function isFree(model: Model, seat: ModelSeat, through: boolean): boolean {
  return (through || !seat.aside) && statusNow(model, seat) === unheld(seat);
}

function isOver(hold: ModelHold): boolean {
  return hold.status === "ACTIVE" && hold.runOut;
}

export function rowsOf(model: Model, through: boolean): SeatRow[] {
  const rows: SeatRow[] = [];
  model.seats.forEach((seat, index) => {
    if (rows.length <= seat.row)
      rows.push({
        sectionNo: 0,
        tierNo: 0,
        numbered: true,
        firstNo: index + 1,
        free: new Uint8Array(),
        wheelchair: new Uint8Array(),
        block: new Uint16Array(),
        ordinary: 0,
      });
    const row = rows[seat.row]!;
    const free = seat.aside === through && isFree(model, seat, through);
    row.free = Uint8Array.from([...row.free, free ? 1 : 0]);
    row.wheelchair = Uint8Array.from([...row.wheelchair, seat.wheelchair ? 1 : 0]);
    row.block = new Uint16Array(row.free.length);
    if (free && !seat.wheelchair) row.ordinary++;
  });
  return rows;
}

/** Returns the verdict of the request, and applies it to the model. */
export function decide(model: Model, request: Request): string {
  switch (request.kind) {
    case "hold":
      return hold(model, request, request.seatNos);
    case "best": {
      const limit = overLimit(model, request.buyer, request.criteria.quantity);
      if (limit) return limit;
      const seatNos = pickBest(rowsOf(model, request.through), request.criteria);
      return seatNos ? hold(model, request, seatNos) : "SeatsUnavailable";
    }
    case "block":
    case "unblock":
    case "aside":
      return block(model, request.kind, request.seatNos);
    default:
      return change(model, request);
  }
}

function overLimit(model: Model, buyer: number, more: number): string | undefined {
  const has = model.seats.filter(({ status, holdId }) => {
    const owner = holdId === null ? undefined : model.holds[holdId];
    return (status === "HELD" || status === "SOLD") && owner?.buyer === buyer && !isOver(owner);
  }).length;
  return has + more > model.policy.maxSeatsPerBuyer ? "SeatLimitReached" : undefined;
}

function hold(model: Model, request: Extract<Request, { kind: "hold" | "best" }>, seatNos: number[]): string {
  const { kind, holdId, buyer, through } = request;
  const { companions, avoidSingleSeats } = model.policy;
  const limit = overLimit(model, buyer, seatNos.length);
  if (limit) return limit;
  const seats = seatNos.map((no) => model.seats[no - 1]!);
  const places = seats.filter((seat) => seat.wheelchair).length;
  if (companions !== null && places > 0 && seats.length - places > places * companions) return "TooManyCompanions";
  if (!seats.every((seat) => isFree(model, seat, through))) return "SeatsUnavailable";
  const rows = rowsOf(model, false);
  const isPublic = seats.every((seat) => !seat.aside);
  if (
    kind === "hold" &&
    isPublic &&
    avoidSingleSeats &&
    leavesSeatAlone(seatNos, (no) => rows[model.seats[no - 1]!.row])
  )
    return "SeatLeftAlone";
  for (const seat of seats) Object.assign(seat, { status: "HELD", holdId });
  model.holds[holdId] = { buyer, seatNos, status: "ACTIVE", runOut: false, orderId: null };
  return "HELD";
}

function block(model: Model, kind: "block" | "unblock" | "aside", seatNos: number[]): string {
  const seats = seatNos.map((no) => ({ seat: model.seats[no - 1]!, now: statusNow(model, model.seats[no - 1]!) }));
  if (kind === "unblock") {
    for (const { seat, now } of seats)
      if (now === "BLOCKED") Object.assign(seat, { status: "AVAILABLE", holdId: null, aside: false });
    return "DONE";
  }
  if (seats.some(({ now }) => now === "HELD" || now === "SOLD")) return "SeatsUnavailable";
  for (const { seat, now } of seats) {
    const changes = kind === "aside" ? !seat.aside : now === "AVAILABLE";
    if (changes) Object.assign(seat, { status: "BLOCKED", holdId: null, aside: kind === "aside" });
  }
  return "DONE";
}

function change(model: Model, request: Extract<Request, { holdId: string }>): string {
  const held = model.holds[request.holdId]!;
  const own = held.seatNos
    .map((no) => ({ no, seat: model.seats[no - 1]! }))
    .filter(({ seat }) => seat.holdId === request.holdId);
  const free = (seats: typeof own) => {
    for (const { seat } of seats) Object.assign(seat, { status: unheld(seat), holdId: null });
  };
  const active = held.status === "ACTIVE" && !held.runOut;
  switch (request.kind) {
    case "release":
    case "expire":
      if (held.status !== "ACTIVE" || (request.kind === "expire" && active)) return "SAME";
      held.status = held.runOut ? "EXPIRED" : "RELEASED";
      free(own);
      return held.status;
    case "extend":
      return active ? "EXTENDED" : "NOT_ACTIVE";
    case "convert":
      if (held.orderId === request.orderId) return "SAME";
      if (!active) return "NOT_ACTIVE";
      Object.assign(held, { status: "CONVERTED", orderId: request.orderId });
      return "CONVERTED";
    case "sell":
      if (own.length < held.seatNos.length) return "GONE";
      if (own.every(({ seat }) => seat.status === "SOLD")) return "SAME";
      for (const { seat } of own) seat.status = "SOLD";
      return "SOLD";
    case "return":
      free(own.filter(({ no }) => request.seatNos === null || request.seatNos.includes(no)));
      return "RETURNED";
    default:
      throw new Error(`No such change: ${request.kind}`);
  }
}
