// Sequential model of prices: one event in memory, one request at a time. The engine must answer concurrent requests as the model does in
// some order, and charge the same.
import type { Offer } from "../../../domain/price-offers.ts";

export interface Paid {
  label: string;
  phase: string | null;
  amount: number;
  /** Of the price when it was chosen: they stay with the seat. */
  conditions: Pick<Offer, "isStandard" | "mostPerHold" | "onlyWith" | "mostForEach">;
}

export interface PricedHold {
  seatNos: number[];
  prices: Paid[];
  hasCode: boolean;
  status: "ACTIVE" | "CONVERTED" | "RELEASED" | "EXPIRED";
  /** Expired, swept or not. */
  runOut: boolean;
}

export interface PriceModel {
  offers: Offer[];
  now: string;
  /** Maximum number of tickets with the code that opens "Member" and takes 10 % off. */
  maxWithCode: number;
  /** Seat `no` is `seats[no - 1]`: the hold that has it. The first is a wheelchair place. */
  seats: (string | null)[];
  holds: Record<string, PricedHold>;
}

export type PriceRequest =
  | {
      kind: "hold";
      holdId: string;
      seatNos: number[];
      labels: (string | null)[];
      hasCode: boolean;
      expected: number | null;
    }
  | { kind: "release" | "convert" | "return"; holdId: string }
  | { kind: "code"; holdId: string; hasCode: boolean }
  | { kind: "choose"; holdId: string; seatNos: number[]; labels: (string | null)[]; expected: number | null }
  | { kind: "change"; offers: Offer[] };

export const copyOf = (model: PriceModel): PriceModel => structuredClone(model);

const isLive = ({ status, runOut }: PricedHold) => status === "CONVERTED" || (status === "ACTIVE" && !runOut);

/** Seats that live holds still have, with what is paid for them. */
function paidSeats({ seats, holds }: PriceModel, butFor?: string) {
  return Object.entries(holds).flatMap(([id, hold]) =>
    isLive(hold) && id !== butFor
      ? hold.seatNos.flatMap((no, index) =>
          seats[no - 1] === id ? [{ ...hold.prices[index]!, hasCode: hold.hasCode }] : [],
        )
      : [],
  );
}

interface Asked {
  seatNos: number[];
  labels: (string | null)[];
  hasCode: boolean;
}

/** Hold whose prices are chosen again, and those that seats of it keep. */
interface Again {
  holdId: string;
  kept: (Paid | null)[];
}

/** Prices of the seats, one after the other; or the reason of the refusal. */
function priced(model: PriceModel, { seatNos, labels, hasCode }: Asked, again?: Again): Paid[] | string {
  const taken: Pick<Paid, "label" | "phase">[] = paidSeats(model, again?.holdId);
  taken.push(...(again?.kept ?? []).filter((one) => one !== null));
  const prices: Paid[] = [];
  const chosen: Paid[] = [];
  for (const [index, no] of seatNos.entries()) {
    const kept = again?.kept[index];
    if (kept) {
      prices.push(kept);
      continue;
    }
    const label = labels[index] ?? null;
    const offer = model.offers.find((one) => (label === null ? one.isStandard : one.label === label));
    if (!offer) return "UNKNOWN";
    if (offer.needsCode && !hasCode) return "NEEDS_CODE";
    if (offer.wheelchairPlacesOnly && no !== 1) return "WHEELCHAIR_PLACES_ONLY";
    const all = [...taken, ...chosen].filter((one) => one.label === offer.label);
    if (offer.quantity !== null && all.length >= offer.quantity) return "SOLD_OUT";
    const step = offer.steps.find(
      ({ phase, endsAt, quantity }) =>
        (endsAt === null || endsAt > model.now) &&
        (quantity === null || all.filter((one) => one.phase === phase).length < quantity),
    )!;
    const { label: name, isStandard, mostPerHold, onlyWith, mostForEach } = offer;
    const conditions = { isStandard, mostPerHold, onlyWith, mostForEach };
    chosen.push({ label: name, phase: step.phase, amount: step.breakdown.total, conditions });
    prices.push(chosen.at(-1)!);
  }
  return together(prices) ?? prices;
}

function together(prices: Paid[]): string | undefined {
  const refusals = prices
    .toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .flatMap(({ label, conditions: { mostPerHold, onlyWith, mostForEach } }) => {
      const own = prices.filter((price) => price.label === label).length;
      const others = prices.filter((price) => onlyWith.includes(price.label)).length;
      if (mostPerHold !== null && own > mostPerHold) return { label, refusal: "TOO_MANY" };
      const isAlone = onlyWith.length > 0 && (others === 0 || (mostForEach !== null && own > others * mostForEach));
      return isAlone ? { label, refusal: "NOT_ALONE" } : [];
    });
  // Seats may have been held at earlier conditions of the same price.
  const first = refusals.filter(({ label }) => label === refusals[0]!.label).map(({ refusal }) => refusal);
  return first.includes("TOO_MANY") ? "TOO_MANY" : first[0];
}

