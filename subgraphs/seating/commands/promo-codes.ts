// Promo codes: made and ended by the organizer, put on a hold by its buyer. What a ticket costs with a code is settled when the
// code is made, and what a hold costs when the code is put on it.
import { randomInt } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { priceOf, type Breakdown, type Pricing } from "../../../domain/pricing.ts";
import { lockSale } from "../engine/sale.ts";
import { HoldNotActive, PromoCodeNotUsable, PromoCodeTaken } from "../errors.ts";
import type { CreatePromoCode } from "../inputs.ts";
import type { PromoCodeRefusal } from "../enums.generated.ts";

/** Letters and digits that nobody confuses. 32^12 codes: nobody guesses one. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const MADE_UP_LENGTH = 12;
const DAY_MS = 86_400_000;

function makeUp(): string {
  return Array.from({ length: MADE_UP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

interface Tier {
  no: number;
  tierId: string;
  base: number;
}

/**
 * Answers with the code's number in the event. Refusals: NotFound for a tier or a channel, PromoCodeTaken, IdempotencyKeyReused
 * @throws GraphQLError BAD_USER_INPUT for times that are past
 */
export async function createPromoCode(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: CreatePromoCode,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createPromoCode", key, input }, async () => {
    const { eventId, discount } = input;
    if (!(await lockSale(tx, eventId))) throw new NotFound("event");
    await checkTimes(tx, input);
    const code = input.code ?? makeUp();
    const channel =
      input.channel === null
        ? undefined
        : await row<{ no: number }>(
            tx,
            sql`select no from sale_channel where event_id = ${eventId} and name = ${input.channel}`,
          );
    if (input.channel !== null && !channel) throw new NotFound("sales channel");
    const sale = (await row<{ currency: string; pricing: Pricing }>(
      tx,
      sql`select currency, pricing from sale where event_id = ${eventId}`,
    ))!;
    const tiers = await tiersNamed(tx, eventId, input.priceTierIds);
    const made = await row<{ no: number }>(
      tx,
      sql`insert into promo_code (event_id, no, code, discount, channel_no, max_tickets, max_tickets_per_buyer, starts_at, ends_at)
          select ${eventId}, coalesce(max(no), 0) + 1, ${code}, ${discount && JSON.stringify(discount)}::jsonb, ${channel?.no ?? null}::int, ${input.maxTickets}::int,
                 ${input.maxTicketsPerBuyer}::int, ${input.startsAt}::timestamptz, ${input.endsAt}::timestamptz from promo_code where event_id = ${eventId}
          on conflict (event_id, code) do nothing returning no`,
    );
    if (!made) throw new PromoCodeTaken();
    const prices = tiers.map(({ base }): Breakdown =>
      priceOf(base, sale.currency, sale.pricing, discount && { name: code, of: discount }),
    );
    await rows(
      tx,
      sql`insert into promo_code_price (event_id, code_no, tier_no, price, breakdown)
          select ${eventId}, ${made.no}::int, tier_no, price, breakdown::jsonb
          from unnest(${tiers.map(({ no }) => no)}::int[], ${prices.map(({ total }) => total)}::int[], ${prices.map((price) => JSON.stringify(price))}::text[]) as t(tier_no, price, breakdown)`,
    );
    return String(made.no);
  });
}

/** A start in the past is a mistake, except for one within a day: the beginning of today, or a slow clock. */
async function checkTimes(tx: Tx, { startsAt, endsAt }: Pick<CreatePromoCode, "startsAt" | "endsAt">): Promise<void> {
  const { now } = (await row<{ now: Date }>(tx, sql`select app_now() as now`))!;
  if (endsAt !== null && endsAt <= now) throw badInput("input.endsAt", "must be in the future");
  if (startsAt !== null && startsAt.getTime() < now.getTime() - DAY_MS)
    throw badInput("input.startsAt", "must be at most a day in the past: omit it for a code that is valid at once");
}

/** All tiers of the event if none are named. @throws NotFound */
async function tiersNamed(tx: Tx, eventId: string, ids: string[] | null): Promise<Tier[]> {
  const tiers = await rows<Tier>(
    tx,
    sql`select no, tier_id, coalesce((breakdown ->> 'base')::int, price) as base from sale_tier where event_id = ${eventId} order by no`,
  );
  if (ids === null) return tiers;
  return ids.map((id) => {
    const tier = tiers.find(({ tierId }) => tierId === id);
    if (!tier) throw new NotFound("price tier");
    return tier;
  });
}

/** Nobody uses it from now on; holds and orders that have it keep it. @throws NotFound */
export async function endPromoCode(tx: Tx, eventId: string, code: string): Promise<void> {
  const ended = await change(
    tx,
    sql`update promo_code set ends_at = least(ends_at, date_trunc('milliseconds', app_now())) where event_id = ${eventId} and code = ${code}`,
  );
  if (ended === 0) throw new NotFound("promo code");
}

/** Puts a code on a hold instead of the one that it had; null takes it off. @throws HoldNotActive, PromoCodeNotUsable */
export async function applyPromoCode(
  tx: Tx,
  { holdId, eventId, code }: { holdId: string; eventId: string; code: string | null },
): Promise<void> {
  await lockSale(tx, eventId);
  const hold = await row<{ buyerId: string; seatNos: number[]; now: Date; total: number }>(
    tx,
    sql`select buyer_id, seat_nos, app_now() as now,
               (select sum(tier.price)::int from seat join sale_tier tier on tier.event_id = seat.event_id and tier.no = seat.tier_no
                where seat.event_id = hold.event_id and seat.no = any(hold.seat_nos)) as total
        from hold where id = ${holdId} and event_id = ${eventId} and status = 'ACTIVE' and expires_at > app_now()`,
  );
  if (!hold) throw new HoldNotActive();
  let next: { codeNo: number | null; covered: number; total: number } = { codeNo: null, covered: 0, total: hold.total };
  if (code !== null) {
    const judged = (await row<{ codeNo: number; refusal: PromoCodeRefusal | null; covered: number; total: number }>(
      tx,
      sql`select code_no, refusal, covered, total::int from judge_promo_code(${eventId}, ${code}, ${hold.buyerId}, ${holdId}, ${hold.seatNos}::int[], ${hold.now}::timestamptz)`,
    ))!;
    if (judged.refusal !== null) throw new PromoCodeNotUsable(judged.refusal);
    next = judged;
  }
  const { codeNo, covered, total } = next;
  await rows(tx, sql`update hold set code_no = ${codeNo}::int, total = ${total} where id = ${holdId}`);
  if (codeNo === null) return;
  await rows(
    tx,
    sql`update promo_code set bound = bound + ${covered} where event_id = ${eventId} and no = ${codeNo}::int`,
  );
}
