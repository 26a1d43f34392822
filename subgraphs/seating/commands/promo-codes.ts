// Promo codes: created and ended by the organizer, applied to a hold by its buyer. Ticket prices with a code are fixed when the code is
// created. The total of a hold is fixed when the code is applied. Raw SQL: the prices of a code (one statement for all tiers) and
// `judge_promo_code`.
import { randomInt } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { priceOf, type Breakdown, type Discount } from "../../../domain/pricing.ts";
import { lockSale } from "../engine/sale.ts";
import { ALPHABET } from "../entities/access-code-batch.ts";
import { SaleEntity } from "../entities/sale.ts";
import { statement } from "../entities/tables.ts";
import { HoldNotActive, PromoCodeNotUsable, PromoCodeTaken } from "../errors.ts";
import type { CreatePromoCode } from "../inputs.ts";
import type { PromoCodeRefusal } from "../enums.generated.ts";
import { audit } from "./audit.ts";
import { addPricesWithCodes, totalAt } from "../projections/prices-with-codes.ts";

/** 32^12 codes are not guessable. */
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

const channelNamed = statement((db, { eventId, name }: { eventId: string; name: string }) =>
  db.selectFrom("sale_channel").select("no").where("eventId", "=", eventId).where("name", "=", name),
);

type NewCode = Pick<
  CreatePromoCode,
  "eventId" | "discount" | "maxTickets" | "maxTicketsPerBuyer" | "startsAt" | "endsAt"
> & {
  code: string;
  batchName: string | null;
  opens: string[] | null;
  channelNo: number | null;
};

const newCode = statement((db, of: NewCode, { sql: by }) =>
  db
    .insertInto("promo_code")
    .columns([
      "eventId",
      "no",
      "code",
      "discount",
      "channelNo",
      "maxTickets",
      "maxTicketsPerBuyer",
      "startsAt",
      "endsAt",
      "opens",
      "batchName",
    ])
    .expression((known) =>
      known
        .selectFrom("promo_code")
        .select(({ fn, val }) => [
          by<string>`${of.eventId}::uuid`.as("eventId"),
          by<number>`${fn.coalesce(fn.max("no"), val(0))} + 1`.as("no"),
          by<string>`${of.code}::text`.as("code"),
          by<Discount | null>`${of.discount}::jsonb`.as("discount"),
          by<number | null>`${of.channelNo}::int`.as("channelNo"),
          by<number | null>`${of.maxTickets}::int`.as("maxTickets"),
          by<number | null>`${of.maxTicketsPerBuyer}::int`.as("maxTicketsPerBuyer"),
          by<Date | null>`${of.startsAt}::timestamptz`.as("startsAt"),
          by<Date | null>`${of.endsAt}::timestamptz`.as("endsAt"),
          by<string[] | null>`${of.opens}::text[]`.as("opens"),
          by<string | null>`${of.batchName}::text`.as("batchName"),
        ])
        .where("eventId", "=", of.eventId),
    )
    .onConflict((known) => known.columns(["eventId", "code"]).doNothing())
    .returning("no"),
);

/**
 * Returns the number of the code in the event. Refusals: NotFound for an event, tier or channel, PromoCodeTaken, IdempotencyKeyReused
 * @throws GraphQLError BAD_USER_INPUT for times in the past
 */
export async function createPromoCode(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: CreatePromoCode,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createPromoCode", key, input }, async () => {
    const { eventId, discount, maxTickets } = input;
    const code = input.code ?? makeUp();
    const added = await addPromoCode(tx, { ...input, opens: input.opens ?? null, code, batchName: null });
    const { no, organizationId, channelNo } = added;
    const detail = { codeNo: no, maxTickets, channelNo, ...discounted(discount) };
    await audit(tx, { organizationId, action: "createPromoCode", subject: eventId, detail });
    return String(no);
  });
}

/** Adds the code with its prices, under the lock of the sale. @throws NotFound, PromoCodeTaken, GraphQLError BAD_USER_INPUT */
export async function addPromoCode(
  tx: Tx,
  given: Omit<NewCode, "channelNo"> & Pick<CreatePromoCode, "channel" | "priceTierIds">,
): Promise<{ no: number; organizationId: string; channelNo: number | null }> {
  const { eventId, discount, code } = given;
  if (!(await lockSale(tx, eventId))) throw new NotFound("event");
  await checkTimes(tx, given);
  const channel = given.channel === null ? undefined : await channelNamed.row(tx, { eventId, name: given.channel });
  if (given.channel !== null && !channel) throw new NotFound("sales channel");
  const channelNo = channel?.no ?? null;
  const sale = await tx.findOneOrFail(SaleEntity, { eventId });
  const tiers = await tiersNamed(tx, eventId, given.priceTierIds);
  const made = await newCode.row(tx, { ...given, channelNo });
  if (!made) throw new PromoCodeTaken();
  const prices = tiers.map(({ base }): Breakdown =>
    priceOf(base, sale.currency, sale.pricing, discount && { name: given.batchName ?? code, of: discount }),
  );
  await rows(
    tx,
    sql`insert into promo_code_price (event_id, code_no, tier_no, price, breakdown)
        select ${eventId}, ${made.no}::int, tier_no, price, breakdown::jsonb
        from unnest(${tiers.map(({ no }) => no)}::int[], ${prices.map(({ total }) => total)}::int[], ${prices.map((price) => JSON.stringify(price))}::text[]) as t(tier_no, price, breakdown)`,
  );
  await addPricesWithCodes(tx, eventId);
  return { no: made.no, organizationId: sale.organizationId, channelNo };
}

