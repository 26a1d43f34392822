// Converts and sells the holds of an order at several events, all or none, in one transaction. Lock order: the rows of the sales, sorted by
// event ID, before anything is read. Every other writer of seats locks one sale, so there is no deadlock. Idempotent by the order's ID.
import { findMerged } from "../../../platform/accounts/merged-accounts.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { notifyRelay } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Database, type Tx } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { isGuest } from "../../../domain/guests.ts";
import { MAX_TOTAL } from "../../../domain/pricing.ts";
import type { Verdict } from "../engine/requests.ts";
import { changeTopic } from "../engine/sale.ts";
import type { OrderedSeat } from "../entities/ordered-seat.ts";
import { withoutPart } from "./package-parts.ts";

export interface HoldsConversion {
  /** In the order of the items of the order. */
  holdIds: string[];
  orderId: string;
  buyerId: string;
  isUnverified?: boolean | null | undefined;
  /** Whether the buyer gave answers. */
  hasAnswers?: boolean | null | undefined;
  /** Whether orders has checked the answers, or that there are none. */
  isChecked?: boolean | null | undefined;
}

type Refusal =
  | ("NOT_FOUND" | "NOT_ACTIVE" | "VERIFIED_BUYERS_ONLY" | "ANSWERS_UNCHECKED")
  | ("OTHER_ORGANIZATION" | "OTHER_CURRENCY" | "TOTAL_TOO_HIGH" | "PACKAGE_IN_PART");

export interface ConvertedTogether {
  refusal: Refusal | null;
  /** The hold that is the reason of the refusal. */
  holdId?: string;
  organizationId?: string;
  currency?: string;
  /** Of ANSWERS_UNCHECKED those of the holds, which are not converted. */
  seats: OrderedSeat[];
}

interface HeldAt {
  id: string;
  eventId: string;
  buyerId: string;
  orderId: string | null;
  isActive: boolean;
  /** Holds of one package have it in common. */
  packageGroup: string | null;
  total: number;
  organizationId: string;
  currency: string;
  verifiedBuyersOnly: boolean;
  asksQuestions: boolean;
}

/** Undoes the transaction. */
class Refused extends Error {
  readonly refusal: Refusal;
  readonly holdId: string;
  constructor(refusal: Refusal, holdId: string) {
    super(refusal);
    this.refusal = refusal;
    this.holdId = holdId;
  }
}

/** Converts active holds for one order, or none of them. */
export async function convertTogether(
  database: Database,
  notifier: ChangeNotifier,
  conversion: HoldsConversion,
): Promise<ConvertedTogether> {
  try {
    const converted = await database.transaction((tx) => convert(tx, notifier, conversion));
    reach("holds converted together, not answered");
    return converted;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isShown = error.refusal === "ANSWERS_UNCHECKED";
    const seats = isShown ? await seatsOf(database.read(), conversion.holdIds) : [];
    return { refusal: error.refusal, holdId: error.holdId, seats };
  }
}

/** Hold by hold. */
async function seatsOf(tx: Tx, holdIds: string[]): Promise<OrderedSeat[]> {
  const seats = await rows<OrderedSeat>(tx, sql`select * from seats_of_holds(${holdIds}::uuid[])`);
  return holdIds.flatMap((id) => seats.filter(({ holdId }) => holdId === id));
}

async function convert(tx: Tx, notifier: ChangeNotifier, conversion: HoldsConversion): Promise<ConvertedTogether> {
  const { holdIds, orderId } = conversion;
  await lockSalesOf(tx, sql`id = any(${holdIds}::uuid[])`);
  const holds = await checkedHolds(tx, conversion);
  const verdicts = await changeTogether(tx, notifier, holds, "CONVERT", orderId);
  const [refused] = holds.filter(({ id }) => !["CONVERTED", "SAME"].includes(verdicts.get(id) ?? ""));
  if (refused) throw new Refused("NOT_ACTIVE", refused.id);
  reach("holds converted together, not committed");
  const { organizationId, currency } = holds[0]!;
  return { refusal: null, organizationId, currency, seats: await seatsOf(tx, holdIds) };
}

/** In the order of event ids: two orders of the same events wait for each other. */
export async function lockSalesOf(tx: Tx, holds: Sql): Promise<void> {
  await rows(
    tx,
    sql`select event_id from sale where event_id = any(array(select event_id from hold where ${holds})) order by event_id for update`,
  );
}

