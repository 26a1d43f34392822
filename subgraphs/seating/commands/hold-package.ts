// Holds seats of a package at several events, all or none, in one transaction. Lock order: the rows of the sales, sorted by event ID, as for orders of
// several events. At each event the package is a promo code, so price, limits and times are decided by the statements of the engine.
import { bulkhead } from "../../../platform/core/bulkhead.ts";
import { badInput, DomainError, NotFound, RepeatedRefusal } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { notifyRelay } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Database, type Tx } from "../../../platform/postgres/database.ts";
import { once, runOnce } from "../../../platform/postgres/idempotency.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { MAX_TOTAL } from "../../../domain/pricing.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { SeatSelection } from "../engine/choose.ts";
import { changeTopic } from "../engine/sale.ts";
import { parseSeatId } from "../entities/seat.ts";
import { codeOfPackage } from "../entities/ticket-package.ts";
import type { PackageRefusal, PromoCodeRefusal } from "../enums.generated.ts";
import { EmailNotVerified, PackageNotUsable, PromoCodeNotUsable, SeatsUnavailable, TotalChanged } from "../errors.ts";
import type { HoldPackage } from "../inputs.ts";
import type { Buyer } from "./hold-seats.ts";
import { expireTogether } from "./package-holds.ts";
import { lockSales } from "./several-holds.ts";

/** Each occupies a connection while it waits for the locks of its events. */
const inTurn = bulkhead({ atOnce: 4, mostWaiting: 100 });

interface Deps {
  database: Database;
  engine: Engine;
  notifier: ChangeNotifier;
}

/** Seats at one event. */
interface Part {
  eventId: string;
  selection: SeatSelection;
}

/** For a seat that is not of the event: the engine refuses it. */
const NO_SEAT = 0;

/**
 * Returns the ID that the holds have in common.
 * @throws PackageNotUsable, NotFound, TotalChanged and the refusals of the engine, with the event in their message; GraphQLError BAD_USER_INPUT, RATE_LIMITED
 */
export async function holdPackage(deps: Deps, buyer: Buyer, given: HoldPackage): Promise<string> {
  const { idempotencyKey: key, ...input } = given;
  const request = { userId: buyer.userId, mutation: "holdPackage", key, input };
  const group = await inTurn(() =>
    runOnce(deps.database, (tx) => once(tx, request, () => holdParts(tx, deps, buyer, given))),
  );
  reach("package held, not answered");
  return group;
}

async function holdParts(tx: Tx, { engine, notifier }: Deps, buyer: Buyer, input: HoldPackage): Promise<string> {
  // It may have one hold at a time.
  if (buyer.unverified && !buyer.unverified.isProven) throw new EmailNotVerified("ACCOUNT");
  const packageId = uuidOrNull(input.packageId);
  const parts = packageId ? await partsOf(tx, packageId, input) : [];
  if (!packageId || parts.length === 0) throw new NotFound("package");
  await refuseTaken(tx, parts);
  const eventIds = parts.map(({ eventId }) => eventId);
  await lockSales(tx, eventIds);
  const group = uuid();
  const of = { buyerId: buyer.userId, unverified: buyer.unverified, promoCode: codeOfPackage(packageId) };
  const holdIds: string[] = [];
  for (const part of parts) {
    const request = {
      ...of,
      ...part,
      mutation: "holdPackage/part" as const,
      key: `${group}/${part.eventId}`,
      input: part,
    };
    const held = await engine.holdIn(tx, request).catch((error: Error) => {
      throw refusedAt(part.eventId, error);
    });
    holdIds.push(held.holdId);
  }
  await rows(tx, sql`update hold set package_group = ${group}::uuid where id = any(${holdIds}::uuid[])`);
  const { total, currency } = await expireTogether(tx, notifier, group);
  if (total > MAX_TOTAL) throw badInput("input.events", `must not cost more than ${MAX_TOTAL} minor units together`);
  if (input.expectedTotal != null && input.expectedTotal !== total) throw new TotalChanged({ total, currency });
  for (const eventId of eventIds) afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
  afterCommit(tx, () => notifyRelay("seating"));
  reach("package held, not committed");
  return group;
}

/** In the order of event IDs; empty for an unknown package, and for one with a private event. @throws NotFound for another event, GraphQLError BAD_USER_INPUT */
async function partsOf(tx: Tx, packageId: string, { events }: HoldPackage): Promise<Part[]> {
  const known = await rows<{ eventId: string; eventsToChoose: number }>(
    tx,
    sql`select e.event_id, p.events_to_choose from ticket_package p join ticket_package_event e on e.package_id = p.id where p.id = ${packageId}::uuid and is_open_package(p.id)`,
  );
  const [first] = known;
  if (!first) return [];
  const parts = events.map(({ eventId, ...seats }): Part => {
    const id = uuidOrNull(eventId);
    if (!known.some((one) => one.eventId === id)) throw new NotFound("event of the package");
    return { eventId: id!, selection: selectionOf(id!, seats) };
  });
  const { eventsToChoose: count } = first;
  if (new Set(parts.map(({ eventId }) => eventId)).size !== count || parts.length !== count)
    throw badInput("input.events", `must name ${count} events of the package, each once`);
  return parts.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
}

function selectionOf(
  eventId: string,
  { seatIds, quantity, priceTierId }: Omit<HoldPackage["events"][number], "eventId">,
): SeatSelection {
  if (quantity != null) {
    const criteria = { quantity, together: true, wheelchairPlaces: 0 };
    // An invalid ID is no tier of the event.
    return { criteria, sectionId: null, tierId: priceTierId == null ? null : (uuidOrNull(priceTierId) ?? priceTierId) };
  }
  const seats = (seatIds ?? []).map((id) => parseSeatId(id));
  return { seatNos: seats.map((seat) => (seat?.eventId === eventId ? seat.no : NO_SEAT)) };
}

/** Of a crowd for the same seats only the first waits for the locks. @throws SeatsUnavailable */
async function refuseTaken(tx: Tx, parts: Part[]): Promise<void> {
  const named = parts.flatMap(({ eventId, selection }) =>
    "seatNos" in selection ? selection.seatNos.map((no) => ({ eventId, no })) : [],
  );
  const taken = await rows<{ eventId: string; no: number }>(
    tx,
    sql`select seat.event_id, seat.no
        from unnest(${named.map(({ eventId }) => eventId)}::uuid[], ${named.map(({ no }) => no)}::int[]) as n(event_id, no)
          join seat on seat.event_id = n.event_id and seat.no = n.no
        where not seat_is_free(seat.status, seat.channel_no, seat.held_until, null, app_now()) order by 1, 2`,
  );
  if (taken.length > 0) throw new SeatsUnavailable(taken.map(({ eventId, no }) => `${eventId}.${no}`));
}

const WHY: Partial<Record<PromoCodeRefusal, PackageRefusal>> = {
  NOT_YET: "NOT_YET",
  ENDED: "ENDED",
  EXHAUSTED: "SOLD_OUT",
  LIMIT_PER_BUYER: "LIMIT_PER_BUYER",
  NOT_FOR_THESE_SEATS: "NOT_FOR_THESE_SEATS",
};

/** The refusal of the engine, with the event that it is about. */
function refusedAt(eventId: string, error: Error): Error {
  if (!(error instanceof DomainError)) return error;
  const reason = error instanceof PromoCodeNotUsable && WHY[error.details["reason"] as PromoCodeRefusal];
  if (reason) return new PackageNotUsable(reason, eventId);
  return new RepeatedRefusal(error.typename, `${error.message} At the event ${eventId}.`, error.details);
}
