// Publishing, pausing, resuming and cancelling take two databases: catalog's and seating's. What is meant is written
// first, as a job; then seating is asked; then the event is changed. Whoever dies in between leaves the job, which
// asks again (seating's side is idempotent) and ends what was begun.
import { unschedule, schedule } from "../../../platform/jobs.ts";
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { recordIntervention } from "../../../platform/interventions.ts";
import { publish } from "../../../platform/outbox.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { EventCancelled, EventPublished } from "../../../schema/messages/catalog.ts";
import { canBeTotalled, NO_PRICING, type Pricing } from "../../../schema/pricing.ts";
import { MAX_SEATS, type SeatPlan } from "../../../schema/seat-plan.ts";
import { holdPolicyOf, mayBecome, RESULT, type Event, type SaleAction } from "../entities/event.ts";
import { EventNotPublishable, SalesNotPausable } from "../errors.ts";
import type { PriceTier } from "../entities/price-tier.ts";
import type { Section } from "../entities/section.ts";
import { describeEvent } from "./describe-event.ts";
import { selectEvents } from "../read/events.ts";
import { breakdownOf } from "../read/pricing.ts";

export const CHANGE_SALE = "change-sale";
const NOT_SELLING = "The organization may not sell: it is suspended, or has no owner. Ask platform staff.";
const PAUSED_BY_STAFF = "Platform staff have paused these sales: ask them to resume them.";
/** Well after the request itself would have ended it. */
const TAKE_OVER_SECONDS = 10;

export interface SaleChange {
  eventId: string;
  action: SaleAction;
  reason: string | null;
  /** The member of platform staff who asks for it; absent for a manager. */
  staffId?: string | undefined;
  /** Of a resume: the member of platform staff whose pause it ends. */
  endsPauseOf?: string | null;
}

/** A pause by platform staff has a job of its own: it must not get lost in a manager's pause that is under way. */
function keyOf({ eventId, action, staffId }: SaleChange): string {
  return `${eventId} ${action}${staffId ? " by staff" : ""}`;
}

/** Writes down what is meant; false if it is so already. @throws the refusal if it can't be done. */
export async function beginSaleChange(
  tx: Tx,
  change: SaleChange,
  now: Date,
  { inSeconds = TAKE_OVER_SECONDS } = {},
): Promise<boolean> {
  const { action, staffId } = change;
  const locked = await row<{ pausedByStaff: string | null }>(
    tx,
    sql`select paused_by_staff from event where id = ${change.eventId} for update`,
  );
  const event = await row<Event>(tx, selectEvents(sql`e.id = ${change.eventId}`));
  if (!event) throw new NotFound("event");
  if (action === "resume" && event.status === "SALES_PAUSED" && locked?.pausedByStaff && !staffId)
    throw new SalesNotPausable(PAUSED_BY_STAFF);
  if (!mayBecome(event, action, now)) {
    // Sales that a manager has paused are kept paused by platform staff.
    if (action === "pause" && staffId) await noteStaffPause(tx, event.id, staffId);
    return false;
  }
  if (RESULT[change.action] === "ON_SALE" && !(await maySell(tx, event.organizationId)))
    throw change.action === "publish" ? new EventNotPublishable(NOT_SELLING) : new SalesNotPausable(NOT_SELLING);
  if (change.action === "publish") await freezePrices(tx, event.id);
  await countAttempt(tx, event.id);
  const endsPauseOf = action === "resume" ? (locked?.pausedByStaff ?? null) : null;
  // Ended here and not when seating has answered: a pause by platform staff that comes meanwhile stays.
  if (endsPauseOf) await rows(tx, sql`update event set paused_by_staff = null where id = ${event.id}`);
  await schedule(tx, "catalog", CHANGE_SALE, keyOf(change), { ...change, endsPauseOf }, { inSeconds });
  return true;
}

/** The first pause by platform staff stays until it is ended. */
async function noteStaffPause(tx: Tx, eventId: string, staffId: string): Promise<void> {
  const noted = await row(
    tx,
    sql`update event set paused_by_staff = ${staffId} where id = ${eventId} and paused_by_staff is null returning 1`,
  );
  if (noted) await recordByStaff(tx, eventId, "pauseSales", staffId);
}

function recordByStaff(tx: Tx, eventId: string, action: string, staffId: string): Promise<void> {
  return recordIntervention(tx, { subjectId: eventId, action, byUser: staffId, reason: null });
}

/** With the organization's row locked: whether it has changed is seen either here or by `noteOrganizationStatus`. */
async function maySell(tx: Tx, organizationId: string): Promise<boolean> {
  const found = await row<{ maySell: boolean }>(
    tx,
    sql`select may_sell from organization where id = ${organizationId} for share`,
  );
  return found?.maySell ?? true;
}

const TOO_DEAR = `${MAX_SEATS} tickets with their fees and taxes would cost more than an order can: lower the price or the fees.`;

/**
 * From now on its tickets cost what they cost now, whatever becomes of the organization's fees and taxes. That stays so if
 * publishing fails: whoever tried it may have been heard by seating.
 * @throws EventNotPublishable if an order of its tickets could not be totalled
 */
