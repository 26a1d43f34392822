// Seats that a visitor wants, in the address of a page and in forms, and how they are held.
import { randomUUID } from "node:crypto";
import { fieldsOf } from "../app/exchange/kept-path.ts";
import { admissionIn, noAdmissionCookie } from "../admission-cookie.ts";
import { HoldBestAvailable, HoldSeats } from "../documents/seats.generated.ts";
import type { HoldSeatsMutation } from "../documents/seats.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { Problem } from "../page-data/problem.ts";
import type { Selection, TicketsToExchange } from "../page-data/seats.ts";
import { problemOf, problemOfFailure, type Visit } from "./page.ts";
import { shownTotal } from "./shown-total.ts";

const MOST_SEATS = 50;

const countIn = (params: URLSearchParams, name: string, otherwise: number) => {
  const count = Number(params.get(name) ?? otherwise);
  return Number.isInteger(count) && count >= 0 && count <= MOST_SEATS ? count : otherwise;
};

/** Fields that begin so, with the rest of their names. */
const fieldsAfter = (params: URLSearchParams, prefix: string) =>
  [...params].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]);

/** How many seats, and how many of them at which price. A form with several prices has a number for each instead of a quantity. */
function countsIn(params: URLSearchParams): Pick<Selection, "quantity" | "counts"> {
  const counts = Object.fromEntries(
    fieldsAfter(params, "n.")
      .map(([name]) => [name!, countIn(params, `n.${name}`, 0)] as const)
      .filter(([, count]) => count > 0),
  );
  const further = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isByPrice = params.has("standard");
  const quantity = isByPrice ? countIn(params, "standard", 0) + further : Math.max(1, countIn(params, "quantity", 2));
  return { counts, quantity: isByPrice ? quantity : Math.max(quantity, further) };
}

/** Numbers of seats by the key of their price, which is empty for the standard one. */
function seatsByPrice({
  seatIds,
  prices,
  quantity,
  counts,
}: Omit<Selection, "total" | "exchange">): Map<string, number> {
  if (seatIds.length === 0) {
    const further = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return new Map([["", quantity - further], ...Object.entries(counts)]);
  }
  const seats = new Map<string, number>();
  for (const id of seatIds) seats.set(prices[id] ?? "", (seats.get(prices[id] ?? "") ?? 0) + 1);
  return seats;
}

function exchangeIn(params: URLSearchParams): TicketsToExchange | null {
  const [orderId, ticketIds] = [params.get("for"), params.getAll("give").slice(0, MOST_SEATS)];
  return orderId && ticketIds.length > 0 ? { orderId, ticketIds } : null;
}

/** Where an exchange for held seats is confirmed. */
export function quotePath({ orderId, ticketIds }: TicketsToExchange, holdId: string): string {
  const search = new URLSearchParams(ticketIds.map((id): [string, string] => ["give", id]));
  return `/order/${encodeURIComponent(orderId)}/exchange/${holdId}?${search.toString()}`;
}

/**
 * Fields: `seat` (repeated), or `quantity`, `tier`, `section`, `apart` and `wheelchairs`; `code` is a promo code, `access` an access code.
 * `for` and `give` (repeated) are an order and its tickets, which are exchanged for the seats.
 * `price.<seat>` is the price of a seat, `n.<price>` the number of seats at a price; `total` or `shown` is what the visitor was shown.
 */
export function selectionIn(params: URLSearchParams, eventId: string): Selection {
  const seatIds = params.getAll("seat").slice(0, MOST_SEATS);
  const wanted = {
    eventId,
    accessCode: params.get("access") || null,
    promoCode: (params.get("code") ?? "").trim().slice(0, 100),
    seatIds,
    ...countsIn(params),
    tier: params.get("tier") ?? "",
    section: params.get("section") ?? "",
    together: params.get("apart") === null,
    wheelchairPlaces: countIn(params, "wheelchairs", 0),
    prices: Object.fromEntries(
      fieldsAfter(params, "price.").filter(([seat, price]) => price !== "" && seatIds.includes(seat!)),
    ) as Record<string, string>,
  };
  const given = params.get("total");
  const total = given !== null && /^\d{1,10}$/.test(given) ? Number(given) : null;
  const exchange = exchangeIn(params);
  return { ...wanted, exchange, total: total ?? shownTotal(params, wanted.tier, seatsByPrice(wanted)) };
}

export function parametersOf(selection: Selection): URLSearchParams {
  const { promoCode, seatIds, quantity, tier, section, together, wheelchairPlaces } = selection;
  const { prices, counts, total } = selection;
  const params = new URLSearchParams(seatIds.map((id): [string, string] => ["seat", id]));
  if (seatIds.length === 0) {
    params.set("quantity", String(quantity));
    for (const [price, count] of Object.entries(counts)) params.set(`n.${price}`, String(count));
    if (tier) params.set("tier", tier);
    if (!together) params.set("apart", "1");
    if (wheelchairPlaces > 0) params.set("wheelchairs", String(wheelchairPlaces));
  }
  if (section) params.set("section", section);
  for (const [seat, price] of Object.entries(prices)) params.set(`price.${seat}`, price);
  if (total !== null) params.set("total", String(total));
  if (promoCode) params.set("code", promoCode);
  for (const [name, value] of fieldsOf(selection)) params.append(name, value);
  return params;
}

