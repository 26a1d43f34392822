// Seats that a visitor wants, in the address of a page and in forms, and how they are held.
import { randomUUID } from "node:crypto";
import { HoldBestAvailable, HoldSeats } from "../documents/seats.generated.ts";
import type { HoldSeatsMutation } from "../documents/seats.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { Problem, Selection } from "../page-data.ts";
import { problemOf, problemOfFailure, type Visit } from "./page.ts";

const MOST_SEATS = 50;

const countIn = (params: URLSearchParams, name: string, otherwise: number) => {
  const count = Number(params.get(name) ?? otherwise);
  return Number.isInteger(count) && count >= 0 && count <= MOST_SEATS ? count : otherwise;
};

/** Fields: `seat` (repeated), or `quantity`, `tier`, `section`, `apart` and `wheelchairs`; `code` is a promo code, `access` an access code. */
export function selectionIn(params: URLSearchParams, eventId: string): Selection {
  return {
    eventId,
    accessCode: params.get("access") || null,
    promoCode: (params.get("code") ?? "").trim().slice(0, 100),
    seatIds: params.getAll("seat").slice(0, MOST_SEATS),
    quantity: Math.max(1, countIn(params, "quantity", 2)),
    tier: params.get("tier") ?? "",
    section: params.get("section") ?? "",
    together: params.get("apart") === null,
    wheelchairPlaces: countIn(params, "wheelchairs", 0),
  };
}

export function parametersOf(selection: Selection): URLSearchParams {
  const { accessCode, promoCode, seatIds, quantity, tier, section, together, wheelchairPlaces } = selection;
  const params = new URLSearchParams(seatIds.map((id): [string, string] => ["seat", id]));
  if (seatIds.length === 0) {
    params.set("quantity", String(quantity));
    if (tier) params.set("tier", tier);
    if (section) params.set("section", section);
    if (!together) params.set("apart", "1");
    if (wheelchairPlaces > 0) params.set("wheelchairs", String(wheelchairPlaces));
  }
  if (promoCode) params.set("code", promoCode);
  if (accessCode) params.set("access", accessCode);
  return params;
}

/** Where a visitor without a session chooses how to buy. */
export const enterPath = (selection: Selection) =>
  `/enter?${new URLSearchParams([["event", selection.eventId], ...parametersOf(selection)]).toString()}`;

/** Holds the seats. @returns the hold's page, the page for visitors without a session, or the problem @throws OperationFailed */
export async function hold(visit: Pick<Visit, "ask">, selection: Selection): Promise<{ to: string } | Problem> {
  try {
    const result = await request(visit, selection);
    return result.__typename === "Hold" ? { to: `/hold/${result.id}` } : explain(result);
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

async function request({ ask }: Pick<Visit, "ask">, selection: Selection): Promise<HoldResult> {
  const { eventId, accessCode, promoCode, seatIds, quantity, tier, section, together, wheelchairPlaces } = selection;
  const codes = { ...(accessCode && { accessCode }), ...(promoCode && { promoCode }) };
  const all = { eventId, ...codes, idempotencyKey: randomUUID() };
  if (seatIds.length > 0) return (await ask(HoldSeats, { input: { ...all, seatIds } })).holdSeats;
  const input = {
    ...all,
    quantity,
    together,
    ...(tier && { priceTierId: tier }),
    ...(section && { sectionId: section }),
    ...(wheelchairPlaces > 0 && { wheelchairPlaces }),
  };
  return (await ask(HoldBestAvailable, { input })).holdBestAvailable;
}

function explain(refusal: Exclude<HoldResult, { __typename: "Hold" }>): Problem {
  if (refusal.__typename === "SeatsUnavailable") {
    const seats = refusal.seats.map(({ section, row, number }) =>
      [section?.name, row, number].filter(Boolean).join(" "),
    );
    return problemOf(refusal, { seats: seats.join(", "), count: seats.length });
  }
  if (refusal.__typename === "EventNotOnSale")
    return problemOf(refusal, { salesStartAt: refusal.salesStartAt, salesEndAt: refusal.salesEndAt });
  if (refusal.__typename === "SeatLimitReached") return problemOf(refusal, { limit: refusal.limit });
  if (refusal.__typename === "PromoCodeNotUsable") return problemOf(refusal, { reason: refusal.reason });
  return problemOf(refusal);
}
