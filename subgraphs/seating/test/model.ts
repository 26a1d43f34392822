// What seating promises, as simply as it can be said: one event in memory, one request after the other. The engine must
// answer any requests that come at once as this does in some order.
import { leavesSeatAlone, pickBest, type Wish } from "../engine/best-available.ts";
import type { SeatRow } from "../engine/row-picture.ts";

export interface ModelSeat {
  row: number;
  wheelchair: boolean;
  status: "AVAILABLE" | "HELD" | "SOLD" | "BLOCKED";
  holdId: string | null;
}

export interface ModelHold {
  buyer: number;
  seatNos: number[];
  status: "ACTIVE" | "CONVERTED" | "RELEASED" | "EXPIRED";
  /** Its time is over, whether or not anybody has swept it. */
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
  | { kind: "hold"; holdId: string; buyer: number; seatNos: number[] }
  | { kind: "best"; holdId: string; buyer: number; wish: Wish }
  | { kind: "release" | "expire" | "extend"; holdId: string }
  | { kind: "convert"; holdId: string; orderId: string }
  | { kind: "sell"; holdId: string }
  | { kind: "return"; holdId: string; seatNos: number[] | null }
  | { kind: "block" | "unblock"; seatNos: number[] };

export function copy(model: Model): Model {
  return {
    policy: model.policy,
    seats: model.seats.map((seat) => ({ ...seat })),
    holds: Object.fromEntries(Object.entries(model.holds).map(([id, hold]) => [id, { ...hold }])),
  };
}

function isFree({ holds }: Model, seat: ModelSeat): boolean {
  return seat.status === "AVAILABLE" || (seat.status === "HELD" && isOver(holds[seat.holdId!]!));
}

function isOver(hold: ModelHold): boolean {
  return hold.status === "ACTIVE" && hold.runOut;
}

export function rowsOf(model: Model): SeatRow[] {
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
    const free = isFree(model, seat);
    row.free = Uint8Array.from([...row.free, free ? 1 : 0]);
    row.wheelchair = Uint8Array.from([...row.wheelchair, seat.wheelchair ? 1 : 0]);
    row.block = new Uint16Array(row.free.length);
    if (free && !seat.wheelchair) row.ordinary++;
  });
  return rows;
}

/** What the request comes to; changes the model. */
export function decide(model: Model, request: Request): string {
  switch (request.kind) {
    case "hold":
      return hold(model, request.holdId, request.buyer, request.seatNos, true);
    case "best": {
      const limit = overLimit(model, request.buyer, request.wish.quantity);
      if (limit) return limit;
      const seatNos = pickBest(rowsOf(model), request.wish);
      return seatNos ? hold(model, request.holdId, request.buyer, seatNos, false) : "SeatsUnavailable";
    }
    case "block":
    case "unblock":
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

function hold(model: Model, holdId: string, buyer: number, seatNos: number[], byHand: boolean): string {
  const { companions, avoidSingleSeats } = model.policy;
  const limit = overLimit(model, buyer, seatNos.length);
  if (limit) return limit;
  const seats = seatNos.map((no) => model.seats[no - 1]!);
  const places = seats.filter((seat) => seat.wheelchair).length;
  if (companions !== null && places > 0 && seats.length - places > places * companions) return "TooManyCompanions";
  if (!seats.every((seat) => isFree(model, seat))) return "SeatsUnavailable";
  const rows = rowsOf(model);
  if (byHand && avoidSingleSeats && leavesSeatAlone(seatNos, (no) => rows[model.seats[no - 1]!.row]))
    return "SeatLeftAlone";
  for (const seat of seats) Object.assign(seat, { status: "HELD", holdId });
  model.holds[holdId] = { buyer, seatNos, status: "ACTIVE", runOut: false, orderId: null };
  return "HELD";
}

function block(model: Model, kind: "block" | "unblock", seatNos: number[]): string {
  const seats = seatNos.map((no) => model.seats[no - 1]!);
  if (kind === "unblock") {
    for (const seat of seats) if (seat.status === "BLOCKED") seat.status = "AVAILABLE";
    return "DONE";
  }
  if (!seats.every((seat) => seat.status === "BLOCKED" || isFree(model, seat))) return "SeatsUnavailable";
  for (const seat of seats) Object.assign(seat, { status: "BLOCKED", holdId: null });
  return "DONE";
}

function change(model: Model, request: Extract<Request, { holdId: string }>): string {
  const held = model.holds[request.holdId]!;
  const own = held.seatNos
    .map((no) => ({ no, seat: model.seats[no - 1]! }))
    .filter(({ seat }) => seat.holdId === request.holdId);
  const free = (seats: typeof own) => {
    for (const { seat } of seats) Object.assign(seat, { status: "AVAILABLE", holdId: null });
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