export function discounted(discount: Discount | null): { rate?: number; amount?: number } {
  if (discount === null) return {};
  return discount.kind === "RATE" ? { rate: discount.rate } : { amount: discount.amount };
}

/** A start more than a day in the past is refused as a mistake. The day allows for the start of today and for slow clocks. */
export async function checkTimes(
  tx: Tx,
  { startsAt, endsAt }: Pick<CreatePromoCode, "startsAt" | "endsAt">,
): Promise<void> {
  const { now } = (await row<{ now: Date }>(tx, sql`select app_now() as now`))!;
  if (endsAt !== null && endsAt <= now) throw badInput("input.endsAt", "must be in the future");
  if (startsAt !== null && startsAt.getTime() < now.getTime() - DAY_MS)
    throw badInput("input.startsAt", "must be at most a day in the past: omit it for a code that is valid at once");
}

const tiersOf = statement((db, { eventId }: { eventId: string }, { sql: by }) =>
  db
    .selectFrom("sale_tier")
    .select(["no", "tierId"])
    .select((of) => by<number>`coalesce((${of.ref("breakdown")} ->> 'base')::int, ${of.ref("price")})`.as("base"))
    .where("eventId", "=", eventId)
    .orderBy("no"),
);

/** Tiers with these ids; all tiers of the event if `ids` is null. @throws NotFound */
async function tiersNamed(tx: Tx, eventId: string, ids: string[] | null): Promise<Tier[]> {
  const tiers = await tiersOf.rows(tx, { eventId });
  if (ids === null) return tiers;
  return ids.map((id) => {
    const tier = tiers.find(({ tierId }) => tierId === id);
    if (!tier) throw new NotFound("price tier");
    return tier;
  });
}

const endCode = statement((db, { eventId, code }: { eventId: string; code: string }, { sql: by }) =>
  db
    .updateTable("promo_code")
    .set((of) => ({ endsAt: by`least(${of.ref("endsAt")}, date_trunc('milliseconds', app_now()))` }))
    .where("eventId", "=", eventId)
    .where("code", "=", code)
    .returning("no"),
);

/** Ends the code. Holds and orders that have it keep it. @throws NotFound */
export async function endPromoCode(tx: Tx, organizationId: string, eventId: string, code: string): Promise<void> {
  const ended = await endCode.row(tx, { eventId, code });
  if (!ended) throw new NotFound("promo code");
  await audit(tx, { organizationId, action: "endPromoCode", subject: eventId, detail: { codeNo: ended.no } });
}

const activeHold = statement((db, { eventId, holdId }: { eventId: string; holdId: string }, { sql: by }) =>
  db
    .selectFrom("hold")
    .select(["hold.buyerId", "hold.seatNos", "hold.priceNos", "hold.packageGroup", by<Date>`app_now()`.as("now")])
    .select((of) =>
      of
        .selectFrom("seat")
        .innerJoin("sale_tier as tier", (join) =>
          join.onRef("tier.eventId", "=", "seat.eventId").onRef("tier.no", "=", "seat.tierNo"),
        )
        .select(({ fn }) => fn.sum<number>("tier.price").as("sum"))
        .whereRef("seat.eventId", "=", "hold.eventId")
        .where((seats) => by<boolean>`${seats.ref("seat.no")} = any(${seats.ref("hold.seatNos")})`)
        .as("total"),
    )
    .where("hold.id", "=", holdId)
    .where("hold.eventId", "=", eventId)
    .where("hold.status", "=", "ACTIVE")
    .where("hold.expiresAt", ">", by<Date>`app_now()`),
);

interface Coded {
  eventId: string;
  holdId: string;
  codeNo: number | null;
  accessNo: number | null;
  covered: number;
  total: number;
}

const putOnHold = statement((db, { holdId, codeNo, accessNo, total }: Coded) =>
  db.updateTable("hold").set({ codeNo, accessNo, total }).where("id", "=", holdId),
);

const raiseBound = statement((db, { eventId, codeNo, covered }: Coded) =>
  db
    .updateTable("promo_code")
    .set((of) => ({ bound: of("bound", "+", covered) }))
    .where("eventId", "=", eventId)
    .where("no", "=", codeNo),
);

/** Replaces the promo code of a hold; null removes it. @throws HoldNotActive, PromoCodeNotUsable, PriceNotUsable */
export async function applyPromoCode(
  tx: Tx,
  { holdId, eventId, code }: { holdId: string; eventId: string; code: string | null },
): Promise<void> {
  await lockSale(tx, eventId);
  const hold = await activeHold.row(tx, { eventId, holdId });
  if (!hold) throw new HoldNotActive(holdId);
  if (hold.packageGroup !== null) throw new PromoCodeNotUsable("HOLD_OF_PACKAGE");
  const { priceNos } = hold;
  const total = priceNos ? await totalAt(tx, { eventId, priceNos, code }) : hold.total!;
  let next: Omit<Coded, "eventId" | "holdId"> = { codeNo: null, accessNo: null, covered: 0, total };
  if (code !== null) {
    const judged = (await row<Omit<Coded, "eventId" | "holdId"> & { refusal: PromoCodeRefusal | null }>(
      tx,
      sql`select code_no, access_no, refusal, covered, total::int from judge_promo_code(${eventId}, ${code}, ${hold.buyerId}, ${holdId}, ${hold.seatNos}::int[], ${priceNos ?? null}::int[], ${hold.now}::timestamptz)`,
    ))!;
    if (judged.refusal !== null) throw new PromoCodeNotUsable(judged.refusal);
    next = judged;
  }
  const coded = { eventId, holdId, ...next };
  await putOnHold.change(tx, coded);
  if (coded.codeNo !== null) await raiseBound.change(tx, coded);
}
