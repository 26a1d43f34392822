// Clerks keep seats under a name until the customer pays at the counter. A reservation is a name for holds of the counter: it changes when they expire, and
// orders convert them like any others. The log has who did what, and no name.
import { randomInt } from "node:crypto";
import { reach } from "../../../platform/core/fault-points.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { HoldNotActive, HoldReserved, ReservationNotOpen } from "../errors.ts";
import type { ChangeReservation, ReserveAtCounter } from "../inputs.ts";
import { audit } from "./audit.ts";
import { checkedUntil, keepUntil, lockHolds, lockReservation, type HeldForCounter } from "./reserved-holds.ts";
import { withoutPart } from "./package-parts.ts";
import { releaseReserved } from "./release-reserved.ts";

interface Clerk {
  userId: string;
  organizationId: string;
}

/** Returns the ID of the reservation. Refusals: NotFound, HoldNotActive, HoldReserved, IdempotencyKeyReused. @throws GraphQLError BAD_USER_INPUT */
export function reserve(
  tx: Tx,
  notifier: ChangeNotifier,
  { userId, organizationId }: Clerk,
  { idempotencyKey: key, ...input }: ReserveAtCounter,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "reserveAtCounter", key, input }, async () => {
    const holds = checkedHolds(await lockHolds(tx, input.holdIds), input.holdIds, organizationId);
    await checkWholePackages(tx, holds);
    const until = checkedUntil(holds, input.until);
    const { name, phone, email, note } = input;
    const id = uuid();
    const number = await insert(tx, { id, organizationId, name, phone, email, note, until, madeBy: userId });
    const ids = holds.map((hold) => hold.id);
    await rows(
      tx,
      sql`insert into reservation_hold (hold_id, reservation_id) select unnest(${ids}::uuid[]), ${id}::uuid`,
    );
    await keepUntil(tx, notifier, holds, until);
    const seats = holds.reduce((sum, { seatNos }) => sum + seatNos.length, 0);
    const detail = { number, seats, until: until.toISOString() };
    await audit(tx, { organizationId, action: "reserveAtCounter", subject: id, detail });
    reach("seats reserved, not committed");
    return id;
  });
}

/** Holds of the counter that can be sold together. */
function checkedHolds(holds: HeldForCounter[], ids: string[], organizationId: string): HeldForCounter[] {
  const [first] = holds;
  const missing = ids.find((id) => !holds.some((hold) => hold.id === id && hold.buyerId === organizationId));
  if (missing !== undefined || !first) throw new NotFound(`hold at the counter as ${missing ?? "these"}`);
  for (const { id, isActive, isReserved, currency } of holds) {
    if (isReserved) throw new HoldReserved(id);
    if (!isActive) throw new HoldNotActive(id);
    if (currency !== first.currency) throw badInput("input.holdIds", "must name holds in one currency");
  }
  return holds;
}

/** @throws GraphQLError BAD_USER_INPUT */
async function checkWholePackages(tx: Tx, holds: HeldForCounter[]): Promise<void> {
  if (await withoutPart(tx, holds))
    throw badInput("input.holdIds", "must name all holds of a package: see Hold.packageHoldIds");
}

interface NewReservation {
  id: string;
  organizationId: string;
  name: string;
  phone: string | null;
  email: string | null;
  note: string | null;
  until: Date;
  madeBy: string;
}

/** Numbers are short and not in sequence, so that a wrong digit mostly finds nothing. */
const NUMBERS = 1_000_000;
const TRIES = 50;

async function insert(tx: Tx, of: NewReservation): Promise<string> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const number = String(randomInt(NUMBERS)).padStart(6, "0");
    const made = await change(
      tx,
      sql`insert into reservation (id, organization_id, number, name, phone, email, note, kept_until, made_by)
          values (${of.id}, ${of.organizationId}, ${number}, ${of.name}, ${of.phone}, ${of.email}, ${of.note}, ${of.until}, ${of.madeBy})
          on conflict (organization_id, number) do nothing`,
    );
    if (made > 0) return number;
  }
  throw new Error("The organization has too many reservations: no number is free.");
}

/** What was not given stays. Refusals: ReservationNotOpen. @throws GraphQLError BAD_USER_INPUT */
export async function changeReservation(
  tx: Tx,
  notifier: ChangeNotifier,
  id: string,
  { until, ...contact }: ChangeReservation,
): Promise<void> {
  const { reservation, holds } = await lockReservation(tx, id);
  const next = { ...reservation, ...contact };
  const isMoved = until !== undefined && until.getTime() !== reservation.keptUntil.getTime();
  const fields = (["name", "phone", "email", "note"] as const).filter((field) => next[field] !== reservation[field]);
  if (isMoved) {
    if (reservation.state.status !== "OPEN") throw new ReservationNotOpen(id);
    await keepUntil(tx, notifier, holds, checkedUntil(holds, until));
  }
  if (!isMoved && fields.length === 0) return;
  await rows(
    tx,
    sql`update reservation set name = ${next.name}, phone = ${next.phone}, email = ${next.email}, note = ${next.note},
          kept_until = ${isMoved ? until : reservation.keptUntil} where id = ${id}::uuid`,
  );
  const { organizationId, number } = reservation;
  const detail = { number, changed: fields.join(", "), until: isMoved ? until.toISOString() : null };
  await audit(tx, { organizationId, action: "changeReservation", subject: id, detail });
  reach("reservation changed, not committed");
}

/**
 * Puts the seats back on sale: all that are still kept, or the named ones. A repetition changes nothing. @param seats by event
 * Refusals: NotFound, ReservationNotOpen
 */
export async function cancelReservation(
  tx: Tx,
  notifier: ChangeNotifier,
  id: string,
  seats: { eventId: string; no: number }[] | null,
): Promise<void> {
  const { reservation, all, holds } = await lockReservation(tx, id);
  const { organizationId, number, state } = reservation;
  if (seats?.some(({ eventId }) => all.every((hold) => hold.eventId !== eventId))) throw new NotFound("seat");
  if (state.status === "CANCELLED") return;
  const isNamed = (hold: HeldForCounter) =>
    seats?.some(({ eventId, no }) => eventId === hold.eventId && hold.seatNos.includes(no));
  if (holds.some((hold) => hold.packageGroup !== null && isNamed(hold)))
    throw badInput("input.seatIds", "must be omitted: the seats of a package go back on sale together");
  if (state.status !== "OPEN") throw new ReservationNotOpen(id);
  const released = await releaseReserved(tx, notifier, holds, seats);
  if (released === 0) return;
  if (released === holds.reduce((sum, { seatNos }) => sum + seatNos.length, 0))
    await rows(tx, sql`update reservation set cancelled_at = app_now() where id = ${id}::uuid`);
  await audit(tx, { organizationId, action: "cancelReservation", subject: id, detail: { number, seats: released } });
  reach("reservation cancelled, not committed");
}

/** With all that it says about a person. Its holds are kept as long, and those of orders longer. */
export const keptReservations = keptFor("reservation", "kept_until", "30 days");
