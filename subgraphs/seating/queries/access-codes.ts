// Batches of access codes. Raw SQL: a function of the engine counts the used ones.
import { z } from "zod";
import { connectionOf, cursorKey, pageOf, pageRequest, type Connection } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { AccessCodeBatch } from "../entities/access-code-batch.ts";

const selectBatches = (where: Sql) => sql`
  select batch.id, batch.event_id, code.batch_name as name, batch.count, batch.max_tickets, batch.created_at, code.discount, code.opens, code.starts_at, code.ends_at,
    channel.name as channel, sale.currency, access_codes_used(batch.event_id, batch.code_no, app_now()) as used
  from access_code_batch batch join promo_code code on code.event_id = batch.event_id and code.no = batch.code_no
    join sale on sale.event_id = batch.event_id
    left join sale_channel channel on channel.event_id = code.event_id and channel.no = code.channel_no
  where ${where}`;

export function accessCodeBatch(database: Database, id: string): Promise<AccessCodeBatch | undefined> {
  return row(database.read(), selectBatches(sql`batch.id = ${id}::uuid`));
}

/** Event of a batch. */
export async function eventOfBatch(database: Database, id: string): Promise<string | undefined> {
  const found = await row<{ eventId: string }>(
    database.read(),
    sql`select event_id from access_code_batch where id = ${id}::uuid`,
  );
  return found?.eventId;
}

/** Null once it was deleted. */
export async function sealedSeedOf(database: Database, id: string): Promise<string | null> {
  const found = await row<{ sealedSeed: string | null }>(
    database.read(),
    sql`select sealed_seed from access_code_batch where id = ${id}::uuid`,
  );
  return found?.sealedSeed ?? null;
}

const cursorSchema = z.object({ id: cursorKey.id });

/** Newest first. */
export async function accessCodeBatchesOf(
  database: Database,
  eventId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<AccessCodeBatch>> {
  const request = pageRequest(args, cursorSchema);
  const { id = null, limit } = pageOf(request) as { id?: string | null; limit: number };
  const em = database.read();
  const found = await rows<AccessCodeBatch>(
    em,
    sql`${selectBatches(sql`batch.event_id = ${eventId}::uuid and (${id}::uuid is null or batch.id < ${id}::uuid)`)}
        order by batch.id desc limit ${limit}`,
  );
  const total = () =>
    row<{ n: number }>(em, sql`select count(*)::int as n from access_code_batch where event_id = ${eventId}::uuid`);
  return connectionOf(
    found,
    request,
    async () => (await total())!.n,
    (one) => ({ id: one.id }),
  );
}
