// Limits wrong promo codes for each event and hour: by buyer, and by network, because accounts cost nothing. A try is counted before it is
// answered, and without the lock of the sale. So guessing past the limit reveals nothing and does not slow the sale. Raw SQL: idempotency
// keys, which are a table of the platform, and the cleanup that idle processes run every minute.
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { rateLimited } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { hashOf } from "../../../platform/postgres/idempotency.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { PromoCodesGuessed, PromoCodesGuessedFromNetwork } from "../../../schema/messages/seating.ts";
import { statement } from "../entities/tables.ts";
import { PromoCodeNotUsable } from "../errors.ts";

/** Maximum of wrong codes. A person mistypes a few times; an office shares its network. */
export const MOST_WRONG = { buyer: 10, network: 50 };
export const WITHIN = "1 hour";

export interface CodeTry {
  eventId: string;
  buyerId: string;
  /** Undefined or null if unknown: then only the limit of the buyer applies. */
  network: string | null | undefined;
  code: string;
  /** Hash of the access code of a request for seats. */
  accessHash?: string | null;
  /** Request that carries the code, if it has an idempotency key: the refusal is stored under the key. */
  request?: { mutation: string; key: string; input: unknown };
}

/**
 * Passes if the event has this code. Whether it can be used is judged later, under the lock of the sale.
 * @throws PromoCodeNotUsable; GraphQLError RATE_LIMITED after too many wrong codes, also for a right one
 */
export async function tryPromoCode(database: Database, attempt: CodeTry): Promise<void> {
  // A refusal inside the transaction would roll back the count.
  const isKnown = await database.transaction((tx) => countTry(tx, attempt));
  reach("promo code counted");
  if (!isKnown) throw new PromoCodeNotUsable("UNKNOWN");
}

async function countTry(tx: Tx, attempt: CodeTry): Promise<boolean> {
  const { eventId, buyerId, network, code, accessHash = null, request } = attempt;
  const found = await row<{ isKnown: boolean; isAnswered: boolean }>(
    tx,
    sql`select exists (select 1 from promo_code_of(sale.event_id, ${code})) as is_known,
               exists (select 1 from idempotency_key where user_id = ${buyerId} and mutation = ${request?.mutation ?? null} and key = ${request?.key ?? null}) as is_answered
        from sale where event_id = ${eventId} and (${request === undefined} or (state = 'OPEN' and may_enter(access_hash, ${accessHash}::text)))`,
  );
  // Without an open sale all requests get the same refusal. A repeated request gets its first answer again.
  if (!found || found.isAnswered) return true;
  const wrong = found.isKnown ? 0 : 1;
  const ofBuyer = await count(tx, eventId, `buyer ${buyerId}`, MOST_WRONG.buyer, wrong);
  const ofNetwork = network == null ? 0 : await countOfNetwork(tx, eventId, `network ${network}`, wrong);
  if (found.isKnown) return true;
  if (ofBuyer === MOST_WRONG.buyer)
    await publish(tx, PromoCodesGuessed, buyerId, { guessId: uuid(), buyerId, eventId, wrongCodes: ofBuyer });
  if (network != null && ofNetwork === MOST_WRONG.network) {
    const told = { guessId: uuid(), network, eventId, wrongCodes: ofNetwork };
    await publish(tx, PromoCodesGuessedFromNetwork, network, told);
  }
  if (request) await rememberRefusal(tx, buyerId, request);
  return false;
}

interface Limited {
  eventId: string;
  who: string;
  most: number;
}

const countWrong = statement((db, { eventId, who, most, wrong }: Limited & { wrong: number }, { sql: by }) => {
  const isOver = by<boolean>`${by.ref("code_try.since")} <= app_now() - ${WITHIN}::interval`;
  return db
    .insertInto("code_try")
    .values({ eventId, who, wrong, since: by`app_now()` })
    .onConflict((known) =>
      known
        .columns(["eventId", "who"])
        .doUpdateSet(({ ref }) => ({
          wrong: by<number>`case when ${isOver} then 0 else ${ref("code_try.wrong")} end + ${ref("excluded.wrong")}`,
          since: by<Date>`case when ${isOver} then ${ref("excluded.since")} else ${ref("code_try.since")} end`,
        }))
        .where((of) => of.or([isOver, of("code_try.wrong", "<", most)])),
    )
    .returning("wrong");
});

/** Locks the row. The row of the buyer is always locked before that of the network, which prevents deadlocks. @throws RATE_LIMITED */
async function count(tx: Tx, eventId: string, who: string, most: number, wrong: number): Promise<number> {
  const counted = await countWrong.row(tx, { eventId, who, most, wrong });
  if (!counted) throw tooManyWrong(await secondsLimited(tx, eventId, who, most));
  return counted.wrong;
}

/**
 * A right code only reads the row of the network, so buyers of one network do not wait for each other. A right code may pass while the
 * limit is being reached. @returns the number of wrong codes; 0 for a right code
 */
async function countOfNetwork(tx: Tx, eventId: string, who: string, wrong: number): Promise<number> {
  const most = MOST_WRONG.network;
  if (wrong > 0) return count(tx, eventId, who, most, wrong);
  const seconds = await secondsLimited(tx, eventId, who, most);
  if (seconds !== undefined) throw tooManyWrong(seconds);
  return 0;
}

const limitedFor = statement((db, { eventId, who, most }: Limited, { sql: by }) =>
  db
    .selectFrom("code_try")
    .select((of) =>
      by<number>`ceil(extract(epoch from ${of.ref("since")} + ${WITHIN}::interval - app_now()))::int`.as("seconds"),
    )
    .where("eventId", "=", eventId)
    .where("who", "=", who)
    .where("wrong", ">=", most)
    .where("since", ">", by<Date>`app_now() - ${WITHIN}::interval`),
);

/** Remaining seconds of the limit; undefined if it is not reached. Takes no lock. */
async function secondsLimited(tx: Tx, eventId: string, who: string, most: number): Promise<number | undefined> {
  return (await limitedFor.row(tx, { eventId, who, most }))?.seconds;
}

const tooManyWrong = (seconds = 1) =>
  rateLimited(Math.max(1, seconds), "Too many wrong promo codes: try again later, or omit the code.");

/** Stores the refusal under the key, as the engine does. */
async function rememberRefusal(tx: Tx, buyerId: string, request: NonNullable<CodeTry["request"]>): Promise<void> {
  const { mutation, key, input } = request;
  const refusal = { verdict: "PromoCodeNotUsable", details: { reason: "UNKNOWN" } };
  await rows(
    tx,
    sql`insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
        values (${buyerId}, ${mutation}, ${key}, ${hashOf(input)}, ${JSON.stringify(refusal)}) on conflict do nothing`,
  );
}

/** Deletes tries whose hour is over. @returns how many */
export function forgetTries(tx: Tx): Promise<number> {
  return change(tx, sql`delete from code_try where since <= app_now() - ${WITHIN}::interval`);
}
