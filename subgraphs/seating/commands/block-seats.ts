// Organizers block seats, set them aside for a sales channel, and unblock them.
import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { SalesWindow } from "../../../domain/sales-window.ts";
import { changeSeats, lockSale } from "../engine/sale.ts";
import { seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { statement } from "../entities/tables.ts";
import { SeatsUnavailable } from "../errors.ts";
import { audit } from "./audit.ts";

const KEY_BYTES = 18; // 144 bits: not guessable

/** Seat numbers in an entry of the audit log. */
const MOST_NAMED = 100;

/** Nothing is recorded if no seat changes. */
async function auditSeats(
  tx: Tx,
  action: string,
  sale: Named,
  seatNos: number[],
  channelNo: number | null = null,
): Promise<void> {
  if (seatNos.length === 0) return;
  const detail = { seats: seatNos.length, seatNos: seatNos.slice(0, MOST_NAMED), channelNo };
  await audit(tx, { organizationId: sale.organizationId, action, subject: sale.eventId, detail });
}

interface Named {
  eventId: string;
  organizationId: string;
  /** Sales channel of the waiting list, if it is open: its seats are BLOCKED, and not by the organizer. */
  waitlistNo: number | null;
  seats: Seat[];
}

async function named(tx: Tx, eventId: string, seatNos: number[]): Promise<Named> {
  const sale = await lockSale(tx, eventId);
  if (!sale) throw new NotFound("event");
  const seats = await rows<Seat>(
    tx,
    selectSeats(sql`seat.event_id = ${eventId} and seat.no = any(${seatNos}::int[]) order by seat.no`),
  );
  if (seats.length < seatNos.length) throw new NotFound("seat");
  return { eventId, ...sale, seats };
}

/** @throws SeatsUnavailable */
function checkNobodyHas(seats: Seat[]): void {
  const taken = seats.filter((seat) => seat.status === "HELD" || seat.status === "SOLD");
  if (taken.length > 0) throw new SeatsUnavailable(taken.map(seatId));
}

/** @throws NotFound; SeatsUnavailable if any seat is held or sold: then no seat is blocked */
export async function blockSeats(tx: Tx, notifier: ChangeNotifier, eventId: string, seatNos: number[]): Promise<void> {
  const sale = await named(tx, eventId, seatNos);
  checkNobodyHas(sale.seats);
  const isWaitlisted = ({ channelNo }: Seat) => channelNo !== null && channelNo === sale.waitlistNo;
  const free = sale.seats.filter((seat) => seat.status === "AVAILABLE" || isWaitlisted(seat)).map((seat) => seat.no);
  await changeSeats(tx, notifier, { eventId, seatNos: free, status: "BLOCKED" });
  await auditSeats(tx, "blockSeats", sale, free);
}

/** Seats of the waiting list stay as they are. @throws NotFound */
export async function unblockSeats(
  tx: Tx,
  notifier: ChangeNotifier,
  eventId: string,
  seatNos: number[],
): Promise<void> {
  const sale = await named(tx, eventId, seatNos);
  const blocked = sale.seats
    .filter(({ status, channelNo }) => status === "BLOCKED" && (channelNo === null || channelNo !== sale.waitlistNo))
    .map((seat) => seat.no);
  await changeSeats(tx, notifier, { eventId, seatNos: blocked, status: "AVAILABLE" });
  await auditSeats(tx, "unblockSeats", sale, blocked);
}

const newChannel = statement((db, of: { eventId: string; name: string; key: string }, { sql: by }) =>
  db
    .insertInto("sale_channel")
    .columns(["eventId", "no", "name", "key"])
    .expression((known) =>
      known
        .selectFrom("sale_channel")
        .select(({ fn, val }) => [
          by<string>`${of.eventId}::uuid`.as("eventId"),
          by<number>`${fn.coalesce(fn.max("no"), val(0))} + 1`.as("no"),
          by<string>`${of.name}::text`.as("name"),
          by<string>`${of.key}::text`.as("key"),
        ])
        .where("eventId", "=", of.eventId),
    )
    .onConflict((known) => known.columns(["eventId", "name"]).doNothing()),
);

const channelNamed = statement((db, { eventId, name }: { eventId: string; name: string }) =>
  db.selectFrom("sale_channel").select("no").where("eventId", "=", eventId).where("name", "=", name),
);

interface ChannelTimes extends SalesWindow {
  eventId: string;
  no: number;
  hasOwnTimes: boolean;
}

const setTimes = statement((db, of: ChannelTimes, { sql: by }) =>
  db
    .updateTable("sale_channel")
    .set({
      hasOwnTimes: of.hasOwnTimes,
      opensAt: by`${of.opensAt}::timestamptz`,
      closesAt: by`${of.closesAt}::timestamptz`,
    })
    .where("eventId", "=", of.eventId)
    .where("no", "=", of.no)
    .where(
      by<boolean>`(has_own_times, opens_at, closes_at) is distinct from (${of.hasOwnTimes}::boolean, ${of.opensAt}::timestamptz, ${of.closesAt}::timestamptz)`,
    ),
);

/**
 * Sets when the channel sells; null: when the event does. Creates the channel if none has this name. Under the lock of the event, so that
 * requests are decided before or after it. @throws NotFound
 */
export async function setSalesChannel(
  tx: Tx,
  { eventId, channel: name, salesTimes: times }: { eventId: string; channel: string; salesTimes: SalesWindow | null },
): Promise<void> {
  const sale = await lockSale(tx, eventId);
  if (!sale) throw new NotFound("event");
  const { no, isNew } = await channelOf(tx, eventId, name);
  const { opensAt, closesAt } = times ?? { opensAt: null, closesAt: null };
  const hasOwnTimes = times !== null;
  const isChanged = (await setTimes.change(tx, { eventId, no, hasOwnTimes, opensAt, closesAt })) > 0;
  if (!isNew && !isChanged) return;
  const [opens, closes] = [opensAt?.toISOString() ?? null, closesAt?.toISOString() ?? null];
  const detail = { channelNo: no, hasOwnTimes, opensAt: opens, closesAt: closes };
  const { organizationId } = sale;
  await audit(tx, { organizationId, action: "setSalesChannel", subject: eventId, detail });
}

/** Creates the channel if none has this name. */
async function channelOf(tx: Tx, eventId: string, name: string): Promise<{ no: number; isNew: boolean }> {
  const made = await newChannel.change(tx, { eventId, name, key: randomBytes(KEY_BYTES).toString("base64url") });
  return { ...(await channelNamed.row(tx, { eventId, name }))!, isNew: made > 0 };
}

/** Creates the channel if none has this name. @throws as blockSeats */
export async function setSeatsAside(
  tx: Tx,
  notifier: ChangeNotifier,
  eventId: string,
  name: string,
  seatNos: number[],
): Promise<void> {
  const sale = await named(tx, eventId, seatNos);
  checkNobodyHas(sale.seats);
  const channel = await channelOf(tx, eventId, name);
  const others = sale.seats.filter((seat) => seat.channelNo !== channel.no).map((seat) => seat.no);
  await changeSeats(tx, notifier, { eventId, seatNos: others, status: "BLOCKED", channelNo: channel.no });
  await auditSeats(tx, "setSeatsAside", sale, others, channel.no);
}
