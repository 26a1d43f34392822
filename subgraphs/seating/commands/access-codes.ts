// Access codes: created in bulk and ended by the organizer. Buyers use them as promo codes: `promo_code_of` finds both. Raw SQL: all codes of a batch
// are written by one statement.
import { randomBytes } from "node:crypto";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { SealedSeeds } from "../engine/sealed-seeds.ts";
import { accessCodeHash, codeOfBatch, codesOf } from "../entities/access-code-batch.ts";
import type { CreateAccessCodes } from "../inputs/access-codes.ts";
import { audit } from "./audit.ts";
import { addPromoCode, discounted } from "./promo-codes.ts";

const SEED_BYTES = 32;
/** The seed is then deleted: the codes can't be calculated again. */
const SEED_KEPT = "1 day";

/**
 * Returns the ID of the batch. Refusals: NotFound for an event, tier or channel, IdempotencyKeyReused
 * @throws GraphQLError BAD_USER_INPUT for times in the past; ConfigError without SEATING_SECRET
 */
export async function createAccessCodes(
  tx: Tx,
  seeds: SealedSeeds,
  userId: string,
  { idempotencyKey: key, ...input }: CreateAccessCodes,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createAccessCodes", key, input }, async () => {
    const { eventId, name, count, maxTicketsPerCode, ...benefits } = input;
    const id = uuid();
    const seed = randomBytes(SEED_BYTES);
    // Before the lock of the sale: requests for seats wait for it.
    const sealedSeed = await seeds.seal(seed);
    const hashes = codesOf(seed, count).map((code) => accessCodeHash(eventId, code));
    const { no, organizationId, channelNo } = await addPromoCode(tx, {
      ...benefits,
      eventId,
      code: codeOfBatch(id),
      batchName: name,
      maxTickets: null,
      maxTicketsPerBuyer: null,
    });
    await rows(
      tx,
      sql`with batch as (
            insert into access_code_batch (id, event_id, code_no, count, max_tickets, sealed_seed)
            values (${id}::uuid, ${eventId}::uuid, ${no}::int, ${count}::int, ${maxTicketsPerCode}::int, ${sealedSeed})
            returning event_id, code_no
          )
          insert into access_code (event_id, hash, code_no, no)
          select batch.event_id, made.hash, batch.code_no, made.no::int
          from batch cross join unnest(${hashes}::bytea[]) with ordinality as made(hash, no)`,
    );
    const detail = { codeNo: no, count, channelNo, ...discounted(benefits.discount) };
    await audit(tx, { organizationId, action: "createAccessCodes", subject: eventId, detail });
    return id;
  });
}

/** Ends the codes of the batch. Holds and orders that have one keep it. @throws NotFound */
export async function endAccessCodes(tx: Tx, organizationId: string, batchId: string): Promise<void> {
  const ended = await row<{ eventId: string; codeNo: number }>(
    tx,
    sql`update promo_code code set ends_at = least(code.ends_at, date_trunc('milliseconds', app_now()))
        from access_code_batch batch
        where batch.id = ${batchId}::uuid and code.event_id = batch.event_id and code.no = batch.code_no
        returning code.event_id, code.no as code_no`,
  );
  if (!ended) throw new NotFound("batch of access codes");
  const { eventId, codeNo } = ended;
  await audit(tx, { organizationId, action: "endAccessCodes", subject: eventId, detail: { codeNo } });
}

/** Deletes seeds that are a day old. @returns how many */
export function forgetSeeds(tx: Tx): Promise<number> {
  return change(
    tx,
    sql`update access_code_batch set sealed_seed = null
        where sealed_seed is not null and created_at <= app_now() - ${SEED_KEPT}::interval`,
  );
}
