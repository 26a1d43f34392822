// Keeps seats for a buyer, all or none. Under the sale's lock nobody else can take them between the look and the hold.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { once, type Outcome } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { uuidOrNull } from "../../../platform/input.ts";
import { publish } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { SeatsHeld } from "../../../schema/messages/seating.ts";
import { pickBest, type FreeSeat } from "../engine/best-available.ts";
import type { Engine } from "../engine/group-commit.ts";
import { changeSeats, lockSale, type Sale } from "../engine/sale.ts";
import { parseSeatId, selectSeats, type Seat } from "../entities/seat.ts";
import { EventNotOnSale, SeatLimitReached, SeatsUnavailable } from "../errors.ts";

/** What names nothing is asked for all the same: its refusal is remembered like any other. */
const NO_EVENT = "00000000-0000-0000-0000-000000000000";
const NO_SEAT = 0;

export interface HoldSeats {
  eventId: string;
  seatIds: string[];
  idempotencyKey: string;
}

export interface HoldBestAvailable {
  eventId: string;
  quantity: number;
  priceTierId: string | null;
  sectionId: string | null;
  together: boolean;
  idempotencyKey: string;
}

/** Makes the hold; answers with its id. @throws as the engine does. */
export function holdSeats(engine: Engine, buyerId: string, { idempotencyKey, ...input }: HoldSeats): Promise<string> {
  const eventId = uuidOrNull(input.eventId) ?? NO_EVENT;
  const seatNos = input.seatIds.map((id) => {
    const seat = parseSeatId(id);
    return seat?.eventId === eventId ? seat.no : NO_SEAT;
  });
  return engine.hold({ eventId, buyerId, mutation: "holdSeats", key: idempotencyKey, input, seatNos });
}

/** Makes the hold; answers with its id. Refusals: as holdSeats; SeatsUnavailable names no seats. */
export async function holdBestAvailable(
  tx: Tx,
  hints: Hints,
  buyerId: string,
  { idempotencyKey, ...input }: HoldBestAvailable,
): Promise<Outcome> {
  const request = { userId: buyerId, mutation: "holdBestAvailable", key: idempotencyKey, input };
  return once(tx, request, async () => {
    const sale = await openSale(tx, input.eventId);
    await checkLimit(tx, sale, buyerId, input.quantity);
    const scope = await scopeOf(tx, sale, input);
    const seats = await rows<Seat>(tx, selectSeats(sql`seat.event_id = ${sale.eventId} and ${scope} order by seat.no`));
    const centres = rowCentres(seats);
    const free: FreeSeat[] = seats.filter((seat) => seat.status === "AVAILABLE");
    const picked = pickBest(free, input, (sectionNo, rowNo) => centres.get(`${sectionNo} ${rowNo}`) ?? 0);
    if (!picked) throw new SeatsUnavailable([]);
    const chosen = new Set(picked);
    return keep(
      tx,
      hints,
      sale,
      buyerId,
      seats.filter((seat) => chosen.has(seat.no)),
    );
  });
}

async function openSale(tx: Tx, eventId: string): Promise<Sale> {
  const sale = await lockSale(tx, uuidOrNull(eventId));
  if (!sale) throw new NotFound("event");
  if (sale.state !== "OPEN" || sale.over) throw new EventNotOnSale();
  return sale;
}

/** Counts what the buyer holds and owns, in the transaction that adds to it. */
async function checkLimit(tx: Tx, sale: Sale, buyerId: string, more: number): Promise<void> {
  const has = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from hold h join seat on seat.event_id = h.event_id and seat.no = any(h.seat_nos) and seat.hold_id = h.id
        where h.event_id = ${sale.eventId} and h.buyer_id = ${buyerId} and (seat.held_until is null or seat.held_until > app_now())`,
  );
  if ((has?.n ?? 0) + more > sale.maxSeatsPerBuyer) throw new SeatLimitReached(sale.maxSeatsPerBuyer);
}

/** @throws NotFound for a tier or section that the event does not have. */
async function scopeOf(
  tx: Tx,
  sale: Sale,
  { priceTierId, sectionId }: Pick<HoldBestAvailable, "priceTierId" | "sectionId">,
) {
  const tier =
    priceTierId === null
      ? null
      : await row<{ no: number }>(
          tx,
          sql`select no from sale_tier where event_id = ${sale.eventId} and tier_id = ${uuidOrNull(priceTierId)}::uuid`,
        );
  if (tier === undefined) throw new NotFound("price tier");
  const section =
    sectionId === null
      ? null
      : await row<{ no: number }>(
          tx,
          sql`select no from sale_section where event_id = ${sale.eventId} and section_id = ${uuidOrNull(sectionId)}::uuid`,
        );
  if (section === undefined) throw new NotFound("section");
  return sql`(${tier?.no ?? null}::int is null or seat.tier_no = ${tier?.no ?? null}) and (${section?.no ?? null}::int is null or seat.section_no = ${section?.no ?? null})`;
}

/** Where the middle of each row is, taken or not. */
function rowCentres(seats: Seat[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const seat of seats) {
    const key = `${seat.sectionNo} ${seat.rowNo ?? 0}`;
    ends.set(key, Math.max(ends.get(key) ?? 0, seat.position));
  }
  return new Map([...ends].map(([key, last]) => [key, (1 + last) / 2]));
}

async function keep(tx: Tx, hints: Hints, sale: Sale, buyerId: string, seats: Seat[]): Promise<string> {
  const holdId = uuid();
  const seatNos = seats.map((seat) => seat.no);
  const total = seats.reduce((sum, seat) => sum + seat.price, 0);
  const made = await row<{ expiresAt: Date }>(
    tx,
    sql`insert into hold (id, event_id, buyer_id, status, seat_nos, total, expires_at)
        values (${holdId}, ${sale.eventId}, ${buyerId}, 'ACTIVE', ${seatNos}::int[], ${total}, date_trunc('milliseconds', app_now()) + ${`${sale.holdSeconds} s`}::interval) returning expires_at`,
  );
  const expiresAt = made!.expiresAt;
  await changeSeats(tx, hints, { eventId: sale.eventId, seatNos, status: "HELD", holdId, heldUntil: expiresAt });
  await publish(tx, SeatsHeld, holdId, {
    holdId,
    eventId: sale.eventId,
    buyerId,
    seatCount: seatNos.length,
    expiresAt: expiresAt.toISOString(),
  });
  return holdId;
}