/** The buyer's holds, as they were given. @throws Refused */
async function checkedHolds(
  tx: Tx,
  { holdIds, orderId, buyerId, isUnverified, hasAnswers, isChecked }: HoldsConversion,
): Promise<[HeldAt, ...HeldAt[]]> {
  const found = await rows<HeldAt>(
    tx,
    sql`select hold.id, hold.event_id, hold.buyer_id, hold.order_id, hold.order_id is null as is_active, hold.package_group, hold.total,
          sale.organization_id, sale.currency, sale.verified_buyers_only, sale.asks_questions
        from hold join sale using (event_id) where hold.id = any(${holdIds}::uuid[])`,
  );
  const merged = isGuest(buyerId) ? (await findMerged(tx, [buyerId])).get(buyerId) : undefined;
  const own = new Map(found.filter((hold) => [buyerId, merged].includes(hold.buyerId)).map((hold) => [hold.id, hold]));
  const holds = holdIds.map((id) => own.get(id) ?? refuse("NOT_FOUND", id)) as [HeldAt, ...HeldAt[]];
  // What this order has converted stays so, also after the event has changed.
  if (holds.every((hold) => hold.orderId === orderId)) return holds;
  const [first] = holds;
  let total = 0;
  for (const hold of holds) {
    total += hold.total;
    if (!hold.isActive) refuse("NOT_ACTIVE", hold.id);
    if (hold.organizationId !== first.organizationId) refuse("OTHER_ORGANIZATION", hold.id);
    if (hold.currency !== first.currency) refuse("OTHER_CURRENCY", hold.id);
    if (hold.verifiedBuyersOnly && (isUnverified === true || isGuest(buyerId))) refuse("VERIFIED_BUYERS_ONLY", hold.id);
    if (total > MAX_TOTAL) refuse("TOTAL_TOO_HIGH", hold.id);
  }
  const inPart = await withoutPart(tx, holds);
  if (inPart) refuse("PACKAGE_IN_PART", inPart.id);
  const asking = hasAnswers ? first : holds.find(({ asksQuestions }) => asksQuestions);
  if (asking && isChecked !== true) refuse("ANSWERS_UNCHECKED", asking.id);
  return holds;
}

function refuse(refusal: Refusal, holdId: string): never {
  throw new Refused(refusal, holdId);
}

export async function lockSales(tx: Tx, eventIds: string[]): Promise<void> {
  await rows(tx, sql`select event_id from sale where event_id = any(${eventIds}::uuid[]) order by event_id for update`);
}

/** Changes holds of several events, event by event. */
export async function changeTogether(
  tx: Tx,
  notifier: ChangeNotifier,
  holds: { id: string; eventId: string }[],
  verb: "CONVERT" | "SELL" | "RELEASE" | "EXTEND",
  orderId: string | null,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const eventId of [...new Set(holds.map((hold) => hold.eventId))].toSorted()) {
    const ids = holds.filter((hold) => hold.eventId === eventId).map(({ id }) => id);
    const each = <Value>(value: Value) => ids.map(() => value);
    const changed = await rows<{ request: number; verdict: Verdict }>(
      tx,
      sql`select request, verdict from change_holds(${eventId}::uuid, ${each(verb)}::text[], ${ids}::uuid[], ${each(orderId)}::uuid[],
            ${each(null)}::text[], '{}', '{}')`,
    );
    for (const { request, verdict } of changed) verdicts.set(ids[request - 1]!, verdict);
    afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
  }
  afterCommit(tx, () => notifyRelay("seating"));
  return verdicts;
}

/** False if a seat of the order is lost: then none is sold. */
export async function sellTogether(database: Database, notifier: ChangeNotifier, orderId: string): Promise<boolean> {
  try {
    await database.transaction(async (tx) => {
      await lockSalesOf(tx, sql`order_id = ${orderId}::uuid`);
      const holds = await rows<{ id: string; eventId: string }>(
        tx,
        sql`select id, event_id from hold where order_id = ${orderId}::uuid`,
      );
      const verdicts = await changeTogether(tx, notifier, holds, "SELL", null);
      const gone = holds.find(({ id }) => verdicts.get(id) === "GONE");
      if (gone) refuse("NOT_ACTIVE", gone.id);
      reach("seats of several events sold, not committed");
    });
    reach("seats of several events sold, not answered");
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return false;
  }
}