const isCovered = ({ label }: Paid) => label === "Member";
const charged = (price: Paid, hasCode: boolean) => (hasCode && isCovered(price) ? price.amount * 0.9 : price.amount);

export const totalOf = ({ prices, hasCode }: Pick<PricedHold, "prices" | "hasCode">): number =>
  prices.reduce((sum, price) => sum + charged(price, hasCode), 0);

function codeRefusal(model: PriceModel, prices: Paid[], butFor?: string): string | undefined {
  const covered = prices.filter(isCovered).length;
  if (covered === 0) return "PromoCodeNotUsable NOT_FOR_THESE_SEATS";
  const used = paidSeats(model, butFor).filter((price) => price.hasCode && isCovered(price)).length;
  return used + covered > model.maxWithCode ? "PromoCodeNotUsable EXHAUSTED" : undefined;
}

function isFree({ seats, holds }: PriceModel, no: number): boolean {
  const holder = seats[no - 1];
  return holder == null || !isLive(holds[holder]!);
}

/** What a buyer is shown for the seats: undefined if they can't be held. */
export function shown(
  model: PriceModel,
  seatNos: number[],
  labels: (string | null)[],
  hasCode: boolean,
): number | undefined {
  const prices = priced(model, { seatNos, labels, hasCode });
  return typeof prices === "string" ? undefined : totalOf({ prices, hasCode });
}

/** Returns the verdict of the request, and applies it to the model. */
export function decide(model: PriceModel, request: PriceRequest): string {
  if (request.kind === "change") {
    model.offers = request.offers;
    return "DONE";
  }
  if (request.kind === "hold") return hold(model, request);
  const known = model.holds[request.holdId];
  if (!known) return "NONE";
  if (request.kind === "code") return applyCode(model, request.holdId, known, request.hasCode);
  if (request.kind === "choose") return choose(model, request, known);
  return change(model, request.kind, request.holdId, known);
}

function hold(model: PriceModel, request: Extract<PriceRequest, { kind: "hold" }>): string {
  const { holdId, seatNos, labels, hasCode, expected } = request;
  const prices = priced(model, { seatNos, labels, hasCode });
  const isPriced = typeof prices !== "string";
  const refused = isPriced && hasCode ? codeRefusal(model, prices) : undefined;
  if (refused) return refused;
  const isOther = isPriced && expected !== null && expected !== totalOf({ prices, hasCode });
  if (isOther && hasCode) return "TotalChanged";
  if (!seatNos.every((no) => isFree(model, no))) return "SeatsUnavailable";
  if (!isPriced) return `PriceNotUsable ${prices}`;
  if (isOther) return "TotalChanged";
  for (const no of seatNos) model.seats[no - 1] = holdId;
  model.holds[holdId] = { seatNos, prices, hasCode, status: "ACTIVE", runOut: false };
  return "HELD";
}

function applyCode(model: PriceModel, holdId: string, known: PricedHold, hasCode: boolean): string {
  if (known.status !== "ACTIVE" || known.runOut) return "HoldNotActive";
  if (!hasCode && known.prices.some(isCovered)) return "PriceNotUsable NEEDS_CODE";
  const refused = hasCode ? codeRefusal(model, known.prices, holdId) : undefined;
  if (refused) return refused;
  known.hasCode = hasCode;
  return "DONE";
}

function choose(model: PriceModel, request: Extract<PriceRequest, { kind: "choose" }>, known: PricedHold): string {
  const { holdId, seatNos, labels, expected } = request;
  if (known.status !== "ACTIVE" || known.runOut) return "HoldNotActive";
  const kept = known.prices.map((paid, index) => {
    const label = labels[index] ?? null;
    return (label === null ? paid.conditions.isStandard : paid.label === label) ? paid : null;
  });
  let { prices, hasCode } = known;
  if (kept.includes(null)) {
    const next = priced(model, { seatNos, labels, hasCode }, { holdId, kept });
    if (typeof next === "string") return `PriceNotUsable ${next}`;
    hasCode &&= next.some(isCovered);
    const refused = hasCode ? codeRefusal(model, next, holdId) : undefined;
    if (refused) return refused;
    prices = next;
  }
  if (expected !== null && expected !== totalOf({ prices, hasCode })) return "TotalChanged";
  Object.assign(known, { prices, hasCode });
  return "DONE";
}

function change(model: PriceModel, kind: "release" | "convert" | "return", holdId: string, known: PricedHold): string {
  const free = () => {
    for (const no of known.seatNos) if (model.seats[no - 1] === holdId) model.seats[no - 1] = null;
  };
  if (kind === "return") {
    if (known.status !== "CONVERTED") return "SKIPPED";
    free();
    return "RETURNED";
  }
  if (kind === "convert") {
    if (known.status === "CONVERTED") return "SAME";
    if (known.status !== "ACTIVE" || known.runOut) return "NOT_ACTIVE";
    known.status = "CONVERTED";
    return "CONVERTED";
  }
  if (known.status !== "ACTIVE") return "SAME";
  known.status = known.runOut ? "EXPIRED" : "RELEASED";
  free();
  return known.status;
}