/** Where a visitor without a session chooses how to buy. */
export const enterPath = (selection: Selection) =>
  `/enter?${new URLSearchParams([["event", selection.eventId], ...parametersOf(selection)]).toString()}`;

/** Where a visitor gets an admission, with the choice of seats. */
export const queuePath = (selection: Selection) =>
  `/e/${encodeURIComponent(selection.eventId)}/queue?${new URLSearchParams([["needed", "1"], ...parametersOf(selection)]).toString()}`;

const pageOf = ({ exchange }: Selection, holdId: string) =>
  exchange ? quotePath(exchange, holdId) : `/hold/${holdId}`;

/**
 * Holds the seats.
 * @returns the page of the hold or of the exchange, of the queue for who needs an admission, or for visitors without a session; or the problem
 * @throws OperationFailed
 */
export async function hold(
  visit: Pick<Visit, "ask" | "caller" | "origin" | "setCookies">,
  selection: Selection,
  idempotencyKey: string = randomUUID(),
): Promise<{ to: string } | Problem> {
  try {
    let result = await request(visit, selection, idempotencyKey);
    // A lower total, such as with a promo code, is no reason to ask again.
    if (result.__typename === "TotalChanged" && result.total.amount < (selection.total ?? 0))
      result = await request(visit, { ...selection, total: result.total.amount }, randomUUID());
    if (result.__typename === "AdmissionRequired") {
      // Another device has taken it over, or it has ended.
      if (admissionIn(visit.caller, selection.eventId) !== undefined)
        visit.setCookies.push(noAdmissionCookie(selection.eventId, visit.origin));
      return { to: queuePath(selection) };
    }
    return result.__typename === "Hold" ? { to: pageOf(selection, result.id) } : explain(result, selection);
  } catch (error) {
    if (!(error instanceof OperationFailed)) throw error;
    if (error.code === "UNAUTHENTICATED") {
      const enter = enterPath(selection);
      const parameters = new URLSearchParams({ to: enter, else: `${enter}&new=1` });
      return { to: `/session/continue?${parameters.toString()}` };
    }
    return problemOfFailure(error);
  }
}

/** Times in a problem are those of the event's place. */
export const inZone = (problem: Problem, timeZone: string): Problem => ({
  ...problem,
  values: { ...problem.values, timeZone },
});

type HoldResult = HoldSeatsMutation["holdSeats"];

async function request(
  { ask, caller }: Pick<Visit, "ask" | "caller">,
  selection: Selection,
  idempotencyKey: string,
): Promise<HoldResult> {
  const { eventId, accessCode, promoCode, seatIds, quantity, tier, section, together, wheelchairPlaces } = selection;
  const codes = { ...(accessCode && { accessCode }), ...(promoCode && { promoCode }) };
  const { prices, counts, total } = selection;
  const expected = total === null ? {} : { expectedTotal: total };
  const admission = admissionIn(caller, eventId);
  const all = { eventId, ...codes, ...expected, ...(admission !== undefined && { admission }), idempotencyKey };
  if (seatIds.length > 0) {
    const bySeat = Object.entries(prices).map(([seatId, price]) => ({ seatId, price }));
    const input = { ...all, seatIds, ...(bySeat.length > 0 && { prices: bySeat }) };
    return (await ask(HoldSeats, { input })).holdSeats;
  }
  const byPrice = Object.entries(counts).map(([price, seats]) => ({ price, seats }));
  const input = {
    ...all,
    quantity,
    together,
    ...(byPrice.length > 0 && { prices: byPrice }),
    ...(tier && { priceTierId: tier }),
    ...(section && { sectionId: section }),
    ...(wheelchairPlaces > 0 && { wheelchairPlaces }),
  };
  return (await ask(HoldBestAvailable, { input })).holdBestAvailable;
}

function explain(refusal: Exclude<HoldResult, { __typename: "Hold" }>, { exchange }: Selection): Problem {
  if (refusal.__typename === "SeatsUnavailable") {
    const seats = refusal.seats.map(({ section, row, number }) =>
      [section?.name, row, number].filter(Boolean).join(" "),
    );
    return problemOf(refusal, { seats: seats.join(", "), count: seats.length });
  }
  if (refusal.__typename === "EventNotOnSale")
    return problemOf(refusal, { salesStartAt: refusal.salesStartAt, salesEndAt: refusal.salesEndAt });
  if (refusal.__typename === "SeatLimitReached")
    return { ...problemOf(refusal, { limit: refusal.limit }), ...(exchange && { code: "SeatLimitInExchange" }) };
  if (refusal.__typename === "TotalChanged") return problemOf(refusal, refusal.total);
  if (refusal.__typename === "PriceNotUsable")
    return problemOf(refusal, { reason: refusal.refusal, price: refusal.priceName });
  if (refusal.__typename === "PromoCodeNotUsable") return problemOf(refusal, { reason: refusal.reason });
  return problemOf(refusal);
}