async function freezePrices(tx: Tx, eventId: string): Promise<void> {
  const event = await row<{ pricing: Pricing }>(
    tx,
    sql`update event e set pricing = coalesce((select pricing from organization where id = e.organization_id), ${JSON.stringify(NO_PRICING)}::jsonb)
        where e.id = ${eventId} and e.pricing is null returning e.pricing`,
  );
  if (!event) return;
  const tiers = await rows<PriceTier>(tx, sql`select * from price_tier where event_id = ${eventId}`);
  if (!tiers.every((tier) => canBeTotalled(breakdownOf(tier, event.pricing), MAX_SEATS)))
    throw new EventNotPublishable(TOO_DEAR);
  await rows(
    tx,
    sql`update price_tier set breakdown = t.breakdown::jsonb
        from unnest(${tiers.map(({ id }) => id)}::uuid[], ${tiers.map((tier) => JSON.stringify(breakdownOf(tier, event.pricing)))}::text[]) as t(id, breakdown)
        where price_tier.id = t.id`,
  );
}

/** Seating is asked, or asked once more. */
export async function countAttempt(em: Tx, eventId: string): Promise<void> {
  await rows(em, sql`update event set sale_attempts = sale_attempts + 1 where id = ${eventId}`);
}

/**
 * What was asked of seating never arrived there: nothing is meant any more. False if somebody else has asked the same of it, and
 * may have been heard.
 */
export async function abandonSaleChange(tx: Tx, change: SaleChange): Promise<boolean> {
  const { eventId } = change;
  const alone = await row(tx, sql`select 1 from event where id = ${eventId} and sale_attempts = 1 for update`);
  if (alone) await endSaleChange(tx, change);
  return alone !== undefined;
}

/** Seating refuses it for good, or has done it: nothing is meant any more, and a draft stays one. */
export async function endSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  // A pause by platform staff holds again if the resume that ended it is not done.
  await rows(
    tx,
    sql`update event set paused_by_staff = coalesce(paused_by_staff,
          ${change.endsPauseOf ?? null}::uuid, (select (body->>'endsPauseOf')::uuid from job where kind = ${CHANGE_SALE} and key = ${keyOf(change)}))
        where id = ${change.eventId}`,
  );
  await forgetSaleChange(tx, change);
}

async function forgetSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  await unschedule(tx, CHANGE_SALE, keyOf(change));
  await rows(tx, sql`update event set sale_attempts = 0 where id = ${change.eventId}`);
}

/** Seating has done its part: so does the event. Done twice, it changes nothing more. */
export async function finishSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  await forgetSaleChange(tx, change);
  const { eventId, action, reason, staffId } = change;
  if (action === "pause" && staffId) await noteStaffPause(tx, eventId, staffId);
  const event = await row<{ organizationId: string; startsAt: Date; pausedByStaff: string | null }>(
    tx,
    sql`update event set status = ${RESULT[action]}, version = version + 1, cancel_reason = ${reason}
        where id = ${eventId} and status <> ${RESULT[action]} and status <> 'CANCELLED' returning organization_id, starts_at, paused_by_staff`,
  );
  if (!event) return;
  if (action === "resume" && staffId) await recordByStaff(tx, eventId, "resumeSales", staffId);
  const { organizationId } = event;
  // Platform staff may have paused it, or its organization been suspended, while seating was asked. No request waits for this pause: the job does it.
  if (RESULT[action] === "ON_SALE" && (event.pausedByStaff || !(await maySell(tx, organizationId))))
    await beginSaleChange(tx, { eventId, action: "pause", reason: null }, new Date(), { inSeconds: 0 });
  if (action === "publish") {
    await describeEvent(tx, eventId);
    await publish(tx, EventPublished, eventId, { eventId, organizationId, startsAt: event.startsAt.toISOString() });
  }
  if (action === "cancel")
    await publish(tx, EventCancelled, eventId, { eventId, organizationId, reason: reason ?? "" });
}

/** What seating needs to know to sell the event. */
export async function seatPlanOf(em: Tx, eventId: string): Promise<SeatPlan> {
  const event = await row<Event & { pricing: Pricing }>(
    em,
    sql`select found.*, priced.pricing from (${selectEvents(sql`e.id = ${eventId}`)}) found join event priced on priced.id = found.id`,
  );
  if (!event) throw new Error("An event that was just there is gone.");
  const sections = await rows<Section>(
    em,
    sql`select * from section where venue_id = ${event.venueId} order by position`,
  );
  const tiers = await rows<PriceTier>(
    em,
    sql`select * from price_tier where event_id = ${eventId} order by amount desc, id`,
  );
  return {
    eventId,
    organizationId: event.organizationId,
    currency: tiers[0]?.currency ?? "",
    maxSeatsPerBuyer: event.maxSeatsPerBuyer,
    holdPolicy: holdPolicyOf(event),
    salesEndAt: event.overAt.toISOString(),
    pricing: event.pricing,
    tiers: tiers.map((tier) => {
      const breakdown = breakdownOf(tier, event.pricing);
      return { id: tier.id, name: tier.name, price: breakdown.total, breakdown };
    }),
    sections: sections.map((section) => ({
      id: section.id,
      name: section.name,
      tierId: tiers.find((tier) => tier.sectionIds.includes(section.id))!.id,
      ...(section.seatRows ? { rows: section.seatRows } : { capacity: section.capacity }),
    })),
  };
}
